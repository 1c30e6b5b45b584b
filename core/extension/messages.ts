/**
 * Every call that crosses a process border, typed both ways. Each context listens once; what comes
 * in is hostile until its schema has passed it; a receiver that is not there is an answer, not an
 * exception.
 */
import * as v from 'valibot';
import { ClaimId } from '../claims/claim.ts';
import type { ClaimRecord } from '../claims/claim-list.ts';
import { IsoDate } from '../claims/date.ts';
import { Concern, MAX_WRITTEN_LENGTH, ReportTarget } from '../claims/report.ts';
import { STANCES } from '../claims/stance.ts';
import type { ClaimMatch, FindClaimsRequest } from '../matching/claim-match.ts';
import type { WordPair } from '../matching/explain-match.ts';
import { browser } from './browser.ts';
import { MarkCorrection } from './corrections.ts';
import {
  listen,
  settle,
  TOP_FRAME,
  type Parse,
  type Sender,
  type Sent,
} from './message-transport.ts';
import {
  MAX_BEFORE_LENGTH,
  MAX_BLOCK_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_REQUEST_BLOCKS,
} from './message-limits.ts';
import { KEPT_OUT_RULES, type ReadingTerms } from './kept-out-rules.ts';

/** Claims whose texts one card asks for; more on the same words are no help to a reader. */
export const MAX_REQUEST_CLAIMS = 20;
/** Annotations of one page that anybody counts or lists. */
const MAX_ANNOTATIONS = 10_000;

const Text = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength));

const Request = v.strictObject({
  language: v.nullable(Text(MAX_LANGUAGE_LENGTH)),
  title: Text(MAX_BEFORE_LENGTH),
  date: v.exactOptional(IsoDate),
  before: Text(MAX_BEFORE_LENGTH),
  blocks: v.pipe(
    v.array(
      v.strictObject({
        text: Text(MAX_BLOCK_LENGTH),
        isHeading: v.boolean(),
        date: v.exactOptional(IsoDate),
      }),
    ),
    v.maxLength(MAX_REQUEST_BLOCKS),
  ),
});

const GetTerms = v.strictObject({ type: v.literal('getTerms') });

const LookIntoFrames = v.strictObject({ type: v.literal('lookIntoFrames') });

const ReadFrame = v.strictObject({ type: v.literal('readFrame') });

const Survey = v.strictObject({ type: v.literal('survey'), request: Request });

const FindClaims = v.strictObject({ type: v.literal('findClaims'), request: Request });

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
const ReadAnyway = v.strictObject({ type: v.literal('readAnyway') });

const TermsChanged = v.strictObject({ type: v.literal('termsChanged') });

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
  /** The annotation in which the page denies the claim, or gives the response; null where it does not. */
  response: v.nullable(Text(20)),
});
export type PageAnnotation = v.InferOutput<typeof PageAnnotation>;
const PageState = v.strictObject({
  /** Whether some of the page has not been compared yet. */
  isReading: v.boolean(),
  /** BCP 47, as the page declares it; null when it does not. */
  language: v.nullable(Text(MAX_LANGUAGE_LENGTH)),
  /** Words of the page that were read. */
  wordCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The rule that keeps the page out; null where it is read. */
  keptOut: v.nullable(v.picklist(KEPT_OUT_RULES)),
  /** In the order of the page. */
  annotations: v.pipe(v.array(PageAnnotation), v.maxLength(MAX_ANNOTATIONS)),
  /** Passages marked on the page. */
  markCount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ANNOTATIONS)),
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
  GetTerms,
  LookIntoFrames,
  ReadFrame,
  Survey,
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
  /** On what terms the page that asks may be read. */
  | { readonly type: 'getTerms' }
  /** Has the frames of the page that asks looked into: one is large enough to be read. */
  | { readonly type: 'lookIntoFrames' }
  /** Has the frame that asks read: it has text enough. */
  | { readonly type: 'readFrame' }
  /** Whether anything is to be found in a page's text; what annotates the page is started then. */
  | { readonly type: 'survey'; readonly request: FindClaimsRequest }
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
const PageMessage = v.variant('type', [
  GetPageState,
  ShowAnnotation,
  MoveToMark,
  ReadAnyway,
  TermsChanged,
]);
export type PageMessage = v.InferOutput<typeof PageMessage>;

/** A page's process may have been taken over: what comes out of it is checked as what goes in. */
const PAGE_ANSWERS: {
  readonly [Type in PageMessage['type']]: v.GenericSchema<unknown, Answers[Type]>;
} = {
  getPageState: PageState,
  showAnnotation: v.boolean(),
  moveToMark: v.boolean(),
  readAnyway: v.literal(true),
  termsChanged: v.literal(true),
};

/** How it stands with a claim after one of its marks was corrected. */
export type AfterCorrection = {
  /** Whether it is muted because the reader has marked it as wrong often enough. */
  readonly isMuted: boolean;
};

/** What a survey has come to. */
export type Surveyed = {
  readonly isFound: boolean;
  /** Words of its text, by the space between them. */
  readonly wordCount: number;
};

type Answers = {
  readonly getTerms: ReadingTerms;
  readonly lookIntoFrames: null;
  readonly readFrame: null;
  readonly survey: Surveyed;
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
  /** The reader wants the page read whatever keeps it out. */
  readonly readAnyway: true;
  /** The settings, or what may be read, have changed. */
  readonly termsChanged: true;
};
type Message = BackgroundMessage | PageMessage;
export type Answer<M extends Message> = Answers[M['type']];

export {
  askBackground,
  isInvalidated,
  TOP_FRAME,
  type Sender,
  type Sent,
} from './message-transport.ts';
export * from './message-limits.ts';

/** Every frame of a tab that listens; one of their answers counts. */
export const EVERY_FRAME = null;

/** Asks the content script of a tab's page, or of frames in it. */
export function askPage<M extends PageMessage>(
  tabId: number,
  message: M,
  frameId: number | typeof EVERY_FRAME = TOP_FRAME,
): Promise<Sent<Answer<M>>> {
  const send = () =>
    browser.tabs.sendMessage(tabId, message, frameId === EVERY_FRAME ? {} : { frameId });
  // The compiler does not see that message and schema were found by the same type.
  const schema = PAGE_ANSWERS[message.type] as unknown as v.GenericSchema<unknown, Answer<M>>;
  return settle(send, parserOf(schema));
}

/** Who may ask what. */
const ASKERS = {
  getTerms: ['page'],
  lookIntoFrames: ['page'],
  readFrame: ['page'],
  survey: ['page'],
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
  readAnyway: ['own-document'],
  termsChanged: ['own-document'],
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
  listenFor(BackgroundMessage, handlers, onError);
}

/** Answers a page's messages until `signal` aborts. */
export function answerPageMessages(
  handlers: Handlers<PageMessage>,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const stop = listenFor(PageMessage, handlers, onError);
  signal.addEventListener('abort', stop, { once: true });
}

function listenFor<M extends Message>(
  schema: v.GenericSchema<unknown, M>,
  handlers: Handlers<M>,
  onError: (error: unknown) => void,
): () => void {
  return listen<M>(
    parserOf(schema),
    (message, { kind }) => {
      const type: M['type'] = message.type;
      const askers: readonly Sender['kind'][] = ASKERS[type];
      return askers.includes(kind);
    },
    (message, sender) => {
      const type: M['type'] = message.type;
      // The compiler does not see that message, sender and handler were found by the same type.
      const handle = handlers[type] as (message: M, asker: Sender) => Promise<unknown>;
      return handle(message, sender);
    },
    onError,
  );
}

function parserOf<T>(schema: v.GenericSchema<unknown, T>): Parse<T> {
  return (value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : null;
  };
}
