/**
 * Parts of a page that stand for themselves: the teasers of a front page, each of which is an article
 * of its own, and what a page of several articles or a live blog dates by itself.
 */
import type { IsoDate } from '../claims/date.ts';
import { declaredTypes } from './declared-types.ts';
import {
  attributeOf,
  closest,
  contains,
  parentElementOf,
  queryAll,
  queryFirst,
  textContentOf,
} from './node-access.ts';
import { findArticle, parseDate, readLastDate, readPageDate } from './page-facts.ts';

/** More headings are those of no page that anybody reads to its end. */
const MAX_HEADINGS = 500;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** What a link must make up of a heading for the heading to lead there: beside it stand 'edit' and '#'. */
const MIN_LINKED_SHARE = 0.6;

/** What carries a date of its own. */
const ENTRIES =
  'article, [role="article"], [itemprop~="liveBlogUpdate"], [itemtype$="BlogPosting"]';
const LIVE_BLOG_ENTRY = '[itemprop~="liveBlogUpdate"]';

/** Whether the page is one article that grows by entries (https://schema.org/LiveBlogPosting). */
export function isLiveBlog(document: Document): boolean {
  return (
    queryFirst(document, LIVE_BLOG_ENTRY) !== null || declaredTypes(document).has('LiveBlogPosting')
  );
}

/**
 * Finds the teaser that an element is in, or null where it is in none: the outermost element around
 * it with just one heading that leads elsewhere. A live blog has none: it is one article.
 */
export function teaserFinder(document: Document): (element: Element) => Element | null {
  if (isLiveBlog(document)) return () => null;
  const headings = queryAll(document, HEADINGS).slice(0, MAX_HEADINGS).filter(leadsElsewhere);
  return (element) => {
    let teaser: Element | null = null;
    let ancestor: Element | null = element;
    for (; ancestor !== null; ancestor = parentElementOf(ancestor)) {
      const around = ancestor;
      const count = headings.filter((heading) => contains(around, heading)).length;
      if (count > 1) break;
      if (count === 1) teaser = around;
    }
    // Nothing else leads elsewhere: the page is about this one.
    return ancestor === null ? null : teaser;
  };
}

function leadsElsewhere(heading: Element): boolean {
  const link = closest(heading, 'a[href]') ?? queryFirst(heading, 'a[href]');
  if (link === null || attributeOf(link, 'href')?.startsWith('#') !== false) return false;
  const [linked, whole] = [link, heading].map((element) => textContentOf(element).trim().length);
  return (linked ?? 0) >= MIN_LINKED_SHARE * (whole ?? 0);
}

/** When what a page says was written. */
export type WrittenDates = {
  /** Of the page; null where it is not known, or is that of its parts. */
  readonly ofPage: IsoDate | null;
  /** Of the part that an element is in; null where that has no date of its own. */
  readonly ofPart: (element: Element) => IsoDate | null;
};

export function readWrittenDates(document: Document): WrittenDates {
  const article = findArticle(document);
  const known = new Map<Element, IsoDate | null>();
  return {
    // A live blog is dated by its first entry: the others came later.
    ofPage: isLiveBlog(document) ? null : readLastDate(document),
    ofPart: (element) => {
      const entry = closest(element, ENTRIES);
      if (entry === null || entry === article) return null;
      let date = known.get(entry);
      if (date === undefined) {
        const time = queryFirst(entry, 'time[datetime]');
        date = time && parseDate(attributeOf(time, 'datetime') ?? '');
        known.set(entry, date);
      }
      return date;
    },
  };
}

/** When what stands at an element was published, as a card and a report say it; null where unknown. */
export function readDateAt(document: Document, element: Element): IsoDate | null {
  const own = readWrittenDates(document).ofPart(element);
  if (own !== null) return own;
  return isLiveBlog(document) ? null : (readPageDate(document)?.date ?? null);
}
