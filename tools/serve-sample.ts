/** `npm run sample`: serves the sample article on this machine, for an extension loaded by hand. */
import { once } from 'node:events';
import { serveFile } from './serve-folder.ts';
import { SAMPLE } from './start-options.ts';

const server = await serveFile(SAMPLE);
console.log(`${server.url}\nOpen this address in the browser. Press Ctrl+C here to end.`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await server.close();
