/** Hosts as the lists of sites in `data` name them. */
import * as v from 'valibot';

/** Longest name in the domain name system (RFC 1035, section 2.3.4). */
const MAX_HOST_LENGTH = 253;
/** Labels of letters, digits and hyphens; the last begins with a letter, so that no address fits. */
const HOST = /^(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z][a-z0-9-]*[a-z0-9]$/u;

/** A host in lower case; its subdomains are of the same site. */
export const SiteHost = v.pipe(
  v.string(),
  v.regex(HOST, 'a host in lower case, with no scheme, port, path or wildcard'),
  v.maxLength(MAX_HOST_LENGTH, `at most ${String(MAX_HOST_LENGTH)} characters`),
);

/** Whether `host`, as `location.hostname` gives it, is of the site that a list names by `site`. */
export function isOfSite(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}
