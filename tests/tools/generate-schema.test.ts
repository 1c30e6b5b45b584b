import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { outgoingReport } from '../../core/claims/outgoing-report.ts';
import { fictionalReport, LIST } from '../claims/fictional-report.ts';
import { findStaleSchemas, generateSchemas, writeSchemas } from '../../tools/generate-schema.ts';

async function emptyFolder() {
  const dir = await mkdtemp(join(tmpdir(), 'rejoinder-schema-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

const COMMITTED = fileURLToPath(new URL('../../data/schema', import.meta.url));
const NAMES = [
  'list.schema.json',
  'sources.schema.json',
  'claim.schema.json',
  'outcomes.schema.json',
  'report.schema.json',
  'news-sites.schema.json',
  'kept-out-sites.schema.json',
  'report-endpoint.openapi.json',
];

/** The parts of the OpenAPI document that are looked at. */
const Endpoint = v.looseObject({
  paths: v.looseObject({
    '/': v.looseObject({ post: v.looseObject({ responses: v.looseObject({}) }) }),
  }),
});

describe('the JSON Schemas in data/schema', () => {
  it('say what core/claims says', async () => {
    expect(await findStaleSchemas(COMMITTED)).toEqual([]);
  });

  it('are the same each time', async () => {
    expect(await generateSchemas()).toEqual(await generateSchemas());
  });

  it('are reported when missing, and when a byte differs', async () => {
    const dir = await emptyFolder();
    expect(await findStaleSchemas(dir)).toEqual(NAMES);
    await writeSchemas(dir);
    expect(await findStaleSchemas(dir)).toEqual([]);
    const path = join(dir, 'claim.schema.json');
    await writeFile(path, `${await readFile(path, 'utf8')} `);
    expect(await findStaleSchemas(dir)).toEqual(['claim.schema.json']);
  });

  it('allow no field that the model does not know, and require those that it does', async () => {
    const texts = await generateSchemas();
    expect(JSON.parse(texts.get('claim.schema.json') ?? '')).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['id', 'claimReviewed', 'responses', 'status']) as unknown,
      properties: {
        id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 },
        nature: { enum: ['event', 'state'] },
      },
    });
  });

  it('describe a report with each of its parts, and no other', async () => {
    const texts = await generateSchemas();
    const parts = Object.keys(outgoingReport(fictionalReport(), LIST));
    const schema = v.parse(
      v.looseObject({
        properties: v.record(v.string(), v.unknown()),
        required: v.array(v.string()),
        additionalProperties: v.literal(false),
      }),
      JSON.parse(texts.get('report.schema.json') ?? ''),
    );
    expect(Object.keys(schema.properties)).toEqual(parts);
    expect(schema.required).toEqual(parts);
  });

  it('are where the description of an endpoint looks for them, which has each answer of the receiver', async () => {
    const texts = await generateSchemas();
    const text = texts.get('report-endpoint.openapi.json') ?? '';
    const [, named] = /"\$ref": "([^"]+)"/u.exec(text) ?? [];
    expect([...texts.keys()]).toContain(named);
    const source = await readFile(
      fileURLToPath(new URL('../../tools/receiver.ts', import.meta.url)),
      'utf8',
    );
    const answered = [...source.matchAll(/status: (\d{3})/gu)].map(([, status]) => status);
    const described = v.parse(Endpoint, JSON.parse(text)).paths['/'].post.responses;
    // Another method is not what the document is about.
    expect(new Set(answered)).toEqual(new Set([...Object.keys(described), '405']));
  });
});
