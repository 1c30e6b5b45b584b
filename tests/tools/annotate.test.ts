/** The command as it is started: what goes in, what comes out, and how it ends. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listsOnDisk } from './lists-on-disk.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLAIM = 'The old harbour of Northland was sold to a foreign shipping company in secret';
const STARTED_WITHIN_MS = 30_000;

/** A folder with a plain list and a page that puts its claim. */
async function workFolder(): Promise<string> {
  const dir = await listsOnDisk({
    work: {
      'list.jsonl': JSON.stringify({ id: 'sold', text: CLAIM }),
      'page.html': `<html lang="en"><body><p>${CLAIM}.</p></body></html>`,
    },
  });
  return join(dir, 'work');
}

function annotate(folder: string, args: readonly string[], input = '') {
  const env = { ...process.env, INIT_CWD: folder };
  const command = [join(ROOT, 'tools/annotate.ts'), '--list', 'list.jsonl', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    input,
    env,
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

test(
  'pages are found from where the user stands, and by their whole path',
  { timeout: STARTED_WITHIN_MS },
  async () => {
    const folder = await workFolder();
    const files = ['page.html', join(folder, 'page.html')];
    const { status, lines } = annotate(folder, ['--format', 'json', ...files]);
    expect(status).toBe(0);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(
      files.map((file) => ({
        file,
        blockCount: 1,
        annotations: [
          {
            claim: 'sold',
            stance: 'asserts',
            similarity: expect.closeTo(1, 2) as number,
            quote: { type: 'TextQuoteSelector', exact: `${CLAIM}.`, prefix: '', suffix: '' },
          },
        ],
      })),
    );
  },
);

test('what is missing is told, and the rest is read', { timeout: STARTED_WITHIN_MS }, async () => {
  const { status, lines, stderr } = annotate(await workFolder(), ['no.html', 'page.html']);
  expect(status).toBe(1);
  expect(lines.map((line) => line.split('\t').slice(0, 4))).toEqual([
    ['page.html', 'sold', 'asserts', '1.00'],
  ]);
  expect(stderr).toContain('no.html: ');
});

test(
  'a line that is no document is told by its number, after which the rest is read',
  { timeout: STARTED_WITHIN_MS },
  async () => {
    const input = `{"id":"a","text":"Calm."}\n{"id":\n{"id":"b","lang":"en","text":"${CLAIM}."}\n`;
    const { status, lines, stderr } = annotate(await workFolder(), ['--jsonl'], input);
    expect(status).toBe(1);
    expect(stderr).toBe('line 2: expected JSON\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { id: 'a', annotations: [] },
      { id: 'b', annotations: [{ claim: 'sold', start: 0, end: CLAIM.length + 1 }] },
    ]);
  },
);

test(
  '--explain tells the words of the page beside those of the claim',
  { timeout: STARTED_WITHIN_MS },
  () => {
    const text = 'In June 2025 Israeli UAVs flew into Iran out of Azerbaijan.';
    const command = [join(ROOT, 'tools/annotate.ts'), '--explain', '--format', 'json', '-'];
    const { stdout } = spawnSync(process.execPath, command, { input: text, encoding: 'utf8' });
    const { annotations } = JSON.parse(stdout) as {
      annotations: readonly { because: readonly { page: string; claim: string }[] }[];
    };
    const [because = []] = annotations.map((annotation) => annotation.because);
    expect(because.map(({ page }) => page)).toEqual(
      expect.arrayContaining(['Israeli', 'UAVs', 'Iran', 'Azerbaijan']),
    );
    expect(because.every(({ page }) => text.includes(page))).toBe(true);
  },
);
