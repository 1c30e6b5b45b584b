/** What `npm run annotate` was asked for. */
import { parseArgs } from 'node:util';

const FORM = `npm run -s annotate -- [--list FOLDER-or-FILE]… [--include-drafts] [--format table|json] [--explain] FILE…|-
npm run -s annotate -- --jsonl [--list FOLDER-or-FILE]… [--include-drafts] < in > out`;

/** What `--help` prints. */
export const USAGE = `${FORM}

Finds in pages and texts what the extension finds on pages, with the same engine and without a
browser.

  FILE…|-           .html files are read as the extension reads a page, in the language that they
                    state; others are texts, their paragraphs parted by an empty line; - is standard
                    input, a text
  --jsonl           reads one JSON object a line from standard input,
                    {"id","title"?,"lang"?,"date"?,"text"}, and prints one for each that is valid:
                    {"id","annotations":[{"claim","stance","similarity","start","end","exact"}]},
                    start and end counting UTF-16 units of "text"; one that is not valid is told on
                    standard error with its number, and the command ends with 1 after the rest
  --lang            the language, as BCP 47, of files that state none; without it that is detected.
                    A paragraph in another language than its file is read in its own
  --list            a folder with a claim list, or a file with a plain list, one JSON object a line,
                    {"id","text","title"?,"lang"?}; instead of the bundled one; may be repeated
  --include-drafts  drafts too, which no reader is shown
  --format          table, or json for one line a file:
                    {"file","blockCount","annotations":[{"claim","stance","similarity","quote"}]},
                    each quote a TextQuoteSelector
  --explain         with each annotation the words of the page and the words of the claim that stand
                    for the same: "because" in json, indented lines in the table; not of a plain list
  --help            prints this

Without a browser nothing is laid out. What is hidden, and what stands in a line or starts a new
one, is told by the name of an element, by hidden and aria-hidden and by inline styles; the extension
goes by computed style. So text that only a style sheet hides is read here and not there.

It ends with 0 when all was read, and with 1 when something was not.`;

/** What to read, and how. */
export type AnnotateOptions = {
  readonly input: { readonly kind: 'jsonl' } | { readonly kind: 'files'; readonly files: string[] };
  /** Null for the bundled list. */
  readonly lists: readonly string[] | null;
  readonly includeDrafts: boolean;
  readonly format: 'table' | 'json';
  readonly language: string | null;
  readonly isExplaining: boolean;
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
      isExplaining: values.explain,
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
        explain: { type: 'boolean', default: false },
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
