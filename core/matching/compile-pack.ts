/** One language's texts of a list -> the sections that scoring and guards read. */
import {
  PACK_LAYOUT,
  SHARE_BITS,
  SHARE_MASK,
  WORDING_KINDS,
  type WordingKind,
} from './claim-index.ts';
import { foldText } from './fold-text.ts';
import {
  learnClaims,
  MIN_NEAR_MISSES_TO_LEARN,
  MIN_WORDINGS_TO_LEARN,
  type ClaimModel,
  type LearningText,
} from './learn-claims.ts';
import { NO_PARTY, NO_TERM, type Lexicon } from './lexicon.ts';
import { featureReader, type Feature } from './read-features.ts';
import { ownerReader, type Ownership } from './read-owners.ts';
import { sentenceReader } from './read-sentences.ts';
import { listedShareNeeded, ownShareNeeded } from './score-match.ts';
import { joinLists, packLists, writeSections, type Lists } from './sections.ts';
import { stemText } from './stem-text.ts';

/** A text that a claim is matched by; `claim` is the claim's place in the list. */
export type Wording = { readonly claim: number; readonly kind: WordingKind; readonly text: string };

/**
 * What a light word is worth, as a share of its rarity: "used" says little about what was used, but
 * without it the wording is not all there.
 */
const LIGHT_WORD_SHARE = 0.5;

/**
 * The share of a claim's wordings that must hold a concept for it to be essential: lower asks for
 * more than some wordings say, 1 lets a single odd wording undo it.
 */
const ESSENTIAL_SHARE = 0.6;
/** With fewer wordings, what they share is chance. */
const MIN_WORDINGS_FOR_ESSENTIALS = 4;

/**
 * An ownership that fewer wordings state may be an accident of some of them; of a claim with many
 * wordings, that a smaller share of them states. Higher asks that things belong to fewer.
 */
const MIN_WORDINGS_FOR_OWNER = 2;
const MIN_OWNER_SHARE = 0.03;

/** With more wordings, nearly every word of a page is a rare one of some. */
const MANY_WORDINGS = 2_000;
/**
 * How much more of a wording's weight is listed where they are many: a text must then hold this
 * share of it among its rare words before the wording is looked at, where otherwise any will do.
 * More spares looks at wordings and takes more entries to be gone through, and more bytes.
 */
const COUNTED_SHARE = 0.2;

type ReadWording = Wording & {
  /** Its concepts, each once. */
  readonly concepts: readonly number[];
  readonly owners: readonly Ownership[];
};

/**
 * The bytes of PACK_LAYOUT for `wordings`, which come in the order of their claims. `contrasts` are
 * texts that put none of them.
 */
export function compilePack(
  lexicon: Lexicon,
  wordings: readonly Wording[],
  claimCount: number,
  contrasts: readonly string[] = [],
  families: Uint32Array = Uint32Array.from({ length: claimCount }, (_, claim) => claim),
): Uint8Array<ArrayBuffer> {
  const readOwners = ownerReader(lexicon);
  const hasParties = lexicon.partyConcepts.size > 0;
  const read = wordings.map(({ claim, kind, text }): ReadWording => {
    const { text: folded } = foldText(text);
    const terms = lexicon.readTerms(stemText(lexicon.rules, folded));
    const concepts = new Set(terms.map(({ concept }) => concept));
    concepts.delete(NO_TERM);
    // Where nobody is named nothing belongs to anybody.
    const owners = hasParties ? readOwners(folded, terms) : [];
    return { claim, kind, text, concepts: [...concepts], owners };
  });
  const weights = weighConcepts(lexicon, read, claimCount);
  const guarding = groupClaims(read.filter(({ kind }) => kind === WORDING_KINDS.wording));
  const perClaim = (listOf: (own: readonly ReadWording[]) => readonly number[]) => {
    const lists = new Map([...guarding].map(([claim, own]) => [claim, listOf(own)]));
    if ([...lists.values()].every(({ length }) => length === 0)) return joinLists([]);
    return joinLists(Array.from({ length: claimCount }, (_, claim) => lists.get(claim) ?? []));
  };

  const concepts = packLists(read.map((wording) => wording.concepts));
  const listed = listWordings(lexicon, read, weights);
  const essentials = perClaim((own) => essentialsOf(lexicon, own));
  const owners = perClaim((own) => [...ownersOf(own)].flat());
  return writeSections(PACK_LAYOUT, {
    weights,
    wordKinds: new Uint8Array(),
    wordingClaims: Uint32Array.from(read, ({ claim }) => claim),
    wordingKinds: Uint8Array.from(read, ({ kind }) => kind),
    wordingStarts: concepts.starts,
    wordingConcepts: concepts.bytes,
    wordingNeeds: listed.needs,
    postingStarts: listed.starts,
    postings: listed.values,
    essentialStarts: essentials.starts,
    essentials: essentials.values,
    ownerStarts: owners.starts,
    owners: owners.values,
    ...learnedSections(lexicon, read, families, contrasts),
  });
}

/** What is learned of the claims that have wordings enough. */
function learnedSections(
  lexicon: Lexicon,
  wordings: readonly ReadWording[],
  families: Uint32Array,
  contrasts: readonly string[],
) {
  const countOf = (wanted: WordingKind) =>
    countEach(wordings.filter(({ kind }) => kind === wanted).map(({ claim }) => claim));
  const nearMissCounts = countOf(WORDING_KINDS.nearMiss);
  const claims = [...countOf(WORDING_KINDS.wording)]
    .filter(
      ([claim, count]) =>
        count >= MIN_WORDINGS_TO_LEARN &&
        (nearMissCounts.get(claim) ?? 0) >= MIN_NEAR_MISSES_TO_LEARN,
    )
    .map(([claim]) => claim);
  const learn = (): readonly ClaimModel[] => {
    const readSentences = sentenceReader(lexicon);
    const readFeatures = featureReader(lexicon);
    const featuresOf = (text: string) => {
      const sentences = readSentences(text);
      return readFeatures(sentences.slice(0, sentences.spans.length), []);
    };
    // The words of a response are found by themselves.
    const texts = wordings
      .filter(({ kind }) => kind !== WORDING_KINDS.response)
      .map(({ claim, kind, text }) => ({
        puts: kind === WORDING_KINDS.wording ? [claim] : [],
        ...(kind === WORDING_KINDS.nearMiss ? { only: claim } : {}),
        features: featuresOf(text),
      }));
    return learnClaims(claims, [
      ...texts,
      ...joinSiblings(texts, families),
      ...contrasts.map((text) => ({ puts: [], features: featuresOf(text) })),
    ]);
  };
  const models = claims.length === 0 ? [] : learn();

  // Of a large list nothing is learned, and nothing kept.
  const biases = new Float32Array(models.length === 0 ? 0 : families.length).fill(NaN);
  const byFeature = new Map<Feature, (readonly [claim: number, weight: number])[]>();
  models.forEach(({ bias, weights }, at) => {
    const claim = claims[at] ?? 0;
    biases[claim] = bias;
    for (const [feature, weight] of weights) {
      const own = byFeature.get(feature) ?? [];
      own.push([claim, weight]);
      byFeature.set(feature, own);
    }
  });
  const features = [...byFeature].toSorted(([a], [b]) => a - b);
  const ofClaims = joinLists(features.map(([, own]) => own.map(([claim]) => claim)));
  return {
    biases,
    features: Uint32Array.from(features, ([feature]) => feature),
    featureStarts: ofClaims.starts,
    featureClaims: ofClaims.values,
    featureWeights: Float32Array.from(
      features.flatMap(([, own]) => own.map(([, weight]) => weight)),
    ),
  };
}

/** The wordings of each claim that has several: what one alone says guards nothing. */
function groupClaims(
  wordings: readonly ReadWording[],
): ReadonlyMap<number, readonly ReadWording[]> {
  const isSame = (at: number, other: number) => wordings[at]?.claim === wordings[other]?.claim;
  return Map.groupBy(
    wordings.filter((_, at) => isSame(at, at - 1) || isSame(at, at + 1)),
    ({ claim }) => claim,
  );
}

/**
 * Texts that put two claims of one family at once, each made of one text of either: without them
 * one claim of a matter would count as evidence against the other.
 */
function joinSiblings(
  texts: readonly LearningText[],
  families: Uint32Array,
): readonly LearningText[] {
  const byClaim = Map.groupBy(
    texts.filter(({ puts }) => puts.length > 0),
    ({ puts: [claim = 0] }) => claim,
  );
  return [...byClaim].flatMap(([claim, own]) => {
    const siblings = [...byClaim].filter(
      ([other]) => other !== claim && families[other] === families[claim],
    );
    return own.flatMap(({ features }, at) => {
      const [other = claim, others = []] = siblings[at % siblings.length] ?? [];
      const joined = others[at % others.length];
      return joined === undefined
        ? []
        : [{ puts: [claim, other], features: new Set([...features, ...joined.features]) }];
    });
  });
}

/** Inverse document frequency over the claims, smoothed so that no concept is worth nothing. */
function weighConcepts(
  { rules, stemOf, conceptCount }: Lexicon,
  wordings: readonly ReadWording[],
  claimCount: number,
): Float32Array<ArrayBuffer> {
  const frequencies = new Uint32Array(conceptCount);
  /** The claim, plus one, that was last counted for each concept. */
  const counted = new Uint32Array(conceptCount);
  for (const { claim, concepts } of wordings) {
    for (const concept of concepts) {
      if (counted[concept] === claim + 1) continue;
      counted[concept] = claim + 1;
      frequencies[concept] = (frequencies[concept] ?? 0) + 1;
    }
  }
  // By stem, not by concept: a light word in a group of synonyms does not make the group light.
  const light = new Set(rules.lightWords.map(stemOf));
  return Float32Array.from(frequencies, (frequency, concept) => {
    if (frequency === 0) return 0;
    const rarity = Math.log(1 + claimCount / frequency);
    return light.has(concept) ? rarity * LIGHT_WORD_SHARE : rarity;
  });
}

/**
 * For each concept the wordings that are listed under it, with the share that the concept is of
 * each, and for each wording what shares a text must hold. A wording is listed under its rarest
 * concepts only, and under as many as it takes: a text that holds none of them cannot say enough of
 * it, whatever its context lends. A text that only looks like a claim is listed nowhere: it is
 * asked about once a wording of its claim is found.
 */
function listWordings(
  lexicon: Lexicon,
  wordings: readonly ReadWording[],
  weights: Float32Array,
): Lists & { readonly needs: Uint8Array<ArrayBuffer> } {
  const { conceptCount, partyOf } = lexicon;
  const weightOf = (concept: number) => weights[concept] ?? 0;
  // Of words that are as rare in the list, names are the rarer ones on pages.
  const isNameless = (concept: number) => Number(partyOf(concept) === NO_PARTY);
  const byRarity = (a: number, b: number) =>
    weightOf(b) - weightOf(a) || isNameless(a) - isNameless(b) || a - b;
  const needed = ownShareNeeded(lexicon, 1);
  const unlisted = needed - (wordings.length > MANY_WORDINGS ? COUNTED_SHARE : 0);

  const needs = new Uint8Array(wordings.length);
  const starts = new Uint32Array(conceptCount + 1);
  const listed = wordings.map(({ kind, concepts }, wording) => {
    if (kind === WORDING_KINDS.nearMiss) return [];
    const total = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
    const rarest = concepts.toSorted(byRarity);
    let weight = 0;
    let count = 0;
    while (count < rarest.length && weight <= (1 - unlisted) * total) {
      weight += weightOf(rarest[count++] ?? 0);
    }
    // Shares are rounded up and the need down; so few parts that no sum outgrows its bits.
    const partCount = Math.max(0, SHARE_MASK - count);
    const need = Math.max(0, listedShareNeeded(needed, weight / total));
    needs[wording] = Math.floor(partCount * need);
    return rarest.slice(0, count).map((concept) => {
      starts[concept + 1] = (starts[concept + 1] ?? 0) + 1;
      return { concept, share: Math.ceil((partCount * weightOf(concept)) / total) };
    });
  });
  for (let at = 0; at < conceptCount; at++) {
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  }
  const values = new Uint32Array(starts[conceptCount] ?? 0);
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

/** The concepts, parties (not their organs) and acts aside, that nearly all wordings of a claim share. */
function essentialsOf(lexicon: Lexicon, wordings: readonly ReadWording[]): readonly number[] {
  if (wordings.length < MIN_WORDINGS_FOR_ESSENTIALS) return [];
  const acts = new Set(lexicon.rules.acts.map(lexicon.conceptOf));
  const parties = new Set(lexicon.partyConcepts.values());
  const counts = countEach(wordings.flatMap(({ concepts }) => concepts));
  return [...counts]
    .filter(([concept, count]) => {
      const isThing = !parties.has(concept) && !acts.has(concept);
      return isThing && count >= ESSENTIAL_SHARE * wordings.length;
    })
    .map(([concept]) => concept);
}

/** The parties, as bits, that the wordings of a claim give each concept to. */
function ownersOf(wordings: readonly ReadWording[]): ReadonlyMap<number, number> {
  const needed = Math.max(MIN_WORDINGS_FOR_OWNER, MIN_OWNER_SHARE * wordings.length);
  const ownerships = wordings.flatMap((wording) => wording.owners);
  const owners = new Map<number, number>();
  for (const [concept, own] of Map.groupBy(ownerships, (ownership) => ownership.concept)) {
    const counts = countEach(own.map(({ party }) => party));
    for (const [party, count] of counts) {
      if (count < needed) continue;
      owners.set(concept, (owners.get(concept) ?? 0) | (1 << party));
    }
  }
  return owners;
}

function countEach(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
