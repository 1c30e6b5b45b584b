/** What a list must have before it may call itself finished. */
import type { Claim } from './claim.ts';
import { quotationsOf, sourceIdsOf, STATEMENT_PARTS, type ClaimList } from './claim-list.ts';
import type { ListError } from './parse-file.ts';
import type { SourceId } from './source.ts';

/**
 * What is missing until the published part of `list` has been checked by people: whatever a card
 * shows has an address that somebody has opened, whatever it quotes was seen there, and there is a
 * place for complaints. While this is not empty, a build calls itself a preview.
 */
export function lacksForRelease({ head, sources, claims }: ClaimList): readonly ListError[] {
  const lacks: ListError[] = [];
  const lack = (file: string, field: string, expected: string) => {
    lacks.push({ file, field, expected, received: 'null' });
  };
  if (head.publisher.contact === null) {
    lack('list.json', 'publisher.contact', 'where a complaint reaches the publisher');
  }
  const published = claims.filter(({ publication }) => publication.status === 'published');
  const shown = new Set<string>(published.flatMap(sourceIdsOf));
  const quoted = new Set<string>(published.flatMap(quotedSourceIdsOf));
  for (const [id, { url, checked, quoteSeen }] of Object.entries(sources)) {
    if (!shown.has(id)) continue;
    if (url === null) lack('sources.json', `${id}.url`, 'the address of what a card cites');
    if (checked === null) lack('sources.json', `${id}.checked`, 'who opened the address, and when');
    if (quoted.has(id) && quoteSeen === null) {
      lack('sources.json', `${id}.quoteSeen`, 'who saw the quoted words there, and when');
    }
  }
  return lacks;
}

/**
 * The sources whose words `claim` shows. A note and a paraphrase hold words in quotation marks
 * without saying which source they are from, so that each one of the statement is asked for.
 */
function quotedSourceIdsOf(claim: Claim): readonly SourceId[] {
  const inPassing = STATEMENT_PARTS.flatMap((part) =>
    claim[part].flatMap(({ note, words, sources }) => {
      const texts = [note, words.form === 'paraphrased' ? words.text : undefined];
      const quotes = texts.some((text) =>
        Object.values(text ?? {}).some((own) => own.includes('“')),
      );
      return quotes ? sources : [];
    }),
  );
  return [...quotationsOf(claim).map(({ value }) => value.source), ...inPassing];
}
