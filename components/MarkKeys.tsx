import { Message } from './Message.tsx';

/** As the browser writes them; null where none are assigned. */
export type MarkKeysProps = { readonly next: string | null; readonly previous: string | null };

/** The keys that lead from one marked passage to the other, in one line. */
export function MarkKeys({ next, previous }: MarkKeysProps) {
  if (next === null && previous === null) {
    return (
      <p class="small">
        <Message name="popup_no_keys" />
      </p>
    );
  }
  return (
    <p class="small">
      {next !== null && (
        <Message name="popup_key_next">
          <kbd>{next}</kbd>
        </Message>
      )}
      {next !== null && previous !== null && ' · '}
      {previous !== null && (
        <Message name="popup_key_previous">
          <kbd>{previous}</kbd>
        </Message>
      )}
    </p>
  );
}
