import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { WORDING_KINDS } from '../../core/matching/claim-index.ts';
import { foldText, unfoldSpan } from '../../core/matching/fold-text.ts';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import { scoreMatch } from '../../core/matching/score-match.ts';
import { shortlister } from '../../core/matching/shortlist.ts';
import { hashWord } from '../../core/matching/tokenize.ts';
import { englishPack } from './fictional-index.ts';

const pack = englishPack();
const shortlist = shortlister(pack);
const readSentences = sentenceReader(pack.lexicon);

const claimsIn = (text: string) => [...shortlist(foldText(text).text).wordings.keys()];

describe('shortlister', () => {
  test.each([
    ['nothing', ''],
    ['prose about something else', 'The ferry was late, and the apples of the valley were ripe.'],
    ['common words that phrases of the language hold', 'They set out of the air in one way.'],
    ['one name of several', 'Northland elects a mayor in spring.'],
    ['a name that only looks like a party’s', 'Lower Northland is a village.'],
    ['half of a claim’s words', 'Amber from Northland.'],
  ])('finds nothing in %s', (_, text) => {
    expect(shortlist(foldText(text).text)).toEqual({ wordings: new Map(), places: [] });
  });

  it('leads to the claims that a text has the words of', () => {
    expect(claimsIn('Southmarkian drones entered Eastvale from Northland.')).toEqual([1]);
    expect(claimsIn('Southmark’s amber was smuggled through Northland’s harbour.')).toEqual([0]);
  });

  it('says where the words stand that lead there', () => {
    const text = 'Rain fell. Southmark’s drones entered Eastvale from Northland. Rain fell.';
    const folded = foldText(text);
    const words = shortlist(folded.text).places.map((place) => {
      const { start, end } = unfoldSpan(folded, place);
      return text.slice(start, end);
    });
    expect(words).toContain('drones');
    expect(words).not.toContain('Rain');
    expect(words).not.toContain('from');
  });

  it('never asks about a text that only looks like a claim', () => {
    const all = Array.from({ length: pack.wordingKinds.length }, (_, wording) => wording);
    const postings = new Set(pack.postings);
    const nearMisses = all.filter((it) => pack.wordingKinds[it] === WORDING_KINDS.nearMiss);
    expect(nearMisses.length).toBeGreaterThan(0);
    expect(nearMisses.filter((wording) => postings.has(wording))).toEqual([]);
  });

  it('is not misled by a word that was made to have the hash of another', () => {
    const twin = wordWithHash(hashWord('southmark'));
    const text = 'southmark drones entered eastvale from northland';
    const fresh = shortlister(pack);
    expect(hashWord(twin)).toBe(hashWord('southmark'));
    expect(fresh(`${twin} ${twin}`).wordings.size).toBe(0);
    expect(fresh(text)).toEqual(shortlist(text));
    expect(fresh(`${twin} ${twin}`).wordings.size).toBe(0);
  });

  it('finds in many different words what it finds in few', () => {
    const text = 'southmark drones entered eastvale from northland';
    const noise = Array.from({ length: 60_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
    expect(shortlist(`${noise} ${text}`).wordings).toEqual(shortlist(text).wordings);
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
          const listed = new Set([...shortlist(text).wordings.values()].flat());
          const sentences = readSentences(text);
          const lent = new Set(pack.lexicon.conceptsThrough(lentWord));
          for (let first = 0; first < sentences.spans.length; first++) {
            const window = sentences.slice(first, first + 3);
            const concepts = new Set(window.flatMap((sentence) => [...sentence.concepts]));
            for (const wording of wordings) {
              const { similarity } = scoreMatch(pack, wording, {
                concepts,
                lent,
                sentenceCount: 1,
              });
              if (similarity === 0) continue;
              reachedCount++;
              expect(listed, `${String(wording)} in “${text}”`).toContain(wording);
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
