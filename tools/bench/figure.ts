/** A measured number, of how many cases, and between which bounds it lies with 95 % confidence. */
import { seededRandom } from './seeded-random.ts';

export type Figure = {
  readonly value: number;
  readonly count: number;
  /** Null where one measurement says nothing of chance: a size, a time. */
  readonly interval: readonly [low: number, high: number] | null;
};

/** The quantile of the normal distribution for 95 %. */
const Z = 1.959964;

const RESAMPLE_COUNT = 1_000;
const BOOTSTRAP_SEED = 20_261_130;

/** What part of `whole` cases, with the interval of Wilson (1927); null where there is no case. */
export function shareFigure(part: number, whole: number): Figure | null {
  if (whole === 0) return null;
  const share = part / whole;
  const center = share + Z ** 2 / (2 * whole);
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return {
    value: share,
    count: whole,
    interval: [Math.max(0, (center - reach) / scale), Math.min(1, (center + reach) / scale)],
  };
}

/** The mean of the cases, with the interval of a seeded bootstrap (Efron 1979); null for no case. */
export function meanFigure(values: readonly number[]): Figure | null {
  const count = values.length;
  if (count === 0) return null;
  const next = seededRandom(BOOTSTRAP_SEED);
  const means = Float64Array.from({ length: RESAMPLE_COUNT }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < count; drawn++) sum += values[Math.floor(next() * count)] ?? 0;
    return sum / count;
  }).sort();
  const at = (share: number) => means[Math.floor(share * (RESAMPLE_COUNT - 1))] ?? 0;
  const value = values.reduce((sum, each) => sum + each, 0) / count;
  return { value, count, interval: [at(0.025), at(0.975)] };
}

/** The same figure in another unit, such as per 1,000. */
export function scaled({ value, count, interval }: Figure, factor: number): Figure {
  const scaledInterval = interval && ([interval[0] * factor, interval[1] * factor] as const);
  return { value: value * factor, count, interval: scaledInterval };
}

/** `0.86 (0.81 to 0.90, n = 202)`, with so many decimals. */
export function describeFigure({ value, count, interval }: Figure, decimals = 2): string {
  const bounds =
    interval === null
      ? []
      : [`${interval[0].toFixed(decimals)} to ${interval[1].toFixed(decimals)}`];
  const n = `n = ${count.toLocaleString('en-US')}`;
  return `${value.toFixed(decimals)} (${[...bounds, n].join(', ')})`;
}
