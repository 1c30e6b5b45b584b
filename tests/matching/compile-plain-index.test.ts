import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openIndex, WORDING_KINDS } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { mayPut } from '../../core/matching/plain-bound.ts';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import { MAX_WINDOW_SENTENCES } from '../../core/matching/score-match.ts';
import { NO_PARTIES, shortlister } from '../../core/matching/shortlist.ts';
import { inventClaims, inventProse } from '../../tools/invent-text.ts';

const claim = (id: string, text: string, of: Partial<PlainClaim> = {}): PlainClaim => ({
  id,
  text,
  title: null,
  lang: null,
  ...of,
});

const CLAIMS = [
  claim('goats', 'Goats climbed the lighthouse of Eastvale'),
  claim('tax', 'The mayor doubled the window tax', { title: 'Window tax twice as high?' }),
  claim('ziegen', 'Ziegen erklommen den Leuchtturm', { lang: 'qde' }),
  claim('bees', 'Bees closed the southern railway', { lang: 'en-GB' }),
];
const index = openIndex(compilePlainIndex(CLAIMS));

const find = (text: string, language: string | null = 'en', of = index) =>
  findClaims(of, { language, title: '', before: '', blocks: [{ text, isHeading: false }] }).flat();

describe('compilePlainIndex', () => {
  it('has every claim, in the order of the list', () => {
    expect(index.claimCount).toBe(CLAIMS.length);
    expect(CLAIMS.map((_, at) => index.idOf(at))).toEqual(CLAIMS.map(({ id }) => id));
    expect([...index.packs.keys()]).toEqual(['en', 'und']);
  });

  test.each([
    ['its text', 'Yesterday goats climbed the lighthouse of Eastvale.', 'goats'],
    ['its words in other forms', 'A goat was climbing Eastvale’s lighthouse.', 'goats'],
    ['its title', 'Is the window tax twice as high now, they ask.', 'tax'],
    ['the text of one in a regional form of the language', 'Bees closed the railway.', 'bees'],
  ])('finds a claim by %s', (_, text, id) => {
    expect(find(text)).toMatchObject([{ claim: id, language: 'en' }]);
  });

  it('finds nothing in prose about something else', () => {
    expect(find('The ferry was late, and the apples were ripe.')).toEqual([]);
  });

  it('compares what is in a language without rules word by word, and never as its own word', () => {
    const text = 'Gestern erklommen Ziegen den Leuchtturm.';
    expect(find(text, 'qfr')).toMatchObject([
      { claim: 'ziegen', language: 'und', stance: 'attributes' },
    ]);
    expect(find(text, null)).toMatchObject([{ claim: 'ziegen' }]);
    expect(find(text, 'en')).toEqual([]);
  });

  it('lets a claim declare nothing that a passage could contradict', () => {
    expect(index.guardsOf(0)).toMatchObject({ agents: 0, requiredParties: 0, firstDay: 0 });
    expect(find('In 1999 goats climbed the lighthouse of Eastvale.')).toHaveLength(1);
  });

  it('takes a title that says the same for no wording of its own', () => {
    const twice = [claim('goats', 'Goats climbed', { title: 'Goats climbed' })];
    expect(openIndex(compilePlainIndex(twice)).packs.get('en')?.wordingClaims).toHaveLength(1);
  });

  it.each([
    ['no claim', []],
    ['a claim without a word', [claim('none', '—')]],
    ['a claim of stop words', [claim('none', 'It is what it is')]],
  ])('opens a list of %s', (_, claims) => {
    expect(find('It is what it is, goats.', 'en', openIndex(compilePlainIndex(claims)))).toEqual(
      [],
    );
  });

  it('gives the same bytes for the same list', () => {
    expect(new Uint8Array(compilePlainIndex(CLAIMS))).toEqual(
      new Uint8Array(compilePlainIndex(CLAIMS)),
    );
  });
});

describe('a list of thousands', () => {
  const claims = inventClaims(3_000);
  const pack = openIndex(compilePlainIndex(claims)).packs.get('en');
  if (pack === undefined) throw new Error('no English pack');
  const shortlist = shortlister(pack, null);
  const readSentences = sentenceReader(pack.lexicon);
  const { lexicon } = pack;

  it('takes few bytes for each claim', () => {
    const { byteLength } = compilePlainIndex(claims);
    console.log(`plain index: ${(byteLength / claims.length).toFixed(0)} bytes a claim`);
    expect(byteLength).toBeLessThan(400 * claims.length);
  });

  it('has no wording overlooked that a window shares enough with', () => {
    const wordings = Array.from(pack.wordingKinds.keys());
    expect(pack.wordingKinds.every((kind) => kind === WORDING_KINDS.wording)).toBe(true);
    const prose = inventProse(100_000).flatMap((text) => text.split(/(?<=\.) /u));
    let reachedCount = 0;
    const anyPart = fc.tuple(fc.nat({ max: claims.length - 1 }), fc.nat(), fc.boolean());
    const anyFiller = fc.nat({ max: prose.length - 1 });
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 3 }), anyFiller, (parts, filler) => {
        // Claims of which words are missing, some cut in two, among prose.
        const sentences = parts.map(([at, seed, isCut]) => {
          const words = (claims[at]?.text ?? '').split(' ');
          const kept = words.filter((_, i) => (seed + i * i) % 4 !== 0);
          const middle = Math.floor(kept.length / 2);
          return isCut
            ? `${kept.slice(0, middle).join(' ')}. It ${kept.slice(middle).join(' ')}.`
            : `${kept.join(' ')}.`;
        });
        const text = [prose[filler], ...sentences].join(' ');
        const read = readSentences(text);
        const windows = [...(shortlist(text, NO_PARTIES).windowsOf?.(read.spans) ?? [])];
        for (let size = 1; size <= MAX_WINDOW_SENTENCES; size++) {
          for (let first = 0; first + size <= read.spans.length; first++) {
            const own = read.slice(first, first + size);
            const has = new Uint8Array(lexicon.conceptCount);
            for (const concept of own.flatMap((sentence) => [...sentence.concepts]))
              has[concept] = 1;
            const found = windows.find((it) => it.first === first && it.last === first + size - 1);
            const listed = new Set([...(found?.wordings.values() ?? [])].flat());
            for (const wording of wordings) {
              if (!mayPut(pack, wording, has)) continue;
              reachedCount++;
              expect(listed, `${String(wording)} in “${text}”`).toContain(wording);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(reachedCount).toBeGreaterThan(20);
    expect(lexicon.partyConcepts.size).toBe(0);
  });
});
