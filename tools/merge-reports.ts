/** Reports that came in -> what is to be drafted of them: near-duplicates once, known claims named. */
import type { Claim } from '../core/claims/claim.ts';
import type { OutgoingReport } from '../core/claims/outgoing-report.ts';
import type { IncomingReport } from './read-reports.ts';

/** Reports that say the same, the one that says most first. */
export type ReportGroup = {
  readonly reports: readonly IncomingReport[];
  /** The claim of the list that they are about; null where the list has none. */
  readonly claim: Claim | null;
};

/**
 * Share of words in common from which two sentences are one. High, since two claims that are merged
 * are one lost, and two that are not are a glance.
 */
const SAME_SHARE = 0.8;
/** Reports beyond this are compared by their letters only: every pair is a comparison. */
const MAX_COMPARED_COUNT = 2_000;

/** What a report is about, in words: its own sentence, else the passage. */
export function sentenceOf({ claim, target }: OutgoingReport): string {
  return claim === '' ? (target?.selector?.exact ?? '') : claim;
}

/** The latest of each report, by its id: a reader may have passed it on again. */
export function latestOf(reports: readonly IncomingReport[]): readonly IncomingReport[] {
  const latest = new Map<string, IncomingReport>();
  for (const incoming of reports) {
    const before = latest.get(incoming.report.id);
    if (before === undefined || before.report.changed < incoming.report.changed) {
      latest.set(incoming.report.id, incoming);
    }
  }
  return [...latest.values()];
}

/** Groups reports; `findKnown` gives the claim of the list that a sentence makes, or null. */
export function mergeReports(
  reports: readonly IncomingReport[],
  claims: readonly Claim[],
  findKnown: (texts: readonly string[]) => Claim | null,
): readonly ReportGroup[] {
  type Open = {
    claim: Claim | null;
    words: ReadonlySet<string>;
    key: string;
    reports: IncomingReport[];
  };
  const groups: Open[] = [];
  for (const incoming of latestOf(reports)) {
    const { report } = incoming;
    const { concern } = report;
    const sentence = sentenceOf(report);
    const named = concern.kind === 'new-claim' ? null : concern.claim;
    const claim =
      named === null
        ? findKnown([report.claim, report.target?.selector?.exact ?? ''])
        : (claims.find(({ id }) => id === named) ?? null);
    const words = wordsOf(sentence);
    const key = `${concern.kind} ${claim?.id ?? ''} ${[...words].toSorted().join(' ')}`;
    const same = groups.find(
      (group) =>
        group.key === key ||
        (groups.length < MAX_COMPARED_COUNT &&
          group.claim === claim &&
          group.reports[0]?.report.concern.kind === concern.kind &&
          shareOf(group.words, words) >= SAME_SHARE),
    );
    if (same === undefined) groups.push({ claim, words, key, reports: [incoming] });
    else same.reports.push(incoming);
  }
  return groups.map(({ claim, reports: grouped }) => ({
    claim,
    reports: grouped.toSorted((a, b) => saidBy(b.report) - saidBy(a.report)),
  }));
}

/** How many of its fields say something. */
function saidBy({ claim, claimant, response, target }: OutgoingReport): number {
  return [claim, claimant, response, target?.source, target?.selector].filter(Boolean).length;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(a.size, b.size, 1);
}
