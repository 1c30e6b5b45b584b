import { matchedOnly } from './matched-only.ts';

/**
 * What is known of a language that nobody has written rules for: that its words are words. A claim
 * in it is found where its own forms stand.
 */
export const undetermined = matchedOnly({ code: 'und', stem: (word) => word, stopWords: [] });
