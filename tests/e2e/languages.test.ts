/** Pages that say nothing of their language, or something wrong, and passages in another one. */
import { expect, it, test } from 'vitest';
import { readMarks } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const RUSSIAN = 'В июне израильские дроны залетели в Иран с территории Азербайджана.';
const TURKISH = 'İsrail jetleri İran’daki hedeflere Azerbaycan hava sahasından geçerek ulaştı.';
const TURKISH_PROSE =
  'Vadinin çiftçileri bu yıl elmalarını pazarda sattı ve daha sonra köye geri döndü.';

describeInBrowsers('the language of a page', (session) => {
  const marksIn = async (language: string | null, ...texts: readonly string[]) => {
    const body = texts.map((text) => `<p>${text}</p>`).join('');
    const address = session().server.servePage(writeDocument(body, language));
    const page = await session().openPage(address);
    // What is last of all is a claim: when it is marked, all before it has been read.
    await waitForMarkCount(page, texts.filter((text) => text !== TURKISH_PROSE).length);
    return (await readMarks(page)).map(({ text }) => text);
  };

  test.each([
    ['states none', null],
    ['states that it is not known', 'und'],
    ['states a wrong one', 'fr'],
  ])('%s', async (_, language) => {
    expect(await marksIn(language, PASSAGES.drones)).toEqual([PASSAGES.drones]);
    expect(await marksIn(language, TURKISH_PROSE, TURKISH)).toEqual([TURKISH]);
  });

  it('is not that of each of its passages', async () => {
    const texts = [TURKISH_PROSE, PASSAGES.drones, TURKISH_PROSE, RUSSIAN, TURKISH];
    const foreign = texts.filter((text) => text !== TURKISH_PROSE);
    expect(await marksIn('tr', ...texts)).toEqual(foreign);
  });
});
