import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkNewsSites } from '../../tools/check-data.ts';

/** What the check says of a file with this text. */
async function checkText(text: string) {
  const dir = await mkdtemp(join(tmpdir(), 'rejoinder-news-sites-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const path = join(dir, 'any-name.json');
  await writeFile(path, text);
  return checkNewsSites(path);
}

const sites = (...hosts: readonly string[]) =>
  JSON.stringify({
    asOf: '2031-06',
    note: 'Fiction.',
    sites: hosts.map((host) => ({ host, name: 'The Lake Courier', languages: ['en', 'fr'] })),
  });

describe('checkNewsSites', () => {
  it('counts what a valid file holds', async () => {
    expect(await checkText(sites('boat.example', 'lake.example'))).toEqual({
      errors: [],
      lists: ['news sites as of 2031-06: 2 sites in 2 languages'],
    });
  });

  it('prints every error on a line of its own', async () => {
    expect(await checkText(sites('WWW.example', 'lake.example/'))).toEqual({
      errors: [
        'news-sites.json: sites.0.host: expected a host in lower case, with no scheme, port, path or wildcard, but got "WWW.example"',
        'news-sites.json: sites.1.host: expected a host in lower case, with no scheme, port, path or wildcard, but got "lake.example/"',
      ],
      lists: [],
    });
  });

  it('says of bad JSON that, on one line', async () => {
    const { errors } = await checkText('{\n  "asOf": \n}\n');
    expect(errors).toEqual([
      expect.stringMatching(/^news-sites\.json: expected JSON, but got .+$/u),
    ]);
  });

  it('does not pass over a file that is not there', async () => {
    await expect(checkNewsSites(join(tmpdir(), 'no-such', 'file.json'))).rejects.toThrow('ENOENT');
  });
});
