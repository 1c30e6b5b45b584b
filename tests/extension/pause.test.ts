import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  PAUSE_MS,
  pauseReading,
  RESUME_ALARM,
  restorePause,
  resumeReading,
} from '../../core/extension/pause.ts';
import { changeSettings, readingState, readSettings } from '../../core/extension/settings.ts';

const NOW = Date.UTC(2031, 4, 1);
const HOST = 'news.example';

const alarmTimes = async () =>
  (await fakeBrowser.alarms.getAll()).map(({ name, scheduledTime }) => [name, scheduledTime]);
const stateAt = async (nowMs: number) => readingState(await readSettings(), HOST, nowMs);

beforeEach(() => {
  fakeBrowser.reset();
});

it('lasts an hour, and an alarm rings at its end', async () => {
  await pauseReading(NOW);
  expect(PAUSE_MS).toBe(3_600_000);
  expect(await alarmTimes()).toEqual([[RESUME_ALARM, NOW + PAUSE_MS]]);
  expect(await stateAt(NOW)).toBe('paused');
  expect(await stateAt(NOW + PAUSE_MS - 1)).toBe('paused');
});

it('is over at its end even when no alarm rings', async () => {
  await pauseReading(NOW);
  await fakeBrowser.alarms.clearAll();
  expect(await stateAt(NOW + PAUSE_MS)).toBe('on');
});

it('begins anew when it is asked for again, with one alarm', async () => {
  await pauseReading(NOW);
  await pauseReading(NOW + 1_000);
  expect(await alarmTimes()).toEqual([[RESUME_ALARM, NOW + 1_000 + PAUSE_MS]]);
  expect(await stateAt(NOW + PAUSE_MS)).toBe('paused');
});

it('ends at once when the reader resumes, and no alarm is left', async () => {
  await pauseReading(NOW);
  await fakeBrowser.alarms.create('of-another-part', { when: NOW });
  await resumeReading();
  expect(await stateAt(NOW)).toBe('on');
  expect(await alarmTimes()).toEqual([['of-another-part', NOW]]);
});

it('may be resumed when there is none', async () => {
  const before = await readSettings();
  await resumeReading();
  expect(await readSettings()).toEqual(before);
});

it('leaves every other choice as it is', async () => {
  const chosen = await changeSettings((settings) => ({
    ...settings,
    isOn: false,
    offSites: [HOST],
  }));
  await pauseReading(NOW);
  expect(await readSettings()).toEqual({ ...chosen, pausedUntilMs: NOW + PAUSE_MS });
  await resumeReading();
  expect(await readSettings()).toEqual(chosen);
});

it('goes on after the browser was closed, and its alarm with it', async () => {
  await pauseReading(NOW);
  await fakeBrowser.alarms.clearAll();
  await restorePause(NOW + 1_000);
  expect(await alarmTimes()).toEqual([[RESUME_ALARM, NOW + PAUSE_MS]]);
});

it('is ended when it was over before the browser started', async () => {
  await pauseReading(NOW);
  await restorePause(NOW + PAUSE_MS);
  expect((await readSettings()).pausedUntilMs).toBeNull();
  expect(await alarmTimes()).toEqual([]);
});
