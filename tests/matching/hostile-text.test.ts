/**
 * Text that was made to be slow. Each is measured at two lengths, the second eight times the first:
 * what is linear takes about eight times as long, what is quadratic sixty-four times.
 */
import { describe, expect, test, vi } from 'vitest';
import { find } from './fictional-index.ts';

/** A busy machine is no failure: what is quadratic is far slower than any machine. */
vi.setConfig({ testTimeout: 60_000 });

const HIT = 'Southmarkian drones entered Eastvale from Northland. ';

/** Some letters of each block of the basic plane, and of the one behind it: of every script. */
const EVERY_SCRIPT = Array.from({ length: 0x20000 / 0x80 }, (_, block) => block * 0x80 + 0x41)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code, code + 1))
  .join('');
const wordsOf = (text: string) => Array.from(text, (letter) => `${letter.repeat(3)} `).join('');

const TEXTS: Readonly<Record<string, (count: number) => string>> = {
  'one word without an end': (count) => HIT + 'a'.repeat(100 * count),
  'a name without an end': (count) => HIT + 'southmark'.repeat(20 * count),
  'one word again and again': (count) => HIT + 'southmark '.repeat(10 * count),
  'a sentence that hits, again and again': (count) => HIT.repeat(count),
  'a sentence and its denial, again and again': (count) =>
    `${HIT}Northland denied the claim. `.repeat(count / 2),
  'sentences that point back': (count) => `${HIT}They left. From there it came. `.repeat(count / 2),
  'a megabyte without a space': (count) => HIT + 'x'.repeat(500 * count),
  'sentences that do not hit': (count) => `${HIT}${'Rain fell on Northland. '.repeat(50 * count)}`,
  'a letter of every script': (count) => `${HIT}${EVERY_SCRIPT}`.repeat(count / 50),
  'words of every script': (count) => `${HIT}${wordsOf(EVERY_SCRIPT)}`.repeat(count / 50),
  'lone surrogates': (count) => HIT + '\ud83d'.repeat(20 * count),
  'lone surrogates between words': (count) => HIT + 'southmark\udc00 '.repeat(5 * count),
  'quotation marks': (count) => HIT + '"'.repeat(20 * count),
  'quotation marks that open': (count) => `${HIT}“`.repeat(count),
  'sentences in quotation marks': (count) => `“${HIT}” `.repeat(count),
  colons: (count) => HIT + ':'.repeat(20 * count),
  'words with colons': (count) => `${HIT}a: b: c: d: e: f: g: `.repeat(count),
  'words before one colon': (count) => HIT + 'a '.repeat(20 * count) + ': x',
  'very long words': (count) => HIT + `${'x'.repeat(500)} `.repeat(count / 4),
  'long words with endings': (count) => HIT + `${'ational'.repeat(20)}s `.repeat(count),
  spaces: (count) => HIT + ' '.repeat(100 * count) + HIT,
  'line ends': (count) => HIT + '\n'.repeat(100 * count) + HIT,
  'wrapped lines': (count) => HIT + `${' '.repeat(50)}\n`.repeat(count) + HIT,
  'lines of Windows': (count) => HIT + '\r\n \r'.repeat(10 * count) + HIT,
  initials: (count) => HIT + 'A. '.repeat(20 * count),
  titles: (count) => HIT + 'Mr. '.repeat(20 * count),
  'question marks': (count) => `${HIT}${'?'.repeat(20)}" `.repeat(count),
  'full stops': (count) => HIT + '.'.repeat(50 * count),
  possessives: (count) => HIT + `Southmark${'’s'.repeat(5)} drone `.repeat(count),
  'articles before a name': (count) => HIT + `drones of ${'the '.repeat(10)}`.repeat(count),
  negations: (count) => HIT + 'not never no deny '.repeat(5 * count),
  'double negations': (count) => HIT + 'did not deny '.repeat(5 * count),
  'perfect tenses': (count) => HIT + 'had southmark drones crossing '.repeat(2 * count),
  'marks on one letter': (count) => HIT + 'e' + '\u0301'.repeat(50 * count),
  'letters that vanish': (count) => HIT + 'so\u00adft '.repeat(10 * count) + HIT,
  'letters that become many': (count) => HIT + 'ﷺ'.repeat(10 * count) + HIT,
};

const SHORT = 250;
const FACTOR = 8;
/** Far from both: the machine may be busy, and short texts are read in next to no time. */
const MAX_RATIO = 32;
/** Less than this is no time to compare with. */
const MIN_TIME_MS = 4;

function timeMs(text: string): number {
  const started = performance.now();
  find(text);
  return performance.now() - started;
}

const bestOf = (text: string) => Math.min(timeMs(text), timeMs(text), timeMs(text));

describe('a text eight times as long takes about eight times as long', () => {
  test.each(Object.entries(TEXTS))('%s', (name, make) => {
    const short = Math.max(MIN_TIME_MS, bestOf(make(SHORT)));
    const long = bestOf(make(FACTOR * SHORT));
    console.log(`${name}: ${long.toFixed(1)} ms, ${(long / short).toFixed(1)} times as long`);
    expect(long / short).toBeLessThan(MAX_RATIO);
  });
});

describe('text without an end', () => {
  /** What nobody would wait for, many times over: quadratic work takes minutes. */
  const MAX_TIME_MS = 20_000;

  test.each<[string, string, number]>([
    ['a megabyte without a space', HIT + 'x'.repeat(1_000_000), 1],
    ['100,000 words without a full stop', HIT + 'southmark '.repeat(100_000), 1],
    ['20,000 sentences that hit', HIT.repeat(20_000), 20_000],
    ['100,000 sentences that do not', HIT + 'Northland is far. '.repeat(100_000), 1],
    ['10,000 quotation marks', HIT + '“ '.repeat(10_000), 1],
    ['10,000 colons', HIT + 'a: '.repeat(10_000), 1],
    ['100,000 lone surrogates', HIT + '\ud800 '.repeat(100_000), 1],
  ])('%s', (name, text, matchCount) => {
    const started = performance.now();
    const matches = find(text);
    const time = performance.now() - started;
    console.log(`${name}: ${String(text.length)} units in ${time.toFixed(0)} ms`);
    expect(matches).toHaveLength(matchCount);
    expect(time).toBeLessThan(MAX_TIME_MS);
  });
});
