import { useId } from 'preact/hooks';
import { Message } from './Message.tsx';
import { writingDirection } from './writing-direction.ts';

export type FoundClaim = {
  readonly id: string;
  /** The claim as the list puts it, in the language `claimLanguage`. */
  readonly claim: string;
  readonly claimLanguage: string;
  /** How the matter stands, in the locale's words. */
  readonly state: string;
};

type Props = {
  readonly claims: readonly FoundClaim[];
  readonly onOpenClaim: (id: string) => void;
  /** Says that a report is a new wording of a claim; not offered where it is missing. */
  readonly onAddWording?: ((id: string) => void) | undefined;
};

/** Claims of the list, each a button that opens it. */
export function FoundClaims({ claims, onOpenClaim, onAddWording }: Props) {
  const listId = useId();
  return (
    <ul>
      {claims.map(({ id, claim, claimLanguage, state }) => (
        <li key={id}>
          <button
            id={`${listId}-${id}`}
            type="button"
            class="result"
            onClick={() => {
              onOpenClaim(id);
            }}
          >
            <bdi lang={claimLanguage} dir={writingDirection(claimLanguage)}>
              {claim}
            </bdi>
            <span class="small" dir="auto">
              {state}
            </span>
          </button>
          {onAddWording !== undefined && (
            <button
              type="button"
              class="plain"
              aria-describedby={`${listId}-${id}`}
              onClick={() => {
                onAddWording(id);
              }}
            >
              <Message name="report_add_wording" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
