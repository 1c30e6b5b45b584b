import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ClaimId } from '../../core/claims/claim.ts';
import { MAX_CORRECTED_LENGTH, type Correction } from '../../core/extension/corrections.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  MAX_ENTRIES,
  readingState,
  readSettings,
  watchSettings,
  type Settings,
} from '../../core/extension/settings.ts';
import { PATIENCE } from '../patience.ts';

// A brand: tests may make the values that schemas make.
const BOATS = 'lantern-boats-crossed' as ClaimId;
const CORRECTION: Correction = {
  claim: BOATS,
  kind: 'not-stated',
  passage: 'No boat crossed.',
  isCounted: true,
};
const CHOSEN: Settings = {
  isOn: false,
  pausedUntilMs: 5_000,
  offSites: ['news.example', '[::1]', 'xn--bcher-kva.example'],
  feedSites: ['feed.example'],
  isOnlyWhenAsked: true,
  mutedClaims: [BOATS],
  corrections: [CORRECTION],
  waysNotOffered: ['email'],
};

const { local } = fakeBrowser.storage;
const store = (settings: unknown) => local.set({ settings });
const stored = async () => (await local.get('settings'))['settings'];

/** Watches until the test ends; gives what was seen. */
function watched(life = new AbortController()) {
  const onChange = vi.fn<(settings: Settings) => void>();
  watchSettings(onChange, life.signal);
  onTestFinished(() => {
    life.abort();
  });
  return onChange;
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('what is read', () => {
  it('is the defaults where nothing was chosen: on, everywhere, not paused', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toEqual({
      isOn: true,
      pausedUntilMs: null,
      offSites: [],
      feedSites: [],
      isOnlyWhenAsked: false,
      mutedClaims: [],
      corrections: [],
      waysNotOffered: [],
    });
  });

  it('is what was chosen', async () => {
    await store(CHOSEN);
    expect(await readSettings()).toEqual(CHOSEN);
  });

  it.each([
    ['a text', 'on'],
    ['a number', 1],
    ['a list', [CHOSEN]],
    ['true', true],
  ])('is the defaults where %s is stored', async (_, value) => {
    await store(value);
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  const corrupt: { readonly [Part in keyof Settings]: readonly unknown[] } = {
    isOn: [null, 'false', 0, {}],
    pausedUntilMs: ['5000', Infinity, NaN, true, {}],
    offSites: [null, 'news.example', { length: 1 }, 7],
    feedSites: [null, 'feed.example', 7],
    isOnlyWhenAsked: [null, 'true', 1],
    mutedClaims: [null, BOATS, { 0: BOATS }],
    corrections: [null, CORRECTION, 'none'],
    waysNotOffered: [null, 'email', {}],
  };
  const parts = Object.keys(corrupt) as readonly (keyof Settings)[];

  test.each(parts.flatMap((part) => corrupt[part].map((value) => [part, value] as const)))(
    'replaces a corrupt part alone: %s is %j',
    async (part, value) => {
      await store({ ...CHOSEN, [part]: value });
      expect(await readSettings()).toEqual({ ...CHOSEN, [part]: DEFAULT_SETTINGS[part] });
    },
  );

  test.each(parts)('replaces a missing part alone: %s', async (part) => {
    await store(Object.fromEntries(Object.entries(CHOSEN).filter(([name]) => name !== part)));
    expect(await readSettings()).toEqual({ ...CHOSEN, [part]: DEFAULT_SETTINGS[part] });
  });

  test('leaves out what no part knows', async () => {
    await store({ ...CHOSEN, more: 'entries' });
    expect(await readSettings()).toEqual(CHOSEN);
  });

  // prettier-ignore
  test.each<['offSites' | 'mutedClaims' | 'corrections', unknown]>([
    ['offSites', null],
    ['offSites', ''],
    ['offSites', '*'],
    ['offSites', '*.example'],
    ['offSites', 'news.example:8080'],
    ['offSites', 'news.example/path'],
    ['offSites', 'name@news.example'],
    ['offSites', 'two words'],
    ['offSites', 'NEWS.example'],
    ['offSites', `${'a'.repeat(300)}.example`],
    ['mutedClaims', 7],
    ['mutedClaims', '../list'],
    ['corrections', {}],
    ['corrections', { ...CORRECTION, kind: 'disliked' }],
    ['corrections', { ...CORRECTION, claim: '<b>' }],
    ['corrections', { ...CORRECTION, isCounted: 'no' }],
    ['corrections', { ...CORRECTION, passage: 'a'.repeat(MAX_CORRECTED_LENGTH + 1) }],
  ])('leaves out a corrupt entry alone: %s has %j', async (part, entry) => {
    await store({ ...CHOSEN, [part]: [entry, ...CHOSEN[part], entry] });
    expect(await readSettings()).toEqual(CHOSEN);
  });

  test('keeps the latest of more entries than anybody lists', async () => {
    const offSites = Array.from({ length: MAX_ENTRIES + 2 }, (_, at) => `s${String(at)}.example`);
    await store({ ...CHOSEN, offSites });
    expect(await readSettings()).toEqual({ ...CHOSEN, offSites: offSites.slice(2) });
  });

  test('is sound whatever is stored, and reads the same once stored again', async () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          isOn: fc.jsonValue(),
          pausedUntilMs: fc.jsonValue(),
          offSites: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.domain(), fc.string()))),
          mutedClaims: fc.array(fc.oneof(fc.constant(BOATS), fc.jsonValue())),
          corrections: fc.array(fc.oneof(fc.constant(CORRECTION), fc.jsonValue())),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        await store(value);
        const settings = await readSettings();
        expect(Object.keys(settings).toSorted()).toEqual(parts.toSorted());
        await store(settings);
        expect(await readSettings()).toEqual(settings);
      }),
    );
  });
});

describe('a change', () => {
  const switchOff = (host: string) =>
    changeSettings((settings) => ({ ...settings, offSites: [...settings.offSites, host] }));

  it('is stored, leaves the rest, and gives what is stored', async () => {
    await store(CHOSEN);
    const changed = await changeSettings((settings) => ({ ...settings, isOn: true }));
    expect(changed).toEqual({ ...CHOSEN, isOn: true });
    expect(await stored()).toEqual(changed);
    expect(await readSettings()).toEqual(changed);
  });

  it('survives others at the same time', async () => {
    const hosts = Array.from({ length: 10 }, (_, at) => `s${String(at)}.example`);
    await Promise.all([
      ...hosts.map(switchOff),
      changeSettings((settings) => ({ ...settings, isOn: false })),
    ]);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, isOn: false, offSites: hosts });
  });

  it('survives one at the same time in another document of ours', async () => {
    vi.resetModules();
    const other = await import('../../core/extension/settings.ts');
    await Promise.all([
      switchOff('news.example'),
      other.changeSettings((settings) => ({ ...settings, mutedClaims: [BOATS] })),
      switchOff('courier.example'),
    ]);
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      offSites: ['news.example', 'courier.example'],
      mutedClaims: [BOATS],
    });
  });

  it('that fails changes nothing and holds nobody up', async () => {
    await store(CHOSEN);
    const fails = changeSettings(() => {
      throw new Error('no such site');
    });
    const follows = switchOff('courier.example');
    await expect(fails).rejects.toThrow('no such site');
    expect(await follows).toEqual({
      ...CHOSEN,
      offSites: [...CHOSEN.offSites, 'courier.example'],
    });
  });

  it('stores nothing that would not be read', async () => {
    const changed = await switchOff('news.example:8080');
    expect(changed).toEqual(DEFAULT_SETTINGS);
    expect(await stored()).toEqual(DEFAULT_SETTINGS);
  });

  it('mends what was corrupt', async () => {
    await store({ ...CHOSEN, pausedUntilMs: 'soon' });
    await changeSettings((settings) => settings);
    expect(await stored()).toEqual({ ...CHOSEN, pausedUntilMs: null });
  });

  it('leaves the defaults as they are', async () => {
    await switchOff('news.example');
    expect(DEFAULT_SETTINGS.offSites).toEqual([]);
  });
});

describe('who watches', () => {
  it('sees every later state, in order', async () => {
    const onChange = watched();
    expect(onChange).not.toHaveBeenCalled();
    await changeSettings((settings) => ({ ...settings, isOn: false }));
    await changeSettings((settings) => ({ ...settings, offSites: ['news.example'] }));
    await vi.waitFor(() => {
      expect(onChange.mock.calls).toEqual([
        [{ ...DEFAULT_SETTINGS, isOn: false }],
        [{ ...DEFAULT_SETTINGS, isOn: false, offSites: ['news.example'] }],
      ]);
    }, PATIENCE);
  });

  it('sees the defaults when everything was cleared', async () => {
    await store(CHOSEN);
    const onChange = watched();
    await local.remove('settings');
    await vi.waitFor(() => {
      expect(onChange.mock.calls).toEqual([[DEFAULT_SETTINGS]]);
    }, PATIENCE);
  });

  it('sees nothing corrupt', async () => {
    const onChange = watched();
    await store({ ...CHOSEN, isOn: 'maybe' });
    await vi.waitFor(() => {
      expect(onChange.mock.calls).toEqual([[{ ...CHOSEN, isOn: true }]]);
    }, PATIENCE);
  });

  it('sees no change that is none of the settings', async () => {
    const onChange = watched();
    await local.set({ other: 1 });
    await changeSettings((settings) => ({ ...settings, isOn: false }));
    await vi.waitFor(() => {
      expect(onChange).toHaveBeenCalledOnce();
    }, PATIENCE);
  });

  it('sees nothing once the signal has aborted, before or after', async () => {
    const [before, after] = [new AbortController(), new AbortController()];
    before.abort();
    const seen = [watched(before), watched(after)];
    after.abort();
    const stillWatching = watched();
    await changeSettings((settings) => ({ ...settings, isOn: false }));
    await vi.waitFor(() => {
      expect(stillWatching).toHaveBeenCalledOnce();
    }, PATIENCE);
    for (const onChange of seen) expect(onChange).not.toHaveBeenCalled();
  });
});

describe('whether a site is read', () => {
  const NOW = 1_000;
  // prettier-ignore
  test.each<[ReturnType<typeof readingState>, Partial<Settings>, string]>([
    ['on', {}, 'news.example'],
    ['on', { pausedUntilMs: NOW - 1 }, 'news.example'],
    ['on', { pausedUntilMs: NOW }, 'news.example'],
    ['paused', { pausedUntilMs: NOW + 1 }, 'news.example'],
    ['off-here', { offSites: ['news.example'] }, 'news.example'],
    ['on', { offSites: ['news.example'] }, 'www.news.example'],
    ['on', { offSites: ['www.news.example'] }, 'news.example'],
    ['on', { offSites: ['news.example'] }, ''],
    ['off-here', { offSites: ['news.example'], pausedUntilMs: NOW - 1 }, 'news.example'],
    // The reader is told of what would have to be undone first.
    ['paused', { offSites: ['news.example'], pausedUntilMs: NOW + 1 }, 'news.example'],
    ['off', { isOn: false }, 'news.example'],
    ['off', { isOn: false, pausedUntilMs: NOW + 1 }, 'news.example'],
    ['off', { isOn: false, offSites: ['news.example'] }, 'news.example'],
  ])('is %s with %j on %s', (expected, settings, host) => {
    expect(readingState({ ...DEFAULT_SETTINGS, ...settings }, host, NOW)).toBe(expected);
  });
});
