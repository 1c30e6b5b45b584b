/** Debate transcripts read as pages with a list of fact-checked claims, at the shipped threshold. */
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import type { BenchmarkData, TranscriptSentence } from './benchmark-data.ts';
import { shareFigure } from './figure.ts';
import { cellOf, type MeasuredPart } from './scorecard.ts';
import { sampleOf } from './seeded-random.ts';

/** A page gives blocks of several sentences, and so context. */
const BLOCK_SENTENCE_COUNT = 5;
const QUICK_DOCUMENT_COUNT = 3;
const SAMPLE_COUNT = 25;
const SAMPLE_SEED = 11;

/** A mark: the sentences that it is on, and whether one of them was judged to make its claim. */
type TranscriptMark = {
  readonly claim: string;
  readonly sentences: readonly TranscriptSentence[];
  readonly isJudgedRight: boolean;
};

/** The marks on a document. */
function markDocument(
  index: ClaimIndex,
  document: readonly TranscriptSentence[],
): readonly TranscriptMark[] {
  const groups = Array.from(
    { length: Math.ceil(document.length / BLOCK_SENTENCE_COUNT) },
    (_, at) => document.slice(at * BLOCK_SENTENCE_COUNT, (at + 1) * BLOCK_SENTENCE_COUNT),
  );
  const blocks = groups.map((group) => ({
    text: group.map(({ text }) => text).join(' '),
    isHeading: false,
  }));
  const found = findClaims(index, { language: 'en', title: '', before: '', blocks });
  return groups.flatMap((group, at) => {
    let end = -1;
    const placed = group.map((sentence) => {
      const start = end + 1;
      end = start + sentence.text.length;
      return { sentence, start, end };
    });
    return (found[at] ?? []).map(({ claim, span }) => {
      const sentences = placed
        .filter((place) => place.start < span.end && span.start < place.end)
        .map(({ sentence }) => sentence);
      const isJudgedRight = sentences.some(({ gold }) => gold.includes(claim));
      return { claim, sentences, isJudgedRight };
    });
  });
}

/** The part, and with `report` a sample of the marks that nobody judged right, to be read. */
export function transcriptsPart(
  data: BenchmarkData,
  isQuick: boolean,
  report: (line: string) => void,
): MeasuredPart {
  const claims = data.claims('clef22-2b/claims.jsonl');
  const index = openIndex(compilePlainIndex(claims));
  const documents = [...Map.groupBy(data.transcripts(), ({ doc }) => doc).values()];
  const read = sampleOf(documents, isQuick ? QUICK_DOCUMENT_COUNT : Infinity, SAMPLE_SEED);
  const marks = read.flatMap((document) => markDocument(index, document));
  const right = marks.filter(({ isJudgedRight }) => isJudgedRight);
  const judged = read
    .flat()
    .flatMap((sentence) => sentence.gold.map((claim) => ({ sentence, claim })));
  const marked = new Map<TranscriptSentence, Set<string>>();
  for (const { claim, sentences } of marks) {
    for (const sentence of sentences) {
      marked.set(sentence, (marked.get(sentence) ?? new Set()).add(claim));
    }
  }
  const found = judged.filter(({ sentence, claim }) => marked.get(sentence)?.has(claim) === true);

  // The texts belong to others: they are shown, and kept nowhere.
  const textOf = new Map(claims.map(({ id, text }) => [id, text]));
  const others = marks.filter(({ isJudgedRight }) => !isJudgedRight);
  for (const { claim, sentences } of sampleOf(others, SAMPLE_COUNT, SAMPLE_SEED)) {
    const [first] = sentences;
    report(`not judged: ${first?.doc ?? ''} ${first?.line ?? ''}, ${claim}`);
    report(`  page:  ${sentences.map(({ text }) => text).join(' ')}`);
    report(`  claim: ${textOf.get(claim) ?? ''}`);
  }
  return {
    name: 'transcripts',
    title: 'Debate transcripts',
    notes: [
      `Debates and interviews in blocks of five sentences, with ${claims.length.toLocaleString('en-US')} fact-checked claims, at the shipped threshold. Sentences without a judgement are not proven negatives: the precision is a lower bound. The command prints a seeded sample of what nobody judged.`,
    ],
    tables: [
      {
        title: `${String(read.length)} transcripts, ${read.flat().length.toLocaleString('en-US')} sentences`,
        columns: ['', 'marks on judged sentences, of all marks', 'judged claims that are marked'],
        rows: [
          {
            name: 'Rejoinder',
            cells: [
              cellOf(shareFigure(right.length, marks.length), 3),
              cellOf(shareFigure(found.length, judged.length)),
            ],
          },
        ],
      },
    ],
    charts: [],
  };
}
