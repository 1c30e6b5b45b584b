import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compileLexicon, type Alias } from '../../core/matching/compile-lexicon.ts';
import { foldText } from '../../core/matching/fold-text.ts';
import { english } from '../../core/matching/languages/en.ts';
import { NO_PARTY, NO_TERM, openLexicon, type Lexicon } from '../../core/matching/lexicon.ts';
import { stemText } from '../../core/matching/stem-text.ts';

const ALIASES: readonly Alias[] = [
  { text: 'Northland', party: 0, isAdjective: false, isOrgan: false },
  { text: 'Republic of Northland', party: 0, isAdjective: false, isOrgan: false },
  { text: 'Northlandic', party: 0, isAdjective: true, isOrgan: false },
  { text: 'Lower Northland', party: null },
  { text: 'Lower Northland Province', party: 2, isAdjective: false, isOrgan: false },
  { text: 'Southmark', party: 1, isAdjective: false, isOrgan: false },
  { text: 'South Markish', party: 1, isAdjective: true, isOrgan: false },
  { text: 'Side', party: 2, isAdjective: false, isOrgan: false },
];

const TEXTS = [
  'Drones crossed the valley',
  'Loitering munitions in the flight path',
  'Größe zählt',
];

function lexiconOf(texts: readonly string[], aliases: readonly Alias[]): Lexicon {
  const bytes = compileLexicon(english, texts, aliases);
  return openLexicon(english, bytes.buffer, 0, bytes.byteLength);
}

const lexicon = lexiconOf(TEXTS, ALIASES);

const read = (text: string) =>
  lexicon.readTerms(stemText(english, foldText(text).text)).map((term) => ({
    ...term,
    isKnown: term.concept !== NO_TERM,
  }));

describe('readTerms', () => {
  test.each<[string, string, readonly string[]]>([
    ['a word of a text', 'valley', ['valley']],
    ['another form of it', 'crossing', ['crossing']],
    ['a synonym', 'uav', ['uav']],
    ['a phrase', 'an unmanned aircraft', ['unmanned aircraft']],
    ['another form of a phrase', 'unmanned aircrafts', ['unmanned aircrafts']],
    ['a phrase that was broken off', 'unmanned and aerial', []],
    ['an accented word, folded', 'grosse', ['grosse']],
    ['a stop word', 'the in and', []],
    ['a word of no text', 'apple', []],
    ['a phrase across a comma', 'air, space', ['air, space']],
  ])('knows of %s what is there', (_, text, known) => {
    expect(
      read(text)
        .filter(({ isKnown }) => isKnown)
        .map(({ word }) => word),
    ).toEqual(known);
  });

  it('takes an organ of a party for the party, and for more than it', () => {
    const organ: Alias = { text: 'Night Office', party: 0, isAdjective: false, isOrgan: true };
    const own = lexiconOf([...TEXTS, 'The Night Office watched'], [...ALIASES, organ]);
    const [party, office] = ['Northland', 'Night Office'].map(
      (text) => own.readTerms(stemText(english, foldText(text).text))[0],
    );
    expect([party?.party, office?.party]).toEqual([0, 0]);
    expect(office?.concept).not.toBe(party?.concept);
    expect(own.partyConcepts.get(0)).toBe(party?.concept);
  });

  it('gives synonyms and phrases of one group one concept', () => {
    const concepts = [
      'drone',
      'drones',
      'uav',
      'loitering munition',
      'unmanned aerial vehicles',
    ].map((text) => read(text).map(({ concept }) => concept));
    expect(new Set(concepts.flat())).toHaveLength(1);
    expect(concepts.every((own) => own.length === 1)).toBe(true);
  });

  it('takes the longest phrase at a place', () => {
    expect(read('unmanned aerial vehicle over Northland').map(({ word }) => word)).toEqual([
      'unmanned aerial vehicle',
      'over',
      'northland',
    ]);
  });

  it('says where each term stands, in the text and among its words', () => {
    expect(read('a drone, an unmanned plane')).toMatchObject([
      { start: 0, end: 1, words: { start: 0, end: 1 } },
      { start: 2, end: 7, words: { start: 1, end: 2 } },
      { start: 9, end: 11, words: { start: 2, end: 3 } },
      { start: 12, end: 26, words: { start: 3, end: 5 }, stem: 'unmanned plane' },
    ]);
  });

  test.each([
    ['its name', 'Northland', 0],
    ['another name', 'the Republic of Northland', 0],
    ['a possessive', 'Northland’s', 0],
    ['its adjective', 'Northlandic', 0],
    ['an adjective of two words', 'South Markish', 1],
    ['a name that is a synonym too', 'Side', 2],
    ['a name that contains it', 'Lower Northland', NO_PARTY],
    ['a longer name that contains that one', 'Lower Northland Province', 2],
    ['half of a name', 'the Republic', NO_PARTY],
    ['nothing', 'drone', NO_PARTY],
  ])('names a party by %s', (_, text, party) => {
    const [named = NO_PARTY] = read(text)
      .map((term) => term.party)
      .filter((it) => it !== NO_PARTY);
    expect(named).toBe(party);
  });

  test.each([
    ['Northlandic drones', true, 0],
    ['South Markish drones', true, 1],
    ['Northland’s drones', false, 0],
    ['Northlandic-made drones', false, NO_PARTY],
    ['South Markish-built drones', false, NO_PARTY],
    ['Northland made drones', false, 0],
  ])('tells in "%s" whose something is', (text, isAdjective, party) => {
    expect(read(text)[0]).toMatchObject({ isAdjective, party });
  });

  it('has one term for every word or phrase, in order, and loses no word', () => {
    const anyWord = fc.constantFrom(
      ...['unmanned', 'aerial', 'vehicle', 'aircraft', 'air', 'space', 'of', 'republic', 'lower'],
      ...['northland', 'northlandic', 'drone', 'made', 'apple'],
    );
    fc.assert(
      fc.property(fc.array(anyWord), (words) => {
        const terms = read(words.join(' '));
        expect(terms.map(({ word }) => word).join(' ')).toBe(words.join(' '));
        expect(terms.flatMap((term) => [term.words.start, term.words.end])).toEqual(
          [
            0,
            ...terms.slice(1).flatMap(({ words: { start } }) => [start, start]),
            words.length,
          ].slice(0, 2 * terms.length),
        );
      }),
    );
  });
});

describe('conceptsThrough', () => {
  it('leads from some word of every phrase to its concept', () => {
    for (const group of english.synonyms) {
      for (const form of group) {
        const { folded, words } = stemText(english, form);
        const reached = words.flatMap(({ start, end }) =>
          lexicon.conceptsThrough(folded.slice(start, end)),
        );
        const [term] = read(form);
        expect(reached, form).toContain(term?.concept);
      }
    }
  });

  test.each(['of', 'the', 'through', 'apple', ''])('leads nowhere from "%s"', (word) => {
    expect(lexicon.conceptsThrough(word)).toEqual([]);
  });

  it('leads from a name that is part of others to all of them', () => {
    expect(new Set(lexicon.conceptsThrough('northland').map(lexicon.partyOf))).toEqual(
      new Set([0, 2]),
    );
  });
});

describe('openLexicon', () => {
  it('finds every word of thousands', () => {
    const words = Array.from({ length: 5_000 }, (_, at) => `qu${at.toString(36)}x`);
    const large = lexiconOf([words.join(' ')], []);
    const concepts = words.map(large.conceptOf);
    expect(concepts).not.toContain(NO_TERM);
    expect(large.conceptOf('qu-x')).toBe(NO_TERM);
  });

  it('knows nothing of words when it was made of none', () => {
    expect(lexiconOf([], []).conceptOf('valley')).toBe(NO_TERM);
  });

  it('gives up on a table that has no empty slot', () => {
    const bytes = compileLexicon(english, TEXTS, ALIASES);
    const [tableBytes = 0] = new Uint32Array(bytes.buffer, 0, 1);
    const head = 7 * Uint32Array.BYTES_PER_ELEMENT;
    new Uint32Array(bytes.buffer, head, tableBytes / 4).fill(1);
    expect(openLexicon(english, bytes.buffer, 0, bytes.byteLength).conceptOf('apple')).toBe(
      NO_TERM,
    );
  });
});
