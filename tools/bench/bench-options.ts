/** What `npm run bench` was asked for. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SOURCE_TEXTS_OPTION } from '../source-texts-option.ts';
import { PART_NAMES, type PartName } from './scorecard.ts';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

const FORM = `npm run bench -- [--only PART]… [--quick] [--bench FOLDER] [--pages FOLDER] [--texts FOLDER] [--drafts]`;

/** What `--help` prints. */
export const USAGE = `${FORM}

Measures matching and prints the figures; then writes them to docs/scorecard.md, docs/scorecard.json
and the charts beside them. Without the data in --bench it measures the repository's own.

  --only    a part: ${PART_NAMES.join(', ')},
            or texts; may be repeated. The other parts of the scorecard stay as they are
  --quick   a sample of everything, in about two minutes; prints, and writes nothing
  --bench   the folder of the benchmark data
  --pages   the folder of the saved pages
  --texts   the folder with whole texts of sources, in which the list is read last
  --drafts  the drafts of the list too, in those texts; the other parts have them anyway
  --help    prints this

It ends with 1 where a text of a source asserts a claim about the side whose text it is, or where the
words that a record quotes as making its claim are not marked.`;

/** `texts` reads whole texts of sources, of which nothing is written. */
export type BenchStep = PartName | 'texts';
const STEPS: readonly BenchStep[] = [...PART_NAMES, 'texts'];

export type BenchOptions = {
  readonly steps: ReadonlySet<BenchStep>;
  readonly isQuick: boolean;
  readonly benchFolder: string;
  readonly pagesFolder: string;
  readonly textsFolder: string;
  readonly includeDrafts: boolean;
};

export type ReadBenchOptions =
  | { readonly kind: 'bench'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads what follows `npm run bench --`. */
export function readBenchOptions(parameters: readonly string[]): ReadBenchOptions {
  const values = parse([...parameters]);
  if (values === null) return { kind: 'problem', reason: `This is understood:\n${FORM}` };
  if (values.help) return { kind: 'help' };
  const asked = values.only ?? STEPS;
  const steps = STEPS.filter((step) => asked.includes(step));
  const unknown = asked.find((name) => !STEPS.some((step) => step === name));
  if (unknown !== undefined) {
    return { kind: 'problem', reason: `--only takes ${STEPS.join(', ')}, not ${unknown}.` };
  }
  return {
    kind: 'bench',
    options: {
      steps: new Set(steps),
      isQuick: values.quick,
      benchFolder: values.bench,
      pagesFolder: values.pages,
      textsFolder: values.texts,
      includeDrafts: values.drafts,
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
        bench: { type: 'string', default: `${SHARED}bench` },
        pages: { type: 'string', default: `${SHARED}pages` },
        texts: SOURCE_TEXTS_OPTION,
        drafts: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return null;
  }
}
