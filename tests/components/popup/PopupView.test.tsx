import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Coverage, PageState } from '../../../components/popup-state.ts';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { annotation, annotations, compared, found, HOST, LONG_QUOTE } from './fictional-page.ts';
import { everyState, keptOut, mountPopup } from './mount-popup.tsx';

/** What stands in the popup, line by line. */
const linesOf = (element: HTMLElement) =>
  element.innerText.split('\n').filter((line) => line !== '');

const button = (popup: HTMLElement, name: string) => {
  const named = findAll(popup, 'button').find(({ innerText }) => innerText.startsWith(name));
  if (named === undefined) throw new Error(`expected a button ${name}, but found none`);
  return named;
};

const switches = (popup: HTMLElement) =>
  findAll(popup, '[role=switch]').map((element) => [
    element.innerText,
    element.getAttribute('aria-checked'),
  ]);

const MASTER_ON = ['Rejoinder', 'true'];
const HERE_ON = [`On ${HOST}`, 'true'];
const COMPARED =
  '3,180 English words compared with 24 claims. Neither marked nor unmarked text was verified.';
const LIST = 'List: “Claims about Vesmark (fiction)”, version 1.2.0, as of May 2031.';
const PAUSE = 'Pause for an hour';

describe('the popup says how it stands with a page', () => {
  it.each<[PageState, unknown, readonly string[]]>([
    [
      everyState['browser-page'],
      [MASTER_ON],
      [PAUSE, 'Rejoinder does not run on this page.', LIST],
    ],
    [
      everyState['no-access'],
      [MASTER_ON],
      [
        PAUSE,
        `Rejoinder has no access to ${HOST} and has read nothing here.`,
        'Texts are compared on your device; nothing of a page is sent anywhere.',
        'Read this tab',
        'Always read this site',
        LIST,
      ],
    ],
    [everyState.off, [['Rejoinder', 'false']], ['Rejoinder is off. No page is read.', LIST]],
    [
      everyState.paused,
      [MASTER_ON],
      ['Paused until 14:05', 'Resume', 'No page is read during the pause.', LIST],
    ],
    [
      everyState['off-here'],
      [MASTER_ON, [`On ${HOST}`, 'false']],
      [PAUSE, `Switched off for ${HOST}. Nothing is read here.`, LIST],
    ],
    [
      everyState['not-started'],
      [MASTER_ON, HERE_ON],
      [
        PAUSE,
        'This page was opened before Rejoinder could read it. Reload it to have it compared.',
        'Reload this page',
        LIST,
      ],
    ],
    [everyState.reading, [MASTER_ON, HERE_ON], [PAUSE, 'Reading this page…', LIST]],
    [
      everyState['nothing-found'],
      [MASTER_ON, HERE_ON],
      [PAUSE, 'Nothing on this page resembles a claim on the list.', COMPARED, LIST],
    ],
    [
      found({ annotations: [annotation] }),
      [MASTER_ON, HERE_ON],
      [
        PAUSE,
        '1 passage here resembles a claim on the list.',
        'Stated here',
        'On two nights boats crossed the invented lake from Ilm.',
        'Claim: Boats entered Orlane from Ilm in May 2031.',
        '1 response · 2 other statements',
        'Show in page',
        COMPARED,
        LIST,
      ],
    ],
    [
      everyState.error,
      [MASTER_ON],
      [PAUSE, 'Something went wrong: this page gave no answer.', 'Reload this page', LIST],
    ],
  ])('$kind', (page, expectedSwitches, lines) => {
    const { popup } = mountPopup({ page });
    expect(switches(popup)).toEqual(expectedSwitches);
    const labels = switches(popup).map(([label]) => label);
    const last = ['Search all claims', 'Report a new claim', 'Where Rejoinder reads'];
    expect(linesOf(popup)).toEqual([...labels, ...lines, ...last]);
  });

  it('and what is reported with the response apart, with a way to both', () => {
    const reported = {
      ...annotation,
      id: 'reported',
      stance: 'attributes',
      isMarked: false,
    } as const;
    const denied = { ...annotation, id: 'denied', stance: 'denies', isMarked: false } as const;
    const { popup, callbacks } = mountPopup({
      page: found({ annotations: [{ ...reported, responseId: 'denied' }, denied] }),
    });
    expect(textsOf(popup, '.group h2')).toEqual([
      'Reported here, with the response',
      'Denied or answered here',
    ]);
    button(popup, 'Show the response in page').click();
    button(popup, 'Show in page').click();
    expect(callbacks.onShow.mock.calls).toEqual([['denied'], ['reported']]);
  });

  it('and nothing of a list that is not known', () => {
    const { popup } = mountPopup({ page: everyState.reading, list: null });
    expect(findAll(popup, 'footer')).toEqual([]);
  });

  it.each(Object.values(everyState))('and offers a report in every state: $kind', (page) => {
    const { popup, callbacks } = mountPopup({ page });
    button(popup, 'Report a new claim').click();
    expect(callbacks.onReport.mock.calls).toEqual([['']]);
  });

  it('and the keys that report selected words, where there are some', () => {
    const { popup } = mountPopup({ reportKeys: 'Alt+Shift+D' });
    expect(linesOf(popup)).toContain('Selected words are reported with Alt+Shift+D as well.');
  });

  it.each<PageState>([
    { ...everyState.reading, isLasting: false },
    { ...everyState['nothing-found'], isLasting: false },
    found({ isLasting: false }),
  ])(
    'and has no switch for a site that is read once, but an offer to read it always: $kind',
    (page) => {
      const { popup } = mountPopup({ page });
      expect(switches(popup)).toEqual([MASTER_ON]);
      expect(popup.innerText).toContain('Read this once. The next page of this site is not read.');
      expect(textsOf(popup, '.offers button')).toContain('Always read this site');
    },
  );

  it('and that it hides what the reader has corrected, where that is all there is', () => {
    const { popup } = mountPopup({ page: { ...everyState['nothing-found'], hiddenCount: 1 } });
    expect(find(popup, 'section [role=status]').innerText).toBe(
      'What resembles a claim on this page is not shown, as you asked.',
    );
  });

  it('and that a report could not be begun', () => {
    const { popup, show } = mountPopup();
    expect(popup.innerText).not.toContain('could not be begun');
    show({ hasFailedReport: true });
    expect(textsOf(popup, '[role=status]')).toContain('The report could not be begun. Try again.');
  });

  it('and announces a change', () => {
    const { popup, show } = mountPopup({ page: everyState.reading });
    const status = find(popup, 'section [role=status]');
    show({ page: found() });
    expect(status.isConnected).toBe(true);
    expect(status.innerText).toBe('4 passages here resemble a claim on the list.');
  });
});

describe('what a page was compared with', () => {
  it.each<[string, Coverage, string]>([
    [
      'one word and one claim',
      { kind: 'compared', wordCount: 1, language: 'en', claimCount: 1, isTrial: false },
      '1 English word compared with 1 claim. Neither marked nor unmarked text was verified.',
    ],
    [
      'a language without a name',
      { ...compared, language: 'not a tag' },
      '3,180 not a tag words compared with 24 claims. Neither marked nor unmarked text was verified.',
    ],
    [
      'a language without wordings',
      { kind: 'no-language', language: 'ka' },
      'Georgian: no list that is on has wordings in this language; nothing was compared.',
    ],
    [
      'a language that is not known',
      { kind: 'no-language', language: null },
      'The language of this page was not recognised; nothing was compared.',
    ],
    [
      'a language that is none',
      { kind: 'no-language', language: 'english_us!!' },
      'The language of this page was not recognised; nothing was compared.',
    ],
  ])('%s', (_, coverage, sentence) => {
    const { popup } = mountPopup({ page: { ...everyState['nothing-found'], coverage } });
    expect(textsOf(popup, 'footer p')[0]).toBe(sentence);
    expect(find(popup, 'section [role=status]').innerText).toBe(
      coverage.kind === 'compared'
        ? 'Nothing on this page resembles a claim on the list.'
        : 'This page was not compared.',
    );
  });
});

describe('what was found', () => {
  it('stands in four groups, in one order', () => {
    const groups = (given: typeof annotations) =>
      findAll(mountPopup({ page: found({ annotations: given }) }).popup, '.group').map((group) => [
        find(group, 'h2').innerText,
        textsOf(group, 'blockquote'),
      ]);
    const expected = [
      ['Stated here', ['On two nights boats crossed the invented lake from Ilm.']],
      ['Reported here', [LONG_QUOTE]],
      ['Asked here', ['Did boats come out of Ilm?']],
      ['Denied or answered here', ['Vesmark says that no boat left its harbour.']],
    ];
    expect(groups(annotations)).toEqual(expected);
    expect(groups(annotations.toReversed())).toEqual(expected);
  });

  it('keeps the order of the page within a group, and has no heading for a group without any', () => {
    const given = ['c', 'a', 'b'].map((id) => ({ ...annotation, id, quote: id }));
    const { popup } = mountPopup({ page: found({ annotations: given }) });
    expect(textsOf(popup, 'h2')).toEqual(['Stated here']);
    expect(textsOf(popup, 'blockquote')).toEqual(['c', 'a', 'b']);
  });

  it.each([
    [1, 0, true, '1 response'],
    [1, 1, true, '1 response · 1 other statement'],
    [2, 2, true, '2 responses · 2 other statements'],
    [0, 0, true, '0 responses'],
    [1_234, 1_234, true, '1,234 responses · 1,234 other statements'],
    [1, 1, false, '1 response · 1 other statement · not marked'],
  ])(
    '%i responses, %i other statements, marked: %s',
    (responseCount, otherVoiceCount, isMarked, line) => {
      const given = [{ ...annotation, responseCount, otherVoiceCount, isMarked }];
      const { popup } = mountPopup({ page: found({ annotations: given }) });
      expect(find(popup, '.annotation .line p').innerText).toBe(line);
    },
  );

  it('shows the words of the page in serif, in the page’s language, and the claim in its own', () => {
    const given = [{ ...annotation, claim: 'ادعایی ساختگی', claimLanguage: 'fa' }];
    const coverage: Coverage = { ...compared, language: 'de' };
    const { popup } = mountPopup({ page: found({ annotations: given, coverage }) });
    const words = find(popup, 'blockquote');
    expect([words.lang, words.dir, getComputedStyle(words).fontFamily]).toEqual([
      'de',
      'auto',
      expect.stringContaining('serif'),
    ]);
    const claim = find(popup, '.annotation bdi');
    expect([claim.lang, claim.dir, claim.innerText]).toEqual(['fa', 'rtl', 'ادعایی ساختگی']);
  });

  it('cuts a long passage after two lines, and opens and closes it', async () => {
    const given = [{ ...annotation, quote: LONG_QUOTE }];
    const { popup } = mountPopup({ page: found({ annotations: given }) });
    const words = find(popup, 'blockquote');
    await expect.poll(() => findAll(popup, '[aria-expanded]').length).toBe(1);
    const more = button(popup, 'Whole passage');
    const cutPx = words.clientHeight;
    expect(cutPx / parseFloat(getComputedStyle(words).lineHeight)).toBeCloseTo(2, 1);
    expect(words.textContent).toBe(LONG_QUOTE);

    await userEvent.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(words.clientHeight).toBeGreaterThan(cutPx);
    expect(words.scrollHeight).toBe(words.clientHeight);

    await userEvent.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('false');
    expect(words.clientHeight).toBe(cutPx);
  });

  it('offers to open none but a passage that is cut', async () => {
    const { popup } = mountPopup();
    await expect.poll(() => findAll(popup, '[aria-expanded]').length).toBe(1);
    const [opens] = findAll(popup, '[aria-expanded]');
    expect(opens?.previousElementSibling?.textContent).toBe(LONG_QUOTE);
  });
});

describe('the keys that lead from passage to passage', () => {
  const NEXT = 'Alt+Shift+J';
  const PREVIOUS = 'Alt+Shift+Y';

  it.each([
    [NEXT, PREVIOUS, `Next passage: ${NEXT} · Previous: ${PREVIOUS}`],
    [NEXT, null, `Next passage: ${NEXT}`],
    [null, PREVIOUS, `Previous: ${PREVIOUS}`],
    [
      null,
      null,
      'No keys lead to the passages; your browser’s settings for extensions can set some.',
    ],
  ])('are %s and %s, as they are assigned', (next, previous, line) => {
    const { popup } = mountPopup({ keys: { next, previous } });
    expect(linesOf(popup)).toContain(line);
    expect(textsOf(popup, 'kbd')).toEqual([next, previous].filter((key) => key !== null));
  });

  it('are not named before they are known, nor where there are no passages', () => {
    const keys = { next: NEXT, previous: PREVIOUS };
    expect(findAll(mountPopup({ keys: null }).popup, 'kbd')).toEqual([]);
    const { popup } = mountPopup({ page: everyState['nothing-found'], keys });
    expect(findAll(popup, 'kbd')).toEqual([]);
  });
});

describe('a press', () => {
  it.each([
    ['onSwitch', everyState.off, 'Rejoinder', [true]],
    ['onSwitch', everyState.reading, 'Rejoinder', [false]],
    ['onSwitchHere', everyState['off-here'], 'On ', [true]],
    ['onSwitchHere', everyState.found, 'On ', [false]],
    ['onPause', everyState.reading, PAUSE, []],
    ['onResume', everyState.paused, 'Resume', []],
    ['onReadOnce', everyState['no-access'], 'Read this tab', []],
    ['onReadSite', everyState['no-access'], 'Always read this site', []],
    ['onReadOnce', everyState['only-asked'], 'Read this page', []],
    ['onReadAnyway', everyState['kept-out'], 'Read this page anyway', []],
    ['onReadAnyway', keptOut('social'), 'Read this page anyway', []],
    ['onReadFeed', keptOut('search'), 'Read along on this site', []],
    ['onReload', everyState['not-started'], 'Reload this page', []],
    ['onReload', everyState.error, 'Reload this page', []],
    ['onReadSite', found({ isLasting: false }), 'Always read this site', []],
    ['onShow', everyState.found, 'Show in page', ['stated']],
    ['onOpenClaim', everyState.found, annotation.claim, [annotation.claimId]],
  ] as const)('calls %s in $1.kind', async (callback, page, name, args) => {
    const { popup, callbacks } = mountPopup({ page });
    await userEvent.click(button(popup, name));
    for (const [each, called] of Object.entries(callbacks)) {
      expect([each, called.mock.calls.length]).toEqual([each, each === callback ? 1 : 0]);
    }
    expect(callbacks[callback].mock.calls[0]?.slice(0, args.length)).toEqual(args);
  });

  it('of the pause keeps the focus, so that a second press resumes', async () => {
    const { popup, callbacks, show } = mountPopup({ page: everyState.reading });
    const pause = button(popup, PAUSE);
    await userEvent.click(pause);
    show({ page: everyState.paused });
    expect(document.activeElement).toBe(pause);
    await userEvent.keyboard('{Enter}');
    expect(callbacks.onResume).toHaveBeenCalledOnce();
  });
});

describe('the words of the popup', () => {
  it.each(Object.values(everyState))('judge nothing: $kind', (page) => {
    const { popup } = mountPopup({ page });
    const judging =
      /\b(false|fake|rebut\w*|official answer|verdict|truth|true|lie|lies|wrong claim|score|rating|debunk\w*)\b/iu;
    expect(popup.innerText).not.toMatch(judging);
    expect(findAll(popup, 'meter, progress, [role=meter], [role=progressbar]')).toEqual([]);
  });

  it('keep the locale’s order, direction and digits', () => {
    const { popup } = mountPopup(
      { page: everyState.paused },
      {
        translate: (key, ...substitutions) =>
          key === 'language_tag' ? 'fa' : translateFromFile(key, ...substitutions),
      },
    );
    expect([popup.lang, popup.dir]).toEqual(['fa', 'rtl']);
    expect(find(popup, 'time').innerText).toBe('۱۴:۰۵');
    const [label, track] = [find(popup, '.switch > span'), find(popup, '.track')];
    expect(track.getBoundingClientRect().right).toBeLessThan(label.getBoundingClientRect().left);
  });
});
