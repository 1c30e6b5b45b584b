import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { ROOT } from '../../tools/run-command.ts';

// The rooms' rules need no types, and text that is in no file has none.
const eslint = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });

const ROOM_RULES = [
  '@typescript-eslint/no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-syntax',
];

/** Whether a room's rules let `code` stand in a file of that path. */
async function isAllowed(filePath: string, code: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath });
  expect(result?.messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return !(result?.messages ?? []).some(({ ruleId }) => ROOM_RULES.includes(ruleId ?? ''));
}

describe('what the rooms refuse', () => {
  it.each([
    ['core/claims/x.ts', `import { a } from '../matching/a.ts';`],
    ['core/claims/x.ts', `import type { a } from '../page/a.ts';`],
    ['core/claims/x.ts', 'document.title;'],
    ['core/claims/x.ts', `fetch('a');`],
    ['core/matching/x.ts', `import { a } from '../page/a.ts';`],
    ['core/matching/languages/x.ts', `import { a } from '../../../data/a.ts';`],
    ['core/matching/x.ts', 'window.name;'],
    ['core/matching/x.ts', 'browser.runtime;'],
    ['core/page/x.ts', `import { a } from '../matching/a.ts';`],
    ['core/page/x.ts', `import { a } from '../extension/a.ts';`],
    ['core/page/x.ts', `import { browser } from 'wxt/browser';`],
    ['core/page/x.ts', 'chrome.runtime;'],
    ['core/page/x.ts', `fetch('a');`],
    ['core/extension/x.ts', `import { a } from '../page/a.ts';`],
    ['core/extension/x.ts', `import { a } from '../matching/find-claims.ts';`],
    ['core/extension/x.ts', 'document.title;'],
    ['core/extension/x.ts', 'chrome.runtime;'],
    ['core/extension/x.ts', `import { browser } from 'wxt/browser';`],
    ['components/X.tsx', `import { a } from '../core/matching/a.ts';`],
    ['components/X.tsx', `import type { a } from '../core/matching/a.ts';`],
    ['components/X.tsx', `import { a } from '../core/extension/a.ts';`],
    ['components/X.tsx', `import { a } from '../core/page/a.ts';`],
    ['components/X.tsx', `import { browser } from 'wxt/browser';`],
    ['components/X.tsx', `fetch('a');`],
    ['components/X.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: "" }} />;'],
    ['entrypoints/content/x.ts', `import a from '../../data/a.json';`],
    ['entrypoints/background/x.ts', `import a from '../../data/a.json';`],
    ['entrypoints/content/x.ts', `import { a } from '../../tools/a.ts';`],
    ['entrypoints/content/x.ts', `import { browser } from 'wxt/browser';`],
    ['tools/x.ts', `import { A } from '../components/A.tsx';`],
    ['tools/x.ts', `import { a } from '../tests/a.ts';`],
    ['core/page/x.ts', 'CSS.highlights.clear();'],
    ['core/page/x.ts', `element.innerHTML = '';`],
    ['entrypoints/content/x.ts', `element.insertAdjacentHTML('beforeend', '');`],
    ['core/extension/x.ts', 'setInterval(poll, 1);'],
    ['core/page/x.ts', 'window.setInterval(poll, 1);'],
    ['tests/e2e/x.test.ts', 'page.waitForTimeout(1);'],
  ])('%s: %s', async (path, code) => {
    expect(await isAllowed(path, code)).toBe(false);
  });
});

describe('what the rooms allow', () => {
  it.each([
    ['core/claims/x.ts', `import { a } from './a.ts'; import * as v from 'valibot';`],
    ['core/matching/x.ts', `import { a } from '../claims/a.ts';`],
    ['core/matching/languages/x.ts', `import { a } from '../tokenize.ts';`],
    ['core/page/x.ts', `import type { a } from '../matching/a.ts'; document.title;`],
    ['core/extension/browser.ts', `import { browser } from 'wxt/browser';`],
    ['core/extension/x.ts', `import { a } from '../claims/a.ts';`],
    ['core/extension/x.ts', `import { STANCES } from '../matching/claim-match.ts'; fetch('a');`],
    ['components/X.tsx', `import { a } from '../core/claims/a.ts';`],
    ['components/X.tsx', `import type { a } from '../core/extension/a.ts';`],
    ['entrypoints/content/x.ts', `import { a } from '../../core/page/a.ts';`],
    ['tools/x.ts', `import a from '../data/a.json'; import { b } from '../core/claims/b.ts';`],
    ['tests/tools/x.test.ts', `import { a } from '../../tools/a.ts';`],
  ])('%s: %s', async (path, code) => {
    expect(await isAllowed(path, code)).toBe(true);
  });
});
