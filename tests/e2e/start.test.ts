/** `npm start` without a window, as its user runs it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import sample from '../fixtures/pages/border-province/expected.json' with { type: 'json' };
import { openDisplay } from './display.ts';

/** The sample's own title. */
const ARTICLE = 'A border province adds up the bill';
const TITLE_POLL = { timeout: 15_000, interval: 50 };
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

describe.each(['chromium', 'firefox'])('npm start with a window, in %s', (browser) => {
  it('shows the article with its passages marked, and nothing to choose before', async () => {
    const display = await openDisplay();
    const script = join(ROOT, 'tools/start.ts');
    const running = spawn(process.execPath, [script, '--browser', browser], {
      env: { ...process.env, ...display.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(running, 'exit');
    try {
      const lines: string[] = [];
      for await (const line of createInterface({ input: running.stdout })) {
        lines.push(line);
        if (line.startsWith('Click a marked passage.')) break;
      }
      expect(lines).toContain('Granting the extension access to http://127.0.0.1/* for this run.');
      // The title of the page in front is that of the window.
      await expect
        .poll(display.readTitles, TITLE_POLL)
        .toContainEqual(expect.stringContaining(ARTICLE));
    } finally {
      running.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
      await display.close();
    }
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
