/** A pause that ends by itself, also when the browser was closed meanwhile. */
import { browser } from './browser.ts';
import { changeSettings, readSettings } from './settings.ts';

export const RESUME_ALARM = 'resume-reading';

/** How long a pause is, in milliseconds. */
export const PAUSE_MS = 60 * 60 * 1_000;

/** Pauses reading from `nowMs` on, in milliseconds since 1970. */
export async function pauseReading(nowMs: number): Promise<void> {
  const pausedUntilMs = nowMs + PAUSE_MS;
  await changeSettings((settings) => ({ ...settings, pausedUntilMs }));
  await browser.alarms.create(RESUME_ALARM, { when: pausedUntilMs });
}

export async function resumeReading(): Promise<void> {
  await browser.alarms.clear(RESUME_ALARM);
  await changeSettings((settings) => ({ ...settings, pausedUntilMs: null }));
}

/** Sets the alarm of a pause again, or ends a pause that is over. */
export async function restorePause(nowMs: number): Promise<void> {
  const { pausedUntilMs } = await readSettings();
  if (pausedUntilMs === null) return;
  if (pausedUntilMs <= nowMs) await resumeReading();
  else await browser.alarms.create(RESUME_ALARM, { when: pausedUntilMs });
}
