import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
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
  'news-sites.schema.json',
  'kept-out-sites.schema.json',
];

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
});
