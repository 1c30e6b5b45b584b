import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Message } from './Message.tsx';

/**
 * Fewer pixels out of sight than this are no line of text: Firefox counts what it rounds, and where
 * letters reach out of their line.
 */
const MIN_CUT_PX = 8;

type Props = {
  readonly id: string;
  readonly text: string;
  /** What the page says that it is written in; null when it does not say. */
  readonly language: string | null;
};

/** Words of the page: the first lines, and the rest of them on request where there is a rest. */
export function Passage({ id, text, language }: Props) {
  const words = useRef<HTMLQuoteElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isCut, setIsCut] = useState(false);

  // In the layout, so that no observer is left to see the words grow when they are opened: open,
  // nothing is cut, and the button that closes them would go.
  useLayoutEffect(() => {
    const element = words.current;
    if (element === null || isOpen) return;
    const observer = new ResizeObserver(() => {
      setIsCut(element.scrollHeight - element.clientHeight >= MIN_CUT_PX);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [text, isOpen]);

  return (
    <div class="passage">
      <blockquote
        ref={words}
        id={id}
        class={isOpen ? undefined : 'first-lines'}
        lang={language ?? ''}
        dir="auto"
      >
        {text}
      </blockquote>
      {isCut && (
        <button
          type="button"
          class="plain"
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Message name="popup_whole_passage" />
        </button>
      )}
    </div>
  );
}
