import { beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  ALL_SITES,
  askForAccess,
  grantedOrigins,
  annotateIn,
  injectInto,
  lookIntoFrames,
  mayRead,
  mayReadPage,
  patternsOf,
  readableHost,
  readFrame,
  registerContentScript,
} from '../../core/extension/site-access.ts';

type Script = {
  readonly id: string;
  readonly matches?: readonly string[];
  readonly excludeMatches?: readonly string[];
};

/** Until the test ends, a browser in which the reader has granted `origins`. */
function grant(...origins: readonly string[]) {
  const granted = new Set(origins);
  const own = { ...fakeBrowser.permissions };
  const permissions = {
    getAll: vi.fn(() => Promise.resolve({ permissions: ['storage'], origins: [...granted] })),
    contains: vi.fn((asked: { origins: readonly string[] }) =>
      Promise.resolve(asked.origins.every((origin) => granted.has(origin))),
    ),
    request: vi.fn<(asked: { origins: readonly string[] }) => Promise<boolean>>(),
  };
  Object.assign(fakeBrowser.permissions, permissions);
  onTestFinished(() => {
    Object.assign(fakeBrowser.permissions, own);
  });
  return { granted, ...permissions };
}

/** Until the test ends, a browser's register of content scripts, as strict as a browser's is. */
function openRegister(first?: Script) {
  const scripts = new Map<string, Script>(first && [[first.id, first]]);
  const calls: string[] = [];
  const change = (name: string, isThere: boolean, ids: readonly string[], make: () => void) => {
    calls.push(name);
    const wrong = ids.find((id) => scripts.has(id) !== isThere);
    if (wrong !== undefined) return Promise.reject(new Error(`${name}: script ID '${wrong}'`));
    make();
    return Promise.resolve();
  };
  const own = { ...fakeBrowser.scripting };
  const put = (added: readonly Script[]) => {
    for (const script of added) {
      if (script.matches?.length === 0) throw new Error('no matches');
      scripts.set(script.id, { ...scripts.get(script.id), ...script });
    }
  };
  const idsOf = (added: readonly Script[]) => added.map(({ id }) => id);
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: ({ ids }: { ids: readonly string[] }) =>
      Promise.resolve([...scripts.values()].filter(({ id }) => ids.includes(id))),
    registerContentScripts: (added: readonly Script[]) =>
      change('register', false, idsOf(added), () => {
        put(added);
      }),
    updateContentScripts: (changed: readonly Script[]) =>
      change('update', true, idsOf(changed), () => {
        put(changed);
      }),
    unregisterContentScripts: ({ ids }: { ids: readonly string[] }) =>
      change('unregister', true, ids, () => {
        for (const id of ids) scripts.delete(id);
      }),
  });
  onTestFinished(() => {
    Object.assign(fakeBrowser.scripting, own);
  });
  return { calls, registered: () => [...scripts.values()] };
}

const NEWS = 'https://news.example/*';
const COURIER = 'https://courier.example/*';
const ON = { isOn: true, offSites: [], isOnlyWhenAsked: false };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('an address', () => {
  test.each<[string | undefined, string | null]>([
    ['https://news.example/article', 'news.example'],
    ['http://news.example/', 'news.example'],
    ['https://NEWS.example:8443/a?b#c', 'news.example'],
    ['https://name:secret@news.example/', 'news.example'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['about:blank', null],
    ['chrome://extensions/', null],
    ['chrome-extension://news.example/popup.html', null],
    ['moz-extension://news.example/popup.html', null],
    ['view-source:https://news.example/', null],
    ['file:///home/page.html', null],
    ['ftp://news.example/', null],
    ['data:text/html,https://news.example/', null],
    ['blob:https://news.example/1', null],
    ['javascript:void 0', null],
    ['news.example', null],
    ['https://', null],
    ['', null],
    [undefined, null],
  ])('%s has the readable host %s', (address, host) => {
    expect(readableHost(address)).toBe(host);
  });
});

describe('access', () => {
  it('to a site is its host alone, by both protocols', () => {
    expect(patternsOf('news.example')).toEqual([NEWS, 'http://news.example/*']);
  });

  it('is what the reader has granted, and none where the browser names none', async () => {
    const { getAll } = grant(NEWS, COURIER);
    expect(await grantedOrigins()).toEqual([NEWS, COURIER]);
    getAll.mockResolvedValue({ permissions: [] } as never);
    expect(await grantedOrigins()).toEqual([]);
  });

  it('is there when all of it is', async () => {
    grant(NEWS);
    expect(await mayRead([NEWS])).toBe(true);
    expect(await mayRead([NEWS, COURIER])).toBe(false);
  });

  test.each([
    ['https://news.example:8443/article?page=*', true],
    ['http://news.example/article', false],
    ['https://www.news.example/', false],
  ])('to a page goes by its own protocol and host: %s is %s', async (address, isThere) => {
    grant(NEWS);
    expect(await mayReadPage(address)).toBe(isThere);
  });

  it('is asked for in the very turn of the call', async () => {
    const { request } = grant();
    request.mockResolvedValue(true);
    const answer = askForAccess(ALL_SITES);
    expect(request.mock.calls).toEqual([[{ origins: ['https://*/*', 'http://*/*'] }]]);
    expect(await answer).toBe(true);
  });

  it('is refused when the reader says no, or the browser does', async () => {
    const { request } = grant();
    request.mockResolvedValueOnce(false);
    expect(await askForAccess([NEWS])).toBe(false);
    request.mockRejectedValueOnce(new Error('must be called during a user gesture'));
    expect(await askForAccess([NEWS])).toBe(false);
    request.mockImplementationOnce(() => {
      throw new Error('Invalid value for origin pattern');
    });
    expect(await askForAccess([NEWS])).toBe(false);
  });
});

describe('the registration', () => {
  it('is of the package’s files, for what was granted, and outlives the session', async () => {
    grant(NEWS, COURIER);
    const { registered } = openRegister();
    await registerContentScript(() => Promise.resolve(ON));
    expect(registered()).toEqual([
      {
        id: 'rejoinder',
        js: ['/content-scripts/content.js'],
        matches: [NEWS, COURIER],
        excludeMatches: [],
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  });

  it('leaves out the sites that are off, and takes them in again', async () => {
    grant(...ALL_SITES);
    const { registered } = openRegister();
    const excluded = () => registered().map(({ excludeMatches }) => excludeMatches);
    await registerContentScript(() =>
      Promise.resolve({ ...ON, offSites: ['news.example', 'a.example'] }),
    );
    expect(excluded()).toEqual([[...patternsOf('news.example'), ...patternsOf('a.example')]]);
    await registerContentScript(() => Promise.resolve(ON));
    expect(excluded()).toEqual([[]]);
  });

  it('follows what is granted later, and what is taken back', async () => {
    const { granted } = grant(NEWS);
    const { registered } = openRegister();
    const matched = () => registered().map(({ matches }) => matches);
    await registerContentScript(() => Promise.resolve(ON));
    granted.add(COURIER);
    await registerContentScript(() => Promise.resolve(ON));
    expect(matched()).toEqual([[NEWS, COURIER]]);
    granted.delete(NEWS);
    await registerContentScript(() => Promise.resolve(ON));
    expect(matched()).toEqual([[COURIER]]);
    granted.clear();
    await registerContentScript(() => Promise.resolve(ON));
    expect(matched()).toEqual([]);
  });

  it('goes with the master switch, and comes back with it', async () => {
    grant(NEWS);
    const { registered } = openRegister();
    await registerContentScript(() => Promise.resolve(ON));
    await registerContentScript(() => Promise.resolve({ ...ON, isOn: false }));
    expect(registered()).toEqual([]);
    await registerContentScript(() => Promise.resolve(ON));
    expect(registered()).toHaveLength(1);
  });

  it('changes nothing where there is none and nothing to register', async () => {
    grant();
    const { calls } = openRegister();
    await registerContentScript(() => Promise.resolve(ON));
    await registerContentScript(() => Promise.resolve({ ...ON, isOn: false }));
    expect(calls).toEqual([]);
  });

  it('takes the place of one of an earlier session', async () => {
    grant(NEWS);
    const { registered } = openRegister({ id: 'rejoinder', matches: [COURIER] });
    await registerContentScript(() => Promise.resolve(ON));
    expect(registered()).toMatchObject([{ id: 'rejoinder', matches: [NEWS] }]);
  });

  it('may be asked for several times at once: the last counts', async () => {
    grant(NEWS);
    const { calls, registered } = openRegister();
    await Promise.all([
      registerContentScript(() => Promise.resolve(ON)),
      registerContentScript(() => Promise.resolve(ON)),
      registerContentScript(() => Promise.resolve({ ...ON, isOn: false })),
      registerContentScript(() => Promise.resolve({ ...ON, offSites: ['a.example'] })),
    ]);
    expect(registered()).toMatchObject([{ excludeMatches: patternsOf('a.example') }]);
    expect(calls).toEqual(['register', 'update', 'unregister', 'register']);
  });

  it('that the browser refuses holds no later one up', async () => {
    const { getAll } = grant(NEWS);
    const { registered } = openRegister();
    getAll.mockRejectedValueOnce(new Error('shutting down'));
    await expect(registerContentScript(() => Promise.resolve(ON))).rejects.toThrow('shutting down');
    await registerContentScript(() => Promise.resolve(ON));
    expect(registered()).toHaveLength(1);
  });
});

describe('a page that is read at once', () => {
  /** Until the test ends, a browser that does this with a style sheet and with a script. */
  function injectWith(insertCSS: () => Promise<void>, executeScript: () => Promise<unknown>) {
    const own = { ...fakeBrowser.scripting };
    const made = { insertCSS: vi.fn(insertCSS), executeScript: vi.fn(executeScript) };
    Object.assign(fakeBrowser.scripting, made);
    onTestFinished(() => {
      Object.assign(fakeBrowser.scripting, own);
    });
    return made;
  }
  const done = () => Promise.resolve();
  const refused = () => Promise.reject(new Error('Cannot access contents of the page.'));

  it('gets the file that is registered', async () => {
    const { insertCSS, executeScript } = injectWith(done, done);
    expect(await injectInto(7)).toBe(true);
    expect(insertCSS).not.toHaveBeenCalled();
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7 }, files: ['/content-scripts/content.js'] }],
    ]);
  });

  it('has its frames looked into, and one with text enough gets that file', async () => {
    const { executeScript } = injectWith(done, done);
    expect(await lookIntoFrames(7)).toBe(true);
    expect(await readFrame(7, 3)).toBe(true);
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, allFrames: true }, files: ['/frame.js'] }],
      [{ target: { tabId: 7, frameIds: [3] }, files: ['/content-scripts/content.js'] }],
    ]);
  });

  it('gets what annotates it, and how that looks, when something was found', async () => {
    const { insertCSS, executeScript } = injectWith(done, done);
    expect(await annotateIn(7, 3)).toBe(true);
    const target = { tabId: 7, frameIds: [3] };
    expect(insertCSS.mock.calls).toEqual([
      [{ target, files: ['/content-scripts/content.css'], origin: 'USER' }],
    ]);
    expect(executeScript.mock.calls).toEqual([[{ target, files: ['/annotate.js'] }]]);
  });

  it.each([
    ['its style sheet', refused, done],
    ['its script', done, refused],
  ])('is not annotated when the browser refuses %s', async (_, insertCSS, executeScript) => {
    injectWith(insertCSS, executeScript);
    expect(await annotateIn(7, 3)).toBe(false);
  });
});
