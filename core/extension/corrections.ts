/**
 * What a reader's corrections make of the marks: the rules, as functions of the settings. They add
 * to sets and take from them, so that two tabs may do so in any order, and each may do it twice.
 */
import * as v from 'valibot';
import { ClaimId } from '../claims/claim.ts';
import type { Settings } from './settings.ts';

/** Longest passage that a correction is kept for, in UTF-16 units: more than any mark covers. */
export const MAX_CORRECTED_LENGTH = 4_000;

/**
 * Wrong marks of one claim, on as many passages, that mute it. One may be the page's fault; a reader
 * who is shown the same mistake time and again switches everything off.
 */
export const MUTING_COUNT = 2;

const PASSAGE_CORRECTION = {
  claim: ClaimId,
  /**
   * `different-claim`: the passage does not make this claim. `not-stated`: it only reports or
   * denies it. Either way it is not marked again.
   */
  kind: v.picklist(['different-claim', 'not-stated']),
  /** The words of the mark, as `foldPassage` leaves them. */
  passage: v.pipe(v.string(), v.maxLength(MAX_CORRECTED_LENGTH)),
};

/** What a reader said of a passage, as it is kept. */
export const Correction = v.object({
  ...PASSAGE_CORRECTION,
  /** Whether it counts towards muting the claim: until the reader has the claim shown again. */
  isCounted: v.optional(v.boolean(), true),
});
export type Correction = Readonly<v.InferOutput<typeof Correction>>;

/** What a reader can say of a mark: something of its passage, or that the claim is not wanted. */
export const MarkCorrection = v.variant('kind', [
  v.strictObject(PASSAGE_CORRECTION),
  v.strictObject({ claim: ClaimId, kind: v.literal('muted') }),
]);
export type MarkCorrection = Readonly<v.InferOutput<typeof MarkCorrection>>;

/** Words in which white space makes no difference, cut where no mark is as long. */
export function foldPassage(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').slice(0, MAX_CORRECTED_LENGTH).trim();
}

/** Adds a correction; one that is there already stays as it is. */
export function correctMark(settings: Settings, correction: MarkCorrection): Settings {
  if (correction.kind === 'muted') {
    const mutedClaims = [...new Set([...settings.mutedClaims, correction.claim])];
    return { ...settings, mutedClaims };
  }
  if (settings.corrections.some((other) => isSame(other, correction))) return settings;
  const corrections = [...settings.corrections, { ...correction, isCounted: true }];
  return { ...settings, corrections };
}

/** Takes a correction back, and with it the muting of which it was a part. */
export function undoCorrection(settings: Settings, correction: MarkCorrection): Settings {
  if (correction.kind === 'muted') {
    const mutedClaims = settings.mutedClaims.filter((claim) => claim !== correction.claim);
    return { ...settings, mutedClaims };
  }
  const corrections = settings.corrections.filter((other) => !isSame(other, correction));
  return { ...settings, corrections };
}

/** Whether the claim has been marked as wrong on so many passages that it is muted. */
export function isMutedByCorrections(settings: Settings, claim: ClaimId): boolean {
  return claimsMutedByCorrections(settings).includes(claim);
}

/** The claims that are not shown, each once: those asked for, then those marked as wrong. */
export function mutedClaims(settings: Settings): readonly ClaimId[] {
  return [...new Set([...settings.mutedClaims, ...claimsMutedByCorrections(settings)])];
}

function claimsMutedByCorrections({ corrections }: Settings): readonly ClaimId[] {
  const counted = new Map<ClaimId, Set<string>>();
  for (const { claim, passage, isCounted } of corrections) {
    if (isCounted) counted.set(claim, (counted.get(claim) ?? new Set()).add(passage));
  }
  return [...counted].filter(([, { size }]) => size >= MUTING_COUNT).map(([claim]) => claim);
}

/** Ends the muting of a claim. Its corrections stay, and no longer count. */
export function showClaimAgain(settings: Settings, claim: ClaimId): Settings {
  return {
    ...settings,
    mutedClaims: settings.mutedClaims.filter((muted) => muted !== claim),
    corrections: settings.corrections.map((correction) =>
      correction.claim === claim ? { ...correction, isCounted: false } : correction,
    ),
  };
}

/**
 * What becomes of a passage that resembles a claim. `not-shown`: neither marked nor listed nor
 * counted. `not-stated`: listed as reported, not marked.
 */
export type Treatment = 'shown' | 'not-stated' | 'not-shown';

/** How a passage is treated, by the claim that it resembles and its words as they stand there. */
export type Treat = (claim: ClaimId, words: string) => Treatment;

export function treatmentUnder(settings: Settings): Treat {
  const muted = new Set(mutedClaims(settings));
  const corrected = new Map<ClaimId, Map<string, Treatment>>();
  for (const { claim, kind, passage } of settings.corrections) {
    const passages = corrected.get(claim) ?? new Map<string, Treatment>();
    corrected.set(claim, passages);
    // Of both kinds on the same words, from two tabs, the one that says more counts.
    if (kind === 'different-claim') passages.set(passage, 'not-shown');
    else if (!passages.has(passage)) passages.set(passage, 'not-stated');
  }
  return (claim, words) => {
    if (muted.has(claim)) return 'not-shown';
    return corrected.get(claim)?.get(foldPassage(words)) ?? 'shown';
  };
}

function isSame(one: Correction, other: Omit<Correction, 'isCounted'>): boolean {
  return one.claim === other.claim && one.kind === other.kind && one.passage === other.passage;
}
