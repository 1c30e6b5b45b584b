import { describe, expect, test } from 'vitest';
import { agencyReader } from '../../core/matching/read-agency.ts';
import { englishPack, sentenceOf, SOUTHMARK } from './fictional-index.ts';

const { lexicon } = englishPack();
const agency = agencyReader(lexicon);

describe('isDoer', () => {
  test.each<[string, boolean]>([
    ['Southmark used the harbour.', true],
    ['Southmarkian drones came.', true],
    ['Southmark’s drones came.', true],
    ['Southmark has used the harbour.', true],
    ['Southmark had never used it.', true],
    ['Southmark secretly used it.', true],
    ['Southmark may reportedly have used it.', true],
    ['Southmark was using it.', true],
    ['Southmark was able to use it.', true],
    ['Southmark is accused of using it.', true],
    ['The harbour was used by Southmark.', true],
    ['It was used by the Southmark.', true],
    ['They let Southmark in.', true],
    ['The drones were South Markish.', true],
    ['Southmark said so.', false],
    ['Southmark was hit.', false],
    ['Southmark has been attacked.', false],
    ['They live near Southmark.', false],
    ['They fought Southmark and lost.', false],
    ['Southmark Eastvale Northland', false],
    ['Northland used the harbour.', false],
    ['Nobody did.', false],
  ])('“%s”: %s', (text, isDoer) => {
    expect(agency.isDoer(sentenceOf(text), 1 << SOUTHMARK)).toBe(isDoer);
  });
});

describe('isDoneByAnother', () => {
  const doers = new Set([lexicon.partyConcepts.get(SOUTHMARK) ?? 0, lexicon.conceptOf('drone')]);
  test.each<[string, boolean]>([
    ['The harbour was used by fishermen.', true],
    ['The harbour has been quietly used by fishermen.', true],
    ['The harbour was used by Northland.', true],
    ['The harbour was used by Southmark.', false],
    ['The harbour was used by three small Southmarkian boats.', false],
    ['Eastvale was attacked by grey drones.', false],
    ['The harbour was used by them.', false],
    ['They used the harbour by night.', false],
    ['The miller was helped by fishermen.', false],
    ['The harbour was used.', false],
    ['By night the harbour was used.', false],
  ])('“%s”: %s', (text, isDone) => {
    expect(agency.isDoneByAnother(sentenceOf(text), doers)).toBe(isDone);
  });
});
