/** Quotations of a list, to the letter, against the texts of its sources that are at hand. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quotationsOf, type ClaimList } from '../core/claims/claim-list.ts';
import type { ListError } from '../core/claims/parse-file.ts';

/** The text of each source that is at hand, by the source's id. */
export type SourceTexts = ReadonlyMap<string, string>;

/**
 * The texts in `dir`, one file `<source-id>.txt` a source; null where there is no such folder.
 */
export async function readSourceTexts(dir: string): Promise<SourceTexts | null> {
  const names = await readdir(dir).catch(() => null);
  if (names === null) return null;
  const texts = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.txt'))) {
    texts.set(name.slice(0, -'.txt'.length), await readFile(join(dir, name), 'utf8'));
  }
  return texts;
}

/** What a quotation leaves out: an ellipsis in brackets or by itself. */
export const OMISSION = /\s*(?:\[…\]|…)\s*/u;

/**
 * Every quotation whose words are not in the text that it is from, in their order; what it leaves
 * out may stand between them. White space counts as one space, however much of it there is.
 */
export function checkQuotations({ claims }: ClaimList, texts: SourceTexts): readonly ListError[] {
  return claims.flatMap((claim) =>
    quotationsOf(claim).flatMap(({ field, value: { source, text } }): readonly ListError[] => {
      const whole = texts.get(source);
      if (whole === undefined) return [];
      const missing = firstMissing(oneSpaced(whole), text.split(OMISSION).map(oneSpaced));
      if (missing === null) return [];
      const expected = `words that stand in ${source}.txt`;
      return [
        {
          file: `claims/${claim.id}.json`,
          field: `${field}.text`,
          expected,
          received: `'${missing}'`,
        },
      ];
    }),
  );
}

function oneSpaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** The first of `parts` that does not follow those before it in `whole`; null when all do. */
function firstMissing(whole: string, parts: readonly string[]): string | null {
  let from = 0;
  for (const part of parts) {
    const at = whole.indexOf(part, from);
    if (at < 0) return part;
    from = at + part.length;
  }
  return null;
}
