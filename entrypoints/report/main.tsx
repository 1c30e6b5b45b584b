/** The page on which a reader writes a report. Whatever is typed is saved in the turn it is typed in. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import '../../components/card.css';
import { ClaimView } from '../../components/ClaimView.tsx';
import { describeClaim } from '../../components/describe-claim.ts';
import '../../components/report.css';
import type { WayOutcome } from '../../components/ReportWaysOut.tsx';
import { ReportView } from '../../components/ReportView.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Claim } from '../../core/claims/claim.ts';
import { recordOf, type ClaimRecord } from '../../core/claims/claim-list.ts';
import {
  markPassedOn,
  ReportId,
  type PageAddress,
  type Report,
  type ReportChange,
  type WayOut,
} from '../../core/claims/report.ts';
import { readBundledList, readBundledWordings } from '../../core/extension/bundled-list.ts';
import { createSimilarClaims } from '../../core/extension/similar-claims.ts';
import { translate } from '../../core/extension/translate.ts';
import { passOn } from './pass-on.ts';
import { useReport } from './use-report.ts';

/** How long a reader pauses in typing before like claims are looked for, in milliseconds. */
const SEARCH_PAUSE_MS = 150;

const list = await readBundledList();
const findSimilar = createSimilarClaims(list.claims, await readBundledWordings());

function ReportPage() {
  const id = useReportId();
  const { shown, others, unreadableCount, deleted, ...report } = useReport(id);
  const claims = useClaims(report.read());
  const [leftOut, setLeftOut] = useState<PageAddress | null>(null);
  const [outcome, setOutcome] = useState<WayOutcome>('none');
  const [record, setRecord] = useState<ClaimRecord | null>(null);
  /** What had the focus when a claim was opened. */
  const opener = useRef<Element | null>(null);

  const shownId = useRef(id);
  useEffect(() => {
    setLeftOut(null);
    setOutcome('none');
    if (shownId.current === id) return;
    // Another draft in the same place: a reader who pressed its name at the end must see that.
    shownId.current = id;
    scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [id]);
  useEffect(() => {
    const isProblem =
      shown !== null && 'report' in shown && shown.report.concern.kind === 'problem';
    document.title = translate(isProblem ? 'report_title_problem' : 'report_title_new');
  }, [shown]);
  useLayoutEffect(() => {
    const next = record === null ? opener.current : document.querySelector('.card button');
    if (next instanceof HTMLElement) next.focus();
  }, [record]);
  if (shown === null) return null;

  const change = (changes: ReportChange) => {
    report.change(changes);
    setOutcome('none');
  };
  const changeAddress = (source: PageAddress | null) => {
    const target = report.read()?.target;
    if (target) change({ target: { ...target, source } });
  };
  const leave = async (way: WayOut) => {
    const leaving = report.read();
    if (leaving === null) return;
    const came = await passOn(way, leaving, list.head);
    setOutcome(came);
    // What was written meanwhile was not passed on.
    if (came === 'failed' || report.read() !== leaving) return;
    await report.save(markPassedOn(leaving, way, new Date()));
  };
  return (
    <>
      {/* It stays while a claim is shown, with all that is typed and opened. */}
      <div hidden={record !== null}>
        <ReportView
          shown={shown}
          list={list.head}
          claims={claims.map((claim) => describeClaim(claim, navigator.languages))}
          onOpenClaim={(claimId) => {
            const claim = list.claims.find((candidate) => candidate.id === claimId);
            opener.current = document.activeElement;
            setRecord(claim === undefined ? null : recordOf(list, claim.id));
          }}
          onWrite={(field, text) => {
            change({ [field]: text });
          }}
          leftOut={leftOut}
          onLeaveOutAddress={() => {
            setLeftOut(report.read()?.target?.source ?? null);
            changeAddress(null);
          }}
          onPutBackAddress={() => {
            changeAddress(leftOut);
            setLeftOut(null);
          }}
          repository={list.head.publisher.reports?.github ?? null}
          publisher={list.head.publisher.name}
          contact={list.head.publisher.contact}
          outcome={outcome}
          onPassOn={(way) => void leave(way)}
          others={others}
          unreadableCount={unreadableCount}
          deleted={deleted}
          onDelete={(unwanted) => {
            void report.remove(unwanted).then((isGone) => {
              setOutcome(isGone ? 'none' : 'failed');
            });
          }}
          onUndo={(unwanted) => {
            void report.undo(unwanted).then(() => {
              // The button that was pressed has gone.
              document.querySelector('h1')?.focus({ preventScroll: true });
            });
          }}
        />
      </div>
      {record !== null && (
        <ClaimView
          record={record}
          languages={navigator.languages}
          onBack={() => {
            setRecord(null);
          }}
        />
      )}
    </>
  );
}

/** The id that the address of the page names; null for none. */
function useReportId(): ReportId | null {
  const [id, setId] = useState(readId);
  useEffect(() => {
    const onHashChange = () => {
      setId(readId);
    };
    addEventListener('hashchange', onHashChange);
    return () => {
      removeEventListener('hashchange', onHashChange);
    };
  }, []);
  return id;
}

function readId(): ReportId | null {
  const parsed = v.safeParse(ReportId, location.hash.slice(1));
  return parsed.success ? parsed.output : null;
}

/** The claims that stand beside a report: the one concerned, or those that are most like it. */
function useClaims(report: Report | null): readonly Claim[] {
  const [similar, setSimilar] = useState<readonly Claim[]>([]);
  const claim = report?.claim ?? '';
  const passage = report?.target?.selector?.exact ?? '';
  useEffect(() => {
    const timer = setTimeout(() => {
      setSimilar(findSimilar([claim, passage]));
    }, SEARCH_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [claim, passage]);
  const concern = report?.concern;
  if (concern?.kind !== 'problem') return similar;
  return list.claims.filter(({ id }) => id === concern.claim);
}

const root = document.getElementById('root');
if (root !== null) {
  render(
    <TranslateContext.Provider value={translate}>
      <ReportPage />
    </TranslateContext.Provider>,
    root,
  );
}
