/** The texts of a plain list in one language -> its pack: what `score-plain.ts` compares by. */
import { PACK_LAYOUT, SHARE_BITS, SHARE_MASK, WORD_KINDS } from './claim-index.ts';
import type { CompiledPack } from './compile-index.ts';
import { compileStems } from './compile-lexicon.ts';
import type { Wording } from './compile-pack.ts';
import type { LanguageRules } from './languages/language.ts';
import { NO_TERM, openLexicon } from './lexicon.ts';
import { plainShareNeeded } from './plain-bound.ts';
import { termReader } from './read-terms.ts';
import { listedShareNeeded } from './score-match.ts';
import { packLists, writeSections } from './sections.ts';
import { stemWord } from './stem-text.ts';
import { rarityIn } from './word-rarity.ts';

/**
 * How much more of a wording's weight is listed than it takes to overlook none: a text must then hold
 * this share of it among its rare words before the wording is looked at. More spares looks at
 * wordings and takes more entries to be gone through, and more bytes.
 */
const COUNTED_SHARE = 0.2;

/** The share of a word's uses that must be spelt as a name for it to count as one. */
const NAME_SHARE = 0.5;

/** A word of a wording, by the number of its stem. */
type Word = { readonly stem: number; readonly isName: boolean; readonly isNumber: boolean };

/**
 * Compiles the wordings of one language, which come in the order of their claims, a claim's text
 * before its title. Words count by their stems alone: what stands for what in a matter, a list of
 * whatever matter cannot say.
 */
export function compilePlainPack(
  rules: LanguageRules,
  wordings: readonly Wording[],
  claimCount: number,
): CompiledPack {
  const { readTerms } = termReader(rules);
  const rarityOf = rarityIn(rules);
  const ownRules = { ...rules, synonyms: [] };
  const stopWords = new Set(rules.stopWords);
  const stems: string[] = [];
  const stemNumbers = new Map<string, number>();
  const numberOfStem = (stem: string): number => {
    const number = stemNumbers.get(stem) ?? stems.push(stem) - 1;
    stemNumbers.set(stem, number);
    return number;
  };
  const wordNumbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = wordNumbers.get(word);
    if (known !== undefined) return known;
    const number = numberOfStem(stemWord(rules, word));
    wordNumbers.set(word, number);
    return number;
  };
  const read = wordings.map(({ text }): readonly Word[] =>
    readTerms(text)
      .filter(({ word, isStopWord }) => !isStopWord && !stopWords.has(word))
      .map(({ word, isName, isNumber }) => ({ stem: numberOf(word), isName, isNumber })),
  );
  const lexicon = compileStems(ownRules, stemsOf(read, stems), []);
  const opened = openLexicon(ownRules, lexicon.buffer, 0, lexicon.byteLength);
  const { conceptCount } = opened;
  const conceptOf = Int32Array.from(stems, opened.conceptOfStem);
  const concepts = read.map((words) => {
    const own = new Set(words.map(({ stem }) => conceptOf[stem] ?? NO_TERM));
    own.delete(NO_TERM);
    return [...own];
  });

  const counts = new Uint32Array(conceptCount);
  const counted = new Uint32Array(conceptCount);
  wordings.forEach(({ claim }, at) => {
    for (const concept of concepts[at] ?? []) {
      if (counted[concept] === claim + 1) continue;
      counted[concept] = claim + 1;
      counts[concept] = (counts[concept] ?? 0) + 1;
    }
  });
  const weights = new Float32Array(conceptCount);
  stems.forEach((stem, number) => {
    const concept = conceptOf[number] ?? NO_TERM;
    weights[concept] = rarityOf(stem, counts[concept] ?? 0, claimCount);
  });

  const packed = packLists(concepts);
  const listed = listWordings(concepts, weights);
  const sections = writeSections(PACK_LAYOUT, {
    weights,
    wordKinds: kindsOf(read, conceptOf, conceptCount),
    wordingClaims: Uint32Array.from(wordings, ({ claim }) => claim),
    wordingKinds: Uint8Array.from(wordings, ({ kind }) => kind),
    wordingStarts: packed.starts,
    wordingConcepts: packed.bytes,
    wordingNeeds: listed.needs,
    postingStarts: listed.starts,
    postings: listed.values,
    ...NOTHING_DERIVED,
  });
  return { code: rules.code, sections, lexicon };
}

function* stemsOf(read: readonly (readonly Word[])[], stems: readonly string[]): Generator<string> {
  for (const words of read) for (const { stem } of words) yield stems[stem] ?? '';
}

/** What is only derived from several wordings of a claim. */
const NOTHING_DERIVED = {
  essentialStarts: new Uint32Array(),
  essentials: new Uint32Array(),
  ownerStarts: new Uint32Array(),
  owners: new Uint32Array(),
  biases: new Float32Array(),
  features: new Uint32Array(),
  featureStarts: new Uint32Array(),
  featureClaims: new Uint32Array(),
  featureWeights: new Float32Array(),
};

function kindsOf(
  read: readonly (readonly Word[])[],
  conceptOf: Int32Array,
  conceptCount: number,
): Uint8Array<ArrayBuffer> {
  const kinds = new Uint8Array(conceptCount);
  const uses = new Uint32Array(conceptCount);
  const usesAsName = new Uint32Array(conceptCount);
  for (const words of read) {
    for (const { stem, isName, isNumber } of words) {
      const concept = conceptOf[stem] ?? NO_TERM;
      uses[concept] = (uses[concept] ?? 0) + 1;
      if (isName) usesAsName[concept] = (usesAsName[concept] ?? 0) + 1;
      if (isNumber) kinds[concept] = WORD_KINDS.number;
    }
  }
  return kinds.map((kind, concept) => {
    const asName = usesAsName[concept] ?? 0;
    const isName = asName > 0 && asName >= NAME_SHARE * (uses[concept] ?? 0);
    return isName ? kind | WORD_KINDS.name : kind;
  });
}

/**
 * For each concept the wordings that are listed under it, with the share that the concept is of each,
 * and for each wording what shares a text must hold (see `plain-bound.ts`). A wording is listed under
 * its rarest concepts, as many as it takes for none to be overlooked and COUNTED_SHARE more.
 */
function listWordings(concepts: readonly (readonly number[])[], weights: Float32Array) {
  const weightOf = (concept: number) => weights[concept] ?? 0;
  const needs = new Uint8Array(concepts.length);
  const starts = new Uint32Array(weights.length + 1);
  const listed = concepts.map((own, wording) => {
    const total = own.reduce((sum, concept) => sum + weightOf(concept), 0);
    const needed = plainShareNeeded(total);
    if (needed > 1) return [];
    const rarest = own.toSorted((a, b) => weightOf(b) - weightOf(a) || a - b);
    let weight = 0;
    let count = 0;
    while (count < rarest.length && weight <= (1 - needed + COUNTED_SHARE) * total) {
      weight += weightOf(rarest[count++] ?? 0);
    }
    // Shares are rounded up and the need down; so few parts that no sum outgrows its bits.
    const partCount = Math.max(0, SHARE_MASK - count);
    needs[wording] = Math.floor(partCount * Math.max(0, listedShareNeeded(needed, weight / total)));
    return rarest.slice(0, count).map((concept) => {
      starts[concept + 1] = (starts[concept + 1] ?? 0) + 1;
      return { concept, share: Math.ceil((partCount * weightOf(concept)) / total) };
    });
  });
  for (let at = 0; at < weights.length; at++) {
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  }
  const values = new Uint32Array(starts[weights.length] ?? 0);
  const next = starts.slice();
  listed.forEach((own, wording) => {
    for (const { concept, share } of own) {
      const at = next[concept] ?? 0;
      values[at] = (wording << SHARE_BITS) | share;
      next[concept] = at + 1;
    }
  });
  return { starts, values, needs };
}
