const WORD = /\S+/gu;

/** How many words a text has, by the space between them. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
