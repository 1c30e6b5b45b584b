/** One language's texts of a list -> the sections that scoring and guards read. */
import { PACK_LAYOUT, WORDING_KINDS, type WordingKind } from './claim-index.ts';
import { foldText } from './fold-text.ts';
import {
  learnClaims,
  MIN_NEAR_MISSES_TO_LEARN,
  MIN_WORDINGS_TO_LEARN,
  type ClaimModel,
  type LearningText,
} from './learn-claims.ts';
import { NO_PARTY, NO_TERM, type Lexicon, type Term } from './lexicon.ts';
import { featureReader, type Feature } from './read-features.ts';
import { ownerReader } from './read-owners.ts';
import { sentenceReader } from './read-sentences.ts';
import { MIN_OWN_COVERAGE } from './score-match.ts';
import { joinLists, writeSections } from './sections.ts';
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
const ESSENTIAL_SHARE = 0.75;
/** With fewer wordings, what they share is chance. */
const MIN_WORDINGS_FOR_ESSENTIALS = 4;

/** An ownership that fewer wordings state may be an accident of one of them. */
const MIN_WORDINGS_FOR_OWNER = 2;

type ReadWording = Wording & {
  readonly folded: string;
  readonly terms: readonly Term[];
  /** Its concepts, each once. */
  readonly concepts: readonly number[];
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
  const read = wordings.map((wording): ReadWording => {
    const { text: folded } = foldText(wording.text);
    const terms = lexicon.readTerms(stemText(lexicon.rules, folded));
    const concepts = new Set(terms.map(({ concept }) => concept));
    concepts.delete(NO_TERM);
    return { ...wording, folded, terms, concepts: [...concepts] };
  });
  const weights = weighConcepts(lexicon, read, claimCount);
  const byClaim = Map.groupBy(
    read.filter(({ kind }) => kind === WORDING_KINDS.wording),
    ({ claim }) => claim,
  );
  const perClaim = (listOf: (own: readonly ReadWording[]) => Iterable<number>) =>
    joinLists(Array.from({ length: claimCount }, (_, claim) => listOf(byClaim.get(claim) ?? [])));
  const readOwners = ownerReader(lexicon);

  const concepts = joinLists(read.map((wording) => wording.concepts));
  const postings = joinLists(listPostings(lexicon, read, weights));
  const essentials = perClaim((own) => essentialsOf(lexicon, own));
  const owners = perClaim((own) =>
    [...ownersOf(own.flatMap(({ folded, terms }) => readOwners(folded, terms)))].flat(),
  );
  return writeSections(PACK_LAYOUT, {
    weights,
    wordingClaims: Uint32Array.from(read, ({ claim }) => claim),
    wordingKinds: Uint8Array.from(read, ({ kind }) => kind),
    wordingStarts: concepts.starts,
    wordingConcepts: concepts.values,
    postingStarts: postings.starts,
    postings: postings.values,
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

  const biases = new Float32Array(families.length).fill(NaN);
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
  const claimsWith = new Map<number, Set<number>>();
  for (const { claim, concepts } of wordings) {
    for (const concept of concepts) {
      claimsWith.set(concept, (claimsWith.get(concept) ?? new Set()).add(claim));
    }
  }
  // By stem, not by concept: a light word in a group of synonyms does not make the group light.
  const light = new Set(rules.lightWords.map(stemOf));
  return Float32Array.from({ length: conceptCount }, (_, concept) => {
    const frequency = claimsWith.get(concept)?.size;
    if (frequency === undefined) return 0;
    const rarity = Math.log(1 + claimCount / frequency);
    return light.has(concept) ? rarity * LIGHT_WORD_SHARE : rarity;
  });
}

/**
 * For each concept the wordings that are listed under it. A wording is listed under its rarest
 * concepts only, and under as many as it takes: a text that holds none of them cannot say enough
 * of it, whatever its context lends. A text that only looks like a claim is listed nowhere: it is
 * asked about once a wording of its claim is found.
 */
function listPostings(
  { conceptCount, partyOf }: Lexicon,
  wordings: readonly ReadWording[],
  weights: Float32Array,
): readonly (readonly number[])[] {
  const postings = Array.from({ length: conceptCount }, (): number[] => []);
  const weightOf = (concept: number) => weights[concept] ?? 0;
  // Of words that are as rare in the list, names are the rarer ones on pages.
  const isNameless = (concept: number) => Number(partyOf(concept) === NO_PARTY);
  const byRarity = (a: number, b: number) =>
    weightOf(b) - weightOf(a) || isNameless(a) - isNameless(b) || a - b;
  wordings.forEach(({ kind, concepts }, wording) => {
    if (kind === WORDING_KINDS.nearMiss) return;
    const total = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
    let listed = 0;
    for (const concept of concepts.toSorted(byRarity)) {
      if (listed > (1 - MIN_OWN_COVERAGE) * total) break;
      postings[concept]?.push(wording);
      listed += weightOf(concept);
    }
  });
  return postings;
}

/** The concepts, parties and acts aside, that nearly all wordings of a claim share. */
function essentialsOf(lexicon: Lexicon, wordings: readonly ReadWording[]): readonly number[] {
  if (wordings.length < MIN_WORDINGS_FOR_ESSENTIALS) return [];
  const acts = new Set(lexicon.rules.acts.map(lexicon.conceptOf));
  const counts = countEach(wordings.flatMap(({ concepts }) => concepts));
  return [...counts]
    .filter(([concept, count]) => {
      const isThing = lexicon.partyOf(concept) === NO_PARTY && !acts.has(concept);
      return isThing && count >= ESSENTIAL_SHARE * wordings.length;
    })
    .map(([concept]) => concept);
}

/** The parties, as bits, that the ownerships of a claim's wordings give each concept to. */
function ownersOf(
  ownerships: readonly { readonly concept: number; readonly party: number }[],
): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const [concept, own] of Map.groupBy(ownerships, (ownership) => ownership.concept)) {
    const counts = countEach(own.map(({ party }) => party));
    for (const [party, count] of counts) {
      if (count < MIN_WORDINGS_FOR_OWNER) continue;
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
