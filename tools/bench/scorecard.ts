/** What a run of the benchmarks gives: parts of tables, to be printed and kept. */
import type { Figure } from './figure.ts';

/** The parts of the scorecard, in its order. */
export const PART_NAMES = [
  'own-sets',
  'domain',
  'ablation',
  'ranking',
  'scan',
  'transcripts',
  'nearest',
  'speed',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** A measured figure with its decimals, words, or nothing where nothing was measured. */
export type Cell = { readonly figure: Figure; readonly decimals: number } | string | null;

export type Row = { readonly name: string; readonly cells: readonly Cell[] };

export type Table = {
  readonly title: string;
  /** What the rows are, then what each cell is. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
};

export type Chart = {
  /** The end of the file's name. */
  readonly name: string;
  readonly title: string;
  /** The number at the right end; null for the largest one. */
  readonly max: number | null;
  readonly bars: readonly { readonly name: string; readonly figure: Figure }[];
};

/** A part as its measurement gives it. */
export type MeasuredPart = {
  readonly name: PartName;
  readonly title: string;
  /** What was measured on what: paragraphs. */
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
};

export type Part = MeasuredPart & {
  /** The day, as ISO 8601. */
  readonly measuredOn: string;
};

export type Scorecard = { readonly parts: readonly Part[] };

/** A cell of a figure that may be missing. */
export const cellOf = (figure: Figure | null, decimals = 2): Cell => figure && { figure, decimals };
