/** What `npm run annotate` was asked for. */
import { parseArgs } from 'node:util';

const FORM = `npm run -s annotate -- [--list FOLDER]… [--include-drafts] [--format table|json] FILE…|-
npm run -s annotate -- --jsonl [--list FOLDER]… [--include-drafts] < in > out`;

/** What `--help` prints. */
export const USAGE = `${FORM}

Finds in plain texts what the extension finds on pages, with the same engine and without a browser.

  FILE…|-           texts, their paragraphs parted by an empty line; - is standard input
  --jsonl           reads one JSON object a line from standard input,
                    {"id","title"?,"lang"?,"text"}, and prints one for each that is valid:
                    {"id","annotations":[{"claim","stance","similarity","start","end","exact"}]},
                    start and end counting UTF-16 units of "text"; one that is not valid is told on
                    standard error with its number, and the command ends with 1 after the rest
  --lang            the language of the files, as BCP 47; without it each is tried as every language
                    of the list
  --list            a folder with a claim list instead of the bundled one; may be repeated
  --include-drafts  drafts too, which no reader is shown
  --format          table, or json for one line a file:
                    {"file","blockCount","annotations":[{"claim","stance","similarity","quote"}]},
                    each quote a TextQuoteSelector
  --help            prints this

It ends with 0 when all was read, and with 1 when something was not.`;

/** A text to read, or all that comes in; the others say how. */
export type AnnotateOptions = {
  readonly input: { readonly kind: 'jsonl' } | { readonly kind: 'files'; readonly files: string[] };
  /** Null for the bundled list. */
  readonly lists: readonly string[] | null;
  readonly includeDrafts: boolean;
  readonly format: 'table' | 'json';
  readonly language: string | null;
};

export type ReadAnnotateOptions =
  | { readonly kind: 'annotate'; readonly options: AnnotateOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads what follows `npm run annotate --`. */
export function readAnnotateOptions(parameters: readonly string[]): ReadAnnotateOptions {
  const parsed = parse([...parameters]);
  if (parsed === null) return problem(`This is understood:\n${FORM}`);
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.format !== 'table' && values.format !== 'json') {
    return problem('--format takes table or json.');
  }
  if (values.jsonl && positionals.length > 0) return problem('--jsonl reads standard input only.');
  if (!values.jsonl && positionals.length === 0) return problem(`Name a file, or -:\n${FORM}`);
  return {
    kind: 'annotate',
    options: {
      input: values.jsonl ? { kind: 'jsonl' } : { kind: 'files', files: positionals },
      lists: values.list ?? null,
      includeDrafts: values['include-drafts'],
      format: values.format,
      language: values.lang ?? null,
    },
  };
}

const problem = (reason: string): ReadAnnotateOptions => ({ kind: 'problem', reason });

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean', default: false },
        list: { type: 'string', multiple: true },
        lang: { type: 'string' },
        'include-drafts': { type: 'boolean', default: false },
        format: { type: 'string', default: 'table' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    return null;
  }
}
