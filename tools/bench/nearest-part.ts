/** What stands beside a report: whether the claim that it is about is among it. */
import type { ClaimExamples } from '../../core/claims/example.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { BenchmarkData } from './benchmark-data.ts';
import { shareFigure } from './figure.ts';
import { changeTwoWords, createNearest, createPlainSimilar } from './nearest-claims.ts';
import { cellOf, type MeasuredPart, type Row } from './scorecard.ts';
import { sampleOf } from './seeded-random.ts';

/** CLEF 2022 CheckThat!, task 2A: tweets, and claims that others have looked into. */
const CLEF = 'clef22-2a';
const CLEF_CLAIM_COUNT = 1_000;
/** Texts of each kind in a quick run. */
const QUICK_COUNT = 50;
const SEED = 22;
/** Goals are in whole per cent, and one of them is 99. */
const SHARE_DECIMALS = 3;

export function nearestPart(
  list: ClaimList,
  examples: ReadonlyMap<ClaimId, ClaimExamples>,
  data: BenchmarkData | null,
  isQuick: boolean,
): MeasuredPart {
  const some = <T>(items: readonly T[]) => (isQuick ? sampleOf(items, QUICK_COUNT, SEED) : items);
  const nearest = createNearest(list);
  const rowOf = <T>(name: string, texts: readonly T[], isShown: (text: T) => boolean): Row => {
    const tried = some(texts);
    const shown = tried.filter(isShown);
    return {
      name,
      cells: [
        String(tried.length),
        cellOf(shareFigure(shown.length, tried.length), SHARE_DECIMALS),
      ],
    };
  };

  const sentences = list.claims.flatMap(({ id, claimReviewed: { en } }) =>
    en === undefined ? [] : [{ id, text: changeTwoWords(en) }],
  );
  const passages = [...examples].flatMap(([id, own]) =>
    Object.entries(own).flatMap(([language, { matches }]) =>
      matches.map(({ text }) => ({ id, language, text })),
    ),
  );
  const rows = [
    rowOf('each claim’s own sentence, two words changed', sentences, ({ id, text }) =>
      nearest(text, '', null).includes(id),
    ),
    rowOf('examples that match', passages, ({ id, language, text }) =>
      nearest('', text, language).includes(id),
    ),
  ];
  const others: Row[] = [];
  const [template] = list.claims;
  if (data !== null && template !== undefined) {
    const isAlone = (text: string) => nearest(text, '', null).length === 0;
    others.push(
      rowOf('sentences of other news', data.cleanSentences(), isAlone),
      rowOf(
        'CLEF 2A: 1,000 claims',
        data.claims(`${CLEF}/claims.jsonl`).slice(0, CLEF_CLAIM_COUNT),
        ({ text }) => isAlone(text),
      ),
    );
    const claims = data.claims(`${CLEF}/claims.jsonl`);
    const thousand = claims.slice(0, CLEF_CLAIM_COUNT);
    const findAmongThousand = createPlainSimilar(thousand, template);
    const findAmongAll = createPlainSimilar(claims, template);
    rows.push(
      rowOf('CLEF 2A: 1,000 claims, two words changed', thousand, ({ id, text }) =>
        findAmongThousand(changeTwoWords(text.trim())).includes(id),
      ),
      rowOf(
        `CLEF 2A: tweets of the dev-test, among ${String(claims.length)} claims`,
        data.queries(CLEF, 'devtest'),
        ({ text, right }) => findAmongAll(text).some((id) => right.has(id)),
      ),
    );
  }
  return {
    name: 'nearest',
    title: 'Known claims beside a report',
    notes: [
      'How often a reader who is about to report a claim that the list has is shown it: the share whose claim is among the three that stand beside the report. And how often one who reports something else is shown nothing.',
    ],
    tables: [
      { title: 'among the first three', columns: ['', 'texts', 'share'], rows },
      ...(others.length === 0
        ? []
        : [
            {
              title: 'nothing beside another matter',
              columns: ['', 'texts', 'share'],
              rows: others,
            },
          ]),
    ],
    charts: [],
  };
}
