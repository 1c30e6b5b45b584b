/** `npm start` without a window, as its user runs it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sample from '../fixtures/pages/border-province/expected.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '../..');

function start(...parameters: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const script = join(ROOT, 'tools/start.ts');
    execFile(process.execPath, [script, '--headless', ...parameters], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe.each(['chromium', 'firefox'])('npm start in %s', (browser) => {
  it('prints what is annotated on the sample page, and saves a picture of the first card', async () => {
    const { code, output } = await start('--browser', browser);
    expect(code, output).toBe(0);
    expect(output).toContain('Granting the extension access to http://127.0.0.1/* for this run.');
    for (const { claim, stance, quote } of sample.annotations) {
      const row = output.split('\n').find((line) => line.includes(quote)) ?? '';
      expect(row, quote).toContain(claim);
      expect(row, quote).toContain(stance);
      expect(row, quote).toMatch(/Azerbaijan’s foreign ministry \(2025-06-27\)/u);
    }
    const picture = /(\S+\.png)\s*$/u.exec(output.trim())?.[1] ?? '';
    expect((await stat(picture)).size).toBeGreaterThan(10_000);
  });
});

// What the tool says of a page does not depend on the browser, and finding nothing takes its time.
it('npm start ends with a reason where nothing is annotated', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const file = join(folder, 'weather.html');
  await writeFile(file, '<!doctype html><html lang="en"><p>Rain is on its way.</p></html>');
  const { code, output } = await start('--browser', 'chromium', file);
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(output).toContain('is marked');
});
