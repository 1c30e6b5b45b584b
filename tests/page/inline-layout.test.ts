import { expect, test } from 'vitest';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { computedLayout, readRole } from '../../core/page/element-role.ts';
import { inlineLayout } from '../../core/page/inline-layout.ts';
import { showPage } from './made-page.ts';

/** Elements of which an inline style says all that there is to say. */
const STYLED = [
  '<p>a</p>',
  '<p style="display: none">a</p>',
  '<p style="DISPLAY:None !important">a</p>',
  '<p style="color: red; visibility: hidden">a</p>',
  '<div style="display: inline">a</div>',
  '<span style="display: block">a</span>',
  '<span style="display: inline-block">a</span>',
  '<span style="float: left">a</span>',
  '<span style="position: absolute">a</span>',
  '<div style="position: absolute">a</div>',
  '<b style="color: red">a</b>',
  '<dialog>a</dialog>',
  '<dialog open>a</dialog>',
  '<div popover>a</div>',
  '<x-words style="display: block">a</x-words>',
  '<p hidden>a</p>',
  '<p aria-hidden="true">a</p>',
];

test.for(STYLED)('%s is read as a browser reads it that has no other style', (html) => {
  const [element] = showPage(html).children;
  if (element === undefined) throw new Error('no element');
  expect(readRole(element, inlineLayout)).toBe(readRole(element, computedLayout));
});

test('a page that nobody shows is read by what it says inline', () => {
  const parsed = new DOMParser().parseFromString(
    '<h1>Head</h1><p style="display:none">Never</p><p>One <b>two</b></p>',
    'text/html',
  );
  expect(collectBlocks(parsed, inlineLayout).map(({ text }) => text)).toEqual(['Head', 'One two']);
});
