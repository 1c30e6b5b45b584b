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
