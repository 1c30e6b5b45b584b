/** Folded text -> the few wordings worth scoring, by looking each word up once. */
import type { LanguagePack } from './claim-index.ts';
import type { Span } from './claim-match.ts';
import { mayBeSaid } from './score-match.ts';
import { listAt } from './sections.ts';
import { eachWord, hashWord } from './tokenize.ts';

/** What a text may say of the list. */
export type Shortlist = {
  /** By claim, the wordings that the text holds enough words of. */
  readonly wordings: ReadonlyMap<number, readonly number[]>;
  /** The words that lead to them, in order: sentences without any say too little of each. */
  readonly places: readonly Span<'folded'>[];
};

/** What the shortlister remembers of a word. */
type Lead = {
  readonly word: string;
  /** What it may stand for, alone or as the key of a phrase. */
  readonly concepts: readonly number[];
  /** The wordings that are listed under those. */
  readonly wordings: readonly number[];
};

/** How many different words are remembered; a page has some thousand, a day of reading more. */
const MAX_REMEMBERED_WORDS = 50_000;
/** Longer words are looked up each time: pages that are read in a day do not fill the memory. */
const MAX_REMEMBERED_LENGTH = 24;

/** Shared by all words that lead nowhere: they are nearly all. */
const NONE: readonly number[] = [];
const NOTHING_FOUND: Shortlist = { wordings: new Map(), places: [] };

/**
 * A shortlister for `pack`. A text without any place cannot match, and most have none: this is all
 * that the ordinary page costs. Linear in the text.
 */
export function shortlister(pack: LanguagePack): (folded: string) => Shortlist {
  const leads = new Map<number, Lead>();

  const makeLead = (word: string): Lead => {
    const concepts = pack.lexicon.conceptsThrough(word);
    if (concepts.length === 0) return { word, concepts: NONE, wordings: NONE };
    const wordings = concepts.flatMap((concept) => [
      ...listAt(pack.postingStarts, pack.postings, concept),
    ]);
    return { word, concepts, wordings: [...new Set(wordings)] };
  };
  const leadAt = (folded: string, start: number, end: number): Lead => {
    const hash = hashWord(folded, start, end);
    const known = leads.get(hash);
    if (known?.word.length === end - start && folded.startsWith(known.word, start)) return known;
    // A slice would keep the whole text in memory.
    const lead = makeLead(folded.slice(start, end).split('').join(''));
    if (end - start > MAX_REMEMBERED_LENGTH) return lead;
    if (leads.size >= MAX_REMEMBERED_WORDS) leads.clear();
    leads.set(hash, lead);
    return lead;
  };

  return (folded) => {
    const hits: { readonly lead: Lead; readonly place: Span<'folded'> }[] = [];
    const concepts = new Set<number>();
    eachWord(folded, (start, end) => {
      const lead = leadAt(folded, start, end);
      for (const concept of lead.concepts) concepts.add(concept);
      if (lead.wordings.length > 0) hits.push({ lead, place: { start, end } });
    });
    if (hits.length === 0) return NOTHING_FOUND;

    const found = [...new Set(hits.map(({ lead }) => lead))];
    const likely = new Set(
      found
        .flatMap(({ wordings }) => wordings)
        .filter((wording) => mayBeSaid(pack, wording, concepts)),
    );
    const leading = new Set(found.filter(({ wordings }) => wordings.some((it) => likely.has(it))));
    return {
      wordings: Map.groupBy(likely, (wording) => pack.wordingClaims[wording] ?? 0),
      places: hits.filter(({ lead }) => leading.has(lead)).map(({ place }) => place),
    };
  };
}
