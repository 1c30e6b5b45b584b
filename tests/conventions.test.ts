/** The repository tests itself: what no linter sees. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(import.meta.dirname);

/** Every file that the project keeps, by its path. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  // One that was deleted and not yet committed is listed too.
  .filter((path) => path !== '' && existsSync(`${ROOT}/${path}`));
const read = (path: string) => readFileSync(`${ROOT}/${path}`, 'utf8');
const isText = (path: string) => !/\.(?:png|zip)$|package-lock\.json$/u.test(path);

/** Files of core that hold types, constants or declarations only, or whose test has another name. */
const WITHOUT_TEST = new Set([
  // Types and word lists; what reads them is tested.
  'core/claims/claim.ts',
  'core/claims/source.ts',
  'core/claims/stance.ts',
  'core/extension/browser.ts',
  'core/extension/native-browser.ts',
  'core/matching/claim-match.ts',
  'core/matching/languages/ar.ts',
  'core/matching/languages/de.ts',
  'core/matching/languages/en.ts',
  'core/matching/languages/es.ts',
  'core/matching/languages/fa.ts',
  'core/matching/languages/fr.ts',
  'core/matching/languages/index.ts',
  'core/matching/languages/it.ts',
  'core/matching/languages/language.ts',
  'core/matching/languages/no-cues.ts',
  'core/matching/languages/pt.ts',
  'core/matching/languages/tr.ts',
  'core/matching/languages/az.ts',
  'core/matching/languages/sq.ts',
  'core/matching/languages/hy.ts',
  'core/matching/languages/und.ts',
  'core/matching/languages/ru.ts',
]);

describe('names', () => {
  it.each(files.filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path)))(
    '%s says what is in it',
    (path) => {
      expect(basename(path)).not.toMatch(/^(?:util|utils|helper|helpers|manager|misc|common)\b/u);
      expect(basename(path)).toMatch(
        /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z][A-Za-z]+)(?:\.(?:test|d|config))?\.(?:ts|tsx|mjs)$/u,
      );
    },
  );
});

const ROOMS = [
  'core/claims',
  'core/matching',
  'core/page',
  'core/extension',
  'components',
  'entrypoints',
  'tools',
  'public',
] as const;
type Room = (typeof ROOMS)[number];

/** What a room may import of another: nothing that is not named here. As ARCHITECTURE.md draws it. */
const ARROWS: Readonly<Record<Room, Readonly<Partial<Record<Room, 'code' | 'types'>>>>> = {
  'core/claims': {},
  'core/matching': { 'core/claims': 'code' },
  'core/page': { 'core/claims': 'types', 'core/matching': 'types' },
  'core/extension': { 'core/claims': 'code', 'core/matching': 'types', public: 'types' },
  components: { 'core/claims': 'code', 'core/extension': 'types', public: 'types' },
  entrypoints: {
    components: 'code',
    'core/claims': 'code',
    'core/matching': 'code',
    'core/page': 'code',
    'core/extension': 'code',
  },
  tools: {
    'core/claims': 'code',
    'core/matching': 'code',
    'core/page': 'code',
    'core/extension': 'code',
  },
  public: {},
};

/** Data in the shape of a type: it crosses process borders, so every room that sends it has it. */
const SHARED_DATA = 'core/matching/claim-match.ts';

const IMPORT = /^(?:import|export)\s+(type\s)?[^;']*'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gmu;

const roomOf = (path: string) => ROOMS.find((room) => path.startsWith(`${room}/`));

/** Each import of another room in a file, as `types of core/claims` or `code of core/page`. */
function importsOf(path: string): readonly { readonly to: string; readonly kind: string }[] {
  return [...read(path).matchAll(IMPORT)].flatMap(([, isType, target, dynamic]) => {
    const file = join(dirname(path), target ?? dynamic ?? '');
    const to = roomOf(file);
    // What is in no room is a setting of the project: its manifest, its configuration.
    if (to === roomOf(path) || (to === undefined && dirname(file) === '.')) return [];
    return [
      {
        to: to ?? dirname(file),
        kind: isType === undefined && file !== SHARED_DATA ? 'code' : 'types',
      },
    ];
  });
}

describe('arrows', () => {
  const sources = files.filter((path) => /\.(?:ts|tsx)$/u.test(path) && roomOf(path) !== undefined);

  it.each(sources)('%s imports along them only', (path) => {
    const room = roomOf(path);
    const drawn: Readonly<Partial<Record<string, string>>> = room === undefined ? {} : ARROWS[room];
    const strange = importsOf(path).filter(
      ({ to, kind }) => drawn[to] !== kind && !(drawn[to] === 'code' && kind === 'types'),
    );
    expect(strange).toEqual([]);
  });

  it('are all walked, so that none is drawn in vain', () => {
    const walked = new Set(
      sources.flatMap((path) => importsOf(path).map(({ to }) => `${roomOf(path) ?? ''} ──► ${to}`)),
    );
    const drawn = ROOMS.flatMap((room) =>
      Object.keys(ARROWS[room]).map((to) => `${room} ──► ${to}`),
    );
    expect([...walked].toSorted()).toEqual(drawn.toSorted());
  });
});

/** Parts of one story that is tested as a whole, with the test that does. */
const TESTED_BY: Readonly<Record<string, string>> = {
  'core/claims/compare-texts.ts': 'parse-list',
  'core/claims/example.ts': 'parse-list',
  'core/claims/parse-file.ts': 'parse-list',
  'core/claims/release.ts': 'check-data',
  'core/claims/voice.ts': 'page-voice',
  'core/extension/kept-out-rules.ts': 'reading-terms',
  'core/extension/message-limits.ts': 'messages',
  'core/extension/message-transport.ts': 'messages',
  'core/extension/packaged-file.ts': 'bundled-list',
  'core/extension/script-key.ts': 'tab-frames',
  'core/matching/compile-index.ts': 'claim-index',
  'core/matching/compile-lexicon.ts': 'lexicon',
  'core/matching/read-block.ts': 'find-claims',
};

describe('tests', () => {
  const tests = new Set(
    files.filter((path) => path.startsWith('tests/')).map((path) => basename(path)),
  );
  const core = files.filter(
    (path) => /^core\/.*\.ts$/u.test(path) && !path.endsWith('.d.ts') && !WITHOUT_TEST.has(path),
  );
  it.each(core)('%s has one', (path) => {
    const name = TESTED_BY[path] ?? basename(path, '.ts');
    expect(tests.has(`${name}.test.ts`) || tests.has(`${name}.test.tsx`)).toBe(true);
  });
});

describe('what the project does not write', () => {
  // Pieced together, so that this file is not found by itself.
  const FORBIDDEN = ['/wo' + 'rk/', '/ro' + 'ot/', 'registry.' + 'npmjs', 'deb.' + 'debian'];
  it.each(files.filter(isText))('%s names no path of a machine and no registry', (path) => {
    const text = read(path);
    for (const word of FORBIDDEN) expect(text.includes(word) ? word : '').toBe('');
  });
});
