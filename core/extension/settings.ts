/**
 * What the reader has chosen. Kept in `storage.local`, validated whenever it is read: a part that
 * does not fit is replaced by its default, an entry of a list that does not fit is left out, and the
 * others stay, so that no choice is lost to another's.
 */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { ClaimId } from '../claims/claim.ts';
import { Correction } from './corrections.ts';

/** More sites, claims and corrections than anybody lists by hand. */
export const MAX_ENTRIES = 5_000;
/** A host name as `location.hostname` gives it: no port, and nothing that a pattern would read. */
const HostName = v.pipe(
  v.string(),
  v.maxLength(260),
  v.check((host) => !host.includes('*') && URL.parse(`https://${host}`)?.hostname === host),
);

/** The entries that fit `schema`; of too many the latest. */
const listOf = <Entry>(schema: v.GenericSchema<unknown, Entry>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((entries) =>
        entries
          .flatMap((entry) => {
            const parsed = v.safeParse(schema, entry);
            return parsed.success ? [parsed.output] : [];
          })
          .slice(-MAX_ENTRIES),
      ),
    ),
    [],
  );

/** Ways by which a report leaves the device at once; a file and a copy stay with the reader. */
export const SWITCHED_WAYS = ['github', 'email', 'endpoint'] as const;
export type SwitchedWay = (typeof SWITCHED_WAYS)[number];

const Settings = v.object({
  /** The master switch. */
  isOn: v.fallback(v.boolean(), true),
  /** Until when reading is paused, in milliseconds since 1970; null when it is not. */
  pausedUntilMs: v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null),
  /** Sites that the reader has switched off, on any port. */
  offSites: listOf(HostName),
  /** Sites of search results and social feeds that the reader has switched on. */
  feedSites: listOf(HostName),
  /** Whether a page is read only when the reader asks for it. */
  isOnlyWhenAsked: v.fallback(v.boolean(), false),
  /** Claims that the reader has asked not to be shown. */
  mutedClaims: listOf(ClaimId),
  corrections: listOf(Correction),
  /** Ways out of the device that the report page does not offer. */
  waysNotOffered: listOf(v.picklist(SWITCHED_WAYS)),
});
export type Settings = Readonly<v.InferOutput<typeof Settings>>;

export const DEFAULT_SETTINGS: Settings = v.parse(Settings, {});

const item = storage.defineItem<unknown>('local:settings', { version: 1 });
/** Held while a change reads and writes, so that two documents of ours do not undo each other. */
const LOCK = 'rejoinder-settings';

function parseSettings(stored: unknown): Settings {
  const parsed = v.safeParse(Settings, stored ?? {});
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

export async function readSettings(): Promise<Settings> {
  return parseSettings(await item.getValue());
}

/**
 * Changes the settings; resolves with what is stored. For the extension's own documents and its
 * background, which share a lock; pages ask the background.
 */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request(LOCK, async () => {
    const changed = parseSettings(change(await readSettings()));
    await item.setValue(changed);
    return changed;
  });
}

/** Calls `onChange` with every later state of the settings, until `signal` aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const stop = item.watch((stored) => {
    onChange(parseSettings(stored));
  });
  signal.addEventListener(
    'abort',
    () => {
      try {
        stop();
      } catch {
        // The extension is gone, and what this listened to went with it.
      }
    },
    { once: true },
  );
}

/** Whether pages are read at `nowMs`, in milliseconds since 1970, and if not, why not. */
export function readingState(
  { isOn, pausedUntilMs, offSites }: Settings,
  host: string,
  nowMs: number,
): 'on' | 'off' | 'paused' | 'off-here' {
  if (!isOn) return 'off';
  if (pausedUntilMs !== null && nowMs < pausedUntilMs) return 'paused';
  return offSites.includes(host) ? 'off-here' : 'on';
}
