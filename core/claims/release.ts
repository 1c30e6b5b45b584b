/** What a list must have before it may call itself finished. */
import { quotationsOf, sourceIdsOf, type ClaimList } from './claim-list.ts';
import type { ListError } from './parse-file.ts';

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
  const quoted = new Set<string>(
    published.flatMap((claim) => quotationsOf(claim).map(({ value }) => value.source)),
  );
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
