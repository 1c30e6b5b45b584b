import { describe, expect, test } from 'vitest';
import { explainMatch, type WordPair } from '../../core/matching/explain-match.ts';
import { englishPack } from './fictional-index.ts';

const WORDING = 'Southmarkian drones entered Eastvale from Northland';

describe('explainMatch', () => {
  test.each<[string, readonly WordPair[]]>([
    [
      'From Northlandic meadows Southmark’s UAVs crossed into Eastvale.',
      [
        { page: 'Northlandic', claim: 'Northland' },
        { page: 'Southmark', claim: 'Southmarkian' },
        { page: 'UAVs', claim: 'drones' },
        { page: 'crossed', claim: 'entered' },
        { page: 'Eastvale', claim: 'Eastvale' },
      ],
    ],
    // A phrase is one thing, and a thing that is named twice is named once.
    [
      'Unmanned aircraft, that is: drones, TOOK OFF.',
      [
        { page: 'Unmanned aircraft', claim: 'drones' },
        { page: 'TOOK OFF', claim: 'entered' },
      ],
    ],
    // As it is printed: with a soft hyphen in it.
    ['The North\u00adland­ers', [{ page: 'North\u00adland­ers', claim: 'Northland' }]],
    ['It rained in Westmoor.', []],
    ['', []],
  ])('“%s”', (passage, pairs) => {
    expect(explainMatch(englishPack(), passage, WORDING)).toEqual(pairs);
  });
});
