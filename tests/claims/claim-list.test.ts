import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClaimId } from '../../core/claims/claim.ts';
import {
  GithubRepository,
  ListHead,
  quotationsOf,
  recordOf,
  sourceIdsOf,
  sourceReferencesOf,
  type ClaimList,
} from '../../core/claims/claim-list.ts';
import {
  BOATS,
  changed,
  fictionalFiles,
  fictionalFinding,
  HARBOUR,
  HEAD,
  listOf,
} from './fictional-list.ts';

const id = (text: string) => v.parse(ClaimId, text);

function boatsIn(list: ClaimList) {
  const claim = list.claims.find((candidate) => candidate.id === 'lantern-boats-crossed');
  if (claim === undefined) throw new Error('the fixture has no such claim');
  return claim;
}

describe('the place for reports', () => {
  const head = (reports: unknown) =>
    v.safeParse(ListHead, changed(fictionalFiles(), HEAD, 'publisher.reports', reports)[HEAD]);

  it.each([[undefined], [null]])('may be none: %s', (reports) => {
    expect(head(reports).output).toMatchObject({ publisher: { reports: null } });
  });

  it('may be a repository on GitHub', () => {
    const reports = { github: 'owner/name' };
    expect(head(reports).output).toMatchObject({ publisher: { reports } });
    expect(head('owner/name').success).toBe(false);
  });

  it('may be a mail address and an endpoint, and says whether a party runs that', () => {
    const endpoint = { url: 'https://desk.example/reports', isParty: true };
    const reports = { email: 'desk@example.org', endpoint };
    expect(head(reports).output).toMatchObject({ publisher: { reports } });
    expect(head({ endpoint: { url: endpoint.url } }).success).toBe(false);
    expect(head({ endpoint: { ...endpoint, url: 'http://desk.example/' } }).success).toBe(false);
    expect(head({ ...reports, fax: '1' }).success).toBe(false);
  });

  it.each([
    'a@b',
    'a b@c.example',
    'a@b.example?cc=d@e.example',
    'a@b.example,d@e.example',
    '@b.c',
  ])('is no mail address: %s', (email) => {
    expect(head({ email }).success).toBe(false);
  });

  it.each([
    'a/b',
    'An-Owner-1/with.dots_and-more',
    `${'a'.repeat(39)}/${'b'.repeat(100)}`,
    'a/...',
  ])('takes %s', (repository) => {
    expect(v.is(GithubRepository, repository)).toBe(true);
  });

  it.each([
    ...[
      '',
      'a',
      'a/',
      '/b',
      'a/b/c',
      'a/.',
      'a/..',
      'a--b/c',
      '-a/b',
      'a-/b',
      'a.b/c',
      'a/b?c',
      'a/b#c',
    ],
    ...[
      'a/b c',
      '../b',
      'a/b\n',
      'https://github.com/a/b',
      `${'a'.repeat(40)}/b`,
      `a/${'b'.repeat(101)}`,
    ],
  ])('refuses %j', (repository) => {
    expect(v.is(GithubRepository, repository)).toBe(false);
  });
});

describe('recordOf', () => {
  it('gives a published claim with the sources it refers to and no others', () => {
    const list = listOf();
    const record = recordOf(list, id('lantern-boats-crossed'));
    expect(record?.claim).toBe(boatsIn(list));
    expect(Object.keys(list.sources)).toContain('water-institute');
    expect(Object.keys(record?.sources ?? {}).toSorted()).toEqual([
      'lake-courier',
      'ministry-statement',
    ]);
  });

  it('brings a source that only a finding names', () => {
    const findings = [fictionalFinding('supports-response')];
    const list = listOf(changed(fictionalFiles(), BOATS, 'findings', findings));
    const record = recordOf(list, id('lantern-boats-crossed'));
    expect(record?.sources['water-institute']).toBe(list.sources['water-institute']);
  });

  it('never gives a draft', () => {
    expect(recordOf(listOf(), id('harbour-was-lent'))).toBeNull();
  });

  it('gives nothing for an id that the list does not have', () => {
    expect(recordOf(listOf(), id('another-claim'))).toBeNull();
    expect(recordOf(listOf(), id('constructor'))).toBeNull();
  });

  it('says of the list who publishes it and from which interest, and not what it leaves out', () => {
    const { head } = listOf();
    const record = recordOf(listOf(), id('lantern-boats-crossed'));
    const { title, version, asOf, publisher, parties } = head;
    expect(record?.list).toEqual({ id: head.id, title, version, asOf, publisher, parties });
  });
});

describe('sourceReferencesOf', () => {
  it('names the place of every mention, also of a withdrawal', () => {
    const withdrawn = {
      datePublished: { basis: 'printed', date: '2031-05-09' },
      sources: ['water-institute'],
    };
    const files = changed(fictionalFiles(), BOATS, 'appearances.0.withdrawn', withdrawn);
    const references = sourceReferencesOf(boatsIn(listOf(files)));
    expect(Object.fromEntries(references.map(({ field, value }) => [field, value]))).toEqual({
      'responses.0.words.original.source': 'ministry-statement',
      'responses.0.words.translations.0.source': 'lake-courier',
      'responses.0.sources.0': 'ministry-statement',
      'appearances.0.sources.0': 'lake-courier',
      'appearances.0.withdrawn.sources.0': 'water-institute',
    });
  });

  it('is what sourceIdsOf gives, each id once', () => {
    const claim = boatsIn(listOf());
    const ids = sourceIdsOf(claim);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(sourceReferencesOf(claim).map(({ value }) => value)));
  });
});

describe('quotationsOf', () => {
  it('gives the original before its translations, and nothing of a paraphrase', () => {
    const quotations = quotationsOf(boatsIn(listOf()));
    expect(quotations.map(({ field, value }) => [field, value.language])).toEqual([
      ['responses.0.words.original', 'en'],
      ['responses.0.words.translations.0', 'fr'],
    ]);
  });

  it('gives translations alone where the original is not known', () => {
    const files = changed(fictionalFiles(), BOATS, 'responses.0.words.original', null);
    expect(quotationsOf(boatsIn(listOf(files))).map(({ field }) => field)).toEqual([
      'responses.0.words.translations.0',
    ]);
  });
});

describe('the claims of a list', () => {
  it('stand in the order of their ids, whatever the order of the files', () => {
    const files = changed(fictionalFiles(), HARBOUR, 'id', 'lantern');
    const renamed = { ...files, 'claims/lantern.json': files[HARBOUR] };
    Reflect.deleteProperty(renamed, HARBOUR);
    expect(listOf(renamed).claims.map((claim) => claim.id)).toEqual([
      'lantern',
      'lantern-boats-crossed',
    ]);
  });
});
