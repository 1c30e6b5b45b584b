/**
 * Scores annotations against labelled texts. An annotation is right when its claim is the label's
 * and they share at least half the words of the shorter of the two. Not counted: a claim that the
 * text accepts, and a further mark of a labelled claim in that label's paragraph. Each label counts
 * once; stance is scored on the right ones.
 */

/** A labelled text; paragraphs are separated by an empty line. */
export type LabelledText = {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly labels: readonly {
    readonly claim: string;
    readonly quote: string;
    readonly stance: string;
  }[];
  readonly accept: readonly string[];
  readonly note: string;
};

/** An annotation of a labelled text; offsets count UTF-16 units of its `text`. */
export type Annotation = {
  readonly claim: string;
  readonly stance: string;
  readonly start: number;
  readonly end: number;
};

export type TextScore = {
  readonly id: string;
  readonly rightCount: number;
  readonly rightStanceCount: number;
  readonly wrong: readonly Annotation[];
  readonly missed: LabelledText['labels'];
  readonly wrongStances: readonly {
    readonly quote: string;
    readonly expected: string;
    readonly actual: string;
  }[];
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

function wordStarts(text: string, start: number, end: number): ReadonlySet<number> {
  return new Set([...text.slice(start, end).matchAll(WORD)].map((match) => start + match.index));
}

function sharesHalf(text: string, a: Annotation, b: { start: number; end: number }): boolean {
  const own = wordStarts(text, a.start, a.end);
  const other = wordStarts(text, b.start, b.end);
  const shared = [...own].filter((start) => other.has(start)).length;
  return shared > 0 && shared >= Math.min(own.size, other.size) / 2;
}

/** The paragraph, as a half-open span, that holds the offset. */
function paragraphAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n\n', offset);
  const end = text.indexOf('\n\n', offset);
  return { start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end };
}

export function scoreText(labelled: LabelledText, annotations: readonly Annotation[]): TextScore {
  const { text, accept } = labelled;
  const labels = labelled.labels.map((label) => {
    const start = text.indexOf(label.quote);
    return { ...label, start, end: start + label.quote.length };
  });
  const taken = new Set<Annotation>();
  const missed: (typeof labels)[number][] = [];
  const wrongStances: TextScore['wrongStances'][number][] = [];
  let rightCount = 0;
  for (const label of labels) {
    const candidates = annotations.filter(
      (it) => !taken.has(it) && it.claim === label.claim && sharesHalf(text, it, label),
    );
    const right = candidates.find(({ stance }) => stance === label.stance) ?? candidates[0];
    if (right === undefined) {
      missed.push(label);
      continue;
    }
    taken.add(right);
    rightCount++;
    if (right.stance !== label.stance) {
      wrongStances.push({ quote: label.quote, expected: label.stance, actual: right.stance });
    }
  }
  const wrong = annotations.filter((it) => {
    if (taken.has(it) || accept.includes(it.claim)) return false;
    return !labels.some((label) => {
      const paragraph = paragraphAt(text, label.start);
      return label.claim === it.claim && it.start < paragraph.end && paragraph.start < it.end;
    });
  });
  return {
    id: labelled.id,
    rightCount,
    rightStanceCount: rightCount - wrongStances.length,
    wrong,
    missed: missed.map(({ claim, quote, stance }) => ({ claim, quote, stance })),
    wrongStances,
  };
}

export type Score = {
  readonly labelCount: number;
  readonly rightCount: number;
  readonly wrongCount: number;
  readonly rightStanceCount: number;
  /** Of what is read as 'asserts' and rightly found, how many truly are. */
  readonly assertedCount: number;
  readonly rightlyAssertedCount: number;
  readonly precision: number;
  readonly recall: number;
  readonly stanceAccuracy: number;
};

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

export function sumScores(texts: readonly LabelledText[], scores: readonly TextScore[]): Score {
  const sum = (count: (score: TextScore) => number) =>
    scores.reduce((total, score) => total + count(score), 0);
  const labelCount = texts.reduce((total, { labels }) => total + labels.length, 0);
  const rightCount = sum((score) => score.rightCount);
  const wrongCount = sum((score) => score.wrong.length);
  const rightStanceCount = sum((score) => score.rightStanceCount);
  const falselyAsserted = sum(
    (score) => score.wrongStances.filter(({ actual }) => actual === 'asserts').length,
  );
  const unasserted = sum(
    (score) => score.wrongStances.filter(({ expected }) => expected === 'asserts').length,
  );
  const missedAsserts = sum(
    (score) => score.missed.filter(({ stance }) => stance === 'asserts').length,
  );
  const assertLabels = texts.reduce(
    (total, { labels }) => total + labels.filter(({ stance }) => stance === 'asserts').length,
    0,
  );
  const rightlyAssertedCount = assertLabels - missedAsserts - unasserted;
  return {
    labelCount,
    rightCount,
    wrongCount,
    rightStanceCount,
    assertedCount: rightlyAssertedCount + falselyAsserted,
    rightlyAssertedCount,
    precision: share(rightCount, rightCount + wrongCount),
    recall: share(rightCount, labelCount),
    stanceAccuracy: share(rightStanceCount, rightCount),
  };
}
