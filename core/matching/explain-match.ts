/** Why a passage resembles a claim: which of its words stand for which words of a wording. */
import type { ClaimWordings } from '../claims/claim-list.ts';
import type { ClaimIndex, LanguagePack } from './claim-index.ts';
import type { ClaimMatch } from './claim-match.ts';
import { foldText, unfoldSpan } from './fold-text.ts';
import { NO_TERM } from './lexicon.ts';
import { sentenceReader } from './read-sentences.ts';

/** Words of a page and the words of a wording that stand for the same; both as they are printed. */
export type WordPair = { readonly page: string; readonly claim: string };

/**
 * The pairs of `passage` and `wording`, both in the language of `pack`, in the order of the passage,
 * each thing once. Words that only the context lends to the passage are not among them.
 */
export function explainMatch(
  pack: LanguagePack,
  passage: string,
  wording: string,
): readonly WordPair[] {
  const own = wordsByConcept(pack, wording);
  return [...wordsByConcept(pack, passage)].flatMap(([concept, page]) => {
    const claim = own.get(concept);
    return claim === undefined ? [] : [{ page, claim }];
  });
}

/**
 * The pairs of a match of `index` and the words that it stands on; none where it is of no wording, or
 * of one that is not among `wordings`.
 */
export function explainIn(
  index: ClaimIndex,
  wordings: ClaimWordings,
  { claim, language, wording }: Pick<ClaimMatch, 'claim' | 'language' | 'wording'>,
  passage: string,
): readonly WordPair[] {
  const pack = index.packs.get(language);
  const text = wording === null ? undefined : wordings[claim]?.[language]?.[wording];
  return pack === undefined || text === undefined ? [] : explainMatch(pack, passage, text);
}

/** Each concept of a text with the first words for it, as they are printed. */
function wordsByConcept({ lexicon }: LanguagePack, text: string): ReadonlyMap<number, string> {
  const sentences = sentenceReader(lexicon)(text);
  const found = new Map<number, string>();
  for (const sentence of sentences.slice(0, sentences.spans.length)) {
    const folded = foldText(sentence.text);
    for (const { concept, start, end } of sentence.terms) {
      if (concept === NO_TERM || found.has(concept)) continue;
      const span = unfoldSpan(folded, { start, end });
      found.set(concept, sentence.text.slice(span.start, span.end));
    }
  }
  return found;
}
