/** What `npm run bench:pages` was asked for. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Engine } from '../find-browser.ts';

const FORM =
  'npm run bench:pages -- [--pages FOLDER] [--engine chromium|firefox] [--only PART]… [--page NAME]… [--runs COUNT]';

const SHARED = '../../../shared';
/** Where saved pages lie unless an option says otherwise. */
export const SAVED_PAGES = fileURLToPath(new URL(`${SHARED}/pages`, import.meta.url));

export const PAGES_PARTS = ['cost', 'reading', 'planted'] as const;
export type PagesPart = (typeof PAGES_PARTS)[number];

const ENGINES: readonly Engine[] = ['chromium', 'firefox'];

/** What `--help` prints. */
export const USAGE = `${FORM}

Serves saved pages on this machine, runs the built extension (npm run build) over them, prints what it
costs and what it reads, and writes it to docs/pages-scorecard.md when nothing was left out.

  --pages   the folder of the saved pages: for each a folder with source.html, the page, and
            reader.html, what a reader mode keeps of it
  --engine  one browser; otherwise both
  --only    a part: ${PAGES_PARTS.join(', ')}; may be repeated
  --page    one page by the name of its folder; may be repeated
  --runs    how often each page is loaded for the part cost; the median counts
  --help    prints this`;

export type PagesOptions = {
  readonly folder: string;
  readonly engines: readonly Engine[];
  readonly parts: ReadonlySet<PagesPart>;
  /** Names of pages; all where it is empty. */
  readonly pages: readonly string[];
  readonly runCount: number;
};

export type ReadPagesOptions =
  | { readonly kind: 'bench'; readonly options: PagesOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads what follows `npm run bench:pages --`. */
export function readPagesOptions(parameters: readonly string[]): ReadPagesOptions {
  const values = parse([...parameters]);
  if (values === null) return problem(`This is understood:\n${FORM}`);
  if (values.help) return { kind: 'help' };
  const engines = ENGINES.filter((it) => values.engine === undefined || values.engine === it);
  if (engines.length === 0) return problem(`--engine takes ${ENGINES.join(' or ')}.`);
  const asked = values.only ?? PAGES_PARTS;
  const unknown = asked.find((name) => !PAGES_PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    return problem(`--only takes ${PAGES_PARTS.join(', ')}, not ${unknown}.`);
  }
  const runCount = Number(values.runs);
  if (!Number.isInteger(runCount) || runCount < 1) return problem('--runs takes a whole number.');
  return {
    kind: 'bench',
    options: {
      folder: values.pages,
      engines,
      parts: new Set(PAGES_PARTS.filter((part) => asked.includes(part))),
      pages: values.page,
      runCount,
    },
  };
}

const problem = (reason: string) => ({ kind: 'problem', reason }) as const;

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        pages: {
          type: 'string',
          default: SAVED_PAGES,
        },
        engine: { type: 'string' },
        only: { type: 'string', multiple: true },
        page: { type: 'string', multiple: true, default: [] },
        runs: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return null;
  }
}
