/** Signs that what stands on a page is not said by the page: it is never marked as its own word. */
import type { Voice } from '../claims/voice.ts';
import { declaredTypes } from './declared-types.ts';
import { attributeOf, matches, queryAll, rootElementOf } from './node-access.ts';

/** In the order in which a card tells them. */
const VOICES = ['opinion', 'fact-check', 'translated'] as const satisfies readonly Voice[];

const SECTION_METAS = [
  'meta[property="article:section" i]',
  'meta[name="article:section" i]',
  'meta[name="section" i]',
  'meta[name="parsely-section" i]',
  'meta[property="og:article:section" i]',
];

/** Names of sections and folders, in the languages of pages, where only opinion is. */
const OPINION_NAMES = new Set(
  (
    'opinion opinions op-ed oped op-eds editorial editorials commentary commentisfree columnists columns ' +
    'viewpoint viewpoints letters perspectives leader-comment tribune tribunes meinung kommentar kommentare ' +
    'opinión opinião opinione opinioni editoriale mnenie mneniya мнение мнения колонка колонки ' +
    'yazarlar kose-yazilari köşe-yazıları görüş goruslar rəy fikir müəlliflər opinione-dhe-komente ' +
    'կարծիք կարծիքներ یادداشت دیدگاه رأي آراء مقالات-رأی'
  ).split(' '),
);

/** What translators leave on the root: Chrome and Google, Firefox, Edge. */
const TRANSLATED_ROOT =
  '.translated-ltr, .translated-rtl, [data-moz-translations-id], [_msttexthash], [_msthash]';
/** Google's proxy of translated pages. */
const TRANSLATED_HOST = '.translate.goog';

/** `address` is that of the page. Read anew with each question: a page may be translated while it is read. */
export function readVoices(document: Document, address: string): readonly Voice[] {
  const types = declaredTypes(document);
  const signs: Readonly<Record<Voice, boolean>> = {
    opinion: types.has('OpinionNewsArticle') || isInOpinionSection(document, address),
    'fact-check': types.has('ClaimReview'),
    translated: isTranslated(document, address),
  };
  return VOICES.filter((voice) => signs[voice]);
}

function isInOpinionSection(document: Document, address: string): boolean {
  const sections = queryAll(document, SECTION_METAS.join(', ')).map((meta) =>
    attributeOf(meta, 'content'),
  );
  // The last part is the name of the article, which may be about anything.
  const folders = new URL(address).pathname.split('/').slice(1, -1).map(decoded);
  return [...sections, ...folders].some((name) => name !== null && OPINION_NAMES.has(nameOf(name)));
}

function isTranslated(document: Document, address: string): boolean {
  const root = rootElementOf(document);
  return matches(root, TRANSLATED_ROOT) || new URL(address).hostname.endsWith(TRANSLATED_HOST);
}

const nameOf = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/gu, '-');

function decoded(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
