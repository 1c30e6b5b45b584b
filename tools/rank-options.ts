/** What `npm run rank` was asked for. */
import { parseArgs } from 'node:util';

const FORM = 'npm run -s rank -- --claims FILE --queries FILE [--top N]';

/** What `--help` prints. */
export const USAGE = `${FORM}

For each query the claims of a plain list that it most resembles, best first. Prints one line for
each, tab-separated: query, rank (from 1), claim, score.

  --claims   JSON Lines, {"id","text","title"?,"lang"?}
  --queries  JSON Lines, {"id","text"}; of lines with one id the first is asked
  --top      how many claims for each query, 20 if not said
  --help     prints this

It ends with 0 when all was ranked, and with 1 when a file could not be read: then nothing is
printed but what is wrong, with the numbers of the lines.`;

const DEFAULT_TOP = 20;

export type RankOptions = {
  readonly claims: string;
  readonly queries: string;
  readonly top: number;
};

export type ReadRankOptions =
  | { readonly kind: 'rank'; readonly options: RankOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads what follows `npm run rank --`. */
export function readRankOptions(parameters: readonly string[]): ReadRankOptions {
  const values = parse([...parameters]);
  if (values === null) return problem(`This is understood:\n${FORM}`);
  const { claims, queries, help } = values;
  if (help) return { kind: 'help' };
  if (claims === undefined || queries === undefined) {
    return problem(`Name a file of claims and one of queries:\n${FORM}`);
  }
  const top = values.top === undefined ? DEFAULT_TOP : Number(values.top);
  if (!Number.isSafeInteger(top) || top < 1) return problem('--top takes a number from 1.');
  return { kind: 'rank', options: { claims, queries, top } };
}

const problem = (reason: string): ReadRankOptions => ({ kind: 'problem', reason });

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        claims: { type: 'string' },
        queries: { type: 'string' },
        top: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return null;
  }
}
