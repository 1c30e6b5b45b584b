/**
 * All documents of a tab that a script of ours is in, its page and the frames in it, as one. Each is
 * read on its own; here their answers are put together.
 */
import { browser } from './browser.ts';
import { askPage, TOP_FRAME, type MarkDirection, type PageState, type Sent } from './messages.ts';
import { PAGE_SCRIPT_KEY } from './script-key.ts';

/** Frames of a tab that anybody asks, beside its page: more would keep a reader waiting. */
export const MAX_FRAMES = 20;

/**
 * The frames of a tab in which something of ours runs, without its page. Found by looking, since the
 * list of all frames would take a permission that browsers warn of.
 */
async function readFrames(tabId: number): Promise<readonly number[]> {
  try {
    const looked = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: (key: string) => Symbol.for(key) in globalThis,
      args: [PAGE_SCRIPT_KEY],
    });
    return looked
      .filter(({ frameId, result }) => frameId !== TOP_FRAME && result === true)
      .map(({ frameId }) => frameId)
      .slice(0, MAX_FRAMES);
  } catch {
    // A page that may not be read, or a tab that was closed.
    return [];
  }
}

/** What is known of a tab's page with its frames; as `askPage` where the page itself does not answer. */
export async function askTabState(tabId: number): Promise<Sent<PageState>> {
  const page = await askPage(tabId, { type: 'getPageState' });
  if (!page.ok) return page;
  const frames = await Promise.all(
    (await readFrames(tabId)).map(async (frameId) => ({
      frameId,
      state: await askPage(tabId, { type: 'getPageState' }, frameId),
    })),
  );
  const framed = frames.flatMap(({ frameId, state }) =>
    state.ok ? [inFrame(frameId, state.value)] : [],
  );
  return { ok: true, value: framed.reduce(join, page.value) };
}

/** Shows a passage by the id that `askTabState` gave; whether it is still there. */
export async function showInTab(tabId: number, id: string): Promise<boolean> {
  const parts = FRAMED_ID.exec(id);
  const message = { type: 'showAnnotation', id: parts?.[2] ?? id } as const;
  const shown = await askPage(tabId, message, Number(parts?.[1] ?? TOP_FRAME));
  return shown.ok && shown.value;
}

/** Moves to a mark of the page, or where that has none, of the first frame that has one. */
export async function moveInTab(tabId: number, direction: MarkDirection): Promise<boolean> {
  const message = { type: 'moveToMark', direction } as const;
  const page = await askPage(tabId, message);
  if (page.ok && page.value) return true;
  for (const frameId of await readFrames(tabId)) {
    const moved = await askPage(tabId, message, frameId);
    if (moved.ok && moved.value) return true;
  }
  return false;
}

const FRAMED_ID = /^(\d+):(.+)$/u;

/** Ids are a document's own: those of a frame carry its number. */
function inFrame(frameId: number, state: PageState): PageState {
  const framed = (id: string) => `${String(frameId)}:${id}`;
  return {
    ...state,
    annotations: state.annotations.map((annotation) => ({
      ...annotation,
      id: framed(annotation.id),
      response: annotation.response && framed(annotation.response),
    })),
  };
}

function join(page: PageState, frame: PageState): PageState {
  const annotations = [...page.annotations, ...frame.annotations];
  return {
    ...page,
    isReading: page.isReading || frame.isReading,
    wordCount: page.wordCount + frame.wordCount,
    markCount: page.markCount + frame.markCount,
    hiddenCount: page.hiddenCount + frame.hiddenCount,
    // A page that is only the frame of what is read is not kept out.
    keptOut: annotations.length > 0 ? null : page.keptOut,
    annotations,
  };
}
