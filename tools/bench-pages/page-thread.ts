/**
 * Milliseconds of a page's own thread that scripts of one origin took, from Chromium's profiler and
 * its trace of the same load: the profiler samples what runs, the trace knows the tasks of the thread
 * and how long a script took to be compiled, of which a profile has no stack.
 */
import type { CDPSession, Protocol } from 'puppeteer-core';

/**
 * Of the profiler, in microseconds. Five times as often, it made the same page cost half as much again;
 * what begins and ends between two samples the trace knows.
 */
const SAMPLING_INTERVAL_US = 1_000;

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel'];
/** What the trace calls a turn of the thread. */
const TASKS: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** Spans of the trace that name the script they belong to. */
const SCRIPT_SPANS: ReadonlySet<string> = new Set(['EvaluateScript', 'v8.compile', 'FunctionCall']);

export type ThreadCost = {
  readonly totalMs: number;
  /** The most in one task of the thread. */
  readonly longestTurnMs: number;
};

export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, the microseconds in which the thread had a processor. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
};

type Interval = readonly [start: number, end: number];

/** Measures while `work` runs; `isOurs` tells by the address of a script. */
export async function measureThread(
  session: CDPSession,
  isOurs: (address: string) => boolean,
  work: () => Promise<void>,
): Promise<ThreadCost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: Protocol.Tracing.DataCollectedEvent) => {
    // The protocol types them as objects: https://chromedevtools.github.io/devtools-protocol/tot/Tracing
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' },
  });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  await session.send('Profiler.disable');
  return costOf(profile, events, isOurs);
}

/**
 * The cost by a profile and the trace of the same time. Counted is what the thread had a processor
 * for: of a task that waited for one, the same share of every part of it.
 */
export function costOf(
  profile: Protocol.Profiler.Profile,
  events: readonly TraceEvent[],
  isOurs: (address: string) => boolean,
): ThreadCost {
  // A trace may begin with what its buffers held before it was asked for.
  const measured = events.filter(({ ts }) => ts >= profile.startTime);
  const spans = measured.filter(
    ({ name, ph, args }) => ph === 'X' && SCRIPT_SPANS.has(name) && isOurs(args?.data?.url ?? ''),
  );
  const ours = merge([...spans.map(intervalOf), ...sampledIntervals(profile, isOurs)]);
  const turns = tasksByThread(measured)
    .map((tasks) => turnsIn(ours, outermost(tasks)))
    .toSorted((a, b) => sum(b) - sum(a));
  // The page's thread has all of it; what other threads did at the same time is less.
  const [own = []] = turns;
  return { totalMs: sum(own) / 1_000, longestTurnMs: Math.max(0, ...own) / 1_000 };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How much of each task was ours, of the time in which it had a processor. */
function turnsIn(ours: readonly Interval[], tasks: readonly TraceEvent[]): readonly number[] {
  return tasks.map((task) => {
    const { dur = 0, tdur = dur } = task;
    return dur === 0 ? 0 : overlap(ours, intervalOf(task)) * Math.min(1, tdur / dur);
  });
}

function tasksByThread(events: readonly TraceEvent[]): readonly (readonly TraceEvent[])[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X' || !TASKS.has(event.name)) continue;
    const thread = `${String(event.pid)} ${String(event.tid)}`;
    const tasks = threads.get(thread);
    if (tasks === undefined) threads.set(thread, [event]);
    else tasks.push(event);
  }
  return [...threads.values()];
}

/** Tasks that are not within another; the trace gives one task under two names. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = -Infinity;
  return tasks
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((task) => {
      if (task.ts < end) return false;
      end = task.ts + (task.dur ?? 0);
      return true;
    });
}

const intervalOf = ({ ts, dur = 0 }: TraceEvent): Interval => [ts, ts + dur];

/** The time between two samples belongs to what the first of them saw. */
function sampledIntervals(
  { nodes, samples = [], timeDeltas = [], startTime }: Protocol.Profiler.Profile,
  isOurs: (address: string) => boolean,
): readonly Interval[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const known = new Map<number, boolean>();
  const hasOurs = (id: number | undefined): boolean => {
    if (id === undefined) return false;
    const found =
      known.get(id) ?? (isOurs(byId.get(id)?.callFrame.url ?? '') || hasOurs(parents.get(id)));
    known.set(id, found);
    return found;
  };
  const intervals: Interval[] = [];
  let at = startTime;
  samples.forEach((sample, index) => {
    at += timeDeltas[index] ?? 0;
    const next = at + (timeDeltas[index + 1] ?? 0);
    if (hasOurs(sample)) intervals.push([at, next]);
  });
  return intervals;
}

/** The same time as intervals that do not meet, in order. */
function merge(intervals: readonly Interval[]): readonly Interval[] {
  const merged: [number, number][] = [];
  for (const [start, end] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function overlap(intervals: readonly Interval[], [from, to]: Interval): number {
  return intervals.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}
