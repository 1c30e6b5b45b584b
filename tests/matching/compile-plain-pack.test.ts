import { describe, expect, it, test } from 'vitest';
import {
  conceptsOfWording,
  isPlain,
  openIndex,
  WORD_KINDS,
} from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { englishPack } from './fictional-index.ts';

const CLAIMS = [
  { id: 'barn', text: 'In May 3 goats of Eastvale burnt a barn.', title: 'Burnt barn', lang: 'en' },
  { id: 'goat', text: 'A goat of Eastvale sang of a barn.', title: null, lang: 'en' },
];
const pack = openIndex(compilePlainIndex(CLAIMS)).packs.get('en');
if (pack === undefined) throw new Error('no English pack');
const { conceptOf } = pack.lexicon;
const kindsOf = (word: string) => pack.wordKinds[conceptOf(word)];

describe('the pack of a plain list', () => {
  it('is told from one of a list with answers', () => {
    expect(isPlain(pack)).toBe(true);
    expect(isPlain(englishPack())).toBe(false);
  });

  test.each([
    ['eastvale', WORD_KINDS.name],
    ['3', WORD_KINDS.number],
    ['goats', 0],
  ])('knows what kind of word %s is', (word, kinds) => {
    expect(kindsOf(word)).toBe(kinds);
  });

  it('has a text before its title, each word once and no function word', () => {
    expect([...pack.wordingClaims]).toEqual([0, 0, 1]);
    expect([...conceptsOfWording(pack, 1)]).toEqual([conceptOf('burnt'), conceptOf('barn')]);
    expect([...conceptsOfWording(pack, 2)]).toEqual(
      ['goat', 'eastvale', 'sang', 'barn'].map(conceptOf),
    );
  });

  it('weighs a word the more, the fewer claims have it', () => {
    const weightOf = (word: string) => pack.weights[conceptOf(word)] ?? 0;
    expect(weightOf('sang')).toBeGreaterThan(weightOf('goat'));
    expect(weightOf('goat')).toBeGreaterThan(0);
  });
});
