/** `npm start`: sets up, then opens a browser with the extension (`start.ts`). */
import { runTool, setUp } from './set-up.mjs';

const problem = setUp();
if (problem === null) {
  process.exitCode = await runTool('start.ts');
} else {
  console.error(problem);
  process.exitCode = 1;
}
