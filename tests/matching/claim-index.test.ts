import { describe, expect, it, test } from 'vitest';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { ForeignIndexError, openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { NO_PARTY } from '../../core/matching/lexicon.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { changed } from '../claims/fictional-list.ts';
import {
  AMBER,
  DRONES,
  EASTVALE,
  index,
  matchingFiles,
  matchingList,
  NORTHLAND,
  RESPONSE,
} from './fictional-index.ts';

const ABOUT = { language: 'en', title: '', before: '' };

function inventedParties(count: number): ClaimList['head']['parties'] {
  const ids = Array.from({ length: count }, (_, at) => `party-${String(at)}`);
  const none = { aliases: {}, adjectives: {}, organs: {}, homonyms: {} };
  return Object.fromEntries(ids.map((id) => [id, { name: { en: id }, ...none }]));
}

const bitOf = (...parties: readonly number[]) => parties.reduce((all, it) => all | (1 << it), 0);

describe('openIndex', () => {
  it('has the published claims of the list, in its order', () => {
    expect([index.idOf(0), index.idOf(1)]).toEqual([AMBER, DRONES]);
    expect(index.claimCount).toBe(2);
    expect([...index.packs.keys()]).toEqual(['en']);
  });

  it('says what each claim declares', () => {
    expect(index.guardsOf(1)).toEqual({
      agents: bitOf(1),
      requiredParties: bitOf(0, 1),
      participants: bitOf(0, 1, 2),
      from: NORTHLAND,
      to: EASTVALE,
      firstDay: 20310401,
      lastDay: 20310430,
    });
    expect(index.guardsOf(0)).toMatchObject({ from: NO_PARTY, to: NO_PARTY });
  });

  it('takes the words of a response for a denial only when they deny', () => {
    const findResponse = (kind: string) => {
      const files = changed(matchingFiles(), `claims/${DRONES}.json`, 'responses.0.kind', kind);
      const opened = openIndex(compileIndex(matchingList(files)));
      return findClaims(opened, { ...ABOUT, blocks: [{ text: RESPONSE, isHeading: false }] })
        .flat()
        .map(({ claim }) => claim);
    };
    expect(findResponse('denies-in-part')).toEqual([AMBER, DRONES]);
    expect(findResponse('declines')).toEqual([AMBER]);
  });

  it('leaves drafts out', () => {
    const files = changed(matchingFiles(), `claims/${AMBER}.json`, 'publication', {
      status: 'draft',
      reason: 'A test.',
    });
    const opened = openIndex(compileIndex(matchingList(files)));
    expect(opened.claimCount).toBe(1);
    expect(opened.idOf(0)).toBe(DRONES);
  });

  it('opens a list without any published claim', () => {
    const files = Object.keys(matchingFiles())
      .filter((file) => file.startsWith('claims/'))
      .reduce(
        (all, file) => changed(all, file, 'publication', { status: 'draft', reason: 'A test.' }),
        matchingFiles(),
      );
    const empty = openIndex(compileIndex(matchingList(files)));
    expect(empty.claimCount).toBe(0);
    expect(
      findClaims(empty, { ...ABOUT, blocks: [{ text: 'Drones.', isHeading: false }] }),
    ).toEqual([[]]);
  });

  it('guards by as many parties as a mask has bits', () => {
    const { head, ...list } = matchingList();
    const { southmark, ...others } = head.parties;
    if (southmark === undefined) throw new Error('no Southmark');
    const parties = { ...inventedParties(28), ...others, southmark };
    const opened = openIndex(compileIndex({ ...list, head: { ...head, parties } }));
    const claimsIn = (text: string) =>
      findClaims(opened, { ...ABOUT, blocks: [{ text, isHeading: false }] })
        .flat()
        .map(({ claim }) => claim);
    expect(Object.keys(parties)).toHaveLength(32);
    expect(claimsIn('Southmarkian drones entered Eastvale from Northland.')).toEqual([DRONES]);
    expect(claimsIn('Westmoorish drones entered Eastvale from Northland.')).toEqual([]);
  });
});

describe('a buffer that is no index of this version', () => {
  const whole = compileIndex(matchingList());

  it('is refused when it was cut, wherever it was cut', () => {
    for (let length = 0; length < whole.byteLength; length += 97) {
      expect(() => openIndex(whole.slice(0, length)), String(length)).toThrow(ForeignIndexError);
    }
    expect(() => openIndex(whole.slice(0, -1))).toThrow(ForeignIndexError);
  });

  test.each([
    ['nothing', new ArrayBuffer(0)],
    ['zeros', new ArrayBuffer(4_096)],
    ['text', new TextEncoder().encode('{"id": "list"} '.repeat(100)).buffer],
    ['an odd length', new ArrayBuffer(1_001)],
  ])('is refused when it is %s', (_, buffer) => {
    expect(() => openIndex(buffer)).toThrow(ForeignIndexError);
  });

  const HEAD_SECTIONS = 13;
  test.each([
    ['another magic number', HEAD_SECTIONS],
    ['another version', HEAD_SECTIONS + 1],
  ])('is refused with %s', (_, word) => {
    const other = whole.slice();
    const words = new Uint32Array(other, 0, HEAD_SECTIONS + 2);
    words[word] = (words[word] ?? 0) + 1;
    expect(() => openIndex(other)).toThrow(ForeignIndexError);
  });

  it('is refused when it is of a language without rules', () => {
    const other = new Uint8Array(whole.slice());
    const at = other.findIndex(
      (byte, i) => byte === 0x65 && other[i + 1] === 0x6e && other[i + 2] === 0,
    );
    other.set(new TextEncoder().encode('qq'), at);
    expect(() => openIndex(other.buffer)).toThrow(ForeignIndexError);
  });

  it('says why', () => {
    expect(() => openIndex(new ArrayBuffer(0))).toThrow(
      expect.objectContaining({
        name: 'ForeignIndexError',
        cause: expect.any(RangeError) as unknown,
      }),
    );
  });
});

describe('compileIndex', () => {
  it('gives the same bytes for the same list', () => {
    expect(new Uint8Array(compileIndex(matchingList()))).toEqual(
      new Uint8Array(compileIndex(matchingList())),
    );
  });

  it('refuses more parties than a mask has bits', () => {
    const { head, ...list } = matchingList();
    const parties = { ...inventedParties(29), ...head.parties };
    expect(() => compileIndex({ ...list, head: { ...head, parties } })).toThrow(RangeError);
  });

  it('leaves out languages without rules', () => {
    const { head, ...list } = matchingList();
    const inTwo = { ...list, head: { ...head, languages: ['en', 'qq'] } };
    expect([...openIndex(compileIndex(inTwo)).packs.keys()]).toEqual(['en']);
  });

  it('makes the bundled list small enough to open at every start', async () => {
    const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
    if (!parsed.ok) throw new Error('the bundled list is not valid');
    const { byteLength } = compileIndex(parsed.value);
    const claims = parsed.value.claims.length;
    console.log(`compiled index: ${String(byteLength)} bytes for ${String(claims)} claims`);
    expect(byteLength).toBeLessThan(claims * 100_000);
  });
});
