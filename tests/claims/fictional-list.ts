/**
 * A claim list for tests. All of it is fiction: the countries, the people, their words and the
 * addresses (`example.org` is reserved, RFC 2606). As parsed JSON, fresh at each call.
 */
import { parseList } from '../../core/claims/parse-list.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';

export const HEAD = 'list.json';
export const SOURCES = 'sources.json';
export const BOATS = 'claims/lantern-boats-crossed.json';
export const HARBOUR = 'claims/harbour-was-lent.json';

const en = (text: string) => ({ en: text });
const printed = (date: string) => ({ basis: 'printed', date });

function source(name: string, kind: string, side: string | null) {
  return {
    kind,
    publisher: `${name} (fiction)`,
    side,
    title: null,
    datePublished: printed('2031-05-04'),
    language: 'en',
    url: `https://example.org/${name.toLowerCase().replaceAll(' ', '-')}`,
    archivedUrl: null,
    checked: null,
    quoteSeen: null,
  };
}

function boats() {
  return {
    id: 'lantern-boats-crossed',
    publication: { status: 'published' },
    claimReviewed: en('Boats of Southmark crossed Northland’s lake (fiction)'),
    nature: 'event',
    about: ['northland'],
    status: { outcome: 'answered', reason: en('Denied by Northland.'), asOf: '2031-06' },
    responses: [
      {
        kind: 'denies',
        standing: 'accused-party',
        author: { name: 'A. Invented', office: en('Minister of Lakes of Northland') },
        label: en('Northland’s lake ministry'),
        party: 'northland',
        datePublished: printed('2031-05-03'),
        words: {
          form: 'quoted',
          original: { language: 'en', text: 'No boat crossed.', source: 'ministry-statement' },
          translations: [
            {
              language: 'fr',
              text: 'Aucun bateau n’a traversé.',
              source: 'lake-courier',
              translator: 'Lake Courier (fiction)',
            },
          ],
          seen: 'own-page',
        },
        sources: ['ministry-statement'],
      },
    ],
    findings: [],
    appearances: [
      {
        firmness: 'asserts',
        author: { name: 'B. Fictitious', office: null },
        label: en('A fisherman of Southmark'),
        party: 'southmark',
        datePublished: printed('2031-05-01'),
        words: { form: 'paraphrased', text: en('Said that he saw the boats cross.') },
        sources: ['lake-courier'],
      },
    ],
    replies: [],
    temporalCoverage: { from: '2031-04', to: '2031-04-30' },
    participants: [
      { party: 'southmark', role: 'agent' },
      { party: 'northland', role: 'place' },
    ],
    direction: { from: 'southmark', to: 'northland' },
    strength: { family: 'the-lake', rank: 1, meaning: en('They crossed; nothing about consent.') },
    wordings: { en: { reviewedBy: null, texts: ['Boats of Southmark crossed the lake'] } },
  };
}

function harbour() {
  return {
    ...boats(),
    id: 'harbour-was-lent',
    claimReviewed: en('Northland lent Southmark its harbour (fiction)'),
    publication: { status: 'draft', reason: 'Nobody in office has answered yet.' },
    status: { outcome: 'open', reason: en('No response is on record.'), asOf: '2031-06' },
    responses: [],
    strength: { family: 'the-lake', rank: 2, meaning: en('The harbour was lent to them.') },
    wordings: { en: { reviewedBy: null, texts: ['Northland lent Southmark its harbour'] } },
  };
}

/** The files of a valid list: one claim published, one a draft. */
export function fictionalFiles() {
  return {
    [HEAD]: {
      id: 'fictional-list',
      title: en('Claims about a lake (fiction)'),
      publisher: {
        name: 'Nobody (fiction)',
        interest: en('None: it is invented for tests.'),
        contact: null,
      },
      languages: ['en'],
      license: 'none',
      version: '1.2.3',
      asOf: '2031-06',
      parties: {
        northland: { name: en('Northland'), aliases: { en: ['Northlander'] } },
        southmark: { name: en('Southmark'), aliases: {} },
      },
      missing: [],
    },
    [SOURCES]: {
      'ministry-statement': source('Ministry', 'official-text', 'northland'),
      'lake-courier': source('Lake Courier', 'independent-press', null),
      'water-institute': source('Water Institute', 'primary-document', null),
    },
    [BOATS]: boats(),
    [HARBOUR]: harbour(),
  };
}

/** What an independent body found, for the `findings` of a claim. */
export function fictionalFinding(bearing: string, date = '2031-05-20') {
  return {
    bearing,
    author: { name: null, office: en('The Water Institute') },
    label: en('The Water Institute'),
    party: null,
    datePublished: printed(date),
    words: {
      form: 'paraphrased',
      text: en(`Published its measurements of the lake (${bearing}).`),
    },
    sources: ['water-institute'],
  };
}

/** `files` after `value` is put at the dotted `path` of `file`; undefined takes the field away. */
export function changed(
  files: Readonly<Record<string, unknown>>,
  file: string,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone({ ...files });
  const keys = [file, ...path.split('.')];
  const last = keys.pop() ?? '';
  let at: unknown = copy;
  for (const key of keys) at = fieldOf(at, key);
  if (typeof at !== 'object' || at === null) throw new TypeError(`nothing at ${path} of ${file}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else Reflect.set(at, last, value);
  return copy;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The list that `files` make; throws when it is not valid. */
export function listOf(files: Readonly<Record<string, unknown>> = fictionalFiles()): ClaimList {
  const parsed = parseList(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
}
