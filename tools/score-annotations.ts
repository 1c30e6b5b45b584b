/**
 * Scores annotations against labelled texts. An annotation finds a label when it has the label's
 * claim and they share at least half the words of the shorter of the two; each label is found once.
 * An annotation is wrong unless it finds a label, has a claim that the text accepts, or is a further
 * one of a labelled claim in that label's paragraph. Stance is scored on the labels that are found.
 */
import * as v from 'valibot';

const LabelledText = v.strictObject({
  id: v.string(),
  lang: v.string(),
  title: v.string(),
  /** Paragraphs are parted by an empty line. */
  text: v.string(),
  labels: v.array(v.strictObject({ claim: v.string(), quote: v.string(), stance: v.string() })),
  /** Claims that would not be wrong to annotate. */
  accept: v.array(v.string()),
  note: v.string(),
});
export type LabelledText = v.InferOutput<typeof LabelledText>;
type Label = LabelledText['labels'][number];

/** An annotation of a labelled text; offsets count UTF-16 units of its `text`, half-open. */
export type Annotation = {
  readonly claim: string;
  readonly stance: string;
  readonly start: number;
  readonly end: number;
};

export type TextScore = {
  readonly id: string;
  /** Each label with the stance that it was found with; null when it was missed. */
  readonly labels: readonly (Label & { readonly found: string | null })[];
  readonly wrong: readonly Annotation[];
};

/** Counts, and the shares that they make, from 0 to 1; 1 where there is nothing to count. */
export type Score = {
  readonly labelCount: number;
  readonly foundCount: number;
  readonly wrongCount: number;
  readonly rightStanceCount: number;
  /** Labels that were found as 'asserts', and those of them that are. */
  readonly assertedCount: number;
  readonly rightlyAssertedCount: number;
  readonly precision: number;
  readonly recall: number;
  readonly stanceAccuracy: number;
  /** The share of 'asserts' that are: the costliest error is what it lacks. */
  readonly assertedPrecision: number;
};

/**
 * The texts of a file that holds one JSON object a line. Throws with the line or the text's id when
 * one is no labelled text or a label quotes what the text does not say.
 */
export function parseLabelledTexts(lines: string): readonly LabelledText[] {
  return lines
    .trim()
    .split('\n')
    .map((line, at) => {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LabelledText), line);
      if (!parsed.success) throw new Error(`line ${String(at + 1)}: ${v.summarize(parsed.issues)}`);
      const { id, text, labels } = parsed.output;
      const stray = labels.findIndex(({ quote }) => quote === '' || !text.includes(quote));
      if (stray >= 0) throw new Error(`${id}: label ${String(stray)} does not quote the text`);
      return parsed.output;
    });
}

type TextSpan = { readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function wordStarts(text: string, { start, end }: TextSpan): ReadonlySet<number> {
  return new Set([...text.slice(start, end).matchAll(WORD)].map((match) => start + match.index));
}

function sharesHalf(text: string, a: TextSpan, b: TextSpan): boolean {
  const own = wordStarts(text, a);
  const other = wordStarts(text, b);
  const shared = [...own].filter((start) => other.has(start)).length;
  return shared > 0 && shared >= Math.min(own.size, other.size) / 2;
}

/** The paragraph that holds the offset. */
function paragraphAt(text: string, offset: number): TextSpan {
  const start = text.lastIndexOf('\n\n', offset);
  const end = text.indexOf('\n\n', offset);
  return { start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end };
}

export function scoreText(labelled: LabelledText, annotations: readonly Annotation[]): TextScore {
  const { id, text, accept } = labelled;
  const labels = labelled.labels.map((label) => {
    const start = text.indexOf(label.quote);
    return { ...label, start, end: start + label.quote.length };
  });
  const taken = new Set<Annotation>();
  const scored = labels.map(({ start, end, ...label }) => {
    const candidates = annotations.filter(
      (it) => !taken.has(it) && it.claim === label.claim && sharesHalf(text, it, { start, end }),
    );
    const best = candidates.find(({ stance }) => stance === label.stance) ?? candidates[0];
    if (best !== undefined) taken.add(best);
    return { ...label, found: best?.stance ?? null };
  });
  const isFurtherOne = ({ claim, start, end }: Annotation) =>
    labels.some((label) => {
      const paragraph = paragraphAt(text, label.start);
      return label.claim === claim && start < paragraph.end && paragraph.start < end;
    });
  const wrong = annotations.filter(
    (it) => !taken.has(it) && !accept.includes(it.claim) && !isFurtherOne(it),
  );
  return { id, labels: scored, wrong };
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

export function sumScores(scores: readonly TextScore[]): Score {
  const labels = scores.flatMap((score) => score.labels);
  const found = labels.filter((label) => label.found !== null);
  const rightStances = found.filter((label) => label.found === label.stance);
  const asserted = found.filter((label) => label.found === 'asserts');
  const rightlyAsserted = asserted.filter((label) => label.stance === 'asserts');
  const wrongCount = scores.flatMap((score) => score.wrong).length;
  return {
    labelCount: labels.length,
    foundCount: found.length,
    wrongCount,
    rightStanceCount: rightStances.length,
    assertedCount: asserted.length,
    rightlyAssertedCount: rightlyAsserted.length,
    precision: share(found.length, found.length + wrongCount),
    recall: share(found.length, labels.length),
    stanceAccuracy: share(rightStances.length, found.length),
    assertedPrecision: share(rightlyAsserted.length, asserted.length),
  };
}
