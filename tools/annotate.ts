/** `npm run annotate`: what the extension finds, found in texts without a browser. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openIndex, type ClaimIndex } from '../core/matching/claim-index.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { BUNDLED_LIST_ID } from '../core/extension/bundled-list.ts';
import { annotateDocument, annotateWith } from './annotate-document.ts';
import { readAnnotateOptions, USAGE, type AnnotateOptions } from './annotate-options.ts';
import { countParagraphs, withDrafts } from './measure-list.ts';
import { readListFolder } from './read-list.ts';

const BUNDLED = fileURLToPath(new URL(`../data/lists/${BUNDLED_LIST_ID}`, import.meta.url));

/** Context on either side of a quote, in UTF-16 units; as long as that of a report. */
const CONTEXT_LENGTH = 32;

async function openList(dir: string, includeDrafts: boolean): Promise<ClaimIndex> {
  const parsed = await readListFolder(dir);
  if (!parsed.ok) {
    const [first] = parsed.errors;
    const what =
      first === undefined ? '' : `${first.file}: ${first.field}: expected ${first.expected}`;
    throw new Error(`${dir} holds no valid list. ${what}`);
  }
  return openIndex(compileIndex(includeDrafts ? withDrafts(parsed.value) : parsed.value));
}

/** Answers each line of standard input; whether all of them were valid. */
async function annotateLines(indexes: readonly ClaimIndex[]): Promise<boolean> {
  let number = 0;
  let isAllValid = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line === '') continue;
    const annotated = annotateDocument(indexes, line);
    if (!annotated.ok) {
      isAllValid = false;
      console.error(`line ${String(number)}: ${annotated.reason}`);
    } else if (!process.stdout.write(`${annotated.line}\n`)) await once(process.stdout, 'drain');
  }
  return isAllValid;
}

async function annotateFile(
  file: string,
  indexes: readonly ClaimIndex[],
  { format, language }: AnnotateOptions,
): Promise<void> {
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const path = join(process.env['INIT_CWD'] ?? '.', file);
  const text = await (file === '-' ? readAll(process.stdin) : readFile(path, 'utf8'));
  const found = annotateWith(indexes, { title: '', lang: language, text });
  if (format === 'json') {
    const annotations = found.map(({ claim, stance, similarity, start, end }) => ({
      claim,
      stance,
      similarity,
      quote: {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
        suffix: text.slice(end, end + CONTEXT_LENGTH),
      },
    }));
    console.log(JSON.stringify({ file, blockCount: countParagraphs(text), annotations }));
    return;
  }
  for (const { claim, stance, similarity, start, end } of found) {
    const words = text.slice(start, end).replaceAll(/\s+/gu, ' ');
    console.log([file, claim, stance, similarity.toFixed(2), words].join('\t'));
  }
}

async function annotate(options: AnnotateOptions): Promise<boolean> {
  const folders = options.lists ?? [BUNDLED];
  const indexes = await Promise.all(folders.map((dir) => openList(dir, options.includeDrafts)));
  if (options.input.kind === 'jsonl') return annotateLines(indexes);
  let isAllRead = true;
  for (const file of options.input.files) {
    await annotateFile(file, indexes, options).catch((error: unknown) => {
      isAllRead = false;
      console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  return isAllRead;
}

const read = readAnnotateOptions(process.argv.slice(2));
if (read.kind === 'help') console.log(USAGE);
else if (read.kind === 'problem') {
  console.error(read.reason);
  process.exitCode = 1;
} else if (!(await annotate(read.options))) process.exitCode = 1;
