import { describe, expect, it, test } from 'vitest';
import {
  conceptsOfWording,
  PACK_LAYOUT,
  WORDING_KINDS,
  wordingsListed,
  type LanguagePack,
} from '../../core/matching/claim-index.ts';
import { compileLexicon, type Alias } from '../../core/matching/compile-lexicon.ts';
import { compilePack, type Wording } from '../../core/matching/compile-pack.ts';
import { english } from '../../core/matching/languages/en.ts';
import { openLexicon } from '../../core/matching/lexicon.ts';
import { MIN_OWN_COVERAGE } from '../../core/matching/score-match.ts';
import { listAt, openSections } from '../../core/matching/sections.ts';

const ALIASES: readonly Alias[] = [
  { text: 'Northland', party: 0, isAdjective: false, isOrgan: false },
  { text: 'Southmark', party: 1, isAdjective: false, isOrgan: false },
  { text: 'Southmarkian', party: 1, isAdjective: true, isOrgan: false },
];

const { wording, response, nearMiss } = WORDING_KINDS;

const WORDINGS: readonly Wording[] = [
  { claim: 0, kind: wording, text: 'Southmarkian drones used the old harbour' },
  { claim: 0, kind: wording, text: 'Southmarkian drones in the harbour of Northland' },
  { claim: 0, kind: wording, text: 'Southmark took drones to Northland’s harbour' },
  { claim: 0, kind: wording, text: 'The harbour was a den of drones' },
  { claim: 0, kind: response, text: 'Every gate of the harbour is locked' },
  { claim: 0, kind: nearMiss, text: 'Apples are sold at the harbour' },
  { claim: 1, kind: wording, text: 'Southmarkian amber used' },
  { claim: 2, kind: wording, text: 'Pears used' },
];
const CLAIM_COUNT = 3;

const bytes = compileLexicon(
  english,
  WORDINGS.map(({ text }) => text),
  ALIASES,
);
const lexicon = openLexicon(english, bytes.buffer, 0, bytes.byteLength);
const compiled = compilePack(lexicon, WORDINGS, CLAIM_COUNT);
const pack: LanguagePack = {
  ...openSections(PACK_LAYOUT, compiled.buffer, 0, compiled.byteLength),
  lexicon,
};

const weightOf = (word: string) => pack.weights[lexicon.conceptOf(word)] ?? 0;

describe('what a word weighs', () => {
  it('is the more, the fewer claims have it', () => {
    const fromRarest = ['amber', 'southmark'].map(weightOf);
    expect(fromRarest).toEqual(fromRarest.toSorted((a, b) => b - a));
    expect(new Set(fromRarest)).toHaveLength(fromRarest.length);
    expect(weightOf('southmark')).toBeGreaterThan(0);
  });

  it('is half as much for a word that says little', () => {
    // All three claims have it.
    expect(weightOf('used')).toBeCloseTo(Math.log(1 + 1) / 2);
    expect(weightOf('amber')).toBeCloseTo(Math.log(1 + CLAIM_COUNT));
  });

  it('is nothing for a word of no wording', () => {
    expect(weightOf('quadcopter')).toBe(weightOf('drone'));
    expect(weightOf('airplane')).toBe(0);
  });
});

describe('where a wording is listed', () => {
  const listedUnder = (at: number) =>
    Array.from({ length: lexicon.conceptCount }, (_, concept) => concept).filter((concept) =>
      wordingsListed(pack, concept).includes(at),
    );

  test.each(
    WORDINGS.flatMap(({ kind, text }, at) => (kind === nearMiss ? [] : [[text, at] as const])),
  )('leaves too little of “%s” to those that hold none of its words there', (_, at) => {
    const listed = new Set(listedUnder(at));
    const own = [...conceptsOfWording(pack, at)];
    const sum = (concepts: readonly number[]) =>
      concepts.reduce((total, concept) => total + (pack.weights[concept] ?? 0), 0);
    const unlisted = own.filter((concept) => !listed.has(concept));
    expect(sum(unlisted)).toBeLessThan(MIN_OWN_COVERAGE * sum(own));
    // No word is listed that could be left out: the rarest come first.
    const least = Math.min(...[...listed].map((concept) => pack.weights[concept] ?? 0));
    for (const concept of unlisted) expect(pack.weights[concept]).toBeLessThanOrEqual(least);
  });

  it('is nowhere for a text that only looks like a claim', () => {
    expect(listedUnder(5)).toEqual([]);
  });
});

describe('what a claim cannot do without', () => {
  const essentialsOf = (claim: number) => [...listAt(pack.essentialStarts, pack.essentials, claim)];

  it('is what nearly all its wordings share, parties and acts aside', () => {
    expect(essentialsOf(0).toSorted((a, b) => a - b)).toEqual(
      ['drone', 'harbour'].map(lexicon.conceptOf).toSorted((a, b) => a - b),
    );
  });

  it('is nothing when it has few wordings', () => {
    expect([essentialsOf(1), essentialsOf(2)]).toEqual([[], []]);
  });
});

describe('whose things they are', () => {
  it('counts what several wordings state', () => {
    const pairs = [...listAt(pack.ownerStarts, pack.owners, 0)];
    const owners = new Map(
      pairs.flatMap((concept, at) => (at % 2 === 0 ? [[concept, pairs[at + 1]] as const] : [])),
    );
    expect(owners.get(lexicon.conceptOf('drone'))).toBe(1 << 1);
    expect(owners.get(lexicon.conceptOf('harbour'))).toBe(1 << 0);
    expect([...listAt(pack.ownerStarts, pack.owners, 1)]).toEqual([]);
  });
});

it('knows of each text what it is to its claim, and its words once', () => {
  expect([...pack.wordingClaims]).toEqual(WORDINGS.map(({ claim }) => claim));
  expect([...pack.wordingKinds]).toEqual(WORDINGS.map(({ kind }) => kind));
  for (const at of WORDINGS.keys()) {
    const concepts = [...conceptsOfWording(pack, at)];
    expect(new Set(concepts)).toHaveLength(concepts.length);
  }
});
