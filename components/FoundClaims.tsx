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
};

/** Claims of the list, each a button that opens it. */
export function FoundClaims({ claims, onOpenClaim }: Props) {
  return (
    <ul>
      {claims.map(({ id, claim, claimLanguage, state }) => (
        <li key={id}>
          <button
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
        </li>
      ))}
    </ul>
  );
}
