/** Chance that is the same each time: samples and resamples of a run can be drawn again. */

/** Numbers from 0 to below 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All of `items` in another order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = seededRandom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const at = Math.floor(next() * (last + 1));
    const moved = order[last];
    const other = order[at];
    if (moved === undefined || other === undefined) continue;
    order[last] = other;
    order[at] = moved;
  }
  return order;
}

/** `count` of `items`, in their order; all of them where there are no more. */
export function sampleOf<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  if (items.length <= count) return items;
  const chosen = shuffled([...items.keys()], seed).slice(0, count);
  return chosen.toSorted((a, b) => a - b).flatMap((at) => items.slice(at, at + 1));
}
