/** The bundled list on its examples and on the repository's own sets, language by language. */
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { ClaimExamples } from '../../core/claims/example.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { describeScore, labelledExamples, withDrafts } from '../measure-list.ts';
import { sumScores } from '../score-annotations.ts';
import { shareFigure } from './figure.ts';
import {
  countDenialsAsserted,
  countStrengthErrors,
  measureTexts,
  OWN_SETS,
  readOwnSet,
  type MeasuredText,
} from './own-sets.ts';
import { cellOf, type Cell, type MeasuredPart, type Row, type Table } from './scorecard.ts';

/** The rules as they were when `list-test` was committed; it is never measured anew. */
const FIRST_SCORE: Row = {
  name: 'en, the first score ever',
  cells: [
    cellOf(shareFigure(11, 14)),
    cellOf(shareFigure(11, 19)),
    cellOf(shareFigure(9, 11)),
    null,
    null,
    null,
  ],
};

const COLUMNS = [
  '',
  'precision',
  'recall',
  'stance',
  'asserts that are',
  'strength errors',
  'denials read as asserts',
];

/** Where similarities are parted, to see what share of the marks above is right. */
const SIMILARITY_STEPS = [0.6, 0.7, 0.8, 0.9, 1.01] as const;

/** The cells of COLUMNS for texts that were measured. */
export function scoreCells(list: ClaimList, measured: readonly MeasuredText[]): readonly Cell[] {
  const score = sumScores(measured.map((each) => each.score));
  const { foundCount, wrongCount, labelCount, rightStanceCount } = score;
  return [
    cellOf(shareFigure(foundCount, foundCount + wrongCount)),
    cellOf(shareFigure(foundCount, labelCount)),
    cellOf(shareFigure(rightStanceCount, foundCount)),
    cellOf(shareFigure(score.rightlyAssertedCount, score.assertedCount)),
    String(countStrengthErrors(list, measured)),
    String(countDenialsAsserted(measured)),
  ];
}

/** What share of the marks of each similarity is right; marks that nobody judged are left out. */
function calibrationTable(measured: readonly MeasuredText[]): Table {
  const marks = measured.flatMap(({ text, annotations, score }) => {
    const wrong = new Set(score.wrong);
    const labelled = new Set(text.labels.map(({ claim }) => claim));
    return annotations
      .filter((mark) => wrong.has(mark) || labelled.has(mark.claim))
      .map((mark) => ({ similarity: mark.similarity, isRight: !wrong.has(mark) }));
  });
  const rows = SIMILARITY_STEPS.slice(1).map((end, at): Row => {
    const start = SIMILARITY_STEPS[at] ?? 0;
    const own = marks.filter(({ similarity }) => similarity >= start && similarity < end);
    const right = own.filter(({ isRight }) => isRight).length;
    const name = `${start.toFixed(1)} to ${Math.min(1, end).toFixed(1)}`;
    return { name, cells: [cellOf(shareFigure(right, own.length))] };
  });
  return {
    title: 'What a similarity is worth: the share of marks that are right, in both sets',
    columns: ['similarity', 'right'],
    rows,
  };
}

export function ownSetsPart(
  list: ClaimList,
  examples: ReadonlyMap<ClaimId, ClaimExamples>,
  report: (line: string) => void,
): MeasuredPart {
  const all = withDrafts(list);
  const index = openIndex(compileIndex(all));
  const { languages } = list.head;
  const tableOf = (title: string, read: (language: string) => readonly MeasuredText[]) => {
    const byLanguage = languages.map((language) => ({ name: language, measured: read(language) }));
    const together = { name: 'together', measured: byLanguage.flatMap(({ measured }) => measured) };
    const rows = [...byLanguage, together].map(({ name, measured }): Row => {
      const figures = describeScore(sumScores(measured.map(({ score }) => score)));
      report(`${title}, ${name}, ${String(measured.length)} texts: ${figures}`);
      return { name, cells: scoreCells(all, measured) };
    });
    return { table: { title, columns: COLUMNS, rows }, measured: together.measured };
  };
  const ofExamples = tableOf('examples of the list', (language) =>
    measureTexts(index, labelledExamples(all.claims, examples, language)),
  );
  const ofSets = OWN_SETS.map((set) =>
    tableOf(set, (language) => measureTexts(index, readOwnSet(set, language))),
  );
  const tables = ofSets.map(({ table }) =>
    table.title === 'list-test' ? { ...table, rows: [FIRST_SCORE, ...table.rows] } : table,
  );
  const bars = tables.flatMap(({ title, rows }) =>
    rows.flatMap(({ name, cells: [precision, recall] }) =>
      [
        { what: 'precision', cell: precision },
        { what: 'recall', cell: recall },
      ].flatMap(({ what, cell }) =>
        name === 'together' && typeof cell === 'object' && cell !== null
          ? [{ name: `${title}, ${what}`, figure: cell.figure }]
          : [],
      ),
    ),
  );
  return {
    name: 'own-sets',
    title: 'The bundled list',
    notes: [
      '**Texts written by us, not real pages**, by authors who had seen the claims and neither wordings nor rules; drafts are measured too. No text of `list-test` has been looked at. Each later score on it is of rules that earlier ones have helped to choose between: an upper bound.',
      'Precision counts the marks that find a label, recall the labels that are found, stance the found labels whose stance is right, and "asserts that are" what is shown as the page’s own statement and is. A strength error is a mark of a claim that alleges more than the text does.',
    ],
    tables: [ofExamples.table, ...tables, calibrationTable(ofSets.flatMap((it) => it.measured))],
    charts: [{ name: 'own-sets', title: 'The bundled list on texts written by us', max: 1, bars }],
  };
}
