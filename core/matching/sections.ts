/**
 * Typed arrays in one ArrayBuffer, and the views back. A reader of the buffer parses nothing: each
 * section is a view at a 4-byte boundary.
 */

const CONSTRUCTORS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;

type Kind = keyof typeof CONSTRUCTORS;
/** What a buffer holds, in order: the order is the format. */
export type Layout = Readonly<Record<string, Kind>>;
export type Sections<L extends Layout> = {
  readonly [Name in keyof L]: InstanceType<(typeof CONSTRUCTORS)[L[Name]]>;
};

const ALIGNMENT = 4;
const align = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/** The bytes of `sections`: for each its length in bytes, then its content. */
export function writeSections<L extends Layout>(
  layout: L,
  sections: Sections<L>,
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(layout);
  const parts = names.map((name) => {
    const view = sections[name];
    if (view === undefined) throw new TypeError(`no section ${name}`);
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  });
  const head = names.length * Uint32Array.BYTES_PER_ELEMENT;
  const total = parts.reduce((sum, part) => sum + align(part.byteLength), head);
  const bytes = new Uint8Array(total);
  const lengths = new Uint32Array(bytes.buffer, 0, names.length);
  let offset = head;
  parts.forEach((part, at) => {
    lengths[at] = part.byteLength;
    bytes.set(part, offset);
    offset += align(part.byteLength);
  });
  return bytes;
}

/**
 * Views into `buffer` from `start` on. Throws a RangeError when the sections do not fit between
 * `start` and `end`: a cut or foreign file is not read as something else.
 */
export function openSections<L extends Layout>(
  layout: L,
  buffer: ArrayBuffer,
  start: number,
  end: number,
): Sections<L> {
  const kinds = Object.entries(layout);
  const lengths = new Uint32Array(buffer, start, kinds.length);
  let offset = start + lengths.byteLength;
  const opened = kinds.map(([name, kind], at) => {
    const Constructor = CONSTRUCTORS[kind];
    const byteLength = lengths[at] ?? 0;
    if (offset + byteLength > end) throw new RangeError(`section ${name} ends outside its file`);
    if (byteLength % Constructor.BYTES_PER_ELEMENT !== 0) {
      throw new RangeError(`section ${name} ends within an element`);
    }
    const view = new Constructor(buffer, offset, byteLength / Constructor.BYTES_PER_ELEMENT);
    offset += align(byteLength);
    return [name, view] as const;
  });
  // Object.fromEntries forgets which key has which value; the layout is what both came from.
  return Object.fromEntries(opened) as Sections<L>;
}

/** Lists of numbers as two sections: where each begins, with one entry more for the end, and all. */
export type Lists = {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly values: Uint32Array<ArrayBuffer>;
};

export function joinLists(lists: readonly Iterable<number>[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  const values: number[] = [];
  lists.forEach((list, at) => {
    for (const value of list) values.push(value);
    starts[at + 1] = values.length;
  });
  return { starts, values: Uint32Array.from(values) };
}

/** The list at `at`: a view into `values`, empty where there is none. */
export function listAt(starts: Uint32Array, values: Uint32Array, at: number): Uint32Array {
  return values.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);
}

/** Texts as two sections: where each begins, in bytes, and the UTF-8 of all. */
export function joinTexts(texts: readonly string[]): PackedLists {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, at) => {
    starts[at + 1] = (starts[at] ?? 0) + part.length;
  });
  const bytes = new Uint8Array(starts[parts.length] ?? 0);
  parts.forEach((part, at) => {
    bytes.set(part, starts[at]);
  });
  return { starts, bytes };
}

/** Of each byte of a packed number these bits are the number's, lowest first; the other says that more follow. */
export const LOW_BIT_COUNT = 7;
export const LOW_BITS = 0x7f;

/** Lists of small numbers as two sections: where each begins, in bytes, and all, packed. */
export type PackedLists = {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** Numbers below 128 take one byte, below 16,384 two: LEB128, as in WebAssembly. */
export function packLists(lists: readonly Iterable<number>[]): PackedLists {
  const starts = new Uint32Array(lists.length + 1);
  const bytes: number[] = [];
  lists.forEach((list, at) => {
    for (const value of list) {
      let rest = value;
      for (; rest > LOW_BITS; rest >>>= LOW_BIT_COUNT)
        bytes.push((rest & LOW_BITS) | (LOW_BITS + 1));
      bytes.push(rest);
    }
    starts[at + 1] = bytes.length;
  });
  return { starts, bytes: Uint8Array.from(bytes) };
}

/** The packed list at `at`; empty where there is none. */
export function packedListAt(starts: Uint32Array, bytes: Uint8Array, at: number): Uint32Array {
  const end = starts[at + 1] ?? 0;
  const values: number[] = [];
  for (let from = starts[at] ?? 0; from < end;) {
    let byte = bytes[from++] ?? 0;
    let value = byte & LOW_BITS;
    for (let shift = LOW_BIT_COUNT; byte > LOW_BITS && from < end; shift += LOW_BIT_COUNT) {
      byte = bytes[from++] ?? 0;
      value |= (byte & LOW_BITS) << shift;
    }
    values.push(value);
  }
  return Uint32Array.from(values);
}
