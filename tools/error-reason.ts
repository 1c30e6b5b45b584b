/** What a protocol says of itself, and no more of what went wrong. */
const CARRIER = /^(?:ProtocolError: )?Protocol error(?: \([^)]*\))?: (?:unknown error Error: )?/u;
/** Where in Firefox's own code it happened: "#name@chrome://remote/…:387:28". */
const STACK = /\s\S*@(?:chrome|resource):\/\/.*$/u;

/**
 * The first line of what a browser complains of, without the protocol that carried it: of
 * "Protocol error (browsingContext.navigate): unknown error Error: NS_ERROR_UNKNOWN_HOST" only the
 * last word.
 */
export function errorReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split('\n');
  return line.replace(CARRIER, '').replace(STACK, '');
}
