/** Tweets as people quote them in prose: without what only a tweet has. */

/** "— OREO Cookie (@Oreo) January 28, 2021": who tweeted, and when, at the end. */
const SIGNATURE = /\s*[—–-]\s[^—]{0,80}\(@\w+\)\s+\w+ \d{1,2}, \d{4}\s*$/u;
const LINK = /(?:https?:\/\/|pic\.twitter\.com\/)\S+/gu;
const MENTION = /@\w+/gu;

/** A tweet cut to this leans on its context as a sentence does. */
const CUT_LENGTH = 160;

/** Without mentions, links and signature. */
export function withoutTrimmings(tweet: string): string {
  return tweet
    .replace(SIGNATURE, '')
    .replaceAll(LINK, '')
    .replaceAll(MENTION, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The same, cut after a word. */
export function cutShort(tweet: string): string {
  const text = withoutTrimmings(tweet);
  if (text.length <= CUT_LENGTH) return text;
  const end = text.lastIndexOf(' ', CUT_LENGTH);
  return text.slice(0, end > 0 ? end : CUT_LENGTH);
}
