/** `npm test`: sets up, then runs every check (`test.ts`). */
import { runTool, setUp } from './set-up.mjs';

const problem = setUp();
if (problem === null) {
  process.exitCode = await runTool('test.ts');
} else {
  console.error(problem);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
