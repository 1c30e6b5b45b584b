/** `npm run bench`: how well and how fast texts are matched, beside what others match with. */
import { fileURLToPath } from 'node:url';
import { openIndex } from '../core/matching/claim-index.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { ablationPart } from './bench/ablation-part.ts';
import { readBenchOptions, USAGE, type BenchOptions } from './bench/bench-options.ts';
import { openBenchmarkData } from './bench/benchmark-data.ts';
import { domainPart } from './bench/domain-part.ts';
import { nearestPart } from './bench/nearest-part.ts';
import { ownSetsPart } from './bench/own-sets-part.ts';
import { rankingPart } from './bench/ranking-part.ts';
import { scanPart } from './bench/scan-part.ts';
import { PART_NAMES, type MeasuredPart, type PartName } from './bench/scorecard.ts';
import { speedPart } from './bench/speed-part.ts';
import { transcriptsPart } from './bench/transcripts-part.ts';
import { readWholeTexts } from './bench/whole-texts.ts';
import { printPart, writeScorecard } from './bench/write-scorecard.ts';
import { readSourceTexts } from './check-quotations.ts';
import { withDrafts } from './measure-list.ts';
import { BUNDLED_LIST } from './open-claims.ts';
import { readListFolder } from './read-list.ts';

const DOCS = fileURLToPath(new URL('../docs', import.meta.url));

const report = (line: string) => {
  console.log(line);
};

/** Whether all is well in the texts of sources. */
async function bench(options: BenchOptions): Promise<boolean> {
  const { steps, isQuick, benchFolder, pagesFolder } = options;
  const parsed = await readListFolder(BUNDLED_LIST);
  if (!parsed.ok) throw new Error('The bundled list is not valid: npm run data:check says why.');
  const { value: list, examples } = parsed;
  const data = openBenchmarkData(benchFolder);
  if (data === null) {
    report('No benchmark data are at hand (--bench FOLDER): the repository’s own are measured.');
  }
  const measurements: Readonly<Record<PartName, (() => MeasuredPart) | null>> = {
    'own-sets': () => ownSetsPart(list, examples, report),
    domain: data && (() => domainPart(list, data)),
    ablation: () => ablationPart(list, report),
    ranking: data && (() => rankingPart(data, isQuick, report)),
    scan:
      data && (() => scanPart(data, pagesFolder, openIndex(compileIndex(list)), isQuick, report)),
    transcripts: data && (() => transcriptsPart(data, isQuick, report)),
    nearest: () => nearestPart(list, examples, data, isQuick),
    speed: () => speedPart(list, data, isQuick, report),
  };
  const measuredOn = new Date().toISOString().slice(0, 10);
  for (const name of PART_NAMES) {
    const measure = measurements[name];
    if (measure === null || !steps.has(name)) continue;
    report(`\n${name} …`);
    const part = { ...measure(), measuredOn };
    report(printPart(part));
    // Kept as it comes: a long run that is stopped has not been in vain.
    if (!isQuick) await writeScorecard(DOCS, [part]);
  }
  return !steps.has('texts') || readTexts(options);
}

/** Whether no text of a source asserts what it answers, and each makes the claims that it is quoted for. */
async function readTexts({ textsFolder, includeDrafts }: BenchOptions): Promise<boolean> {
  const parsed = await readListFolder(BUNDLED_LIST);
  if (!parsed.ok) throw new Error('The bundled list is not valid: npm run data:check says why.');
  const list = includeDrafts ? withDrafts(parsed.value) : parsed.value;
  const texts = await readSourceTexts(textsFolder);
  if (texts === null) {
    report('no texts of sources are at hand (--texts FOLDER)');
    return true;
  }
  return !readWholeTexts(list, openIndex(compileIndex(list)), texts, report);
}

const read = readBenchOptions(process.argv.slice(2));
if (read.kind === 'help') console.log(USAGE);
else if (read.kind === 'problem') {
  console.error(read.reason);
  process.exitCode = 1;
} else if (!(await bench(read.options))) process.exitCode = 1;
