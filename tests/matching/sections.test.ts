import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  joinLists,
  joinTexts,
  listAt,
  openSections,
  packedListAt,
  packLists,
  writeSections,
  type Layout,
} from '../../core/matching/sections.ts';

const LAYOUT = { bytes: 'u8', signed: 'i8', halves: 'u16', ints: 'i32', floats: 'f32' } as const;

const SECTIONS = {
  bytes: Uint8Array.of(1, 2, 3),
  signed: Int8Array.of(-1),
  halves: Uint16Array.of(65_535, 7, 8),
  ints: Int32Array.of(-2_147_483_648, 5),
  floats: Float32Array.of(0.5, -1),
};

function written(): ArrayBuffer {
  return writeSections(LAYOUT, SECTIONS).buffer;
}

describe('openSections', () => {
  it('gives back what was written', () => {
    const buffer = written();
    expect(openSections(LAYOUT, buffer, 0, buffer.byteLength)).toEqual(SECTIONS);
  });

  it('gives back any numbers', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint16Array(), fc.float32Array(), (bytes, halves, floats) => {
        const layout = { bytes: 'u8', halves: 'u16', floats: 'f32' } as const;
        const { buffer } = writeSections(layout, { bytes, halves, floats });
        expect(openSections(layout, buffer, 0, buffer.byteLength)).toEqual({
          bytes,
          halves,
          floats,
        });
      }),
    );
  });

  it('reads sections that lie behind others', () => {
    const bytes = writeSections(LAYOUT, SECTIONS);
    const both = new Uint8Array(2 * bytes.byteLength);
    both.set(bytes, bytes.byteLength);
    expect(openSections(LAYOUT, both.buffer, bytes.byteLength, both.byteLength)).toEqual(SECTIONS);
  });

  it('makes views and no copies', () => {
    const buffer = written();
    const { floats } = openSections(LAYOUT, buffer, 0, buffer.byteLength);
    expect(floats.buffer).toBe(buffer);
  });

  it('refuses a file that was cut, wherever it was cut', () => {
    const whole = written();
    // The last section ends at the last byte, so no cut is harmless.
    for (let length = 0; length < whole.byteLength; length++) {
      const cut = whole.slice(0, length);
      expect(() => openSections(LAYOUT, cut, 0, cut.byteLength), String(length)).toThrow(
        RangeError,
      );
    }
  });

  it('refuses sections that end behind the end that it is given', () => {
    const buffer = written();
    expect(() => openSections(LAYOUT, buffer, 0, buffer.byteLength - 1)).toThrow(RangeError);
  });

  it('refuses a length that no number of elements has', () => {
    const bytes = writeSections(LAYOUT, SECTIONS);
    new Uint32Array(bytes.buffer)[2] = 5;
    expect(() => openSections(LAYOUT, bytes.buffer, 0, bytes.byteLength)).toThrow(RangeError);
  });

  it('never reads noise beyond its end', () => {
    const layout: Layout = LAYOUT;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const buffer = new Uint8Array(noise).buffer;
        try {
          const views = Object.values(openSections(layout, buffer, 0, buffer.byteLength));
          const total = views.reduce((sum, view) => sum + view.byteLength, 0);
          expect(total).toBeLessThanOrEqual(buffer.byteLength);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('joinLists', () => {
  test.each([
    ['no list', []],
    ['an empty list', [[]]],
    ['lists', [[3, 1], [], [2]]],
  ])('keeps %s apart', (_, lists) => {
    const { starts, values } = joinLists(lists);
    expect(lists.map((_list, at) => [...listAt(starts, values, at)])).toEqual(lists);
  });

  it('has an empty list where there is none', () => {
    const { starts, values } = joinLists([[1]]);
    expect([listAt(starts, values, 1), listAt(starts, values, -1)].map((it) => it.length)).toEqual([
      0, 0,
    ]);
  });
});

describe('packLists', () => {
  it('gives back any lists of any numbers of 31 bits', () => {
    const anyNumber = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(fc.array(fc.array(anyNumber)), (lists) => {
        const { starts, bytes } = packLists(lists);
        expect(lists.map((_list, at) => [...packedListAt(starts, bytes, at)])).toEqual(lists);
      }),
    );
  });

  test.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
  ])('takes for %i so many bytes: %i', (value, count) => {
    expect(packLists([[value]]).bytes).toHaveLength(count);
  });

  it('has an empty list where there is none, and none that goes on behind its end', () => {
    const { starts } = packLists([[1]]);
    expect([...packedListAt(starts, Uint8Array.of(0xff), 0)]).toEqual([0x7f]);
    expect(packedListAt(starts, Uint8Array.of(1), 1)).toHaveLength(0);
  });
});

describe('joinTexts', () => {
  it('keeps any texts apart', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const { starts, bytes } = joinTexts(texts);
        expect(texts.map((_, at) => bytes.slice(starts[at], starts[at + 1]))).toEqual(
          texts.map((text) => encoder.encode(text)),
        );
      }),
    );
  });
});
