/** Page text -> claim matches; the matching room's only door. */
import { lastDayOf, type IsoDate } from '../claims/date.ts';
import type { ClaimIndex, LanguagePack } from './claim-index.ts';
import { countWords } from '../claims/word-count.ts';
import type { ClaimMatch, FindClaimsRequest } from './claim-match.ts';
import type { RecentClaims } from './find-denials.ts';
import { blockReader, type BlockReader, type BlockReading } from './read-block.ts';
import { languageReader, type PossibleLanguages } from './read-language.ts';
import { lazily, partiesOf } from './score-window.ts';

/**
 * For each block of the request, in order, the claims that it resembles, in the order of its text;
 * no two matches of one claim in one language overlap. Every stance is included; what a reader is
 * shown is decided elsewhere. Each block is read in the language of its own words, which are held to
 * be in that of the page where they do not tell; one that may be in several is in that in which it
 * most resembles a claim, and what stands in it in another script is read by itself. A language
 * without a pack gives no match, one without rules is compared with the claims of all such languages.
 * What was written before the time of a claim does not make it.
 * Linear in the text.
 */
export function findClaims(
  index: ClaimIndex,
  { language, title, date, before, blocks }: FindClaimsRequest,
): readonly (readonly ClaimMatch[])[] {
  const readLanguages = languageReader(language);
  const known = new WeakMap<PossibleLanguages, readonly (readonly BlockReader[])[]>();
  /** Who reads a text, for each script; most blocks of a page are in the very same languages. */
  const readersOf = (text: string) => {
    const languages = readLanguages(text);
    let readers = known.get(languages);
    if (readers === undefined) {
      readers = languages.map((codes) => codes.flatMap((code) => readerOf(index, code)));
      known.set(languages, readers);
    }
    return readers;
  };
  const titleReaders = readersOf(title).flat();
  const titleParties = lazily(() =>
    titleReaders.reduce((parties, { readSentences }) => {
      const sentences = readSentences(title);
      return parties | partiesOf(sentences.slice(0, sentences.spans.length));
    }, 0),
  );
  const partiesOfTitle = titleReaders.reduce(
    (parties, { partiesIn }) => parties | partiesIn(title),
    0,
  );
  let previous = '';
  /** The parties that the previous text may name to each that has read it. */
  let previousParties: ReadonlyMap<BlockReader, number> = new Map();
  let recent: RecentClaims = new Map();
  const readNext = (text: string, writtenOn: IsoDate | undefined) => {
    const [textBefore, partiesBefore, recentClaims] = [previous, previousParties, recent];
    const parties = new Map<BlockReader, number>();
    const read = (reader: BlockReader) => {
      const reading = reader.readBlock(text, {
        titleParties,
        before: lazily(() => reader.readSentences(textBefore)),
        recent: recentClaims,
        lastDay: writtenOn === undefined ? undefined : lastDayOf(writtenOn),
        near: partiesOfTitle | (partiesBefore.get(reader) ?? reader.partiesIn(textBefore)),
      });
      parties.set(reader, reading.parties);
      return reading;
    };
    const readings = readersOf(text).map((alternatives) => surestOf(alternatives.map(read)));
    const reading = joinReadings(readings);
    previous = text;
    previousParties = parties;
    recent = reading.recent;
    return reading.matches;
  };
  // Of what stands before the first block only what it hands on counts.
  if (before !== '') readNext(before, date);
  return blocks.map((block) => readNext(block.text, block.date ?? date));
}

/**
 * Whether anything resembles a claim in a page's text as it is laid out, where a line feed may part
 * blocks or stand within one: tried as both. What it overlooks is not annotated, so it overlooks
 * nothing but what the layout tears apart.
 */
export function surveyClaims(
  index: ClaimIndex,
  request: FindClaimsRequest,
): { readonly isFound: boolean; readonly wordCount: number } {
  const lines = request.blocks
    .filter(({ text }) => text.includes('\n'))
    .flatMap(({ text, isHeading }) => text.split('\n').map((line) => ({ text: line, isHeading })));
  const isFound = [request.blocks, lines].some((blocks) =>
    findClaims(index, { ...request, blocks }).some((matches) => matches.length > 0),
  );
  const wordCount = request.blocks.reduce((sum, { text }) => sum + countWords(text), 0);
  return { isFound, wordCount };
}

const readers = new WeakMap<LanguagePack, BlockReader>();

/**
 * The reader of a language; none without a pack. Made when a page first asks: a background that was
 * just woken opens the index and no more.
 */
function readerOf(index: ClaimIndex, code: string): readonly BlockReader[] {
  const pack = index.packs.get(code);
  if (pack === undefined) return [];
  const reader = readers.get(pack) ?? blockReader(index, pack);
  readers.set(pack, reader);
  return [reader];
}

const NOTHING_READ: BlockReading = { matches: [], recent: new Map(), parties: 0 };

const surenessOf = ({ matches }: BlockReading) =>
  Math.max(0, ...matches.map(({ similarity }) => similarity));

/** Of readings of the same words in several languages the one that finds something most surely. */
function surestOf([first = NOTHING_READ, ...others]: readonly BlockReading[]): BlockReading {
  return others.reduce((best, it) => (surenessOf(it) > surenessOf(best) ? it : best), first);
}

/** Readings of the same block in several scripts as one. */
function joinReadings(readings: readonly BlockReading[]): BlockReading {
  const [first = NOTHING_READ] = readings;
  if (readings.length < 2) return first;
  const recent = new Map<number, number>();
  for (const reading of readings) {
    for (const [claim, ago] of reading.recent) {
      recent.set(claim, Math.min(ago, recent.get(claim) ?? ago));
    }
  }
  const matches = readings
    .flatMap((reading) => reading.matches)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parties = readings.reduce((all, reading) => all | reading.parties, 0);
  return { matches, recent, parties };
}
