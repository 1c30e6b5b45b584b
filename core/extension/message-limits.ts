/** How much of a page goes into one message. */

/** Longest text of one block, in UTF-16 units; the reading side cuts longer ones. */
export const MAX_BLOCK_LENGTH = 100_000;
/** Blocks in one request: what a page sends in a turn, and what a worker answers without a pause. */
export const MAX_REQUEST_BLOCKS = 200;
/** Longest title or text before a block that is worth sending. */
export const MAX_BEFORE_LENGTH = 1_000;
/** Longest language tag, in characters (RFC 5646, section 4.4.1). */
export const MAX_LANGUAGE_LENGTH = 35;
