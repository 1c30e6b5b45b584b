/**
 * A React application that draws paragraphs from a state which a test sets: `show([…])` and
 * `leave()` of its window. What its server has drawn already waits for `hydrate([…])`.
 */
import { createElement as h, StrictMode, useEffect, useState } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Paragraph } from './paragraph.ts';

function Line({ text }: { readonly text: string }) {
  // Drawn once more after it has been put in, as much on the web is.
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    setSettled(true);
    return () => {
      setSettled(false);
    };
  }, []);
  const [first, ...others] = text.split(' ');
  // Several text nodes and an element of React's own in one sentence.
  return h('p', { 'data-settled': isSettled }, h('b', null, first), ' ', others.join(' '));
}

function Page({ initial }: { readonly initial: readonly Paragraph[] }) {
  const [paragraphs, show] = useState(initial);
  useEffect(() => {
    Object.assign(window, { show });
    return undefined;
  }, []);
  return h(
    'main',
    null,
    paragraphs.map(({ id, text }) => h(Line, { key: id, text })),
  );
}

export function treeOf(initial: readonly Paragraph[]): unknown {
  return h(StrictMode, null, h(Page, { initial }));
}

/** The server imports the tree alone. */
if ('document' in globalThis) start(document.querySelector('#root') ?? document.body);

function start(container: Element): void {
  const offer = (root: { unmount(): void }) => {
    Object.assign(window, {
      leave() {
        root.unmount();
      },
    });
  };
  if (container.firstElementChild === null) {
    const root = createRoot(container);
    root.render(treeOf([]));
    offer(root);
    return;
  }
  Object.assign(window, {
    hydrate(initial: readonly Paragraph[]) {
      offer(hydrateRoot(container, treeOf(initial)));
    },
  });
}
