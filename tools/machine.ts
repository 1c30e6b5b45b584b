/** What this machine has, and how a program that is missing comes onto it. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix } from 'node:path';
import { runProgram, type Ended } from './run-command.ts';

/** What a search for programs needs to know of a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isProgram: (path: string) => boolean;
  /** Whether apt may install: Debian itself, and root. Its relatives name their packages otherwise. */
  readonly mayUseApt: boolean;
};

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isProgram,
    mayUseApt: process.getuid?.() === 0 && isDebian(),
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/mu.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Every path at which a program may lie on Linux, likeliest first. */
export function placesOnLinux(program: string, { env }: Machine): readonly string[] {
  // Some desktops start npm with a short PATH; distributions put browsers in these folders.
  const folders = new Set([
    ...(env['PATH'] ?? '').split(':'),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]);
  return [...folders]
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => posix.join(folder, program));
}

/** Runs one apt-get command to its end. */
export type RunApt = (parameters: readonly string[]) => Promise<Ended>;

export function runAptGet(parameters: readonly string[]): Promise<Ended> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return runProgram('apt-get', parameters, 'keep', env);
}

/**
 * Has apt install a package, and says so. Returns the sentence for when that did not bring what was
 * missing, with the last words of apt.
 */
export async function installPackage(
  title: string,
  debianPackage: string,
  runApt: RunApt,
): Promise<string> {
  console.log(`Installing ${title} (apt-get install ${debianPackage}).`);
  const updated = await runApt(['update']);
  const installed = await runApt(['install', '--yes', debianPackage]);
  const words = (installed.code === 0 ? updated : installed).stderr.trim().split('\n').at(-1);
  return `apt-get could not install ${debianPackage}: ${words ?? ''}`;
}
