/**
 * What an endpoint for reports takes and answers, as an OpenAPI document (https://spec.openapis.org/oas/v3.1.1.html):
 * for whoever runs something else in the place of `tools/receiver.ts`.
 */
import { MAX_BODY_BYTES, MAX_PER_MINUTE } from './receiver.ts';

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds, or a date; up to a week of it is obeyed.',
    schema: { type: 'string' },
  },
};

/** A report that gets one of these is not sent again by itself; its reader is told. */
const refused = (description: string) => ({ description: `${description} Not sent again.` });
/** A report that gets one of these is sent again: within a minute, then after twice as long each time. */
const later = (description: string) => ({
  description: `${description} Sent again with the same key.`,
  headers: RETRY_AFTER,
});

/** `reportSchema` is the address of the JSON Schema of a report, from the document's own. */
export function describeEndpoint(reportSchema: string): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'An endpoint for reports',
      version: '2',
      description:
        'Takes a report that a reader has agreed to send. Over https, or over http on the reader’s ' +
        'own machine (localhost, 127.0.0.1). Requests carry no cookies, no referrer and no ' +
        'credentials. Redirections are not followed.',
    },
    paths: {
      '/': {
        summary: 'The address that a list names as publisher.reports.endpoint.url.',
        post: {
          operationId: 'sendReport',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description:
                'The same for each attempt to send one text of one report: its id, a slash, and ' +
                'when it was changed. An endpoint keeps one report for each key.',
              schema: { type: 'string', minLength: 1, maxLength: 100, pattern: '^[\\x21-\\x7e]+$' },
            },
          ],
          requestBody: {
            required: true,
            description: `A report, of at most ${String(MAX_BODY_BYTES)} bytes.`,
            content: { 'application/json': { schema: { $ref: reportSchema } } },
          },
          responses: {
            200: { description: 'It was here already under this key. Nothing more is sent.' },
            201: { description: 'Taken. Nothing more is sent. Any other 2xx says the same.' },
            400: refused('The key is missing or has another form.'),
            413: refused('The body is too large.'),
            415: refused('The body is said to be something else than application/json.'),
            422: refused(
              'The body is no report of this format, or the key belongs to another one.',
            ),
            429: later(`More than ${String(MAX_PER_MINUTE)} reports in a minute.`),
            503: later('It cannot be written down now. So with 408, 425 and every other 5xx.'),
          },
        },
      },
    },
  };
}
