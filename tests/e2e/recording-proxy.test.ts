/** The end-to-end tests trust the proxy to see every request; here it is shown to. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../tools/find-browser.ts';
import { launchWith, type Session } from './browsers.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'An extension that asks the outside',
  version: '1',
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
  browser_specific_settings: { gecko: { id: 'outside@example.org' } },
};

describe.each<Engine>(['chromium', 'firefox'])('the recording proxy of %s', (engine) => {
  let folder: string;
  let session: Session;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
    await writeFile(join(folder, 'background.js'), `fetch('https://background.example/');`);
    await writeFile(join(folder, 'content.js'), `fetch('https://content-script.example/');`);
    session = await launchWith(engine, folder);
  });
  afterAll(async () => {
    await session.close();
    await rm(folder, { recursive: true });
  });

  it('sees what a background, a content script and a page ask for, and nothing else', async () => {
    const page = await session.openPage(
      session.server.servePage('<link rel="icon" href="data:,"><p>A page.'),
    );
    await page.evaluate(() => fetch('http://page.example/words').catch(() => null));
    await expect
      .poll(() => [...new Set(session.outsideRequests)].toSorted())
      .toEqual([
        'CONNECT background.example:443',
        'CONNECT content-script.example:443',
        'GET http://page.example/words',
      ]);
  });

  it('lets pages of this machine through', async () => {
    const page = await session.openPage('/border-province/source.html');
    expect(await page.title()).toContain('The Sample Courier');
  });

  it('serves a written page with the headers that it was given', async () => {
    const page = await session.openPage(
      session.server.servePage('<title>Blocked</title><script>document.title = "Ran"</script>', {
        'content-security-policy': "default-src 'none'",
      }),
    );
    expect(await page.title()).toBe('Blocked');
  });
});
