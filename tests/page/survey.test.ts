import { expect, test } from 'vitest';
import { ownHosts } from '../../core/page/own-hosts.ts';
import { surveyText } from '../../core/page/survey.ts';
import { find, showPage } from './made-page.ts';

const survey = (root: Element) => [...surveyText(root)].filter((text) => text !== null);

test.each<[title: string, html: string, paragraphs: readonly string[]]>([
  ['paragraphs', '<p>One <b>two</b></p><p>three</p>', ['One two', 'three']],
  ['a line break, which stays in its paragraph', '<p>One<br>two</p>', ['One\ntwo']],
  ['what is shown', '<p>One</p><p hidden>no</p><script>no</script><p>two</p>', ['One', 'two']],
  ['no furniture', '<nav><p>Home</p></nav><p>One</p><div role="menu">x</div>', ['One']],
  ['words of the article that a menu has too', '<p>Iran said</p><nav>Iran</nav>', ['Iran said']],
  ['what only hidden furniture has too', '<nav hidden>One</nav><p>One</p><nav>x</nav>', ['One']],
  ['no furniture after hidden furniture', '<nav hidden>z</nav><nav>x</nav><p>z</p>', ['z']],
  ['no furniture inside of a part', '<div>a<nav>Home</nav></div><p>One</p>', ['a', 'One']],
  ['an element without a box', '<div style="display: contents"><p>One</p></div>', ['One']],
  ['nothing', '<p> </p>', []],
])('a survey gives %s', (_, html, paragraphs) => {
  expect(survey(showPage(html))).toEqual(paragraphs);
});

test('a page of any size is surveyed in parts, and nothing of it is lost', () => {
  const count = 9_000;
  const html = Array.from({ length: count }, (_, at) => `<p>Paragraph ${String(at)}</p>`).join('');
  const root = showPage(`Before <i>it</i><div>${html}</div>after`);
  const all = [...surveyText(root)];
  const paragraphs = all.filter((text) => text !== null);
  expect(paragraphs).toHaveLength(count + 2);
  expect(paragraphs[0]).toBe('Before it');
  expect(paragraphs.at(-1)).toBe('after');
  // Whoever surveys may pause at each of them.
  expect(all.length).toBeGreaterThan(count);
});

test('what is ours, or is no element of HTML, has no text', () => {
  const root = showPage('<div id="ours">ours</div><svg><text>drawn</text></svg>');
  ownHosts.add(find('#ours'));
  expect(survey(find('#ours'))).toEqual([]);
  expect(survey(root.querySelector('svg') ?? root)).toEqual([]);
});
