import { Message } from './Message.tsx';

/** Words of a page and the words of a claim that stand for the same, as they are printed. */
export type MatchedPair = { readonly page: string; readonly claim: string };

/** Why a passage was marked: its words beside those of the claim that stand for the same. */
export function MatchedWords({ pairs }: { readonly pairs: readonly MatchedPair[] }) {
  if (pairs.length === 0) return null;
  return (
    <details>
      <summary>
        <Message name="why_matched" />
      </summary>
      <table class="words">
        <thead>
          <tr>
            <th scope="col">
              <Message name="why_page_words" />
            </th>
            <th scope="col">
              <Message name="why_claim_words" />
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ page, claim }) => (
            <tr key={page}>
              <td dir="auto">{page}</td>
              <td dir="auto">{claim}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
