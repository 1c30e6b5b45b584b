import { beforeEach, describe, expect, expectTypeOf, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ClaimRecord } from '../../core/claims/claim-list.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import { MAX_CORRECTED_LENGTH, type MarkCorrection } from '../../core/extension/corrections.ts';
import { MAX_WRITTEN_LENGTH, reportTarget } from '../../core/claims/report.ts';
import type { ReadingTerms } from '../../core/extension/kept-out-rules.ts';
import {
  answerBackgroundMessages,
  answerPageMessages,
  askBackground,
  askPage,
  isInvalidated,
  MAX_BLOCK_LENGTH,
  MAX_BEFORE_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_REQUEST_BLOCKS,
  MAX_REQUEST_CLAIMS,
  type AfterCorrection,
  type PageAnnotation,
  type PageState,
  type Sent,
  type Surveyed,
  type TabAnnotation,
} from '../../core/extension/messages.ts';
import type { WordPair } from '../../core/matching/explain-match.ts';
import type { ClaimMatch, FindClaimsRequest, Similarity } from '../../core/matching/claim-match.ts';
import {
  carryMessages,
  carryMessagesFrom,
  deliver,
  loseExtension,
  SENDERS,
} from './browser-process.ts';

// Brands: tests may make the values that schemas and the matching room make.
const CLAIM = 'lantern-boats-crossed' as ClaimId;
const MATCH: ClaimMatch = {
  claim: CLAIM,
  language: 'en',
  wording: 3,
  span: { start: 0, end: 5 },
  similarity: 0.5 as Similarity,
  stance: 'asserts',
};
const REQUEST: FindClaimsRequest = {
  language: 'en',
  title: 'A lake (fiction)',
  before: '',
  blocks: [{ text: 'Boats crossed.', isHeading: false }],
};
const ANNOTATION: PageAnnotation = {
  id: '1',
  claim: CLAIM,
  stance: 'asserts',
  quote: 'Boats crossed.',
  isMarked: true,
  response: null,
};
const STATE: PageState = {
  isReading: false,
  language: 'en',
  wordCount: 2,
  annotations: [ANNOTATION],
  markCount: 0,
  hiddenCount: 0,
  keptOut: null,
};

const CORRECTION: MarkCorrection = {
  claim: CLAIM,
  kind: 'not-stated',
  passage: 'Boats crossed.',
};

function backgroundHandlers() {
  return {
    getTerms: vi.fn((): Promise<ReadingTerms> => Promise.resolve({ reading: 'off' })),
    lookIntoFrames: vi.fn((): Promise<null> => Promise.resolve(null)),
    readFrame: vi.fn((): Promise<null> => Promise.resolve(null)),
    survey: vi.fn((): Promise<Surveyed> => Promise.resolve({ isFound: true, wordCount: 2 })),
    findClaims: vi.fn((): Promise<readonly (readonly ClaimMatch[])[]> =>
      Promise.resolve([[MATCH]]),
    ),
    getRecords: vi.fn((): Promise<readonly ClaimRecord[]> => Promise.resolve([])),
    explainMatches: vi.fn((): Promise<readonly (readonly WordPair[])[]> =>
      Promise.resolve([[{ page: 'vessels', claim: 'boats' }]]),
    ),
    countChanged: vi.fn((): Promise<null> => Promise.resolve(null)),
    correctMark: vi.fn((): Promise<AfterCorrection> => Promise.resolve({ isMuted: true })),
    undoCorrection: vi.fn((): Promise<AfterCorrection> => Promise.resolve({ isMuted: false })),
    getTabAnnotations: vi.fn((): Promise<readonly TabAnnotation[]> => Promise.resolve([])),
    openReport: vi.fn((): Promise<true> => Promise.resolve(true)),
    reportTab: vi.fn((): Promise<true> => Promise.resolve(true)),
    deliverReports: vi.fn((): Promise<true> => Promise.resolve(true)),
  };
}

/** A background that listens, and what became of its errors. */
function startBackground() {
  const handlers = backgroundHandlers();
  const onError = vi.fn();
  answerBackgroundMessages(handlers, onError);
  const isUntouched = () => Object.values(handlers).every(({ mock }) => mock.calls.length === 0);
  return { handlers, onError, isUntouched };
}

const REFUSED = { ok: false };

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a question to the background', () => {
  it('is answered in the type that belongs to it', async () => {
    const { handlers } = startBackground();
    carryMessagesFrom(SENDERS.page);
    const sent = await askBackground({ type: 'findClaims', request: REQUEST });
    expect(sent).toEqual({ ok: true, value: [[MATCH]] });
    expect(handlers.findClaims).toHaveBeenCalledExactlyOnceWith(
      { type: 'findClaims', request: REQUEST },
      { kind: 'page', tabId: 7, frameId: 0, address: SENDERS.page.url, pageAddress: null },
    );
    expectTypeOf(sent).toEqualTypeOf<Sent<readonly (readonly ClaimMatch[])[]>>();
    expectTypeOf(askBackground<{ type: 'countChanged'; count: number }>).returns.toEqualTypeOf<
      Promise<Sent<null>>
    >();
    expectTypeOf(askBackground).parameter(0).not.toExtend<{ readonly type: 'getPageState' }>();
  });

  it('may be answered with nothing, which is an answer', async () => {
    startBackground();
    carryMessagesFrom(SENDERS.page);
    expect(await askBackground({ type: 'countChanged', count: 0 })).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('a question to a page', () => {
  const life = () => new AbortController();

  function startPage(state: unknown = STATE, signal = life().signal) {
    const handlers = {
      // What a page that was taken over may send has any type.
      getPageState: vi.fn(() => Promise.resolve(state as PageState)),
      showAnnotation: vi.fn(({ id }: { readonly id: string }) =>
        Promise.resolve(id === ANNOTATION.id),
      ),
      moveToMark: vi.fn(({ direction }: { readonly direction: string }) =>
        Promise.resolve(direction === 'next'),
      ),
      readAnyway: vi.fn((): Promise<true> => Promise.resolve(true)),
      termsChanged: vi.fn((): Promise<true> => Promise.resolve(true)),
    };
    answerPageMessages(handlers, vi.fn(), signal);
    return handlers;
  }

  /** As `startPage`, and what this context asks goes to that page. */
  function askedPage(state?: unknown, signal?: AbortSignal) {
    const handlers = startPage(state, signal);
    carryMessagesFrom(SENDERS['background without an address']);
    return handlers;
  }

  it('is answered in the type that belongs to it', async () => {
    askedPage();
    const state = await askPage(7, { type: 'getPageState' });
    expect(state).toEqual({ ok: true, value: STATE });
    expectTypeOf(state).toEqualTypeOf<Sent<PageState>>();
    const shown = await askPage(7, { type: 'showAnnotation', id: ANNOTATION.id });
    expect(shown).toEqual({ ok: true, value: true });
    expectTypeOf(shown).toEqualTypeOf<Sent<boolean>>();
    const moved = await askPage(7, { type: 'moveToMark', direction: 'next' });
    expect(moved).toEqual({ ok: true, value: true });
  });

  it('may be answered with no, which is an answer', async () => {
    askedPage();
    expect(await askPage(7, { type: 'showAnnotation', id: 'gone' })).toEqual({
      ok: true,
      value: false,
    });
  });

  it('goes to the top frame of that tab alone', async () => {
    askedPage();
    await askPage(7, { type: 'getPageState' });
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(
      7,
      { type: 'getPageState' },
      { frameId: 0 },
    );
  });

  const annotated = (change: object) => ({ ...STATE, annotations: [{ ...ANNOTATION, ...change }] });

  // prettier-ignore
  test.each<[string, unknown]>([
    ['nothing found', { ...STATE, annotations: [] }],
    ['no language', { ...STATE, language: null }],
    ['the longest language', { ...STATE, language: 'e'.repeat(MAX_LANGUAGE_LENGTH) }],
    ['no words', { ...STATE, wordCount: 0 }],
    ['the longest quote', annotated({ quote: 'a'.repeat(MAX_BLOCK_LENGTH) })],
    ['the most annotations', { ...STATE, annotations: Array.from({ length: 10_000 }, () => ANNOTATION) }],
  ])('takes an answer with %s', async (_, state) => {
    askedPage(state);
    expect(await askPage(7, { type: 'getPageState' })).toEqual({ ok: true, value: state });
  });

  // prettier-ignore
  test.each<[string, unknown]>([
    ['nothing', null],
    ['annotations alone', [ANNOTATION]],
    ['something else than annotations', { ...STATE, annotations: [{ some: 'thing' }] }],
    ['a claim that is no id', annotated({ claim: '<b>' })],
    ['an id that is a number', annotated({ id: 1 })],
    ['an id that is too long', annotated({ id: '1'.repeat(21) })],
    ['a stance that is none', annotated({ stance: 'lies' })],
    ['a quote that is too long', annotated({ quote: 'a'.repeat(MAX_BLOCK_LENGTH + 1) })],
    ['too many annotations', { ...STATE, annotations: Array.from({ length: 10_001 }, () => ANNOTATION) }],
    ['more about an annotation than was asked for', annotated({ secret: 'text of the page' })],
    ['more about the page than was asked for', { ...STATE, secret: 'text of the page' }],
    ['a language that is too long', { ...STATE, language: 'e'.repeat(MAX_LANGUAGE_LENGTH + 1) }],
    ['half a word', { ...STATE, wordCount: 0.5 }],
    ['less than no word', { ...STATE, wordCount: -1 }],
    ['a reading that is a text', { ...STATE, isReading: 'yes' }],
  ])('is refused an answer with %s', async (_, state) => {
    askedPage(state);
    expect(await askPage(7, { type: 'getPageState' })).toEqual({ ok: false, error: 'refused' });
  });

  // prettier-ignore
  test.each<[string, unknown]>([
    ['a question that the background answers', { type: 'countChanged', count: 1 }],
    ['an entry beside the type', { type: 'getPageState', more: true }],
    ['no id', { type: 'showAnnotation' }],
    ['an id that is a number', { type: 'showAnnotation', id: 1 }],
    ['an id that is too long', { type: 'showAnnotation', id: '1'.repeat(21) }],
    ['a direction that is none', { type: 'moveToMark', direction: 'up' }],
  ])('is refused: %s', async (_, message) => {
    const handlers = startPage();
    expect(await deliver(message, SENDERS.popup)).toEqual(REFUSED);
    for (const { mock } of Object.values(handlers)) expect(mock.calls).toEqual([]);
  });

  test.each<[keyof typeof SENDERS, boolean]>([
    ['popup', true],
    ['own document in a tab', true],
    ['background without an address', true],
    ['page', false],
    ['another extension with our address', false],
    ['nobody', false],
  ])('is heard from a sender that is %s: %s', async (sender, isHeard) => {
    const handlers = startPage();
    for (const message of [
      { type: 'getPageState' },
      { type: 'showAnnotation', id: '1' },
      { type: 'moveToMark', direction: 'next' },
    ]) {
      expect(await deliver(message, SENDERS[sender])).toMatchObject({ ok: isHeard });
    }
    expect(handlers.getPageState).toHaveBeenCalledTimes(isHeard ? 1 : 0);
    expect(handlers.showAnnotation).toHaveBeenCalledTimes(isHeard ? 1 : 0);
    expect(handlers.moveToMark).toHaveBeenCalledTimes(isHeard ? 1 : 0);
  });

  it('finds nobody once the page has stopped answering', async () => {
    const stopped = life();
    askedPage(STATE, stopped.signal);
    stopped.abort();
    expect(await askPage(7, { type: 'getPageState' })).toEqual({
      ok: false,
      error: 'no-receiver',
    });
  });
});

const findClaims = (change: object) => ({ type: 'findClaims', request: { ...REQUEST, ...change } });
const block = (change: object) => findClaims({ blocks: [{ ...REQUEST.blocks[0], ...change }] });
const blocks = (count: number) =>
  findClaims({ blocks: Array.from({ length: count }, () => ({ text: 'A.', isHeading: false })) });
const correct = (change: object) => ({
  type: 'correctMark',
  correction: { ...CORRECTION, ...change },
});
const records = (count: number) => ({
  type: 'getRecords',
  claims: Array.from({ length: count }, (_, at) => `claim-${String(at)}`),
});

const MATCHED = { claim: CLAIM, language: 'en', wording: 3, passage: 'Boats crossed.' };
const explain = (change: object, count = 1) => ({
  type: 'explainMatches',
  matches: Array.from({ length: count }, () => ({ ...MATCHED, ...change })),
});

const REPORT = { type: 'openReport', concern: { kind: 'new-claim' }, target: null };
const TARGET = reportTarget({
  address: 'https://news.example/lake',
  canonical: null,
  title: 'A lake (fiction)',
  language: 'en',
  date: '2031-05',
  quote: { exact: 'Boats crossed.', prefix: '', suffix: '' },
});

describe('the background', () => {
  // prettier-ignore
  test.each<[string, unknown]>([
    ['the most blocks', blocks(MAX_REQUEST_BLOCKS)],
    ['the longest block', block({ text: 'a'.repeat(MAX_BLOCK_LENGTH) })],
    ['the longest title', findClaims({ title: 'a'.repeat(MAX_BEFORE_LENGTH) })],
    ['the longest text before', findClaims({ before: 'a'.repeat(MAX_BEFORE_LENGTH) })],
    ['no language', findClaims({ language: null })],
    ['the longest language', findClaims({ language: 'e'.repeat(MAX_LANGUAGE_LENGTH) })],
    ['a date of the page', findClaims({ date: '2031-05' })],
    ['a date of a block', block({ date: '2031-05-17' })],
    ['no block', blocks(0)],
    ['lone surrogates', block({ text: '\ud800' })],
    ['no claims', records(0)],
    ['the most claims', records(MAX_REQUEST_CLAIMS)],
    ['a match with no wording', explain({ wording: null })],
    ['the longest passage', explain({ passage: 'a'.repeat(MAX_BLOCK_LENGTH) })],
    ['the most matches', explain({}, MAX_REQUEST_CLAIMS)],
    ['no passages', { type: 'countChanged', count: 0 }],
    ['a correction of either kind', correct({ kind: 'different-claim' })],
    ['the longest passage', correct({ passage: 'a'.repeat(MAX_CORRECTED_LENGTH) })],
    ['a claim that is not wanted', { type: 'correctMark', correction: { kind: 'muted', claim: CLAIM } }],
    ['what takes a correction back', { ...correct({}), type: 'undoCorrection' }],
    ['a report of a new claim, of no page', REPORT],
    ['a report of a problem', { ...REPORT, concern: { kind: 'problem', claim: CLAIM, problem: 'outdated' } }],
    ['a report of a page', { ...REPORT, target: TARGET }],
  ])('takes %s', async (_, message) => {
    startBackground();
    expect(await deliver(message, SENDERS.page)).toMatchObject({ ok: true });
  });

  // prettier-ignore
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'findClaims'],
    ['a list', [findClaims({})]],
    ['no type', {}],
    ['a date that is none', findClaims({ date: '2031-13' })],
    ['a block of a date that is none', block({ date: 'May' })],
    ['a type that is not there', { type: 'getSettings' }],
    ['a type from the prototype', { type: 'constructor' }],
    ['a type that is no text', { type: ['findClaims'], request: REQUEST }],
    ['a question that pages answer', { type: 'getPageState' }],
    ['no request', { type: 'findClaims' }],
    ['a request that is a text', { type: 'findClaims', request: 'all' }],
    ['an entry beside the request', { ...findClaims({}), more: true }],
    ['an entry beside the blocks', findClaims({ more: true })],
    ['an entry beside the text', block({ more: true })],
    ['a text that is a number', block({ text: 1 })],
    ['a text that is an object', block({ text: { length: 1 } })],
    ['a text that is too long', block({ text: 'a'.repeat(MAX_BLOCK_LENGTH + 1) })],
    ['a heading that is a text', block({ isHeading: 'yes' })],
    ['blocks that are an object', findClaims({ blocks: { length: 1 } })],
    ['one block too many', blocks(MAX_REQUEST_BLOCKS + 1)],
    ['a title that is too long', findClaims({ title: 'a'.repeat(MAX_BEFORE_LENGTH + 1) })],
    ['a text before that is too long', findClaims({ before: 'a'.repeat(MAX_BEFORE_LENGTH + 1) })],
    ['a language that is a list', findClaims({ language: ['en'] })],
    ['a language that is too long', findClaims({ language: 'e'.repeat(MAX_LANGUAGE_LENGTH + 1) })],
    ['no language at all', findClaims({ language: undefined })],
    ['a claim that is no id', { type: 'getRecords', claims: ['../list'] }],
    ['too many claims', records(MAX_REQUEST_CLAIMS + 1)],
    ['a wording below the first', explain({ wording: -1 })],
    ['half a wording', explain({ wording: 0.5 })],
    ['a passage to explain that is too long', explain({ passage: 'a'.repeat(MAX_BLOCK_LENGTH + 1) })],
    ['too many matches', explain({}, MAX_REQUEST_CLAIMS + 1)],
    ['a count below none', { type: 'countChanged', count: -1 }],
    ['half a count', { type: 'countChanged', count: 0.5 }],
    ['a count that is a text', { type: 'countChanged', count: '1' }],
    ['a count that is none', { type: 'countChanged', count: NaN }],
    ['a count without end', { type: 'countChanged', count: Infinity }],
    ['no correction', { type: 'correctMark' }],
    ['a correction of no kind', correct({ kind: 'disliked' })],
    ['a correction of no claim', correct({ claim: '<b>' })],
    ['a correction without a passage', { type: 'correctMark', correction: { kind: 'not-stated', claim: CLAIM } }],
    ['a correction of two kinds', correct({ kind: 'muted' })],
    ['a correction that says whether it counts', correct({ isCounted: false })],
    ['a passage that is too long', correct({ passage: 'a'.repeat(MAX_CORRECTED_LENGTH + 1) })],
    ['a passage that is too long to be taken back', { ...correct({ passage: 'a'.repeat(MAX_CORRECTED_LENGTH + 1) }), type: 'undoCorrection' }],
    ['a tab that is a text', { type: 'getTabAnnotations', tabId: '7' }],
    ['a tab to report that is a text', { type: 'reportTab', tabId: '7', claim: '' }],
    [
      'a claim to report that is too long',
      { type: 'reportTab', tabId: 7, claim: 'x'.repeat(MAX_WRITTEN_LENGTH.claim + 1) },
    ],
    ['a report of nothing', { ...REPORT, concern: null }],
    ['a report without a target', { type: 'openReport', concern: REPORT.concern }],
    ['a report with an address of another kind', { ...REPORT, target: { ...TARGET, source: 'javascript:alert(1)' } }],
    ['a report with an address that tells of its reader', { ...REPORT, target: { ...TARGET, source: 'https://news.example/?fbclid=1' } }],
    ['a report with a title that turns the page round', { ...REPORT, target: { ...TARGET, title: '\u202e' } }],
    ['a report with more than was asked for', { ...REPORT, target: { ...TARGET, cookie: 'a' } }],
  ])('refuses %s, and nobody hears of it', async (_, message) => {
    const { isUntouched, onError } = startBackground();
    for (const sender of [SENDERS.page, SENDERS.popup]) {
      expect(await deliver(message, sender)).toEqual(REFUSED);
    }
    expect(isUntouched()).toBe(true);
    expect(onError).not.toHaveBeenCalled();
  });

  const FROM_PAGE = [
    'findClaims',
    'getRecords',
    'explainMatches',
    'countChanged',
    'correctMark',
    'undoCorrection',
    'openReport',
  ];
  const FROM_OWN = [
    'findClaims',
    'getRecords',
    'getTabAnnotations',
    'openReport',
    'reportTab',
    'deliverReports',
  ];
  test.each<[keyof typeof SENDERS, readonly string[]]>([
    ['page', FROM_PAGE],
    ['page with our address in its own', FROM_PAGE],
    ['page on a host that begins like us', FROM_PAGE],
    ['page without an address', FROM_PAGE],
    ['popup', FROM_OWN],
    ['own document in a tab', FROM_OWN],
    ['background without an address', FROM_OWN],
    ['another extension', []],
    ['another extension with our address', []],
    ['document that is neither ours nor in a tab', []],
    ['nobody', []],
  ])('hears from a sender that is %s only %j', async (sender, expected) => {
    const { handlers } = startBackground();
    const heard: string[] = [];
    for (const message of [
      findClaims({}),
      records(1),
      explain({}),
      { type: 'countChanged', count: 1 },
      correct({}),
      { ...correct({}), type: 'undoCorrection' },
      { type: 'getTabAnnotations', tabId: 7 },
      REPORT,
      { type: 'reportTab', tabId: 7, claim: 'Boats crossed' },
      { type: 'deliverReports' },
    ]) {
      const answer = await deliver(message, SENDERS[sender]);
      if (JSON.stringify(answer) !== JSON.stringify(REFUSED)) heard.push(message.type);
    }
    expect(heard).toEqual(expected);
    const called = Object.entries(handlers).filter(([, { mock }]) => mock.calls.length > 0);
    expect(called.map(([type]) => type)).toEqual(expected);
  });

  it('knows a page by its tab', async () => {
    const { handlers } = startBackground();
    await deliver({ type: 'countChanged', count: 1 }, SENDERS['page without an address']);
    expect(handlers.countChanged).toHaveBeenCalledExactlyOnceWith(
      { type: 'countChanged', count: 1 },
      { kind: 'page', tabId: 11, frameId: 0, address: null, pageAddress: null },
    );
  });

  it('knows its own document by its address, also in a tab', async () => {
    const { handlers } = startBackground();
    const message = { type: 'getTabAnnotations', tabId: 7 };
    await deliver(message, SENDERS['own document in a tab']);
    expect(handlers.getTabAnnotations).toHaveBeenCalledExactlyOnceWith(message, {
      kind: 'own-document',
    });
  });

  const failures: Record<string, () => Promise<never>> = {
    'its promise is rejected': () => Promise.reject(new Error('no list')),
    'it throws before there is a promise': () => {
      throw new Error('no list');
    },
  };
  test.each(Object.entries(failures))(
    'refuses and reports once when a handler fails: %s',
    async (_, fail) => {
      const { handlers, onError } = startBackground();
      handlers.findClaims.mockImplementation(fail);
      carryMessagesFrom(SENDERS.page);
      expect(await askBackground({ type: 'findClaims', request: REQUEST })).toEqual({
        ok: false,
        error: 'refused',
      });
      expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no list'));
    },
  );
});

describe('a question that finds no answer', () => {
  const ask = () => askBackground({ type: 'countChanged', count: 1 });

  it('says that nobody listens', async () => {
    carryMessagesFrom(SENDERS.page);
    expect(await ask()).toEqual({ ok: false, error: 'no-receiver' });
  });

  test.each([undefined, null])(
    'says so too where the browser answers %s for nobody',
    async (nobody) => {
      carryMessages(() => Promise.resolve(nobody));
      expect(await ask()).toEqual({ ok: false, error: 'no-receiver' });
    },
  );

  it('says that the extension is gone when its id is', async () => {
    carryMessages(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(isInvalidated()).toBe(false);
    loseExtension();
    expect(isInvalidated()).toBe(true);
    expect(await ask()).toEqual({ ok: false, error: 'invalidated' });
  });
});
