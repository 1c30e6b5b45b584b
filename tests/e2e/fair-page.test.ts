/** What a page is spared that answers a claim, is older than it, or does not speak for itself. */
import { expect, it, test } from 'vitest';
import { askKeptOut, askTabAnnotations } from '../../tools/ask-extension.ts';
import { openCard, readCard, readMarks } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };
/** Each of the other claim of the list, so that it is marked whatever becomes of the first. */
const BESIDE = `<p>${PASSAGES.airspace}</p>`;
const REPORT = 'An Iranian lawmaker said that Israeli drones entered Iran from Azerbaijan.';
const DENIAL = 'Azerbaijan denied that Israeli drones entered Iran from its territory.';
const jsonLd = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const teaser = (name: string, text: string) =>
  `<div><h3><a href="/${name}">The story of the ${name}</a></h3><p>${text}</p></div>`;

describeInBrowsers('a page', (session) => {
  const open = (body: string, head = '') =>
    session().openPage(
      session().server.servePage(writeDocument(body).replace('</head>', `${head}</head>`)),
    );
  /** The claims and stances of what is marked. */
  const marksOf = async (body: string, head = '') => {
    const page = await open(body, head);
    await expect.poll(async () => (await readMarks(page)).length, POLL).toBeGreaterThan(0);
    const annotations = await askTabAnnotations(session().opened, page);
    return annotations
      .filter(({ isMarked }) => isMarked)
      .map(({ quote, stance }) => `${stance}: ${quote}`);
  };
  const OTHER = `asserts: ${PASSAGES.airspace}`;

  test.each([
    ['reports a claim', `<p>${REPORT}</p>`, '', [`attributes: ${REPORT}`]],
    ['reports it with the response', `<p>${REPORT}</p><p>${DENIAL}</p>`, '', []],
    [
      'is a front page, where each teaser answers for itself',
      teaser('lawmaker', REPORT) + teaser('denial', DENIAL) + teaser('ferry', 'A ferry sank.'),
      '',
      [`attributes: ${REPORT}`],
    ],
    [
      'is a front page, with the response in the same teaser',
      teaser('lawmaker', `${REPORT} ${DENIAL}`) + teaser('ferry', 'A ferry sank.'),
      '',
      [],
    ],
    [
      'is a live blog, with the response in another entry',
      teaser('lawmaker', REPORT) + teaser('denial', DENIAL),
      jsonLd({ '@type': 'LiveBlogPosting' }),
      [],
    ],
    [
      'is a thread, with the response in another post',
      `<article><p>${REPORT}</p></article><article><p>${DENIAL}</p></article>`,
      '',
      [],
    ],
    [
      'has an entry from before the time of the claim',
      `<article><time datetime="2024-05-01"></time><p>${PASSAGES.drones}</p></article><article></article>`,
      '',
      [],
    ],
    [
      'has an entry from its time',
      `<article><time datetime="2025-06-20"></time><p>${PASSAGES.drones}</p></article><article></article>`,
      '',
      [`asserts: ${PASSAGES.drones}`],
    ],
  ] as const)('that %s is marked fairly', async (_, body, head, expected) => {
    expect(await marksOf(body + BESIDE, head)).toEqual([...expected, OTHER]);
  });

  test.each([
    ['opinion', jsonLd({ '@type': 'OpinionNewsArticle' }), 'presents itself as opinion'],
    ['a review of claims', jsonLd({ '@type': 'ClaimReview' }), 'reviews claims'],
  ])('that is %s is never marked as its own word, and its card says why', async (_, head, note) => {
    const page = await open(BESIDE, head);
    await waitForMarkCount(page, 1);
    const [annotation] = await askTabAnnotations(session().opened, page);
    expect(annotation?.stance).toBe('attributes');
    await openCard(page, 0);
    expect((await readCard(page))?.text).toContain(note);
  });

  it('that a machine has translated is never marked as its own word, and its card says so', async () => {
    const page = await session().openPage(
      session().server.servePage(
        writeDocument(BESIDE).replace('<html', '<html class="translated-ltr"'),
      ),
    );
    await waitForMarkCount(page, 1);
    const [annotation] = await askTabAnnotations(session().opened, page);
    expect(annotation?.stance).toBe('attributes');
    await openCard(page, 0);
    expect((await readCard(page))?.text).toContain('Translated page');
  });

  it('that is older than the claim is not marked, unless it was changed since', async () => {
    const published = '<meta property="article:published_time" content="2019-03-01">';
    const changed = '<meta property="article:modified_time" content="2025-07-01">';
    const old = await open(BESIDE, published);
    const renewed = await open(BESIDE, published + changed);
    await waitForMarkCount(renewed, 1);
    await old.bringToFront();
    // Something of a claim without that date, behind it: once that is marked, the first was read.
    await old.evaluate((text) => {
      const [other, own] = [document.createElement('article'), document.createElement('article')];
      const time = document.createElement('time');
      time.dateTime = '2025-07-01';
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      own.append(time, paragraph);
      document.body.append(other, own);
    }, PASSAGES.drones);
    await waitForMarkCount(old, 1);
    const marked = (await askTabAnnotations(session().opened, old)).map(({ quote }) => quote);
    expect(marked).toEqual([PASSAGES.drones]);
  });

  it('of satire is not read', async () => {
    const page = await open(BESIDE, jsonLd({ '@type': 'SatiricalArticle' }));
    await expect.poll(() => askKeptOut(session().opened, page), POLL).toBe('satire');
    expect(await readMarks(page)).toEqual([]);
  });
});
