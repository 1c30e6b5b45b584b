import fc from 'fast-check';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ClaimId } from '../../core/claims/claim.ts';
import {
  correctMark,
  foldPassage,
  isMutedByCorrections,
  MarkCorrection,
  MAX_CORRECTED_LENGTH,
  mutedClaims,
  MUTING_COUNT,
  showClaimAgain,
  treatmentUnder,
  undoCorrection,
} from '../../core/extension/corrections.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  type Settings,
} from '../../core/extension/settings.ts';

// Brands: tests may make the values that schemas make.
const BOATS = 'lantern-boats-crossed' as ClaimId;
const LAMPS = 'lamps-were-lit' as ClaimId;
const CLAIMS = [BOATS, LAMPS];
const KINDS = ['different-claim', 'not-stated'] as const;
const PASSAGES = ['Boats crossed.', 'Some boats came over.', 'Lamps were lit.'];

const wrong = (
  kind: (typeof KINDS)[number],
  passage = 'Boats crossed.',
  claim = BOATS,
): MarkCorrection => ({ claim, kind, passage });
const muted = (claim = BOATS): MarkCorrection => ({ kind: 'muted', claim });

/** The settings after these corrections, one after the other. */
const corrected = (...corrections: readonly MarkCorrection[]): Settings =>
  corrections.reduce(correctMark, DEFAULT_SETTINGS);

const anyCorrection: fc.Arbitrary<MarkCorrection> = fc.oneof(
  fc.record({
    claim: fc.constantFrom(...CLAIMS),
    kind: fc.constantFrom(...KINDS),
    passage: fc.constantFrom(...PASSAGES),
  }),
  fc.record({ claim: fc.constantFrom(...CLAIMS), kind: fc.constant('muted' as const) }),
);
const anyChange = fc.oneof(
  anyCorrection.map((correction) => (settings: Settings) => correctMark(settings, correction)),
  anyCorrection.map((correction) => (settings: Settings) => undoCorrection(settings, correction)),
  fc
    .constantFrom(...CLAIMS)
    .map((claim) => (settings: Settings) => showClaimAgain(settings, claim)),
);
/** Whatever a reader may have come to. */
const anySettings = fc
  .array(anyChange, { maxLength: 12 })
  .map((changes) => changes.reduce((settings, change) => change(settings), DEFAULT_SETTINGS));

/** What a reader sees of the settings: lists without their order. */
const seen = (settings: Settings) => ({
  ...settings,
  mutedClaims: settings.mutedClaims.toSorted(),
  corrections: settings.corrections.map((entry) => JSON.stringify(entry)).toSorted(),
});
const isKept = (settings: Settings, correction: MarkCorrection) =>
  correction.kind === 'muted'
    ? settings.mutedClaims.includes(correction.claim)
    : settings.corrections.some(
        ({ claim, kind, passage }) =>
          claim === correction.claim && kind === correction.kind && passage === correction.passage,
      );

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a passage that was corrected', () => {
  // prettier-ignore
  test.each<[string, Settings, ReturnType<ReturnType<typeof treatmentUnder>>]>([
    ['nothing was said', DEFAULT_SETTINGS, 'shown'],
    ['it is a different claim', corrected(wrong('different-claim')), 'not-shown'],
    ['it is only reported', corrected(wrong('not-stated')), 'not-stated'],
    ['the one in one tab, the other in another', corrected(wrong('not-stated'), wrong('different-claim')), 'not-shown'],
    ['the same the other way round', corrected(wrong('different-claim'), wrong('not-stated')), 'not-shown'],
    ['the claim is not wanted', corrected(muted()), 'not-shown'],
    ['another claim is not wanted', corrected(muted(LAMPS)), 'shown'],
    ['the words do not make another claim', corrected(wrong('different-claim', 'Boats crossed.', LAMPS)), 'shown'],
    ['other words do not make the claim', corrected(wrong('different-claim', 'Boats cross.')), 'shown'],
    ['two others did not make the claim', corrected(wrong('different-claim', 'One.'), wrong('not-stated', 'Two.')), 'not-shown'],
    ['one other did not, in both ways', corrected(wrong('different-claim', 'One.'), wrong('not-stated', 'One.')), 'shown'],
    ['two others did not make another claim', corrected(wrong('not-stated', 'One.', LAMPS), wrong('not-stated', 'Two.', LAMPS)), 'shown'],
  ])('is treated so when %s', (_, settings, treatment) => {
    expect(treatmentUnder(settings)(BOATS, 'Boats crossed.')).toBe(treatment);
  });

  it.each(['  Boats\n\tcrossed. ', 'Boats\u00a0crossed.', 'Boats crossed.\u2003'])(
    'is the same with other white space: %j',
    (words) => {
      const settings = corrected(wrong('different-claim', foldPassage('Boats crossed.')));
      expect(treatmentUnder(settings)(BOATS, words)).toBe('not-shown');
    },
  );

  it('is the same with other words far beyond the end of any mark', () => {
    const long = 'w '.repeat(MAX_CORRECTED_LENGTH);
    const settings = corrected(wrong('not-stated', foldPassage(`${long} one`)));
    expect(treatmentUnder(settings)(BOATS, `${long} two`)).toBe('not-stated');
  });
});

test('folding twice is folding once, and fits', () => {
  const words = fc.array(fc.constantFrom(' ', '\n', 'a', 'é', '\u00a0', 'w'.repeat(1_999)));
  fc.assert(
    fc.property(words, (parts) => {
      const folded = foldPassage(parts.join(''));
      expect(foldPassage(folded)).toBe(folded);
      expect(folded.length).toBeLessThanOrEqual(MAX_CORRECTED_LENGTH);
      expect(folded).not.toMatch(/^\s|\s$|\s\s|[\n\u00a0]/u);
    }),
  );
});

describe('a claim', () => {
  it('is muted by wrong marks on two passages, and by no fewer', () => {
    expect(MUTING_COUNT).toBe(2);
    const once = corrected(wrong('different-claim', 'One.'), wrong('not-stated', 'One.'));
    expect(isMutedByCorrections(once, BOATS)).toBe(false);
    const twice = correctMark(once, wrong('not-stated', 'Two.'));
    expect(isMutedByCorrections(twice, BOATS)).toBe(true);
    expect(mutedClaims(twice)).toEqual([BOATS]);
    const undone = undoCorrection(twice, wrong('not-stated', 'Two.'));
    expect(mutedClaims(undone)).toEqual([]);
    expect(undone).toEqual(once);
  });

  it('that the reader does not want stays muted when corrections of it are taken back', () => {
    const settings = corrected(muted(), wrong('not-stated', 'One.'), wrong('not-stated', 'Two.'));
    expect(mutedClaims(settings)).toEqual([BOATS]);
    expect(mutedClaims(undoCorrection(settings, wrong('not-stated', 'Two.')))).toEqual([BOATS]);
  });

  it('that is shown again stays corrected where it was, and is muted by two more wrong marks', () => {
    const twice = corrected(wrong('different-claim', 'One.'), wrong('not-stated', 'Two.'), muted());
    const again = showClaimAgain(twice, BOATS);
    const treat = treatmentUnder(again);
    expect(['One.', 'Two.', 'Three.'].map((words) => treat(BOATS, words))).toEqual([
      'not-shown',
      'not-stated',
      'shown',
    ]);
    const third = correctMark(again, wrong('not-stated', 'Three.'));
    expect(mutedClaims(third)).toEqual([]);
    expect(mutedClaims(correctMark(third, wrong('not-stated', 'Four.')))).toEqual([BOATS]);
  });
});

describe('whatever was corrected before', () => {
  const check = (
    property: (settings: Settings, one: MarkCorrection, two: MarkCorrection) => void,
  ) => {
    fc.assert(fc.property(anySettings, anyCorrection, anyCorrection, property));
  };

  test('a correction that is taken back leaves all as it was', () => {
    check((settings, correction) => {
      fc.pre(!isKept(settings, correction));
      expect(undoCorrection(correctMark(settings, correction), correction)).toEqual(settings);
    });
  });

  test('to correct, or to take back, twice is to do it once', () => {
    check((settings, correction) => {
      for (const change of [correctMark, undoCorrection]) {
        const once = change(settings, correction);
        expect(change(once, correction)).toEqual(once);
      }
    });
  });

  test('the order of two tabs makes no difference', () => {
    check((settings, one, two) => {
      expect(seen(correctMark(correctMark(settings, one), two))).toEqual(
        seen(correctMark(correctMark(settings, two), one)),
      );
    });
  });

  test('nor does it when one takes back what the other has not said', () => {
    check((settings, one, two) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(two));
      expect(seen(undoCorrection(correctMark(settings, one), two))).toEqual(
        seen(correctMark(undoCorrection(settings, two), one)),
      );
    });
  });

  test('the claims that are not shown are those of whose passages none is', () => {
    check((settings) => {
      const treat = treatmentUnder(settings);
      const hidden = CLAIMS.filter((claim) => treat(claim, 'Never seen.') === 'not-shown');
      expect(mutedClaims(settings).toSorted()).toEqual(hidden.toSorted());
      for (const claim of CLAIMS) {
        expect(mutedClaims(showClaimAgain(settings, claim))).not.toContain(claim);
      }
    });
  });

  test('nothing but the corrections changes', () => {
    const chosen = { isOn: false, pausedUntilMs: 5, offSites: ['news.example'] };
    fc.assert(
      fc.property(anySettings, anyChange, (settings, change) => {
        expect(change({ ...settings, ...chosen })).toMatchObject(chosen);
      }),
    );
  });
});

describe('tabs that correct at once', () => {
  const all: readonly MarkCorrection[] = [
    wrong('different-claim', 'One.'),
    wrong('not-stated', 'One.'),
    wrong('not-stated', 'Two.'),
    wrong('not-stated', 'Two.', LAMPS),
    muted(LAMPS),
  ];

  it('lose nothing of each other, nor of another setting', async () => {
    vi.resetModules();
    const other = await import('../../core/extension/settings.ts');
    await Promise.all([
      // Each twice: a question that is not answered is put again.
      ...[...all, ...all].map((correction, at) =>
        (at % 2 === 0 ? changeSettings : other.changeSettings)((before) =>
          correctMark(before, correction),
        ),
      ),
      other.changeSettings((before) => ({ ...before, isOn: false })),
      changeSettings((before) => ({ ...before, offSites: ['news.example'] })),
    ]);
    const settings = await readSettings();
    expect(seen(settings)).toEqual(
      seen({ ...corrected(...all), isOn: false, offSites: ['news.example'] }),
    );
  });

  it('and take back at once, leave what nobody took back', async () => {
    await changeSettings(() => corrected(...all));
    const [first, second, ...rest] = all;
    if (first === undefined || second === undefined) throw new Error('no corrections');
    await Promise.all(
      [first, second, first].map((correction) =>
        changeSettings((before) => undoCorrection(before, correction)),
      ),
    );
    expect(seen(await readSettings())).toEqual(seen(corrected(...rest)));
  });
});
