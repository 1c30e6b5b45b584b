import { expect, test } from 'vitest';
import { isRead, nearestBlock, readRole, type ElementRole } from '../../core/page/element-role.ts';
import { find, showPage } from './made-page.ts';

type RoleCase = { html: string; selector: string; expected: ElementRole };

const cases: Record<string, RoleCase> = {
  'a paragraph': { html: '<p>a</p>', selector: 'p', expected: 'block' },
  'a table cell': {
    html: '<table><tr><td>a</td></tr></table>',
    selector: 'td',
    expected: 'block',
  },
  'a link': { html: '<a href="#">a</a>', selector: 'a', expected: 'inline' },
  'plain emphasis': { html: '<em>a</em>', selector: 'em', expected: 'inline' },
  'a line break': { html: '<br class="x">', selector: 'br', expected: 'line-break' },
  'a div laid out as part of a line': {
    html: '<div style="display: inline">a</div>',
    selector: 'div',
    expected: 'inline',
  },
  'a link laid out as a card': {
    html: '<a href="#" style="display: block">a</a>',
    selector: 'a',
    expected: 'block',
  },
  'a span that a flex container makes an item': {
    html: '<div style="display: flex"><span>a</span></div>',
    selector: 'span',
    expected: 'block',
  },
  'a word in a box of its own': {
    html: '<span style="display: inline-block">a</span>',
    selector: 'span',
    expected: 'inline',
  },
  'list items side by side': {
    html: '<li style="display: inline-block">a</li>',
    selector: 'li',
    expected: 'block',
  },
  'a floated first letter': {
    html: '<p><span style="float: left">a</span>b</p>',
    selector: 'span',
    expected: 'inline',
  },
  'a floated box': { html: '<div style="float: left">a</div>', selector: 'div', expected: 'block' },
  'a label for screen readers only': {
    html: '<span style="position: absolute; clip-path: inset(50%)">a</span>',
    selector: 'span',
    expected: 'silent',
  },
  'an element without a box of its own': {
    html: '<div style="display: contents">a</div>',
    selector: 'div',
    expected: 'inline',
  },
  'an element that the page made up': {
    html: '<x-words>a</x-words>',
    selector: 'x-words',
    expected: 'inline',
  },
  script: { html: '<script type="text/plain">a</script>', selector: 'script', expected: 'silent' },
  style: { html: '<style>b {}</style>', selector: 'style', expected: 'silent' },
  noscript: { html: '<noscript>a</noscript>', selector: 'noscript', expected: 'silent' },
  template: { html: '<template>a</template>', selector: 'template', expected: 'silent' },
  'a drawing': { html: '<svg><text>a</text></svg>', selector: 'svg', expected: 'silent' },
  'a ruby annotation': {
    html: '<ruby>漢<rt>kan</rt></ruby>',
    selector: 'rt',
    expected: 'silent',
  },
  'the hidden attribute': { html: '<p hidden>a</p>', selector: 'p', expected: 'silent' },
  'the hidden attribute on plain emphasis': {
    html: '<em hidden>a</em>',
    selector: 'em',
    expected: 'silent',
  },
  'text that can be found but is not shown': {
    html: '<p hidden="until-found">a</p>',
    selector: 'p',
    expected: 'silent',
  },
  'display: none': { html: '<p style="display: none">a</p>', selector: 'p', expected: 'silent' },
  'display: none from a style sheet': {
    html: '<style>.gone { display: none }</style><span class="gone">a</span>',
    selector: 'span',
    expected: 'silent',
  },
  'visibility: hidden': {
    html: '<p style="visibility: hidden">a</p>',
    selector: 'p',
    expected: 'silent',
  },
  'aria-hidden': { html: '<p aria-hidden="true">a</p>', selector: 'p', expected: 'silent' },
  'aria-hidden, but not': {
    html: '<p aria-hidden="false">a</p>',
    selector: 'p',
    expected: 'block',
  },
  'the content of closed details': {
    html: '<details><summary>a</summary><p>b</p></details>',
    selector: 'p',
    expected: 'silent',
  },
  'the summary of closed details': {
    html: '<details><summary>a</summary><p>b</p></details>',
    selector: 'summary',
    expected: 'block',
  },
  'the content of open details': {
    html: '<details open><summary>a</summary><p>b</p></details>',
    selector: 'p',
    expected: 'block',
  },
  'a closed dialog': { html: '<dialog>a</dialog>', selector: 'dialog', expected: 'silent' },
  pre: { html: '<pre>a</pre>', selector: 'pre', expected: 'unread' },
  code: { html: '<code>a</code>', selector: 'code', expected: 'unread' },
  'a formula': { html: '<math><mi>a</mi></math>', selector: 'math', expected: 'unread' },
  'a button': { html: '<button>a</button>', selector: 'button', expected: 'unread' },
  'a text field': { html: '<textarea>a</textarea>', selector: 'textarea', expected: 'unread' },
  'a video with a fallback text': {
    html: '<video>a</video>',
    selector: 'video',
    expected: 'unread',
  },
  'an editor': { html: '<div contenteditable>a</div>', selector: 'div', expected: 'unread' },
  'a plain-text editor': {
    html: '<div contenteditable="plaintext-only">a</div>',
    selector: 'div',
    expected: 'unread',
  },
  'an editor switched off': {
    html: '<div contenteditable="false">a</div>',
    selector: 'div',
    expected: 'block',
  },
  'a text field made of a div': {
    html: '<div role="textbox">a</div>',
    selector: 'div',
    expected: 'unread',
  },
};

test.for(Object.entries(cases))('%s', ([, { html, selector, expected }]) => {
  const page = showPage(html);
  const element = page.querySelector(selector);
  if (element === null) throw new Error(`no ${selector}`);
  expect(readRole(element)).toBe(expected);
});

test.for(['p', 'td', 'li', 'div', 'blockquote'])(
  'without a window, <%s> is a block by its name',
  (name) => {
    const parsed = document.implementation.createHTMLDocument();
    expect(readRole(parsed.createElement(name))).toBe('block');
  },
);

test.for(['a', 'span', 'strong', 'x-words'])(
  'without a window, <%s> is inline by its name',
  (name) => {
    const parsed = document.implementation.createHTMLDocument();
    expect(readRole(parsed.createElement(name))).toBe('inline');
  },
);

test('an element is read unless something around it is not', () => {
  showPage(`
    <section><p id="shown">a</p></section>
    <section aria-hidden="true"><p id="hidden">a</p></section>
    <div contenteditable="true"><p id="edited"><b contenteditable="false">a</b></p></div>`);
  expect(isRead(find('#shown'))).toBe(true);
  expect(isRead(find('#hidden'))).toBe(false);
  expect(isRead(find('#edited b'))).toBe(false);
});

test('the nearest block of a phrase is the element around its line', () => {
  showPage('<blockquote>a <a href="#">b <em>c</em></a><p id="p">d</p></blockquote>');
  expect(nearestBlock(find('em'))).toBe(find('blockquote'));
  expect(nearestBlock(find('#p'))).toBe(find('#p'));
});
