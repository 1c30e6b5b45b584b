/**
 * The programs that give a browser a display of its own, and press keys there: Xvfb and xdotool.
 * Commands, context menus and a browser's own prompts are out of reach of its protocol.
 */
import {
  installPackage,
  placesOnLinux,
  runAptGet,
  thisMachine,
  type Machine,
  type RunApt,
} from './machine.ts';

/** The package of Debian that each program comes with. */
const DEBIAN_PACKAGES = { Xvfb: 'xvfb', xdotool: 'xdotool' } as const;
export type DisplayProgram = keyof typeof DEBIAN_PACKAGES;
export const DISPLAY_PROGRAMS: readonly DisplayProgram[] = ['Xvfb', 'xdotool'];

/** The program's absolute path, or null. */
export function findDisplayProgram(
  program: DisplayProgram,
  machine: Machine = thisMachine(),
): string | null {
  return placesOnLinux(program, machine).find((place) => machine.isProgram(place)) ?? null;
}

/**
 * Sees to it that the machine has both programs; where apt may install, what is missing is
 * installed. Null, or the sentence that says what to install.
 */
export async function provideDisplay(
  machine: Machine = thisMachine(),
  runApt: RunApt = runAptGet,
): Promise<string | null> {
  const isMissing = (program: DisplayProgram) => findDisplayProgram(program, machine) === null;
  for (const program of DISPLAY_PROGRAMS.filter(isMissing)) {
    if (!machine.mayUseApt) {
      return `No ${program} was found. Install Xvfb and xdotool: the end-to-end tests press real keys.`;
    }
    const reason = await installPackage(program, DEBIAN_PACKAGES[program], runApt);
    if (isMissing(program)) return reason;
  }
  return null;
}
