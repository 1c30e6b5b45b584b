/**
 * What a statement says, as features that claims are told apart by: what its words stand for, which
 * of them stand side by side, whose something is, who does something, where something comes from and
 * where it goes to.
 */
import { NO_PARTY, NO_TERM, type Lexicon } from './lexicon.ts';
import { agencyReader } from './read-agency.ts';
import { movementReader } from './read-movement.ts';
import { ownerReader } from './read-owners.ts';
import type { Sentence } from './read-sentences.ts';

/** One number for each kind of feature with its concept and party; see `featureOf`. */
export type Feature = number;

const KIND_NAMES = ['concept', 'owner', 'doer', 'source', 'goal', 'pair'] as const;
type FeatureKind = (typeof KIND_NAMES)[number];
/** Parties are bits of a 32-bit mask, so 5 bits number them. */
const PARTY_BITS = 5;
/** Of 32 bits less 3 for the kind and those for the party. */
const CONCEPT_BITS = 24;
const PARTS_BITS = PARTY_BITS + CONCEPT_BITS;
/** Of each concept of a pair; a list whose words stand for more concepts pairs the first ones only. */
const PAIRED_BITS = 14;

const numberOf = (kind: FeatureKind, parts: number): Feature =>
  KIND_NAMES.indexOf(kind) * 2 ** PARTS_BITS + parts;

function featureOf(kind: Exclude<FeatureKind, 'pair'>, concept: number, party: number): Feature {
  return numberOf(kind, party * 2 ** CONCEPT_BITS + concept);
}

/**
 * The feature of two concepts side by side, in whichever order: languages differ in it. "Allowed
 * Israel" and "Israel allowed" differ in who does it, which has its own features.
 */
function pairFeature(a: number, b: number): Feature {
  const [first, second] = a < b ? [a, b] : [b, a];
  return numberOf('pair', first * 2 ** PAIRED_BITS + second);
}
const mayPair = (concept: number) => concept < 2 ** PAIRED_BITS;

/** What a feature is of; the concept and the party are 0 for a kind that is of none. */
export type FeatureParts =
  | { readonly kind: 'pair'; readonly concept: number; readonly beside: number }
  | {
      readonly kind: Exclude<FeatureKind, 'pair'>;
      readonly concept: number;
      readonly party: number;
    };

export function partsOf(feature: Feature): FeatureParts {
  const kind = KIND_NAMES[feature >>> PARTS_BITS] ?? 'concept';
  if (kind === 'pair') {
    const parts = feature & (2 ** PARTS_BITS - 1);
    return { kind, concept: parts >>> PAIRED_BITS, beside: parts & (2 ** PAIRED_BITS - 1) };
  }
  return {
    kind,
    concept: feature & (2 ** CONCEPT_BITS - 1),
    party: (feature >>> CONCEPT_BITS) & (2 ** PARTY_BITS - 1),
  };
}

/** The feature of a concept that is there. */
export const conceptFeature = (concept: number): Feature => featureOf('concept', concept, 0);

/** The features of sentences that make one statement, and of the concepts that context lends it. */
export type FeatureReader = (
  sentences: readonly Sentence[],
  lent: Iterable<number>,
) => ReadonlySet<Feature>;

export function featureReader(lexicon: Lexicon): FeatureReader {
  const movement = movementReader(lexicon);
  const readOwners = ownerReader(lexicon);
  const { isDoer } = agencyReader(lexicon);
  const silent = silentConcepts(lexicon);

  return (sentences, lent) => {
    const features = new Set<Feature>();
    for (const { folded, terms, concepts } of sentences) {
      for (const concept of concepts) {
        if (!silent.has(concept)) features.add(conceptFeature(concept));
      }
      const telling = terms
        .map(({ concept }) => concept)
        .filter((concept) => concept !== NO_TERM && mayPair(concept) && !silent.has(concept));
      telling.slice(1).forEach((concept, at) => {
        const before = telling[at] ?? NO_TERM;
        if (before !== concept) features.add(pairFeature(before, concept));
      });
      for (const { concept, party } of readOwners(folded, terms)) {
        if (!silent.has(concept)) features.add(featureOf('owner', concept, party));
      }
    }
    for (const concept of lent) if (concept !== NO_TERM) features.add(conceptFeature(concept));
    const { from, to } = movement.readMovement(sentences);
    for (const party of lexicon.partyConcepts.keys()) {
      const bit = 1 << party;
      if ((from & bit) !== 0) features.add(featureOf('source', 0, party));
      if ((to & bit) !== 0) features.add(featureOf('goal', 0, party));
      if (sentences.some((sentence) => isDoer(sentence, bit))) {
        features.add(featureOf('doer', 0, party));
      }
    }
    return features;
  };
}

/**
 * Words for what somebody does with a statement, "said" or "denied", and for who does: they stand beside any, so that
 * one says nothing for or against it. What also names a thing or an act of the list does.
 */
function silentConcepts({ rules, conceptOf, partyOf }: Lexicon): ReadonlySet<number> {
  const { stance } = rules;
  const cues = [
    ...stance.attributions,
    ...stance.denials,
    ...stance.questions,
    ...stance.hedges,
    ...stance.claimNouns,
    ...(rules.speakers ?? []),
  ].filter((cue) => !cue.includes(' '));
  const speakers = new Set((rules.speakers ?? []).map(conceptOf));
  const telling = new Set(
    [...rules.acts, ...rules.synonyms.flat()]
      .map(conceptOf)
      .filter((concept) => !speakers.has(concept)),
  );
  return new Set(
    cues.map(conceptOf).filter((concept) => !telling.has(concept) && partyOf(concept) === NO_PARTY),
  );
}
