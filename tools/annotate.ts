/** `npm run annotate`: what the extension finds, found in pages and texts without a browser. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer as readAll } from 'node:stream/consumers';
import type { ClaimIndex } from '../core/matching/claim-index.ts';
import { explainIn } from '../core/matching/explain-match.ts';
import { annotateDocument } from './annotate-document.ts';
import { annotatePage, annotatePlainText, isPageName, type Explain } from './annotate-file.ts';
import { readAnnotateOptions, USAGE, type AnnotateOptions } from './annotate-options.ts';
import { BUNDLED_LIST, openClaims, readWordings } from './open-claims.ts';

// npm runs scripts in the project's folder; a path is meant from where the user stands.
const fromUser = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Answers each line of standard input; whether all of them were valid. */
async function annotateLines(indexes: readonly ClaimIndex[]): Promise<boolean> {
  let number = 0;
  let isAllValid = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const annotated = await annotateDocument(indexes, line);
    if (annotated.ok) await print(annotated.line);
    else {
      isAllValid = false;
      console.error(`line ${String(number)}: ${annotated.reason}`);
    }
  }
  return isAllValid;
}

async function annotateFile(
  file: string,
  indexes: readonly ClaimIndex[],
  { format, language }: AnnotateOptions,
  explain: Explain | null,
): Promise<void> {
  const bytes = await (file === '-' ? readAll(process.stdin) : readFile(fromUser(file)));
  const { blockCount, annotations } = await (isPageName(file)
    ? annotatePage(indexes, bytes, language, explain)
    : annotatePlainText(indexes, new TextDecoder().decode(bytes), language, explain));
  if (format === 'json') return print(JSON.stringify({ file, blockCount, annotations }));
  for (const { claim, stance, similarity, quote, because = [] } of annotations) {
    const words = quote.exact.replaceAll(/\s+/gu, ' ');
    await print([file, claim, stance, similarity.toFixed(2), words].join('\t'));
    for (const pair of because) await print(`\t${pair.page}\t${pair.claim}`);
  }
}

/** Explains matches of `indexes`, which were made of `lists`. */
async function explainer(
  lists: readonly string[],
  indexes: readonly ClaimIndex[],
): Promise<Explain> {
  const wordings = await Promise.all(lists.map(readWordings));
  return (index, match, passage) =>
    explainIn(index, wordings[indexes.indexOf(index)] ?? {}, match, passage);
}

async function annotate(options: AnnotateOptions): Promise<boolean> {
  const lists = options.lists?.map(fromUser) ?? [BUNDLED_LIST];
  const indexes = await Promise.all(lists.map((list) => openClaims(list, options.includeDrafts)));
  if (options.input.kind === 'jsonl') return annotateLines(indexes);
  const explain = options.isExplaining ? await explainer(lists, indexes) : null;
  let isAllRead = true;
  for (const file of options.input.files) {
    await annotateFile(file, indexes, options, explain).catch((error: unknown) => {
      isAllRead = false;
      console.error(`${file}: ${reasonOf(error)}`);
    });
  }
  return isAllRead;
}

const read = readAnnotateOptions(process.argv.slice(2));
if (read.kind === 'help') console.log(USAGE);
else if (read.kind === 'problem') {
  console.error(read.reason);
  process.exitCode = 1;
} else {
  const isAllRead = await annotate(read.options).catch((error: unknown) => {
    console.error(reasonOf(error));
    return false;
  });
  if (!isAllRead) process.exitCode = 1;
}
