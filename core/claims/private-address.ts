/** Whether an address may be meant for one reader only, so that it is not passed on unasked. */
import type { PageAddress } from './report.ts';

/** Words of a path or a host behind which pages stand that are shown to one account. */
const ACCOUNT_WORDS =
  /(?:^|[/.-])(?:log-?in|sign-?in|auth|oauth2?|sso|account|accounts|my|me|profile|inbox|mail|webmail|admin|private|intranet|share|shared|invite|unsubscribe|reset|session)(?:[/.-]|$)/iu;

/**
 * A run of letters and digits as keys are written: this long, with both in it. Names of articles are
 * cut by hyphens, and numbers of articles have no letters.
 */
const TOKEN = /(?=[A-Za-z0-9_]*\d)(?=[A-Za-z0-9_]*[A-Za-z])[A-Za-z0-9_]{20,}/u;

/** A host that only some network knows: without a dot, by its number, or by a name reserved for that. */
const LOCAL_HOST = /^(?:[^.]+|[\d.]+|\[.*\]|.*\.(?:local|internal|home\.arpa|lan|corp))$/u;

/**
 * Rather once too often: a reader who is asked loses a click, and one who is not asked may lose a
 * secret. Any query counts, since nothing tells a page's number from a key.
 */
export function looksPrivate(address: PageAddress): boolean {
  const { hostname, pathname, search } = new URL(address);
  return (
    search !== '' ||
    LOCAL_HOST.test(hostname) ||
    ACCOUNT_WORDS.test(hostname) ||
    ACCOUNT_WORDS.test(pathname) ||
    TOKEN.test(pathname)
  );
}
