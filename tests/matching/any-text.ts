/** Texts for property tests. */
import fc from 'fast-check';

/** Any UTF-16 units, so that many surrogates are alone. */
const anyUnits = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

/** Units that folding treats differently, often next to each other. */
const foldedUnits = fc.string({
  unit: fc.constantFrom(
    ...['a', 'Z', '7', ' ', '\n', '.', "'", 'é', 'e\u0301', 'İ', 'ı', 'ß', 'ẞ', 'ﬁ', '㎏', 'Ａ'],
    ...['\u00ad', '\u200c', '\u200d', '’', '“', 'ي', 'ك', '𝐀', '😀', '\ud83d', '\ude00', '…', 'Σ'],
  ),
});

/** Words and punctuation of prose, so that sentences come out. */
const prose = fc
  .array(
    fc.constantFrom(
      ...['Israel', 'said', 'Mr', 'U.S', 'drones', 'a', 'I', 'St', '“no”', '1.5', 'ship’s'],
      ...['.', '. ', '? ', '! ', ', ', ' ', '  ', '\n', '\r\n', '\n\n', '\n \n', ' – ', '…', '.” '],
    ),
  )
  .map((parts) => parts.join(''));

/** Any text: noise, what folding finds hard, and prose. */
export const anyText = fc.oneof(anyUnits, foldedUnits, prose, fc.string({ unit: 'grapheme' }));
