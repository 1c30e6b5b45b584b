import { useLayoutEffect, useRef } from 'preact/hooks';
import { Message } from './Message.tsx';
import type { MessageKey } from './translate.ts';

/** Says what was deleted, and takes it back. Has the focus, whose place went with what was deleted. */
export function UndoLine({ message, onUndo }: { message: MessageKey; onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <p class="undo">
      <span role="status">
        <Message name={message} />
      </span>{' '}
      <button ref={button} type="button" onClick={onUndo}>
        <Message name="report_undo" />
      </button>
    </p>
  );
}
