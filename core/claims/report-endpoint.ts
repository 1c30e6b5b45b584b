/** Where a program takes reports: over https, or over http from a program on the reader's own machine. */
import * as v from 'valibot';
import { MAX_URL_LENGTH, type Brand } from './text.ts';

/** Names of the reader's own machine: what is sent there crosses no network. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** An absolute https address, or http on loopback, without credentials and fragment. */
export const ReportEndpoint = v.pipe(
  v.string(),
  v.maxLength(MAX_URL_LENGTH, `at most ${String(MAX_URL_LENGTH)} characters`),
  v.check(isEndpoint, 'an absolute https: address, or http: on localhost or 127.0.0.1'),
  v.transform((text) => text as Brand<string, 'ReportEndpoint'>),
);
export type ReportEndpoint = v.InferOutput<typeof ReportEndpoint>;

function isEndpoint(text: string): boolean {
  try {
    const url = new URL(text);
    const { protocol, hostname } = url;
    const isOurs = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
    return isOurs && url.username === '' && url.password === '' && url.hash === '';
  } catch {
    return false;
  }
}

/** The match pattern of an endpoint's site, which access is asked for. It carries no port. */
export function endpointPattern(endpoint: ReportEndpoint): string {
  const { protocol, hostname } = new URL(endpoint);
  return `${protocol}//${hostname}/*`;
}

/** The name of the machine behind an endpoint, as a reader is told it. */
export function endpointHost(endpoint: ReportEndpoint): string {
  return new URL(endpoint).hostname;
}
