import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Translate } from '../../../components/translate.ts';
import type { AccessChoice, WelcomeProps } from '../../../components/WelcomeView.tsx';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { mountWelcome, NEWS } from './mount-welcome.tsx';

const KINDS: readonly AccessChoice[] = ['all', 'news', 'chosen'];

describe('the first page', () => {
  it('says what Rejoinder does, and that a page’s text stays on the device', async () => {
    const { main } = await mountWelcome();
    expect(textsOf(main, 'header p').slice(0, 2)).toEqual([
      expect.stringContaining('a position with an author'),
      expect.stringContaining('on this device. Nothing of a page leaves it unless'),
    ]);
  });

  it('says where the toolbar button is, and shows it', async () => {
    const { main } = await mountWelcome();
    const [, where] = findAll(main, 'section');
    expect(where?.textContent).toContain('pin Rejoinder');
    const icon = where && find(where, 'img');
    expect(icon).toBeInstanceOf(HTMLImageElement);
    await expect
      .poll(() => icon instanceof HTMLImageElement && icon.complete && icon.naturalWidth)
      .toBe(32);
  });

  it('says what the browser asks next, and that a choice can be changed', async () => {
    const { main } = await mountWelcome();
    expect(textsOf(main, '.small')).toEqual([
      expect.stringContaining('until you press “Read this page”'),
      expect.stringContaining('your browser asks, in its own words'),
      expect.stringContaining('change this at any time'),
    ]);
  });

  it('lets pages be read only when the reader asks', async () => {
    const { main, onOnlyWhenAsked } = await mountWelcome();
    const box = main.querySelector<HTMLInputElement>('input[type=checkbox]');
    expect(box?.labels?.[0]?.textContent.trim()).toBe('Mark only when I ask');
    box?.click();
    expect(onOnlyWhenAsked).toHaveBeenCalledExactlyOnceWith(true);
  });

  it.each([true, false])('has a note of preview: %s', async (isPreview) => {
    const { main } = await mountWelcome({ isPreview });
    expect(textsOf(main, '.preview')).toEqual(
      isPreview ? [expect.stringMatching(/^This is a preview: people have not yet opened/u)] : [],
    );
  });

  it.each([
    ['en-GB', 'ltr'],
    ['fa', 'rtl'],
  ])('in %s is written %s', async (tag, direction) => {
    const translate: Translate = (key, ...rest) =>
      key === 'language_tag' ? tag : translateFromFile(key, ...rest);
    const { main } = await mountWelcome({}, { translate });
    expect([main.lang, main.dir]).toEqual([tag, direction]);
  });

  it.each(
    (['none', ...KINDS] as const).flatMap((choice) =>
      (['idle', 'asking', 'granted', 'refused'] as const).map(
        (outcome) => [choice, outcome] as const,
      ),
    ),
  )('says no word of judgement: %s, %s', async (choice, outcome) => {
    const { main } = await mountWelcome({ choice, outcome });
    expect(main.textContent).not.toMatch(/false|fake|rebuttal|official answer|truth|verdict/iu);
  });
});

describe('the choices', () => {
  it('are three, each with one sentence', async () => {
    const { main } = await mountWelcome({ newsSiteCount: 90 });
    expect(textsOf(main, '.choices .title')).toEqual([
      'All sites',
      'News sites',
      'Only sites I choose',
    ]);
    const sentences = textsOf(main, '.choices .title + span');
    expect(sentences.map((text) => text.split('.').length - 1)).toEqual([1, 1, 1]);
    expect(sentences[1]).toContain('on 90 news sites');
    expect(sentences[2]).toContain('from the toolbar button');
  });

  it('count one site as one', async () => {
    const { main } = await mountWelcome({ newsSiteCount: 1 });
    expect(textsOf(main, '.choices .title + span')[1]).toContain('on 1 news site,');
  });

  it.each(KINDS.map((kind, at) => [kind, at] as const))(
    'call back in the turn of the click: %s',
    async (kind, at) => {
      const { main, onChoose } = await mountWelcome();
      const button = findAll(main, '.choices button')[at];
      // Not awaited: a browser takes a request for access in the click’s own turn only.
      button?.click();
      expect(onChoose.mock.calls).toEqual([[kind]]);
    },
  );

  it.each(['idle', 'asking', 'granted', 'refused'] as const)(
    'can be made when the last one is %s',
    async (outcome) => {
      const { main, onChoose } = await mountWelcome({ outcome });
      for (const button of findAll(main, '.choices button')) await userEvent.click(button);
      expect(onChoose.mock.calls).toEqual([['all'], ['news'], ['chosen']]);
    },
  );

  it.each([
    ['none', []],
    ['all', ['All sites']],
    ['news', ['News sites']],
    ['chosen', ['Only sites I choose']],
  ] as const)('show which is in use: %s', async (choice, inUse) => {
    for (const outcome of ['idle', 'asking', 'granted', 'refused'] as const) {
      const { main } = await mountWelcome({ choice, outcome });
      expect(textsOf(main, '[aria-pressed="true"] .title')).toEqual(inUse);
      const ticks = findAll(main, '.choices svg').filter((tick) =>
        tick.checkVisibility({ visibilityProperty: true }),
      );
      expect(ticks.map((tick) => tick.closest('button')?.ariaPressed)).toEqual(
        inUse.map(() => 'true'),
      );
    }
  });

  it('open the list of news sites in the order of their names, and choose nothing by it', async () => {
    const { main, onChoose } = await mountWelcome();
    const list = find(main, '.news');
    expect(list.checkVisibility()).toBe(false);
    await userEvent.click(find(main, 'summary'));
    expect(list.checkVisibility()).toBe(true);
    expect(textsOf(list, 'li')).toEqual([
      'Émile’s Letter letter.example',
      'Lake Courier courier.example',
      'The Orlane Boatman boat.example',
    ]);
    expect(find(main, 'details p').textContent).toContain('nothing about its quality');
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('leave the order of the list that was handed in', async () => {
    const news = Object.freeze([...NEWS]);
    await mountWelcome({ news });
    expect(news).toEqual(NEWS);
  });

  it('show names and hosts as they are written, whatever the direction', async () => {
    const hostile = { host: 'lake.example', name: '<img src=x onerror=alert(1)> كوريه' };
    const { main } = await mountWelcome({ news: [hostile], newsSiteCount: 1 });
    const row = find(main, '.news li');
    expect(row.textContent).toBe(`${hostile.name} ${hostile.host}`);
    expect(findAll(row, '*').map(({ tagName, dir }) => [tagName, dir])).toEqual([
      ['BDI', ''],
      ['BDI', 'ltr'],
    ]);
  });
});

describe('what came of a choice', () => {
  const refused = 'Your browser gave no access, so nothing has changed.';
  const again = 'To be asked again, press the button of your choice once more.';
  const all = 'Rejoinder reads along on all sites.';
  const news =
    'Rejoinder reads along on the listed news sites, and on sites that you switched on one by one.';
  const chosen = 'Rejoinder reads along only on sites that you switch on.';
  const asking = 'Your browser is asking you. Nothing changes until you answer.';
  const granted =
    'Your browser gave access. Pages that are open already are read once you reload them.';
  const onlyAsked = 'Rejoinder reads a page only when you ask it to, from the toolbar button.';

  it.each<[WelcomeProps['choice'], WelcomeProps['outcome'], readonly string[]]>([
    ['none', 'idle', []],
    ['all', 'idle', [all]],
    ['news', 'idle', [news]],
    ['chosen', 'idle', [chosen]],
    ['none', 'asking', [asking]],
    ['all', 'asking', [asking]],
    ['all', 'granted', [all, granted]],
    ['news', 'granted', [news, granted]],
    ['chosen', 'granted', [chosen]],
    ['none', 'refused', [refused, onlyAsked, again]],
    ['all', 'refused', [refused, all, again]],
    ['news', 'refused', [refused, news, again]],
    ['chosen', 'refused', [refused, chosen, again]],
  ])('%s, %s', async (choice, outcome, sentences) => {
    const { main } = await mountWelcome({ choice, outcome });
    expect(textsOf(main, '[role="status"] p')).toEqual(sentences);
  });

  it('comes into a place that was there before, and leaves the focus where it is', async () => {
    const { main, show } = await mountWelcome();
    const status = find(main, '[role="status"]');
    expect(getComputedStyle(status).display).not.toBe('none');
    const button = find(main, '.choices button');
    await userEvent.click(button);
    for (const outcome of ['asking', 'refused', 'granted'] as const) {
      show({ choice: outcome === 'granted' ? 'all' : 'none', outcome });
      expect(find(main, '[role="status"]')).toBe(status);
      expect(status.textContent).not.toBe('');
      expect(document.activeElement).toBe(button);
    }
  });
});
