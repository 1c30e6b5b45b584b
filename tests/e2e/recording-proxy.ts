/**
 * A proxy that every process of a browser goes through for addresses beyond this machine (browsers
 * reach the machine itself directly). It refuses each request and notes it, so that a test sees
 * what a page, the extension or the browser itself wanted from outside.
 */
import { createServer } from 'node:http';

export type RecordingProxy = {
  readonly host: string;
  readonly port: number;
  /** What was asked for, oldest first: `GET http://example.org/a`, `CONNECT example.org:443`. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
};

export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const host = '127.0.0.1';
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(0, host, listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    host,
    port: address.port,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
