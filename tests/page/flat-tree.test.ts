import { expect, test, vi } from 'vitest';
import { collectBlocks, walkBlocks } from '../../core/page/collect-blocks.ts';
import { computedLayout } from '../../core/page/element-role.ts';
import { comesAfter, flatParentOf, holds, shadowRootOf } from '../../core/page/flat-tree.ts';
import { likelyHosts, surveyText } from '../../core/page/survey.ts';
import { SETTLE_MS, watchPage, type Change } from '../../core/page/watch-page.ts';
import { createWorkQueue } from '../../core/page/work-queue.ts';
import { anchorMatch, isSound } from '../../core/page/anchor.ts';
import { find, matchOf, shade, showPage, textIn, untilTestEnds } from './made-page.ts';

/** A host for each element of the class `host`; the shadow trees are given in the order of the page. */
function showTrees(html: string, ...trees: readonly string[]): HTMLElement {
  const page = showPage(html);
  for (const [at, host] of [...page.querySelectorAll('.host')].entries()) {
    shade(host, trees[at] ?? '');
  }
  return page;
}

const inLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

const cases: Record<string, { html: string; trees: string[]; expected: string[] }> = {
  'the words of a shadow tree, where they are shown': {
    html: '<p>before</p><x-card class="host">not shown</x-card><p>after</p>',
    trees: ['<p>in the <b>tree</b></p>'],
    expected: ['before', 'in the tree', 'after'],
  },
  'words in their slots, and what stands in those that are empty': {
    html: '<x-card class="host"><p slot="b">two</p><p slot="a">one</p></x-card>',
    trees: ['<slot name="a"></slot><slot name="b"></slot><p><slot name="c">three</slot></p>'],
    expected: ['one', 'two', 'three'],
  },
  'a line whose words stand in slots as one': {
    html: '<p>The <x-link class="host">Israeli <b>drones</b></x-link> came.</p>',
    trees: [' <i> <slot></slot> </i> '],
    expected: ['The Israeli drones came.'],
  },
  'a line of two trees in parts, as no range reaches across': {
    html: '<p>The drones <x-link class="host">came</x-link> back.</p>',
    trees: ['in <slot></slot>'],
    expected: ['The drones', 'in', 'came back.'],
  },
  'nothing of a host that is hidden or not read': {
    html: '<div hidden><x-a class="host"></x-a></div><nav><x-b class="host"></x-b></nav>yes',
    trees: ['<p>no</p>', '<p>no</p>'],
    expected: ['yes'],
  },
};

test.for(Object.entries(cases))('a walk gives %s', ([, { html, trees, expected }]) => {
  const page = showTrees(html, ...trees);
  const blocks = collectBlocks(page);
  expect(blocks.map(({ text }) => inLine(text))).toEqual(expected);
  // Each of them is anchored to the nodes that it came from.
  for (const block of blocks) {
    const anchor = anchorMatch(block, matchOf(block.text, block.text.trim()));
    expect(anchor.state).toBe('anchored');
    if (anchor.state !== 'anchored') continue;
    const { startContainer, endContainer } = anchor.range;
    expect(endContainer.getRootNode()).toBe(startContainer.getRootNode());
  }
});

test('trees in trees are walked and surveyed, and told of', () => {
  const page = showTrees('<x-outer class="host"></x-outer>', '<div><x-inner></x-inner></div>');
  const outer = find('x-outer', page);
  const inner = outer.shadowRoot?.querySelector('x-inner') ?? outer;
  shade(inner, '<p>deep</p>');
  const hosts: Element[] = [];
  const blocks = [...walkBlocks(page, 'subtree', computedLayout, (host) => hosts.push(host))];
  expect(blocks.flatMap((block) => block?.text ?? [])).toEqual(['deep']);
  expect(hosts).toEqual([outer, inner]);
  hosts.splice(0);
  const survey = [...surveyText(page, (host) => hosts.push(host))];
  expect(survey.filter((text) => text !== null)).toEqual(['deep']);
  expect(hosts).toEqual([outer, inner]);
});

test('a survey gives what shadow trees show, without furniture', () => {
  const page = showTrees(
    '<p>one</p><x-card class="host"></x-card><div class="host"></div><nav><x-a class="host"></x-a></nav>',
    'loose <b>words</b><p>two</p><nav>no</nav>',
    '<p>three</p>',
    '<p>no</p>',
  );
  const texts = [...surveyText(page)].filter((text) => text !== null);
  expect(texts).toEqual(expect.arrayContaining(['one', 'two', 'three']));
  expect(texts.join(' ')).toMatch(/loose.*words/u);
  expect(texts.join(' ')).not.toContain('no');
});

test('a mark in a shadow tree is unsound when its words change', () => {
  const page = showTrees('<x-a class="host"></x-a>', '<p>some words</p>');
  const [block] = collectBlocks(page);
  if (block === undefined) throw new Error('no block');
  const anchor = anchorMatch(block, matchOf(block.text, 'words'));
  if (anchor.state !== 'anchored') throw new Error('orphaned');
  expect(isSound(anchor)).toBe(true);
  textIn(block.element).data = 'other text';
  expect(isSound(anchor)).toBe(false);
});

test('places of several trees have an order', () => {
  const page = showTrees('<p>one</p><x-a class="host"></x-a><p>four</p>', '<p>two</p><p>three</p>');
  const texts = collectBlocks(page).flatMap(({ pieces: [first] }) => first?.node ?? []);
  expect(texts).toHaveLength(4);
  for (const [at, node] of texts.entries()) {
    for (const [other, opposite] of texts.entries()) {
      expect(comesAfter(node, opposite)).toBe(other > at);
    }
  }
  const inTree = texts[1];
  expect(inTree !== undefined && holds(page, inTree)).toBe(true);
  expect(inTree?.parentElement && flatParentOf(inTree.parentElement)?.localName).toBe('x-a');
});

/** Watches the page with its shadow trees; gives the roots that are reported. */
function watch(page: Element): { readonly reported: string[]; readonly walk: () => void } {
  const { signal } = untilTestEnds();
  const reported: string[] = [];
  const onChange = (changes: readonly Change[]) => {
    for (const { root, extent } of changes) reported.push(`${extent} ${root.localName}`);
  };
  const onHost = watchPage(page, createWorkQueue(signal), onChange, signal);
  const walk = () => {
    // All of it, for the hosts in it.
    Array.from(walkBlocks(page, 'subtree', computedLayout, onHost));
  };
  walk();
  return { reported, walk };
}

test('changes in shadow trees are reported, the tree’s own words under its host', async () => {
  const page = showTrees('<x-a class="host" style="display: block"></x-a>', 'loose<p>words</p>');
  const { reported } = watch(page);
  const root = find('x-a', page).shadowRoot;
  root?.firstChild?.replaceWith('other');
  root?.append(document.createElement('section'));
  textIn(root?.querySelector('p') ?? page).data = 'other';
  await vi.waitFor(() => {
    expect(reported.toSorted()).toEqual(['own p', 'own x-a', 'subtree section']);
  });
});

test('a custom element that gets its tree later is reported', async () => {
  const page = showPage('<x-late-one style="display: block"></x-late-one>');
  const { reported } = watch(page);
  shade(find('x-late-one', page), '<p>words</p>');
  await new Promise((resolve) => setTimeout(resolve, 2 * SETTLE_MS));
  expect(reported).toEqual([]);
  window.dispatchEvent(new Event('scrollend'));
  await vi.waitFor(() => {
    expect(reported).toEqual(['subtree x-late-one']);
  });
});

test('on a page without shadow trees, looking for them is the smaller part of reading it', () => {
  const page = showPage('<div><p>Some <a href="#">words</a> here</p></div>'.repeat(1_000));
  const rounds = 7;
  const best = (work: () => unknown) => {
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const elements = [...page.querySelectorAll('*')];
  const survey = best(() => Array.from(surveyText(page)));
  const walk = best(() => collectBlocks(page));
  const roots = best(() => elements.map(shadowRootOf));
  const likely = best(() => likelyHosts(page).length);
  const figures = Object.entries({ survey, likely, walk, roots });
  console.info(figures.map(([name, ms]) => `${name} ${ms.toFixed(2)} ms`).join(', '));
  expect(roots).toBeLessThan(walk / 2);
  expect(likely).toBeLessThan(survey / 2);
});
