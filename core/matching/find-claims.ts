/** Page text -> claim matches; the matching room's only door. */
import type { ClaimIndex, LanguagePack } from './claim-index.ts';
import type { ClaimMatch, FindClaimsRequest } from './claim-match.ts';
import type { RecentClaims } from './find-denials.ts';
import { LANGUAGES } from './languages/index.ts';
import { undetermined } from './languages/und.ts';
import { blockReader, type BlockReader } from './read-block.ts';
import { lazily, partiesOf } from './score-window.ts';
import { NO_PARTIES } from './shortlist.ts';

/**
 * For each block of the request, in order, the claims that it resembles, in the order of its text;
 * no two matches of one claim overlap. Every stance is included; what a reader is shown is decided
 * elsewhere. A language without a pack gives no match, one without rules is compared with the claims
 * of all such languages; an unknown one is tried as each language of
 * the index, block by block. Linear in the text.
 */
export function findClaims(
  index: ClaimIndex,
  { language, ...page }: FindClaimsRequest,
): readonly (readonly ClaimMatch[])[] {
  const readings = packsFor(index, language).map((pack) => readPage(readerOf(index, pack), page));
  // A block is in one language: the first that finds something in it.
  return page.blocks.map(
    (_, at) => readings.find((blocks) => blocks[at]?.length !== 0)?.[at] ?? [],
  );
}

function packsFor(index: ClaimIndex, language: string | null): readonly LanguagePack[] {
  if (language === null) return [...index.packs.values()];
  // Pages write "en_GB" too.
  const [primary = ''] = language.toLowerCase().split(/[-_]/u, 1);
  const code = LANGUAGES.has(primary) ? primary : undetermined.code;
  const pack = index.packs.get(code);
  return pack === undefined ? [] : [pack];
}

const readers = new WeakMap<LanguagePack, BlockReader>();

/** Made when a page first asks: a background that was just woken opens the index and no more. */
function readerOf(index: ClaimIndex, pack: LanguagePack): BlockReader {
  const reader = readers.get(pack) ?? blockReader(index, pack);
  readers.set(pack, reader);
  return reader;
}

/** The matches of each block. */
function readPage(
  { readSentences, partiesIn, readBlock }: BlockReader,
  { title, before, blocks }: Omit<FindClaimsRequest, 'language'>,
): readonly (readonly ClaimMatch[])[] {
  const titleParties = lazily(() => {
    const sentences = readSentences(title);
    return partiesOf(sentences.slice(0, sentences.spans.length));
  });
  const partiesOfTitle = partiesIn(title);
  let previous = '';
  let previousParties = NO_PARTIES;
  let recent: RecentClaims = new Map();
  const readNext = (text: string) => {
    const textBefore = previous;
    const reading = readBlock(text, {
      titleParties,
      before: lazily(() => readSentences(textBefore)),
      recent,
      near: partiesOfTitle | previousParties,
    });
    previous = text;
    previousParties = reading.parties;
    recent = reading.recent;
    return reading.matches;
  };
  // Of what stands before the first block only what it hands on counts.
  if (before !== '') readNext(before);
  return blocks.map(({ text }) => readNext(text));
}
