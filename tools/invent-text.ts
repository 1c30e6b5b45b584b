/** Prose and claims that mean nothing, the same each time: for measuring speed where no data are. */
import type { PlainClaim } from '../core/claims/plain-list.ts';

/** How many different words there are; the rank of a word decides how often it is used, as in English. */
const VOCABULARY_SIZE = 60_000;

const SYLLABLES = `ba ce di fo gu ha je ki lo mu na pe ri so tu va we yi zo bra cle dri flo gru pla
  ste tri sko`.split(/\s+/u);
const FUNCTION_WORDS =
  `the of and to a in is that for it as was with on by at from his her they this
  had not are but were which their have all been would there when who will more out so`.split(
    /\s+/u,
  );

/** Numbers of 0 to 1 from a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The word of a rank, from 0: function words first, then longer and longer ones. */
function wordOfRank(rank: number): string {
  const word = FUNCTION_WORDS[rank];
  if (word !== undefined) return word;
  const parts = ['n'];
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    parts.push(SYLLABLES[rest % SYLLABLES.length] ?? '');
  }
  return parts.join('');
}

/** Sentences of 8 to 24 words, drawn so that the word of rank r comes about 1 / r as often as the first. */
function sentenceWriter(seed: number): () => string {
  const next = seeded(seed);
  const draw = () => wordOfRank(Math.floor(VOCABULARY_SIZE ** next()) - 1);
  return () => {
    const words = Array.from({ length: 8 + Math.floor(next() * 17) }, draw);
    const text = `${words.join(' ')}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}

/** Paragraphs of five sentences, together at least `length` units long. */
export function inventProse(length: number): readonly string[] {
  const write = sentenceWriter(1);
  const paragraphs: string[] = [];
  for (let written = 0; written < length;) {
    const paragraph = Array.from({ length: 5 }, write).join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs;
}

/** A plain list of so many claims, in the words of the prose. */
export function inventClaims(count: number): readonly PlainClaim[] {
  const write = sentenceWriter(2);
  return Array.from({ length: count }, (_, at) => ({
    id: `claim-${String(at)}`,
    text: write(),
    title: null,
    lang: 'en',
  }));
}
