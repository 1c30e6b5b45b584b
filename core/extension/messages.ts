/**
 * Every call that crosses a process border, typed both ways. Each context listens once; what comes
 * in is hostile until its schema has passed it; a receiver that is not there is an answer, not an
 * exception.
 */
import * as v from 'valibot';
import { ClaimId } from '../claims/claim.ts';
import type { ClaimRecord } from '../claims/claim-list.ts';
import { Concern, MAX_WRITTEN_LENGTH, ReportTarget } from '../claims/report.ts';
import { STANCES } from '../claims/stance.ts';
import type { ClaimMatch, FindClaimsRequest } from '../matching/claim-match.ts';
import type { WordPair } from '../matching/explain-match.ts';
import { browser, type Browser } from './browser.ts';
import { MarkCorrection } from './corrections.ts';

/** Longest text of one block, in UTF-16 units; the reading side cuts longer ones. */
export const MAX_BLOCK_LENGTH = 100_000;
/** Blocks in one request: what a page sends in a turn, and what a worker answers without a pause. */
export const MAX_REQUEST_BLOCKS = 200;
/** Longest title or text before a block that is worth sending. */
export const MAX_BEFORE_LENGTH = 1_000;
/** Longest language tag, in characters (RFC 5646, section 4.4.1). */
export const MAX_LANGUAGE_LENGTH = 35;
/** Claims whose texts one card asks for; more on the same words are no help to a reader. */
export const MAX_REQUEST_CLAIMS = 20;
/** Annotations of one page that anybody counts or lists. */
const MAX_ANNOTATIONS = 10_000;

const Text = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength));

const FindClaims = v.strictObject({
  type: v.literal('findClaims'),
  request: v.strictObject({
    language: v.nullable(Text(MAX_LANGUAGE_LENGTH)),
    title: Text(MAX_BEFORE_LENGTH),
    before: Text(MAX_BEFORE_LENGTH),
    blocks: v.pipe(
      v.array(v.strictObject({ text: Text(MAX_BLOCK_LENGTH), isHeading: v.boolean() })),
      v.maxLength(MAX_REQUEST_BLOCKS),
    ),
  }),
});

const GetRecords = v.strictObject({
  type: v.literal('getRecords'),
  claims: v.pipe(v.array(ClaimId), v.maxLength(MAX_REQUEST_CLAIMS)),
});

const ExplainMatches = v.strictObject({
  type: v.literal('explainMatches'),
  matches: v.pipe(
    v.array(
      v.strictObject({
        claim: ClaimId,
        language: Text(MAX_LANGUAGE_LENGTH),
        wording: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
        passage: Text(MAX_BLOCK_LENGTH),
      }),
    ),
    v.maxLength(MAX_REQUEST_CLAIMS),
  ),
});
/** What a match says of itself, with the words of the page that it stands on. */
export type MatchedPassage = v.InferOutput<typeof ExplainMatches>['matches'][number];

const CountChanged = v.strictObject({
  type: v.literal('countChanged'),
  /** Passages marked on the page. */
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ANNOTATIONS)),
});

const CorrectMark = v.strictObject({
  type: v.literal('correctMark'),
  correction: MarkCorrection,
});

const UndoCorrection = v.strictObject({
  type: v.literal('undoCorrection'),
  correction: MarkCorrection,
});

const GetTabAnnotations = v.strictObject({
  type: v.literal('getTabAnnotations'),
  tabId: v.pipe(v.number(), v.integer()),
});

const OpenReport = v.strictObject({
  type: v.literal('openReport'),
  concern: Concern,
  target: v.nullable(ReportTarget),
});

const ReportTab = v.strictObject({
  type: v.literal('reportTab'),
  tabId: v.pipe(v.number(), v.integer()),
  /** What the reader has written of the claim already. */
  claim: Text(MAX_WRITTEN_LENGTH.claim),
});

const DeliverReports = v.strictObject({ type: v.literal('deliverReports') });

const GetPageState = v.strictObject({ type: v.literal('getPageState') });

const ShowAnnotation = v.strictObject({ type: v.literal('showAnnotation'), id: Text(20) });

/** Where from the mark that has the focus, or from what is in view. */
const DIRECTIONS = ['next', 'previous'] as const;
export type MarkDirection = (typeof DIRECTIONS)[number];
const MoveToMark = v.strictObject({
  type: v.literal('moveToMark'),
  direction: v.picklist(DIRECTIONS),
});

/** What a page says of its annotations: to its own background only. */
const PageAnnotation = v.strictObject({
  /** Names the annotation to its own page, as long as that stays. */
  id: Text(20),
  claim: ClaimId,
  stance: v.picklist(STANCES),
  quote: Text(MAX_BLOCK_LENGTH),
  isMarked: v.boolean(),
});
export type PageAnnotation = v.InferOutput<typeof PageAnnotation>;
const PageState = v.strictObject({
  /** Whether some of the page has not been compared yet. */
  isReading: v.boolean(),
  /** BCP 47, as the page declares it; null when it does not. */
  language: v.nullable(Text(MAX_LANGUAGE_LENGTH)),
  /** Words of the page that were read. */
  wordCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** In the order of the page. */
  annotations: v.pipe(v.array(PageAnnotation), v.maxLength(MAX_ANNOTATIONS)),
  /** Passages that resemble a claim and are not among them, because the reader wants it so. */
  hiddenCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
/** What a page's content script says of it. */
export type PageState = v.InferOutput<typeof PageState>;

/** An annotation with who responded, and when. */
export type TabAnnotation = PageAnnotation & {
  readonly responses: readonly { readonly label: string; readonly date: string }[];
};

/** What the background answers. */
const BackgroundMessage = v.variant('type', [
  FindClaims,
  GetRecords,
  ExplainMatches,
  CountChanged,
  CorrectMark,
  UndoCorrection,
  GetTabAnnotations,
  OpenReport,
  ReportTab,
  DeliverReports,
]);
export type BackgroundMessage =
  | { readonly type: 'findClaims'; readonly request: FindClaimsRequest }
  | { readonly type: 'getRecords'; readonly claims: readonly ClaimId[] }
  | { readonly type: 'explainMatches'; readonly matches: readonly MatchedPassage[] }
  | { readonly type: 'countChanged'; readonly count: number }
  | { readonly type: 'correctMark'; readonly correction: MarkCorrection }
  | { readonly type: 'undoCorrection'; readonly correction: MarkCorrection }
  | { readonly type: 'getTabAnnotations'; readonly tabId: number }
  /** Begins a report and shows it. `target` is made by `reportTarget`. */
  | {
      readonly type: 'openReport';
      readonly concern: Concern;
      readonly target: ReportTarget | null;
    }
  /** Begins a report of a new claim on the page of a tab, with the words that are selected there. */
  | { readonly type: 'reportTab'; readonly tabId: number; readonly claim: string }
  /** Sends what waits and is due. */
  | { readonly type: 'deliverReports' };

/** What a page's content script answers. */
const PageMessage = v.variant('type', [GetPageState, ShowAnnotation, MoveToMark]);
export type PageMessage = v.InferOutput<typeof PageMessage>;

/** A page's process may have been taken over: what comes out of it is checked as what goes in. */
const PAGE_ANSWERS: {
  readonly [Type in PageMessage['type']]: v.GenericSchema<unknown, Answers[Type]>;
} = { getPageState: PageState, showAnnotation: v.boolean(), moveToMark: v.boolean() };

/** How it stands with a claim after one of its marks was corrected. */
export type AfterCorrection = {
  /** Whether it is muted because the reader has marked it as wrong often enough. */
  readonly isMuted: boolean;
};

type Answers = {
  readonly findClaims: readonly (readonly ClaimMatch[])[];
  readonly getRecords: readonly ClaimRecord[];
  /** For each match, in order, the words that speak for it; none where that is not known. */
  readonly explainMatches: readonly (readonly WordPair[])[];
  readonly countChanged: null;
  readonly correctMark: AfterCorrection;
  readonly undoCorrection: AfterCorrection;
  readonly getTabAnnotations: readonly TabAnnotation[];
  /** Answered when the draft is saved and its page is open. */
  readonly openReport: true;
  readonly reportTab: true;
  /** Answered at once: how it went stands in the outbox. */
  readonly deliverReports: true;
  readonly getPageState: PageState;
  /** Whether the passage is still there. */
  readonly showAnnotation: boolean;
  /** Whether there is a mark to move to. */
  readonly moveToMark: boolean;
};
type Message = BackgroundMessage | PageMessage;
export type Answer<M extends Message> = Answers[M['type']];

/**
 * `no-receiver`: nobody listens there. `invalidated`: this context has outlived its extension.
 * `refused`: the message or its answer did not pass, or answering it failed.
 */
export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: 'no-receiver' | 'invalidated' | 'refused' };

/** Asks the background. Wakes it when it sleeps. */
export function askBackground<M extends BackgroundMessage>(message: M): Promise<Sent<Answer<M>>> {
  return settle<Answer<M>>(() => browser.runtime.sendMessage(message));
}

/** Asks the content script of a tab's page. */
export function askPage<M extends PageMessage>(
  tabId: number,
  message: M,
): Promise<Sent<Answer<M>>> {
  // Frames have no content script of ours.
  const send = () => browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  // The compiler does not see that message and schema were found by the same type.
  const schema = PAGE_ANSWERS[message.type] as unknown as v.GenericSchema<unknown, Answer<M>>;
  return settle(send, schema);
}

/** Wraps an answer so that one that failed differs from one that is empty, in every browser. */
type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Without a schema the answer is taken on trust: the background is our own. */
async function settle<T>(
  send: () => Promise<unknown>,
  schema?: v.GenericSchema<unknown, T>,
): Promise<Sent<T>> {
  let answer: unknown;
  try {
    answer = await send();
  } catch {
    // After an update or removal of the extension its API is gone from old pages.
    return { ok: false, error: isInvalidated() ? 'invalidated' : 'no-receiver' };
  }
  // Some listener was there, but none of ours: browsers differ in what they give for an answer.
  if (answer === undefined || answer === null) return { ok: false, error: 'no-receiver' };
  const envelope = answer as Envelope;
  if (!envelope.ok) return { ok: false, error: 'refused' };
  // Both ends are this file: what one wraps, the other knows the type of.
  if (schema === undefined) return { ok: true, value: envelope.value as T };
  const parsed = v.safeParse(schema, envelope.value);
  return parsed.success ? { ok: true, value: parsed.output } : { ok: false, error: 'refused' };
}

/** Whether this context has outlived its extension. */
export function isInvalidated(): boolean {
  try {
    return (browser.runtime as { readonly id?: string } | undefined)?.id === undefined;
  } catch {
    return true;
  }
}

/** Where a message comes from. */
export type Sender =
  { readonly kind: 'page'; readonly tabId: number } | { readonly kind: 'own-document' };

/** Who may ask what. */
const ASKERS = {
  findClaims: ['page', 'own-document'],
  getRecords: ['page', 'own-document'],
  explainMatches: ['page'],
  countChanged: ['page'],
  // Our own documents share the settings' lock and change them themselves.
  correctMark: ['page'],
  undoCorrection: ['page'],
  // What one page says of itself is no other page's business.
  getTabAnnotations: ['own-document'],
  openReport: ['page', 'own-document'],
  reportTab: ['own-document'],
  // Nothing that a page says has anything sent.
  deliverReports: ['own-document'],
  getPageState: ['own-document'],
  showAnnotation: ['own-document'],
  moveToMark: ['own-document'],
} as const satisfies Record<Message['type'], readonly Sender['kind'][]>;

type Asker<Type extends Message['type']> = Extract<
  Sender,
  { readonly kind: (typeof ASKERS)[Type][number] }
>;

type Handlers<M extends Message> = {
  readonly [Type in M['type']]: (
    message: Extract<M, { readonly type: Type }>,
    sender: Asker<Type>,
  ) => Promise<Answers[Type]>;
};

/** Answers the background's messages. Call it in the background's first turn, once. */
export function answerBackgroundMessages(
  handlers: Handlers<BackgroundMessage>,
  onError: (error: unknown) => void,
): void {
  listen(BackgroundMessage, handlers, onError);
}

/** Answers a page's messages until `signal` aborts. */
export function answerPageMessages(
  handlers: Handlers<PageMessage>,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const stop = listen(PageMessage, handlers, onError);
  signal.addEventListener('abort', stop, { once: true });
}

function listen<M extends Message>(
  schema: v.GenericSchema<unknown, M>,
  handlers: Handlers<M>,
  onError: (error: unknown) => void,
): () => void {
  async function answer(
    message: unknown,
    sender: Browser.runtime.MessageSender,
  ): Promise<Envelope> {
    const parsed = v.safeParse(schema, message);
    if (!parsed.success) return { ok: false };
    const type: M['type'] = parsed.output.type;
    const asker = readSender(sender);
    const askers: readonly Sender['kind'][] = ASKERS[type];
    if (asker === null || !askers.includes(asker.kind)) return { ok: false };
    // The compiler does not see that message, sender and handler were found by the same type.
    const handle = handlers[type] as (message: M, asker: Sender) => Promise<unknown>;
    try {
      return { ok: true, value: await handle(parsed.output, asker) };
    } catch (error) {
      onError(error);
      return { ok: false };
    }
  }

  // The one form that works in every browser and in the test double: sendResponse and `true`.
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: Envelope) => void,
  ): true => {
    void answer(message, sender).then(sendResponse);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    browser.runtime.onMessage.removeListener(listener);
  };
}

/** By address, not by tab: a document of ours may be open in a tab too. Null for anybody else. */
function readSender({ id, url, tab }: Browser.runtime.MessageSender): Sender | null {
  if (id !== browser.runtime.id) return null;
  if (url?.startsWith(browser.runtime.getURL('')) === true) return { kind: 'own-document' };
  if (tab?.id !== undefined) return { kind: 'page', tabId: tab.id };
  // A service worker sends no address in some browsers; what has a document has one.
  return url === undefined ? { kind: 'own-document' } : null;
}
