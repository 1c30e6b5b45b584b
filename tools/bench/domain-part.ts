/** The domain sample beside the benchmark data: a smoke test, of which only figures are told. */
import * as v from 'valibot';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { withDrafts } from '../measure-list.ts';
import { parseLabelledTexts, type LabelledText } from '../score-annotations.ts';
import type { BenchmarkData } from './benchmark-data.ts';
import { countDenialsAsserted, countStrengthErrors, measureTexts } from './own-sets.ts';
import type { MeasuredPart, Row } from './scorecard.ts';

const FILE = 'domain-dev.jsonl';

/** It has more fields than ours, which say how a text was made. */
const DomainLine = v.pipe(
  v.object({
    id: v.string(),
    lang: v.string(),
    title: v.optional(v.string(), ''),
    text: v.string(),
    labels: v.array(v.unknown()),
    accept: v.optional(v.array(v.string()), []),
    note: v.optional(v.string(), ''),
  }),
  v.transform((line) => JSON.stringify(line)),
);

export function readDomainTexts(lines: string): readonly LabelledText[] {
  const own = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(DomainLine, JSON.parse(line)));
  return parseLabelledTexts(own.join('\n'));
}

export function domainPart(list: ClaimList, data: BenchmarkData): MeasuredPart {
  const texts = readDomainTexts(data.text(FILE));
  const all = withDrafts(list);
  const index = openIndex(compileIndex(all));
  const languages = [...new Set(texts.map(({ lang }) => lang))];
  const rowOf = (name: string, own: readonly LabelledText[]): Row => {
    const measured = measureTexts(index, own);
    const labels = measured.flatMap(({ score }) => score.labels);
    const found = labels.filter((label) => label.found !== null);
    const counts = [
      own.length,
      measured.flatMap(({ score }) => score.wrong).length,
      labels.length - found.length,
      found.filter((label) => label.found !== label.stance).length,
      countDenialsAsserted(measured),
      countStrengthErrors(all, measured),
    ];
    return {
      name,
      cells: counts.map((count, at) =>
        at === 2 ? `${String(count)} of ${String(labels.length)}` : String(count),
      ),
    };
  };
  return {
    name: 'domain',
    title: 'The domain sample',
    notes: [
      '**Invented texts, not real pages**, beside the benchmark data; with drafts. Too few for shares: a smoke test for which no rule is written.',
    ],
    tables: [
      {
        title: `${String(texts.length)} texts`,
        columns: [
          '',
          'texts',
          'wrong claims',
          'labels missed',
          'wrong stances',
          'denials read as asserts',
          'strength errors',
        ],
        rows: [
          ...languages.map((language) =>
            rowOf(
              language,
              texts.filter(({ lang }) => lang === language),
            ),
          ),
          rowOf('together', texts),
        ],
      },
    ],
    charts: [],
  };
}
