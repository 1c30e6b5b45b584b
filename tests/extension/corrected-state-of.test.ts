import { expect, it } from 'vitest';
import type { ClaimId } from '../../core/claims/claim.ts';
import { correctMark } from '../../core/extension/corrections.ts';
import { DEFAULT_SETTINGS } from '../../core/extension/settings.ts';
import { correctedStateOf } from '../../entrypoints/popup/corrected-state-of.ts';
import { BOATS as BOATS_FILE, changed, fictionalFiles, listOf } from '../claims/fictional-list.ts';

const list = listOf(
  changed(fictionalFiles(), BOATS_FILE, 'claimReviewed', {
    en: 'Boats of Southmark crossed Northland’s lake (fiction)',
    fr: 'Des bateaux ont traversé le lac (fiction)',
  }),
);

// Brands: tests may make the values that schemas make.
const BOATS = 'lantern-boats-crossed' as ClaimId;
const GONE = 'no-longer-on-the-list' as ClaimId;
const kept = { claim: BOATS, kind: 'not-stated', passage: 'One.', isCounted: true } as const;

it('is nothing where nothing was corrected', () => {
  expect(correctedStateOf(DEFAULT_SETTINGS, list, ['en'])).toEqual({
    mutedClaims: [],
    corrections: [],
  });
});

it('names what was corrected in the reader’s language, latest first', () => {
  const settings = { ...DEFAULT_SETTINGS, mutedClaims: [BOATS, GONE], corrections: [kept] };
  const boats = {
    claimId: BOATS,
    claim: 'Des bateaux ont traversé le lac (fiction)',
    claimLanguage: 'fr',
  };
  expect(correctedStateOf(settings, list, ['fr-CA', 'en'])).toEqual({
    // One that the list has no more can still be taken back, by its name.
    mutedClaims: [{ claimId: GONE, claim: GONE, claimLanguage: 'en' }, boats],
    corrections: [{ ...boats, correction: kept }],
  });
});

it('has a claim that was marked as wrong twice among those that are not shown', () => {
  const settings = ['One.', 'Two.'].reduce(
    (before, passage) => correctMark(before, { claim: BOATS, kind: 'different-claim', passage }),
    DEFAULT_SETTINGS,
  );
  const { mutedClaims, corrections } = correctedStateOf(settings, list, ['en']);
  expect(mutedClaims.map(({ claimId }) => claimId)).toEqual([BOATS]);
  expect(corrections.map(({ correction }) => correction.passage)).toEqual(['Two.', 'One.']);
});
