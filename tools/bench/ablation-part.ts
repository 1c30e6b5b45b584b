/** What each mechanism brings: the own sets with one of them switched off, through the list or the rules. */
import * as v from 'valibot';
import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { IsoDate } from '../../core/claims/date.ts';
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { LANGUAGES } from '../../core/matching/languages/index.ts';
import type { LanguageRules } from '../../core/matching/languages/language.ts';
import { MIN_NEAR_MISSES_TO_LEARN } from '../../core/matching/learn-claims.ts';
import { sentenceSplitter } from '../../core/matching/split-sentences.ts';
import {
  annotateText,
  describeScore,
  splitParagraphs,
  withDrafts,
  type TextAnnotation,
} from '../measure-list.ts';
import { sumScores, type LabelledText } from '../score-annotations.ts';
import { measureTexts, OWN_SETS, readOwnSet, type ReadText } from './own-sets.ts';
import { scoreCells } from './own-sets-part.ts';
import type { MeasuredPart, Row } from './scorecard.ts';

type Ablation = {
  readonly name: string;
  /** The list without what the mechanism takes from it. */
  readonly list?: (list: ClaimList) => ClaimList;
  /** The rules of each language without what the mechanism takes from them. */
  readonly rules?: (rules: LanguageRules) => LanguageRules;
  readonly read?: ReadText;
};

const withClaims = (change: (claim: Claim, at: number) => Claim) => (list: ClaimList) => ({
  ...list,
  claims: list.claims.map(change),
});

/** The same entries, each list of texts cut. */
const cutTexts = (
  texts: Readonly<Record<string, readonly string[]>>,
  count: (length: number) => number,
) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, own]) => [language, own.slice(0, count(own.length))]),
  );

const withParties =
  (change: (party: ClaimList['head']['parties'][string]) => object) => (list: ClaimList) => ({
    ...list,
    head: {
      ...list.head,
      parties: Object.fromEntries(
        Object.entries(list.head.parties).map(([id, party]) => [
          id,
          { ...party, ...change(party) },
        ]),
      ),
    },
  });

const FOREVER = { from: v.parse(IsoDate, '0001-01-01'), to: v.parse(IsoDate, '9999-12-31') };

const ABLATIONS: readonly Ablation[] = [
  { name: 'all mechanisms' },
  {
    name: 'without learning (too few texts that only look like a claim)',
    list: withClaims((claim) => ({
      ...claim,
      nearMisses: cutTexts(claim.nearMisses, () => MIN_NEAR_MISSES_TO_LEARN - 1),
    })),
  },
  {
    name: 'without learning and without texts that only look like a claim',
    list: withClaims((claim) => ({ ...claim, nearMisses: {} })),
  },
  {
    name: 'with half of the wordings',
    list: withClaims((claim) => ({
      ...claim,
      wordings: Object.fromEntries(
        Object.entries(claim.wordings).map(([language, { texts, ...rest }]) => [
          language,
          { ...rest, texts: texts.slice(0, Math.ceil(texts.length / 2)) },
        ]),
      ),
    })),
  },
  {
    name: 'without the words of responses',
    list: withClaims((claim) => ({ ...claim, responses: [] })),
  },
  {
    name: 'without other names of the parties',
    list: withParties(() => ({ aliases: {}, adjectives: {} })),
  },
  { name: 'without namesakes of the parties', list: withParties(() => ({ homonyms: {} })) },
  {
    name: 'without declared participants and directions',
    list: withClaims((claim) => ({ ...claim, direction: null, participants: [] })),
  },
  {
    name: 'without declared directions',
    list: withClaims((claim) => ({ ...claim, direction: null })),
  },
  {
    name: 'without declared periods',
    list: withClaims((claim) => ({
      ...claim,
      temporalCoverage: { ...claim.temporalCoverage, ...FOREVER },
    })),
  },
  {
    name: 'without strengths: each claim a matter of its own',
    list: withClaims((claim, at) => ({
      ...claim,
      strength: { ...claim.strength, family: `${claim.strength.family}-${String(at)}` },
    })),
  },
  { name: 'without synonyms', rules: (rules) => ({ ...rules, synonyms: [] }) },
  { name: 'without light words', rules: (rules) => ({ ...rules, lightWords: [] }) },
  { name: 'without stems', rules: (rules) => ({ ...rules, stem: (word) => word }) },
  {
    name: 'without the words that show a stance',
    rules: (rules) => ({
      ...rules,
      stance: { ...rules.stance, denials: [], negations: [], attributions: [], questions: [] },
    }),
  },
  { name: 'each sentence a block of its own', read: readSentenceBySentence },
  {
    name: 'without the page’s title',
    read: (index, text) => annotateText(index, { ...text, title: '' }),
  },
];

/** No window reaches over several sentences then. */
function readSentenceBySentence(
  index: ClaimIndex,
  { title, lang, text }: LabelledText,
): readonly TextAnnotation[] {
  const rules = LANGUAGES.get(lang);
  if (rules === undefined) return [];
  const split = sentenceSplitter(rules);
  const sentences = splitParagraphs(text).flatMap((paragraph) =>
    split(paragraph.text).map(({ start, end }) => ({
      start: paragraph.start + start,
      text: paragraph.text.slice(start, end),
    })),
  );
  const blocks = sentences.map((sentence) => ({ text: sentence.text, isHeading: false }));
  return findClaims(index, { language: lang, title, before: '', blocks }).flatMap((matches, at) => {
    const start = sentences[at]?.start ?? 0;
    return matches.map(({ claim, stance, similarity, span }) => ({
      claim,
      stance,
      similarity,
      start: start + span.start,
      end: start + span.end,
    }));
  });
}

/** Runs with the rules changed, and puts them back. The rules are a map of the module; no product code changes it. */
function withRules<T>(change: Ablation['rules'], run: () => T): T {
  if (change === undefined) return run();
  const languages = LANGUAGES;
  if (!isChangeable(languages)) throw new Error('the rules of the languages cannot be changed');
  const kept = [...languages];
  try {
    for (const [code, rules] of kept) languages.set(code, change(rules));
    return run();
  } finally {
    for (const [code, rules] of kept) languages.set(code, rules);
  }
}

const isChangeable = (
  rules: ReadonlyMap<string, LanguageRules>,
): rules is Map<string, LanguageRules> => rules instanceof Map;

export function ablationPart(list: ClaimList, report: (line: string) => void): MeasuredPart {
  const all = withDrafts(list);
  // A language without rules finds nothing, whatever is switched off.
  const languages = list.head.languages.filter((language) => LANGUAGES.has(language));
  const texts = OWN_SETS.flatMap((set) => languages.flatMap((code) => readOwnSet(set, code)));
  const rows = ABLATIONS.map(({ name, list: change, rules, read }): Row => {
    const measured = withRules(rules, () => {
      const index = openIndex(compileIndex(change === undefined ? all : change(all)));
      return measureTexts(index, texts, read);
    });
    report(`${name}: ${describeScore(sumScores(measured.map(({ score }) => score)))}`);
    return { name, cells: scoreCells(all, measured) };
  });
  return {
    name: 'ablation',
    title: 'What each mechanism brings',
    notes: [
      `\`list-dev\` and \`list-test\` together, in ${languages.join(', ')}, with one mechanism switched off at a time, through the list or the rules of the languages. **Texts written by us, not real pages.** The intervals are wide: a difference of one or two texts says nothing.`,
    ],
    tables: [
      {
        title: `${String(texts.length)} texts`,
        columns: [
          '',
          'precision',
          'recall',
          'stance',
          'asserts that are',
          'strength errors',
          'denials read as asserts',
        ],
        rows,
      },
    ],
    charts: [],
  };
}
