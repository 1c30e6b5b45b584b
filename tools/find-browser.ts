/** Which browsers this machine has, and how one that is missing comes onto it. */
import { posix, win32 } from 'node:path';
import {
  installPackage,
  placesOnLinux,
  runAptGet,
  thisMachine,
  type Machine,
  type RunApt,
} from './machine.ts';

/** In the order in which a browser is looked for when none is asked for. */
export const BROWSER_NAMES = ['chromium', 'chrome', 'edge', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

/** Which build of the extension a browser takes, and how it is driven. */
export type Engine = 'chromium' | 'firefox';

export type FoundBrowser = {
  readonly name: BrowserName;
  readonly engine: Engine;
  /** The program's absolute path. */
  readonly path: string;
};

type Installation = {
  readonly title: string;
  /** Names the program of its engine before any other place; for one that lies where nobody looks. */
  readonly override?: string;
  readonly linux: readonly string[];
  /** The application's name, which on macOS is also its program's unless that is given. */
  readonly mac: { readonly app: string; readonly program?: string };
  readonly windows: readonly string[];
  readonly debianPackage?: string;
};

const INSTALLATIONS: Readonly<Record<BrowserName, Installation>> = {
  chromium: {
    title: 'Chromium',
    override: 'REJOINDER_CHROMIUM',
    linux: ['chromium', 'chromium-browser'],
    mac: { app: 'Chromium' },
    windows: ['Chromium', 'Application', 'chrome.exe'],
    debianPackage: 'chromium',
  },
  chrome: {
    title: 'Chrome',
    override: 'REJOINDER_CHROMIUM',
    linux: ['google-chrome-stable', 'google-chrome'],
    mac: { app: 'Google Chrome' },
    windows: ['Google', 'Chrome', 'Application', 'chrome.exe'],
  },
  edge: {
    title: 'Edge',
    override: 'REJOINDER_CHROMIUM',
    linux: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: { app: 'Microsoft Edge' },
    windows: ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  },
  firefox: {
    title: 'Firefox',
    override: 'REJOINDER_FIREFOX',
    linux: ['firefox-esr', 'firefox'],
    mac: { app: 'Firefox', program: 'firefox' },
    windows: ['Mozilla Firefox', 'firefox.exe'],
    debianPackage: 'firefox-esr',
  },
};

/** The name that a sentence calls a browser by. */
export function titleOf(name: BrowserName): string {
  return INSTALLATIONS[name].title;
}

function engineOf(name: BrowserName): Engine {
  return name === 'firefox' ? 'firefox' : 'chromium';
}

/** Every path at which the browser may lie, likeliest first. */
export function placesOf(name: BrowserName, machine: Machine): readonly string[] {
  const { platform, env, home } = machine;
  const { override, linux, mac, windows } = INSTALLATIONS[name];
  const given = override === undefined ? undefined : env[override];
  if (given !== undefined && given !== '') return [given];
  if (platform === 'darwin') {
    const program = `${mac.app}.app/Contents/MacOS/${mac.program ?? mac.app}`;
    return ['/Applications', `${home}/Applications`].map((folder) => posix.join(folder, program));
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = env[variable];
      return folder === undefined ? [] : [win32.join(folder, ...windows)];
    });
  }
  return linux.flatMap((program) => placesOnLinux(program, machine));
}

/** The first of `names` that the machine has, or null. */
export function findBrowser(
  names: readonly BrowserName[],
  machine: Machine = thisMachine(),
): FoundBrowser | null {
  for (const name of names) {
    const path = placesOf(name, machine).find((place) => machine.isProgram(place));
    if (path !== undefined) return { name, engine: engineOf(name), path };
  }
  return null;
}

export type ProvidedBrowser =
  | { readonly ok: true; readonly browser: FoundBrowser }
  | { readonly ok: false; readonly reason: string };

/**
 * The first of `names` that the machine has. Where apt may install, the first of them that Debian
 * packages is installed when there is none; elsewhere the reason says what to install.
 */
export async function provideBrowser(
  names: readonly BrowserName[],
  machine: Machine = thisMachine(),
  runApt: RunApt = runAptGet,
): Promise<ProvidedBrowser> {
  const found = findBrowser(names, machine);
  if (found !== null) return { ok: true, browser: found };

  const oneOf = (words: Iterable<string>) =>
    new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
  const titles = oneOf(names.map(titleOf));
  const variables = oneOf(new Set(names.flatMap((name) => INSTALLATIONS[name].override ?? [])));
  const advice = `Install ${titles}, or name its program in ${variables}.`;
  for (const name of names) {
    const { override, debianPackage } = INSTALLATIONS[name];
    const given = override === undefined ? undefined : machine.env[override];
    if (given !== undefined && given !== '') {
      return { ok: false, reason: `${String(override)} names ${given}, which is no program.` };
    }
    if (!machine.mayUseApt || debianPackage === undefined) continue;
    const reason = await installPackage(titleOf(name), debianPackage, runApt);
    const browser = findBrowser([name], machine);
    return browser === null ? { ok: false, reason } : { ok: true, browser };
  }
  return { ok: false, reason: `No ${titles} was found. ${advice}` };
}
