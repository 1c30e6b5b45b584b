/**
 * Writes the JSON Schemas of the files in `data`, and of a report, into `data/schema`, with the OpenAPI
 * document of an endpoint for reports: for editors' tools and for who takes reports. Run as
 * `node tools/generate-schema.ts`; with `--check` it writes nothing and fails when a file differs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import type { GenericSchema } from 'valibot';
import { Claim } from '../core/claims/claim.ts';
import { ListHead } from '../core/claims/claim-list.ts';
import { KeptOutSites } from '../core/claims/kept-out-sites.ts';
import { NewsSites } from '../core/claims/news-sites.ts';
import { OutgoingReport } from '../core/claims/outgoing-report.ts';
import { ReportOutcomes } from '../core/claims/report-outcome.ts';
import { Sources } from '../core/claims/source.ts';
import { describeEndpoint } from './describe-endpoint.ts';

const SCHEMAS: Readonly<
  Record<string, { readonly title: string; readonly schema: GenericSchema }>
> = {
  'list.schema.json': { title: 'The head of a claim list: list.json', schema: ListHead },
  'sources.schema.json': { title: 'The sources of a claim list: sources.json', schema: Sources },
  'claim.schema.json': { title: 'A claim: claims/<claim-id>.json', schema: Claim },
  'outcomes.schema.json': {
    title: 'What became of reports: outcomes.json of a claim list',
    schema: ReportOutcomes,
  },
  'report.schema.json': { title: 'A report, as it leaves the device', schema: OutgoingReport },
  'news-sites.schema.json': { title: 'The news sites: news-sites.json', schema: NewsSites },
  'kept-out-sites.schema.json': {
    title: 'The sites that are kept out: kept-out-sites.json',
    schema: KeptOutSites,
  },
};

const CONVERSION = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'throw',
  // Checks are code (a calendar date, an https: address, an English text) and have no counterpart
  // in JSON Schema: a file may satisfy its schema and still fail `tools/check-data.ts`.
  ignoreActions: ['check'],
  // JSON Schema reads every pattern as Unicode (2020-12, Core, section 6.4), so the flag is not lost.
  overrideAction: ({ valibotAction, jsonSchema }) =>
    valibotAction.type === 'regex' && 'requirement' in valibotAction
      ? { ...jsonSchema, pattern: patternOf(valibotAction.requirement) }
      : null,
} satisfies ConversionConfig;

function patternOf(requirement: unknown): string {
  if (!(requirement instanceof RegExp)) throw new TypeError('a regex action without a pattern');
  return requirement.source;
}

/** The text of every schema file, by its name, formatted as the repository formats JSON. */
export async function generateSchemas(): Promise<ReadonlyMap<string, string>> {
  const options = await resolveConfig(fileURLToPath(import.meta.url));
  const texts = new Map<string, string>();
  for (const [name, { title, schema }] of Object.entries(SCHEMAS)) {
    const { $schema, ...rest } = toJsonSchema(schema, CONVERSION);
    const json = JSON.stringify({ $schema, title, ...rest });
    texts.set(name, await format(json, { ...options, parser: 'json' }));
  }
  const endpoint = JSON.stringify(describeEndpoint('report.schema.json'));
  texts.set('report-endpoint.openapi.json', await format(endpoint, { ...options, parser: 'json' }));
  return texts;
}

/** Names of the schema files in `dir` that are missing or say something else than the code does. */
export async function findStaleSchemas(dir: string): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, text] of await generateSchemas()) {
    const committed = await readFile(join(dir, name), 'utf8').catch(() => null);
    if (committed !== text) stale.push(name);
  }
  return stale;
}

/** Writes every schema file into `dir`. */
export async function writeSchemas(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const [name, text] of await generateSchemas()) await writeFile(join(dir, name), text);
}

if (import.meta.main) {
  const dir = fileURLToPath(new URL('../data/schema', import.meta.url));
  if (process.argv.includes('--check')) {
    for (const name of await findStaleSchemas(dir)) {
      console.error(
        `data/schema/${name}: expected what core/claims says; run tools/generate-schema.ts`,
      );
      process.exitCode = 1;
    }
  } else {
    await writeSchemas(dir);
  }
}
