/** How often each property is tried: a short sample by default, many with REJOINDER_LONG. */
import fc from 'fast-check';

const SHORT_RUN_COUNT = 100;
const LONG_RUN_COUNT = 5_000;

fc.configureGlobal({
  numRuns: process.env['REJOINDER_LONG'] === undefined ? SHORT_RUN_COUNT : LONG_RUN_COUNT,
});
