/**
 * Whether a page makes a claim at all, at the least cost to it: most pages make none.
 *
 *   terms ──► page-kind ──► survey ──► background ──► nothing found: watch what changes
 *                                          └──► found: annotate.js takes over (`entrypoints/annotate.ts`)
 *
 * Idle when: nothing on the page changes; everything while the tab is hidden; once annotating began.
 */
import { isInvalidated, listen } from '../../core/extension/message-transport.ts';
import {
  MAX_BEFORE_LENGTH,
  MAX_BLOCK_LENGTH,
  MAX_REQUEST_BLOCKS,
} from '../../core/extension/message-limits.ts';
import type { PageMessage, PageState } from '../../core/extension/messages.ts';
import type { KeptOutRule, ReadingTerms } from '../../core/extension/kept-out-rules.ts';
import type { OnHost } from '../../core/page/collect-blocks.ts';
import { queryFirst, rootElementOf } from '../../core/page/node-access.ts';
import { createAboutReader, readPageFacts } from '../../core/page/page-facts.ts';
import { isMostlyProse, judgeElements } from '../../core/page/page-kind.ts';
import { surveyText } from '../../core/page/survey.ts';
import { watchPage } from '../../core/page/watch-page.ts';
import { createWorkQueue } from '../../core/page/work-queue.ts';
import { createAsker } from './ask.ts';
import { replacePageScript } from './page-script.ts';

/** Text sent at once, in UTF-16 units: a usual article is one message. */
const BATCH_LENGTH = 60_000;

export function watchForClaims(context: {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}): void {
  const watching = new AbortController();
  const signal = AbortSignal.any([context.signal, watching.signal]);
  const end = (reason: string) => {
    context.abort(reason);
  };
  const ask = createAsker(() => {
    end('the extension is gone');
  }, signal);
  const readAbout = createAboutReader(readPageFacts);
  const queue = createWorkQueue(signal);
  let terms: ReadingTerms | null = null;
  let keptOut: KeptOutRule | null = null;
  let isAnyway = false;
  let waitingCount = 0;
  let wordCount = 0;
  /** Ends with the terms that it was begun on. */
  let reading: AbortController | null = null;

  replacePageScript({
    end,
    signal: context.signal,
    terms: () => terms,
    takeOver: () => {
      if (watching.signal.aborted) return false;
      watching.abort();
      return true;
    },
  });

  /** Asks on what terms the page may be read, and begins. */
  function* begin(): Generator<void, void> {
    yield;
    waitingCount += 1;
    void ask({ type: 'getTerms' }).then((given) => {
      waitingCount -= 1;
      reading?.abort();
      reading = null;
      terms = given;
      keptOut = null;
      if (given?.reading !== 'on' || signal.aborted) return;
      keptOut = given.rule;
      if (keptOut === null || isAnyway) queue.add(readAll(given.isWelcome));
    });
  }

  function* readAll(isWelcome: boolean): Generator<void, void> {
    const kind = isAnyway ? 'reading-matter' : judgeElements(document);
    keptOut = kind === 'log-in' || kind === 'satire' ? kind : null;
    if (keptOut !== null) return;
    yield;
    const paragraphs: string[] = [];
    const ending = new AbortController();
    reading = ending;
    const onHost = watchPage(
      document,
      queue,
      (changes) => {
        queue.add(
          readAgain(
            changes.map(({ root }) => root),
            onHost,
          ),
        );
      },
      AbortSignal.any([signal, ending.signal]),
    );
    for (const paragraph of surveyText(bodyOrRoot(), onHost)) {
      if (paragraph !== null) paragraphs.push(paragraph);
      yield;
    }
    if (kind === 'unknown' && !isWelcome && !isMostlyProse(paragraphs)) {
      keptOut = 'not-reading-matter';
      ending.abort();
      return;
    }
    if (paragraphs.length === 0) awaitText();
    yield* send(paragraphs);
  }

  /** Pages that hide all their text until they are ready tell of it by style alone, which nobody watches. */
  function awaitText(): void {
    const tried = new AbortController();
    const options = {
      capture: true,
      passive: true,
      signal: AbortSignal.any([signal, tried.signal]),
    };
    for (const type of ['load', 'scroll', 'pointermove', 'keydown']) {
      window.addEventListener(
        type,
        () => {
          tried.abort();
          queue.add(begin());
        },
        options,
      );
    }
  }

  function* readAgain(roots: readonly Element[], onHost: OnHost): Generator<void, void> {
    const paragraphs: string[] = [];
    for (const root of roots) {
      for (const paragraph of surveyText(root, onHost)) {
        if (paragraph !== null) paragraphs.push(paragraph);
        yield;
      }
    }
    yield* send(paragraphs);
  }

  /** A message at a time: a document of megabytes is many. */
  function* send(paragraphs: readonly string[]): Generator<void, void> {
    let before = '';
    for (const texts of batchesOf(paragraphs)) {
      void survey(before, texts);
      before = (texts.at(-1) ?? '').slice(-MAX_BEFORE_LENGTH);
      yield;
    }
  }

  async function survey(before: string, texts: readonly string[]): Promise<void> {
    waitingCount += 1;
    const blocks = texts.map((text) => ({ text, isHeading: false }));
    const surveyed = await ask({ type: 'survey', request: { ...readAbout(), before, blocks } });
    waitingCount -= 1;
    wordCount += surveyed?.wordCount ?? 0;
  }

  const stop = listen(
    readPageMessage,
    (_, { kind }) => kind === 'own-document',
    (type) => Promise.resolve(answer(type)),
    (error) => {
      console.error('Rejoinder:', error);
    },
  );
  signal.addEventListener('abort', stop, { once: true });

  function answer(type: PageMessage['type']): PageState | boolean {
    switch (type) {
      case 'getPageState':
        return {
          isReading: terms === null || waitingCount > 0,
          language: readAbout().language,
          wordCount,
          markCount: 0,
          hiddenCount: 0,
          keptOut,
          annotations: [],
        };
      case 'readAnyway':
        isAnyway = true;
        queue.add(begin());
        return true;
      case 'termsChanged':
        queue.add(begin());
        return true;
      // There is no mark.
      case 'showAnnotation':
      case 'moveToMark':
        return false;
    }
  }

  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // A page that comes back as it was left has not heard what has changed meanwhile.
      if (persisted && !isInvalidated()) queue.add(begin());
    },
    { signal },
  );
  queue.add(begin());
}

const PAGE_MESSAGES: ReadonlySet<string> = new Set<PageMessage['type']>([
  'getPageState',
  'showAnnotation',
  'moveToMark',
  'readAnyway',
  'termsChanged',
]);

/** Only the type counts here: what else a message says concerns marks. */
function readPageMessage(message: unknown): PageMessage['type'] | null {
  const { type } = (message ?? {}) as { readonly type?: unknown };
  // The compiler does not see that the set holds just these.
  return PAGE_MESSAGES.has(String(type)) ? (type as PageMessage['type']) : null;
}

/** A document that is not of HTML has no body. */
function bodyOrRoot(): Element {
  return queryFirst(document, 'body') ?? rootElementOf(document);
}

/** Paragraphs in messages that a background answers without a pause. */
function* batchesOf(paragraphs: readonly string[]): Generator<readonly string[], void> {
  let batch: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    const text = paragraph.slice(0, MAX_BLOCK_LENGTH);
    if (
      batch.length === MAX_REQUEST_BLOCKS ||
      (length > 0 && length + text.length > BATCH_LENGTH)
    ) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(text);
    length += text.length;
  }
  if (batch.length > 0) yield batch;
}
