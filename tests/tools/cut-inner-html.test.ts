import { readFile } from 'node:fs/promises';
import { expect, it, test } from 'vitest';
import { cutInnerHtml, cutInnerHtmlFrom } from '../../tools/cut-inner-html.ts';

const PREACT = 'node_modules/preact/dist/preact.mjs';
const PLACE = '||(n.innerHTML=a.__html)';

it('takes the only assignment of markup out of the Preact that is installed', async () => {
  const code = await readFile(PREACT, 'utf8');
  const cut = cutInnerHtmlFrom(code);
  expect(code).toMatch(/\.innerHTML\s*=[^=]/u);
  expect(cut).not.toMatch(/\.(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML/u);
  expect(cut.length).toBeLessThan(code.length);
});

it('changes nothing else', () => {
  expect(cutInnerHtmlFrom(`x=1;y${PLACE};z=2`)).toBe('x=1;y;z=2');
});

test.each([
  ['is not there', 'x=1'],
  ['is there twice', PLACE + PLACE],
  ['is spelled otherwise', '||(n.innerHTML=a.html)'],
])('stops the build when the place %s', (_, code) => {
  expect(() => cutInnerHtmlFrom(code)).toThrow(/expected one assignment to innerHTML/u);
});

/** What the plugin makes of a module; Vite calls `transform` with a context that it does not use. */
function transform(code: string, id: string): unknown {
  const { transform: hook } = cutInnerHtml();
  if (typeof hook !== 'function') throw new Error('no transform');
  return Reflect.apply(hook, undefined, [code, id]);
}

test.each([
  ['/app/node_modules/preact/dist/preact.mjs', true],
  ['/app/node_modules/preact/dist/preact.mjs?v=1a2b', true],
  ['C:\\app\\node_modules\\preact\\dist\\preact.mjs', true],
  ['/app/node_modules/preact/hooks/dist/hooks.mjs', false],
  ['/app/components/preact.mjs', false],
  ['/app/entrypoints/content/index.ts', false],
])('%s is changed: %s', (id, isChanged) => {
  expect(transform(`a${PLACE}`, id)).toEqual(isChanged ? { code: 'a', map: null } : null);
});
