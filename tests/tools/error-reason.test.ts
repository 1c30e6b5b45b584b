import { expect, it } from 'vitest';
import { errorReason } from '../../tools/error-reason.ts';

it.each([
  [
    new Error('net::ERR_NAME_NOT_RESOLVED at https://x.example/'),
    'net::ERR_NAME_NOT_RESOLVED at https://x.example/',
  ],
  [
    new Error('Protocol error (browsingContext.navigate): unknown error\n  at here'),
    'unknown error',
  ],
  [new Error('Protocol error: Connection closed.'), 'Connection closed.'],
  [
    new Error(
      'Protocol error (browsingContext.navigate): unknown error Error: NS_ERROR_UNKNOWN_HOST ' +
        '#onCommitted@chrome://remote/content/shared/Navigate.sys.mjs:387:28',
    ),
    'NS_ERROR_UNKNOWN_HOST',
  ],
  ['a text', 'a text'],
])('of %o is %s', (error, reason) => {
  expect(errorReason(error)).toBe(reason);
});
