import { useContext, useId } from 'preact/hooks';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount, type MessageKey } from './translate.ts';

/** From here on a reader is told how many characters are left. */
const FEW_LEFT_COUNT = 50;

type Props = {
  readonly label: MessageKey;
  readonly hint: MessageKey | null;
  readonly value: string;
  readonly maxLength: number;
  /** `link`: an address, which is written from left to right. `lines`: several lines. */
  readonly kind: 'text' | 'link' | 'lines';
  readonly onWrite: (text: string) => void;
};

/** A field with its name above it, and below it what goes in and how much room is left. */
export function ReportField({ label, hint, value, maxLength, kind, onWrite }: Props) {
  const translate = useContext(TranslateContext);
  const fieldId = useId();
  const hintId = useId();
  const leftCount = maxLength - value.length;
  const isLittleLeft = leftCount <= FEW_LEFT_COUNT;
  const shared = {
    id: fieldId,
    value,
    maxLength,
    // Some browsers ask a server of theirs for a dictionary, or what it thinks of the words.
    spellcheck: false,
    'aria-describedby': hint !== null || isLittleLeft ? hintId : undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      onWrite(currentTarget.value);
    },
  };
  return (
    <div class="field">
      <label for={fieldId}>
        <Message name={label} />
      </label>
      {kind === 'lines' ? (
        <textarea {...shared} rows={3} dir="auto" />
      ) : kind === 'link' ? (
        // Not of the type `url`, which would not let a word stand that is no address yet.
        <input {...shared} type="text" inputMode="url" dir="ltr" autocomplete="off" />
      ) : (
        <input {...shared} type="text" dir="auto" autocomplete="off" />
      )}
      {(hint !== null || isLittleLeft) && (
        <p class="small" id={hintId}>
          {hint !== null && <Message name={hint} />}{' '}
          {isLittleLeft && translateCount(translate, 'report_room', leftCount)}
        </p>
      )}
    </div>
  );
}
