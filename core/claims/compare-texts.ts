/** What one text of a list says again of another: duplicates, and examples that copy a wording. */
import type { Claim, ClaimId } from './claim.ts';
import { STATEMENT_PARTS, type ClaimList } from './claim-list.ts';
import type { ClaimExamples } from './example.ts';
import type { ListError } from './parse-file.ts';

/** A run of so many content words that an example shares with a wording makes it no test of it. */
export const MAX_SHARED_WORDS = 3;

/** Shorter words are taken for function words, numbers apart. */
const MIN_CONTENT_WORD_LENGTH = 3;

/** The commonest longer words that say nothing of a matter, by language; those left out are counted. */
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    en: 'the and for was were off its had has have not who his her are but out all can from with into that this over under upon been they which when would could about between against during',
    az: 'ilə bir onu onun edən edib olan olub üçün kimi öz həm isə deyə görə sonra qarşı',
    fa: 'های هایی است این آن خود بود کرد کردند شد شدند شده شود کند روی نیز بین پیش کار برای علیه زیر توسط درباره میان',
    hy: 'վրա մեջ ըստ նաև որը իրա համար հետ դեմ միջև կողմից էին',
    ru: 'для что как его при под над или был была были через против около чтобы этого они она',
    tr: 'ile bir için olan onu olarak karşı gibi sonra göre kadar üzere',
    sq: 'nga për një dhe tij saj kur ish kundër mbi nën midis prej pranë sipas ishte ishin kishte',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** With the joiner that holds the parts of a Persian word together. */
const WORD = /[\p{L}\p{M}\p{N}\u200c]+/gu;
const NUMBER = /^\p{N}+$/u;

type Place = { readonly file: string; readonly field: string };
type PlacedText = Place & { readonly text: string };

const fileOf = (claim: Claim) => `claims/${claim.id}.json`;
const exampleFileOf = (id: string) => `examples/${id}.json`;

/** Everything that stands twice in a list where each may stand once only. */
export function findDuplicates(
  { sources, claims }: ClaimList,
  examples: ReadonlyMap<ClaimId, ClaimExamples>,
): readonly ListError[] {
  const wordings = claims.flatMap((claim) =>
    Object.entries(claim.wordings).flatMap(([language, { texts }]) =>
      texts.map((text, at) => ({
        file: fileOf(claim),
        field: `wordings.${language}.texts.${String(at)}`,
        text: `${language} ${text}`,
      })),
    ),
  );
  const titles = claims.flatMap((claim) =>
    Object.entries(claim.claimReviewed).map(([language, text]) => ({
      file: fileOf(claim),
      field: `claimReviewed.${language}`,
      text: `${language} ${text}`,
    })),
  );
  const addresses = Object.entries(sources).flatMap(([id, { url }]) =>
    url === null ? [] : [{ file: 'sources.json', field: `${id}.url`, text: url }],
  );
  return [
    ...repeated(wordings, 'a wording that no claim has already'),
    ...repeated(titles, 'a claim that the list does not have already'),
    ...repeated(addresses, 'an address that no other source has'),
    ...claims.flatMap((claim) =>
      repeated(statementsOf(claim), 'a statement that the claim does not have already'),
    ),
    ...repeated([...examples].flatMap(passagesOf), 'a passage that no example has already'),
  ];
}

/** One text for each statement of a claim, the same for two that differ in note and sources only. */
function statementsOf(claim: Claim): readonly PlacedText[] {
  return STATEMENT_PARTS.flatMap((part) =>
    claim[part].map((statement, at) => ({
      file: fileOf(claim),
      field: `${part}.${String(at)}`,
      text: JSON.stringify({ ...statement, note: null, sources: null }),
    })),
  );
}

function passagesOf([id, examples]: readonly [ClaimId, ClaimExamples]): readonly PlacedText[] {
  return Object.entries(examples).flatMap(([language, { matches, nearMisses }]) => {
    const place = (kind: string) => (example: { readonly text: string }, at: number) => ({
      file: exampleFileOf(id),
      field: `${language}.${kind}.${String(at)}.text`,
      text: example.text,
    });
    return [...matches.map(place('matches')), ...nearMisses.map(place('nearMisses'))];
  });
}

function repeated(texts: readonly PlacedText[], expected: string): readonly ListError[] {
  const first = new Map<string, Place>();
  return texts.flatMap(({ file, field, text }) => {
    const key = text.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, { file, field });
      return [];
    }
    return [{ file, field, expected, received: `that of ${earlier.file}: ${earlier.field}` }];
  });
}

/** Examples that share more than `MAX_SHARED_WORDS` content words in a row with a wording of their claim. */
export function findCopiedWordings(
  { claims }: ClaimList,
  examples: ReadonlyMap<ClaimId, ClaimExamples>,
): readonly ListError[] {
  const expected = `at most ${String(MAX_SHARED_WORDS)} content words in a row of a wording`;
  return claims.flatMap((claim) => {
    const own = examples.get(claim.id);
    if (own === undefined) return [];
    return passagesOf([claim.id, own]).flatMap(({ file, field, text }) => {
      const [language = ''] = field.split('.');
      const runs = new Set(runsOf(text, language));
      const shared = (claim.wordings[language]?.texts ?? [])
        .flatMap((wording) => runsOf(wording, language))
        .find((run) => runs.has(run));
      return shared === undefined ? [] : [{ file, field, expected, received: `'${shared}'` }];
    });
  });
}

/** Every run of one content word more than may be shared, joined by spaces. */
function runsOf(text: string, language: string): readonly string[] {
  const functionWords = FUNCTION_WORDS.get(language);
  const words = (text.toLowerCase().match(WORD) ?? []).filter(
    (word) =>
      NUMBER.test(word) ||
      (word.length >= MIN_CONTENT_WORD_LENGTH && functionWords?.has(word) !== true),
  );
  return words
    .slice(MAX_SHARED_WORDS)
    .map((_, at) => words.slice(at, at + MAX_SHARED_WORDS + 1).join(' '));
}
