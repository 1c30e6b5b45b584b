/** Passages that repeat a claim, put into the article of a page as if it had been written so. */
import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { ClaimIndex } from '../../core/matching/claim-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import type { Page } from 'puppeteer-core';
import { shuffled } from '../bench/seeded-random.ts';

const LANGUAGE = 'en';
/** One in the same letters, of which no list has wordings and no rules are known. */
const UNKNOWN_LANGUAGE = 'cs';
/** Passages that are put into one page. */
export const PLANTED_COUNT = 3;

/** Paragraphs that repeat a claim, and how many more there are that a page's language may hide. */
export type ClaimPassages = {
  readonly passages: readonly string[];
  /** Wordings that are found on an English page, and not on one in a language without wordings. */
  readonly hiddenCount: number;
};

/**
 * Every wording, as a sentence, that the matching knows for a claim by itself, whatever stands around
 * it and whatever language the page says that it is in: what is measured here is the way to it.
 */
export function claimPassages(list: ClaimList, index: ClaimIndex): ClaimPassages {
  const known = list.claims
    .filter(isPublished)
    .flatMap(({ wordings }) =>
      (wordings[LANGUAGE]?.texts ?? [])
        .map(toSentence)
        .filter((text) => isAsserted(index, text, LANGUAGE)),
    );
  const passages = known.filter((text) => isAsserted(index, text, UNKNOWN_LANGUAGE));
  return { passages, hiddenCount: known.length - passages.length };
}

const isPublished = ({ publication }: Claim) => publication.status === 'published';

const toSentence = (wording: string) =>
  `${wording.slice(0, 1).toUpperCase()}${wording.slice(1)}${/[.!?]$/u.test(wording) ? '' : '.'}`;

function isAsserted(index: ClaimIndex, text: string, language: string): boolean {
  const request = {
    language,
    title: '',
    before: '',
    blocks: [{ text, isHeading: false }],
  };
  const [matches = []] = findClaims(index, request);
  return (
    matches.length > 0 &&
    matches.every(({ stance }) => stance === 'asserts') &&
    matches.some(({ span }) => span.start === 0 && span.end === text.length)
  );
}

/** The passages for each of `count` pages, all different on one page. */
export function drawPassages(
  passages: readonly string[],
  count: number,
  seed: number,
): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, at) =>
    shuffled(passages, seed + at).slice(0, PLANTED_COUNT),
  );
}

/**
 * Has the next document of a tab get the passages after paragraphs of its article, spread over it,
 * before anything is read.
 */
export async function plantInNextDocument(
  page: Page,
  articleBlocks: readonly string[],
  passages: readonly string[],
): Promise<void> {
  await page.evaluateOnNewDocument(plant, [...articleBlocks], [...passages]);
}

/** Runs in the page. */
function plant(articleBlocks: string[], passages: string[]): void {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const insert = () => {
    const wanted = new Set(articleBlocks.map(plain));
    const isPart = (element: Element) => wanted.has(plain(element.textContent));
    const candidates = [...document.querySelectorAll('p, li, div, section, td, blockquote, pre')];
    const shown = candidates.filter(
      (element) => isPart(element) && element.checkVisibility({ visibilityProperty: true }),
    );
    const innermost = shown.filter(
      (element) => !shown.some((it) => it !== element && element.contains(it)),
    );
    const places =
      innermost.length > 0
        ? innermost
        : [...document.querySelectorAll('article, main, body')].slice(0, 1);
    passages.forEach((passage, at) => {
      const place = places[Math.floor(((at + 0.5) / passages.length) * places.length)];
      if (place === undefined) return;
      const isWhole = innermost.length > 0 && place.localName !== 'td';
      const planted = document.createElement(isWhole && place.localName === 'li' ? 'li' : 'p');
      planted.className = isWhole ? place.className : '';
      planted.textContent = passage;
      if (isWhole) place.after(planted);
      else place.append(planted);
    });
  };
  addEventListener('DOMContentLoaded', insert, { once: true, capture: true });
}
