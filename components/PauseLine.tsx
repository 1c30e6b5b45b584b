import { useContext } from 'preact/hooks';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';

export type PauseLineProps = {
  /** Until when reading is paused, in milliseconds since 1970; null when it is not. */
  readonly untilMs: number | null;
  readonly onPause: () => void;
  readonly onResume: () => void;
};

/** Pauses reading for an hour, or says until when it is paused and ends that. */
export function PauseLine({ untilMs, onPause, onResume }: PauseLineProps) {
  return (
    <div class="line">
      {untilMs !== null && (
        <span>
          <Message name="popup_paused_until">
            <TimeText timeMs={untilMs} />
          </Message>
        </span>
      )}
      {/* One button for both, so that it keeps the focus when it is pressed. */}
      <button type="button" onClick={untilMs === null ? onPause : onResume}>
        <Message name={untilMs === null ? 'popup_pause' : 'popup_resume'} />
      </button>
    </div>
  );
}

/** A time of today on the reader's clock, to the minute. */
function TimeText({ timeMs }: { timeMs: number }) {
  const translate = useContext(TranslateContext);
  const format = new Intl.DateTimeFormat(translate('language_tag'), { timeStyle: 'short' });
  return <time dateTime={new Date(timeMs).toISOString()}>{format.format(timeMs)}</time>;
}
