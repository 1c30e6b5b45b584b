/** A page made for one test, and taken away after it. */
import { onTestFinished, vi } from 'vitest';
import type { ClaimId } from '../../core/claims/claim.ts';
import type { Stance } from '../../core/claims/stance.ts';
import type { ClaimMatch, Similarity } from '../../core/matching/claim-match.ts';
import { anchorMatch, type Anchor, type AnchoredMatch } from '../../core/page/anchor.ts';
import { chooseMarks, type Mark } from '../../core/page/choose-marks.ts';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import type { TextBlock } from '../../core/page/text-block.ts';
// What the extension puts into every page.
import '../../entrypoints/content/highlight.css';

/** The nodes that `html` makes inside a body. */
export function parseNodes(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(`<body>${html}`, 'text/html');
  return [...parsed.body.childNodes];
}

/** The whole document as it stands, to compare with another moment. */
export function describePage(): string {
  return new XMLSerializer().serializeToString(document);
}

/** Shows `html` as the content of the body. */
export function showPage(html: string): HTMLElement {
  const main = document.createElement('main');
  main.append(...parseNodes(html));
  document.body.append(main);
  onTestFinished(() => {
    main.remove();
  });
  return main;
}

/** Gives an element an open shadow tree of `html`. */
export function shade(host: Element, html: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.append(...parseNodes(html));
  return root;
}

/** A signal that aborts when the test is over, and the means to abort it before. */
export function untilTestEnds(): AbortController {
  const life = new AbortController();
  onTestFinished(() => {
    life.abort();
  });
  return life;
}

const attachShadow = Reflect.get(Element.prototype, 'attachShadow');

/** The shadow roots that are made until the test is over: a closed one is out of reach later. */
export function noteRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const spy = vi.spyOn(Element.prototype, 'attachShadow');
  spy.mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return roots;
}

/** The element that `selector` finds; a test cannot go on without it. */
export function find(selector: string, within: ParentNode = document): HTMLElement {
  const element = within.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return element;
}

/** The first text node in `element`. */
export function textIn(element: Element): Text {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!(node instanceof Text)) throw new Error('no text');
  return node;
}

/** The only block of the page in which `words` stand. */
export function blockWith(words: string, root: Element = document.body): TextBlock {
  const [block, ...others] = collectBlocks(root).filter(({ text }) => text.includes(words));
  if (block === undefined || others.length > 0) throw new Error(`not in one block: ${words}`);
  return block;
}

export function matchOf(
  text: string,
  words: string,
  { claim = 'a-claim', stance = 'asserts' }: { claim?: string; stance?: Stance } = {},
): ClaimMatch {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return {
    // Brands: tests may make the values that schemas and the matching room make.
    claim: claim as ClaimId,
    language: 'en',
    wording: 0,
    similarity: 1 as Similarity,
    span: { start, end: start + words.length },
    stance,
  };
}

/** Anchors `words` where they stand on the page. */
export function anchorWords(words: string, as: { claim?: string; stance?: Stance } = {}): Anchor {
  const block = blockWith(words);
  return anchorMatch(block, matchOf(block.text, words, as));
}

export function anchoredWords(words: string): AnchoredMatch {
  const anchor = anchorWords(words);
  if (anchor.state !== 'anchored') throw new Error(`orphaned: ${words}`);
  return anchor;
}

/** One solid mark for each of `passages`. */
export function marksOn(...passages: readonly string[]): Mark[] {
  return chooseMarks(passages.map((words) => anchorWords(words)));
}
