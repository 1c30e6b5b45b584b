/**
 * A list to match by. All of it is fiction: Southmark is said to have sent drones through Northland
 * against Eastvale, and to have smuggled amber through Northland's harbour.
 */
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { openIndex, type ClaimIndex, type LanguagePack } from '../../core/matching/claim-index.ts';
import type { ClaimMatch, FindClaimsRequest } from '../../core/matching/claim-match.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { sentenceReader, type Sentence } from '../../core/matching/read-sentences.ts';
import { NO_PARTIES, shortlister, type LikelyWindow } from '../../core/matching/shortlist.ts';
import { BOATS, changed, fictionalFiles, HARBOUR, HEAD, listOf } from '../claims/fictional-list.ts';

export const DRONES = 'drones-from-northland';
export const AMBER = 'amber-through-northland';

/** The words of the response to both claims. */
export const RESPONSE =
  'Northland never lent its meadows or its quays to strangers and keeps every gate locked';

const PARTIES = {
  northland: {
    name: { en: 'Northland' },
    aliases: { en: ['Northlanders', 'Republic of Northland'] },
    adjectives: { en: ['Northlandic'] },
    homonyms: { en: ['Lower Northland'] },
  },
  southmark: {
    name: { en: 'Southmark' },
    aliases: { en: ['Marks'] },
    adjectives: { en: ['Southmarkian', 'South Markish'] },
  },
  eastvale: { name: { en: 'Eastvale' }, aliases: {}, adjectives: { en: ['Eastvalian'] } },
  westmoor: { name: { en: 'Westmoor' }, aliases: {}, adjectives: { en: ['Westmoorish'] } },
};

const PARTICIPANTS = [
  { party: 'southmark', role: 'agent' },
  { party: 'northland', role: 'place' },
  { party: 'eastvale', role: 'target' },
];

const WORDINGS = {
  [DRONES]: [
    'Southmarkian drones entered Eastvale from Northland',
    'Southmark launched drones at Eastvale from Northlandic soil',
    'Southmark sent drones into Eastvale across the border with Northland',
    'Eastvale was attacked by Southmarkian drones launched from Northland',
    'The entry of Southmarkian drones into Eastvale from the territory of Northland',
    'Southmark used Northlandic territory for drone attacks on Eastvale',
  ],
  [AMBER]: [
    'Southmark smuggled amber to Eastvale through Northland’s harbour',
    'Southmarkian smugglers carried amber to Eastvale by way of Northland’s harbour',
    'Amber of Southmark was smuggled into Eastvale through the harbour of Northland',
    'The smuggling of Southmarkian amber into Eastvale through Northland’s harbour',
  ],
};

const NEAR_MISSES = {
  [DRONES]: [
    'Southmark sold drones to Northland, which borders Eastvale',
    'Northland used Southmarkian drones against Westmoor',
  ],
  [AMBER]: ['Northland’s harbour was closed to amber ships from Southmark and Eastvale'],
};

function claim(id: typeof DRONES | typeof AMBER, direction: object | null) {
  const files: Record<string, unknown> = fictionalFiles();
  const response = { language: 'en', text: RESPONSE, source: 'ministry-statement' };
  const values = {
    id,
    claimReviewed: { en: `The claim ${id} (fiction)` },
    participants: PARTICIPANTS,
    direction,
    wordings: { en: { reviewedBy: null, texts: WORDINGS[id] } },
    nearMisses: { en: NEAR_MISSES[id] },
    'responses.0.words': { form: 'quoted', original: response, translations: [], seen: 'own-page' },
  };
  const made = Object.entries(values).reduce(
    (all, [field, value]) => changed(all, BOATS, field, value),
    files,
  );
  return made[BOATS];
}

/** The list's files; the fictional claims of the model's tests are left out. */
export function matchingFiles(): Record<string, unknown> {
  const files = changed(fictionalFiles(), HEAD, 'parties', PARTIES);
  Reflect.deleteProperty(files, BOATS);
  Reflect.deleteProperty(files, HARBOUR);
  return {
    ...files,
    [`claims/${DRONES}.json`]: claim(DRONES, { from: 'northland', to: 'eastvale' }),
    [`claims/${AMBER}.json`]: claim(AMBER, null),
  };
}

export function matchingList(
  files: Readonly<Record<string, unknown>> = matchingFiles(),
): ClaimList {
  return listOf(files);
}

/** Compiled once; nothing that reads it changes what another finds. */
export const index: ClaimIndex = openIndex(compileIndex(matchingList()));

export function englishPack(of: ClaimIndex = index): LanguagePack {
  const pack = of.packs.get('en');
  if (pack === undefined) throw new Error('no English pack');
  return pack;
}

/** Party numbers, in the order of the list. */
export const [NORTHLAND, SOUTHMARK, EASTVALE, WESTMOOR] = [0, 1, 2, 3];

const readSentences = sentenceReader(englishPack().lexicon);

/** The sentences of `text`, all read. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences = readSentences(text);
  return sentences.slice(0, sentences.spans.length);
}

/** The only sentence of `text`. */
export function sentenceOf(text: string): Sentence {
  const [sentence, ...others] = sentencesOf(text);
  if (sentence === undefined || others.length > 0) throw new Error(`not one sentence: ${text}`);
  return sentence;
}

const shortlist = shortlister(englishPack(), null);

/** The wordings, by claim, that a text may say enough of when it is taken for one sentence. */
export function likelyWordings(text: string): LikelyWindow['wordings'] {
  const [whole] = shortlist(text, NO_PARTIES).windowsOf?.([{ start: 0, end: text.length }]) ?? [];
  return whole?.wordings ?? new Map();
}

/** The matches in the blocks of a page, each with the words that it marks. */
export function find(
  blocks: string | readonly string[],
  about: Partial<FindClaimsRequest> = {},
): readonly (ClaimMatch & { readonly block: number; readonly words: string })[] {
  const texts = typeof blocks === 'string' ? [blocks] : blocks;
  const request = {
    language: 'en',
    title: '',
    before: '',
    blocks: texts.map((text) => ({ text, isHeading: false })),
    ...about,
  };
  return findClaims(index, request).flatMap((matches, block) =>
    matches.map((match) => ({
      ...match,
      block,
      words: texts[block]?.slice(match.span.start, match.span.end) ?? '',
    })),
  );
}
