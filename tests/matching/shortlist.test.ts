import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { WORDING_KINDS, wordingsListed } from '../../core/matching/claim-index.ts';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import { MAX_WINDOW_SENTENCES, scoreMatch } from '../../core/matching/score-match.ts';
import { NO_PARTIES, shortlister, type Shortlister } from '../../core/matching/shortlist.ts';
import { hashWord } from '../../core/matching/tokenize.ts';
import { englishPack } from './fictional-index.ts';

const pack = englishPack();
/** What a text may say enough of by its words alone. */
const byWords = (read: Shortlister) => (text: string) => read(text, NO_PARTIES).windowsOf;
const shortlist = byWords(shortlister(pack, null));
const readSentences = sentenceReader(pack.lexicon);

const whole = (text: string) => [{ start: 0, end: text.length }];
/** The wordings that the sentences of a text may say enough of, each alone or several together. */
const wordingsIn = (text: string, of = shortlist) => [
  ...new Set(
    [...(of(text)?.(readSentences(text).spans) ?? [])].flatMap(({ wordings }) =>
      [...wordings.values()].flat(),
    ),
  ),
];
const claimsIn = (text: string) => [
  ...new Set(wordingsIn(text).map((wording) => pack.wordingClaims[wording])),
];

describe('shortlister', () => {
  test.each([
    ['nothing', ''],
    ['prose about something else', 'The ferry was late, and the apples of the valley were ripe.'],
    ['common words that phrases of the language hold', 'They set out of the air in one way.'],
    ['one name of several', 'Northland elects a mayor in spring.'],
    ['a name that only looks like a party’s', 'Lower Northland is a village.'],
    ['half of a claim’s words', 'Amber from Northland.'],
  ])('finds nothing in %s', (_, text) => {
    expect(shortlist(text)).toBeNull();
  });

  it('leads to the claims that a text has the words of', () => {
    expect(claimsIn('Southmarkian drones entered Eastvale from Northland.')).toEqual([1]);
    expect(claimsIn('Southmark’s amber was smuggled through Northland’s harbour.')).toEqual([0]);
  });

  it('says which sentences say enough, alone or together', () => {
    const text =
      'Rain fell. Southmark’s drones entered Eastvale from Northland. Rain fell. Rain fell.';
    const windows = [...(shortlist(text)?.(readSentences(text).spans) ?? [])];
    expect(windows.map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [0, 1],
      [1, 2],
      [0, 2],
      [1, 3],
    ]);
  });

  it('keeps what it found of a text when it reads another', () => {
    const text = 'Southmark’s drones entered Eastvale from Northland.';
    const windows = shortlist(text)?.(whole(text));
    shortlist('Southmark’s amber was smuggled through Northland’s harbour.');
    expect([...(windows ?? [])].flatMap(({ wordings }) => [...wordings.keys()])).toEqual([1]);
  });

  it('never asks about a text that only looks like a claim', () => {
    const concepts = Array.from({ length: pack.lexicon.conceptCount }, (_, concept) => concept);
    const listed = new Set(concepts.flatMap((concept) => wordingsListed(pack, concept)));
    const nearMisses = Array.from(pack.wordingKinds.keys()).filter(
      (it) => pack.wordingKinds[it] === WORDING_KINDS.nearMiss,
    );
    expect(nearMisses.length).toBeGreaterThan(0);
    expect(nearMisses.filter((wording) => listed.has(wording))).toEqual([]);
  });

  it('is not misled by a word that was made to have the hash of another', () => {
    const twin = wordWithHash(hashWord('southmark'));
    const text = 'southmark drones entered eastvale from northland';
    const fresh = byWords(shortlister(pack, null));
    expect(hashWord(twin)).toBe(hashWord('southmark'));
    expect(fresh(`${twin} ${twin}`)).toBeNull();
    expect(wordingsIn(text, fresh)).toEqual(wordingsIn(text));
    expect(fresh(`${twin} ${twin}`)).toBeNull();
  });

  it('finds in many different words what it finds in few', () => {
    const text = 'southmark drones entered eastvale from northland';
    const noise = Array.from({ length: 100_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
    const both = `${noise} ${text}`;
    const at = [{ start: both.length - text.length, end: both.length }];
    expect(wordingsIn(text)).not.toEqual([]);
    expect([...(shortlist(both)?.(at) ?? [])]).toEqual([...(shortlist(text)?.(whole(text)) ?? [])]);
  });

  test.each([
    ['letters that fold to others', 'SOUTHMARK’S DRÖNES ENTERED EÄSTVALE FROM NORTHLAND'],
    ['letters that fold to several', 'Southmark’s drones entered Eaﬆvale from Northland'],
    ['letters that vanish', 'South\u00admark’s drones entered East\u200bvale from North\u0301land'],
    ['letters outside the basic plane', '𝐒𝐨𝐮𝐭𝐡𝐦𝐚𝐫𝐤 drones 😀entered😀 Eastvale from 𝐍𝐨𝐫𝐭𝐡𝐥𝐚𝐧𝐝'],
    ['letters that are torn', 'Southmark’s ½drones½ entered ½ Eastvale, ½ from Northland'],
    ['half pairs', 'Southmark\ud83d drones entered \ude00Eastvale from Northland\ud83d'],
  ])('reads %s as folding does', (_, text) => {
    expect(claimsIn(text)).toEqual([1]);
  });

  const anyWord = fc.constantFrom(
    ...['southmark', 'southmarkian', 'northland', 'northlandic', 'lower', 'eastvale', 'westmoor'],
    ...['drones', 'unmanned', 'aircraft', 'launched', 'took', 'off', 'set', 'out', 'of', 'soil'],
    ...['amber', 'smuggled', 'harbour', 'through', 'the', 'border', 'attack', 'gates', 'locked'],
    ...['meadows', 'quays', 'strangers', 'keeps', 'lent', 'used', 'entry', 'carried', '.', ','],
  );

  it('leads to whatever wording any window of the text says enough of', () => {
    const wordings = Array.from(pack.wordingKinds.keys()).filter(
      (wording) => pack.wordingKinds[wording] !== WORDING_KINDS.nearMiss,
    );
    let reachedCount = 0;
    fc.assert(
      fc.property(
        fc.array(anyWord, { minLength: 4, maxLength: 24 }),
        anyWord,
        (words, lentWord) => {
          const text = words.join(' ');
          const sentences = readSentences(text);
          const windows = [...(shortlist(text)?.(sentences.spans) ?? [])];
          const lent = new Set(pack.lexicon.conceptsThrough(lentWord));
          for (let size = 1; size <= MAX_WINDOW_SENTENCES; size++) {
            for (let first = 0; first + size <= sentences.spans.length; first++) {
              const last = first + size - 1;
              const window = sentences.slice(first, last + 1);
              const concepts = new Set(window.flatMap((sentence) => [...sentence.concepts]));
              const found = windows.find((it) => it.first === first && it.last === last);
              const listed = [...(found?.wordings.values() ?? [])].flat();
              for (const wording of wordings) {
                const words = { concepts, lent, sentenceCount: size };
                if (scoreMatch(pack, wording, words).similarity === 0) continue;
                reachedCount++;
                expect(listed, `${String(wording)} in “${text}”`).toContain(wording);
              }
            }
          }
        },
      ),
      { numRuns: 500 },
    );
    // Otherwise the property would hold for a shortlist of nothing.
    expect(reachedCount).toBeGreaterThan(100);
  });
});

/** A word of letters with the FNV-1a hash that is asked for, found from both ends at once. */
function wordWithHash(hash: number): string {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
  const ends = fourLetterWords(LETTERS);
  const half = new Map(ends.map((start) => [hashWord(start), start]));
  // The prime is odd, so that multiplying by it can be undone in 32 bits.
  const UNDO = 0x359c449b;
  for (const end of ends) {
    let before = hash;
    for (let at = end.length - 1; at >= 0; at--) {
      before = (Math.imul(before, UNDO) ^ end.charCodeAt(at)) >>> 0;
    }
    const start = half.get(before);
    if (start !== undefined) return start + end;
  }
  throw new Error('no such word');
}

function fourLetterWords(letters: string): readonly string[] {
  const extend = (words: readonly string[]) =>
    words.flatMap((word) => Array.from(letters, (letter) => word + letter));
  return extend(extend(extend(extend(['']))));
}
