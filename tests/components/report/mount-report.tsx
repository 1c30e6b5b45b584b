/** Puts the report page where the product puts it: in a document with its stylesheets. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import cardCss from '../../../components/card.css?inline';
import css from '../../../components/report.css?inline';
import { ReportView, type ReportProps } from '../../../components/ReportView.tsx';
import { TranslateContext } from '../../../components/translate-context.ts';
import type { Translate } from '../../../components/translate.ts';
import type { EmailAddress, GithubRepository } from '../../../core/claims/claim-list.ts';
import type { ReportEndpoint } from '../../../core/claims/report-endpoint.ts';
import { changeReport, newReport, type Report } from '../../../core/claims/report.ts';
import { fictionalReport, LATER, LIST, NOW, OTHER_ID } from '../../claims/fictional-report.ts';
import { find } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';

export const WIDE = [1280, 800] as const;

/** Brands by hand: written as the schemas want them. */
export const REPOSITORY = 'fictional-owner/fictional.list' as GithubRepository;
export const EMAIL = 'desk@example.org' as EmailAddress;
export const ENDPOINT = {
  url: 'https://desk.example/reports' as ReportEndpoint,
  isParty: false,
};

export const FOUND = {
  id: 'boats',
  claim: 'Boats of Southmark crossed Northland’s lake (fiction)',
  claimLanguage: 'en',
  state: 'Denied by Northland.',
};

/** Another report, in which nothing is written. */
export const OTHER = newReport(OTHER_ID, NOW, { kind: 'new-claim' }, null);

export const shownReport = (changes: Partial<Report> = {}) =>
  ({ kind: 'report', report: fictionalReport(changes), unsaved: null }) as const;

/** The page at the width and height given in pixels; the document is as before when the test ends. */
export async function mountReport(
  props: Partial<ReportProps> = {},
  {
    translate = translateFromFile,
    viewport = WIDE,
  }: { translate?: Translate; viewport?: readonly [width: number, height: number] } = {},
) {
  await page.viewport(...viewport);
  const sheets = [cardCss, css].map((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
    return style;
  });
  const root = document.createElement('div');
  document.body.append(root);
  const callbacks = {
    onOpenClaim: vi.fn<ReportProps['onOpenClaim']>(),
    onWrite: vi.fn<ReportProps['onWrite']>(),
    onConcern: vi.fn<ReportProps['onConcern']>(),
    onAddWording: vi.fn<ReportProps['onAddWording']>(),
    onIncludeAddress: vi.fn<ReportProps['onIncludeAddress']>(),
    onOfferWay: vi.fn<ReportProps['onOfferWay']>(),
    onRetry: vi.fn<ReportProps['onRetry']>(),
    onWithdraw: vi.fn<ReportProps['onWithdraw']>(),
    onExport: vi.fn<ReportProps['onExport']>(),
    onImport: vi.fn<ReportProps['onImport']>(),
    onPassOn: vi.fn<ReportProps['onPassOn']>(),
    onDelete: vi.fn<ReportProps['onDelete']>(),
    onUndo: vi.fn<ReportProps['onUndo']>(),
  };
  const show = (next: Partial<ReportProps>) => {
    render(
      <TranslateContext.Provider value={translate}>
        <ReportView
          shown={shownReport()}
          list={LIST}
          claims={[FOUND]}
          places={{ github: REPOSITORY, email: EMAIL, endpoint: ENDPOINT }}
          interest="Compiled from public statements (fiction)."
          waysNotOffered={[]}
          outcomeOf={() => null}
          imported={{ kind: 'none' }}
          publisher={LIST.publisher.name}
          contact={LIST.publisher.contact}
          outcome="none"
          others={[]}
          unreadableCount={0}
          deleted={null}
          {...callbacks}
          {...next}
        />
      </TranslateContext.Provider>,
      root,
    );
  };
  show(props);
  onTestFinished(() => {
    render(null, root);
    root.remove();
    for (const sheet of sheets) sheet.remove();
  });
  return { main: find(root, 'main'), show, ...callbacks };
}

/** As the product does it: what is written is shown. */
export async function mountWriting(report: Report = fictionalReport()) {
  let written = report;
  const mounted = await mountReport({ shown: { kind: 'report', report, unsaved: null } });
  mounted.onWrite.mockImplementation((field, text) => {
    written = changeReport(written, LATER, { [field]: text });
    mounted.show({ shown: { kind: 'report', report: written, unsaved: null } });
  });
  return { ...mounted, read: () => written };
}
