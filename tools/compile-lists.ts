/**
 * What the package carries of each list in `data/lists`: its index for matching, its texts for
 * cards, its wordings for whoever reports a claim that may be there already.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../core/claims/claim.ts';
import { sourceIdsOf, wordingsOf, type ClaimList } from '../core/claims/claim-list.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { LANGUAGES } from '../core/matching/languages/index.ts';
import { readLists } from './read-list.ts';

/** A file of the package, by its path there. */
export type PackagedFile = { readonly path: string; readonly source: string };

/**
 * Compiles every list below `listsFolder` into `outFolder`. Throws with every error of every list,
 * each with file, field and what was expected: bad data stops the build.
 */
export async function compileLists(
  listsFolder: string,
  outFolder: string,
): Promise<readonly PackagedFile[]> {
  await mkdir(outFolder, { recursive: true });
  const files: PackagedFile[] = [];
  const problems: string[] = [];
  for (const { name, parsed } of await readLists(listsFolder)) {
    if (!parsed.ok) {
      problems.push(...parsed.errors.map((error) => `${name}/${formatListError(error)}`));
      continue;
    }
    const write = async (ending: string, content: Uint8Array | string) => {
      const source = join(outFolder, `${name}.${ending}`);
      await writeFile(source, content);
      files.push({ path: `lists/${name}.${ending}`, source });
    };
    await write('index', new Uint8Array(compileIndex(parsed.value)));
    await write('json', JSON.stringify(publishedPart(parsed.value)));
    await write(
      'wordings.json',
      JSON.stringify(wordingsOf(parsed.value.claims.filter(isPublished))),
    );
  }
  if (problems.length > 0) throw new Error(`bad data:\n${problems.join('\n')}`);
  return files;
}

const isPublished = ({ publication }: Claim) => publication.status === 'published';

/**
 * A draft and its sources never leave the project. Cards show no wordings, but who has reviewed
 * them; a language that nothing is matched in is left out.
 */
function publishedPart({ head, sources, claims, outcomes }: ClaimList): ClaimList {
  const published = claims
    .filter(isPublished)
    .map((claim) => ({ ...claim, wordings: reviewsOf(claim), nearMisses: {} }));
  const cited = new Set<string>(published.flatMap(sourceIdsOf));
  return {
    head,
    sources: Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id))),
    claims: published,
    ...(outcomes !== undefined && { outcomes }),
  };
}

/** The claim's wordings without their texts, in the languages that are matched. */
function reviewsOf({ wordings }: Claim): Claim['wordings'] {
  const matched = Object.entries(wordings).filter(([language]) => LANGUAGES.has(language));
  return Object.fromEntries(
    matched.map(([language, { reviewedBy }]) => [language, { reviewedBy, texts: [] }]),
  );
}
