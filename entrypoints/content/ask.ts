/** The content script's questions to the background. */
import { askBackground } from '../../core/extension/message-transport.ts';
import type { Answer, BackgroundMessage } from '../../core/extension/messages.ts';

/**
 * How often a question is put again when nobody answers: a background that is killed while it thinks
 * is woken by the next message, one that is gone for good answers none.
 */
const MAX_ATTEMPTS = 3;
/** A report that was perhaps begun must not be begun twice: the reader is told, and asks again. */
const ASKED_ONCE: ReadonlySet<BackgroundMessage['type']> = new Set(['openReport']);

/** Asks the background; null when there will be no answer. */
export type Ask = <M extends BackgroundMessage>(message: M) => Promise<Answer<M> | null>;

/** `onGone` is called when the answer is that the extension is no more. */
export function createAsker(onGone: () => void, signal: AbortSignal): Ask {
  return async (message) => {
    const attempts = ASKED_ONCE.has(message.type) ? 1 : MAX_ATTEMPTS;
    for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt++) {
      const sent = await askBackground(message);
      if (sent.ok) return sent.value;
      if (sent.error === 'refused') return null;
      if (sent.error === 'invalidated') {
        onGone();
        return null;
      }
    }
    return null;
  };
}
