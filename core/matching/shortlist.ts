/** Folded text -> the few wordings worth scoring, by looking each word up once. */
import type { LanguagePack } from './claim-index.ts';
import { NO_TERM } from './lexicon.ts';
import { hashWord, isWordUnit } from './tokenize.ts';

/** A word that some wordings are listed under. */
export type Hit = { readonly start: number; readonly wordings: readonly number[] };

/** How many different words are remembered; a page has some thousand, a day of reading more. */
const MAX_REMEMBERED_WORDS = 50_000;

const NOTHING: readonly number[] = [];

function wordingsUnder(pack: LanguagePack, word: string): readonly number[] {
  const { lexicon, postingStarts, postings } = pack;
  const stem = lexicon.stemOf(word);
  if (stem === NO_TERM) return NOTHING;
  const concepts = new Set([lexicon.conceptOf(word), ...lexicon.conceptsThrough(stem)]);
  const wordings = new Set<number>();
  for (const concept of concepts) {
    if (concept === NO_TERM) continue;
    const own = postings.subarray(postingStarts[concept], postingStarts[concept + 1]);
    for (const wording of own) wordings.add(wording);
  }
  return wordings.size === 0 ? NOTHING : [...wordings];
}

/**
 * The words of `folded` that lead to wordings, in order. A text without any cannot match, and most
 * have none: this is all that the ordinary page costs. Linear in the text.
 */
export function shortlist(pack: LanguagePack, folded: string): readonly Hit[] {
  const hits: Hit[] = [];
  const remembered = pack.wordingsByWord;
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && isWordUnit(folded.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    // Two words of one hash would share wordings to score, and scoring reads the words themselves.
    const hash = hashWord(folded, start, at);
    let wordings = remembered.get(hash);
    if (wordings === undefined) {
      wordings = wordingsUnder(pack, folded.slice(start, at));
      if (remembered.size >= MAX_REMEMBERED_WORDS) remembered.clear();
      remembered.set(hash, wordings);
    }
    if (wordings.length > 0) hits.push({ start, wordings });
    start = -1;
  }
  return hits;
}
