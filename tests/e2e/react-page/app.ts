/**
 * A React application that draws paragraphs from a state which a test sets: `show([…])` and
 * `leave()` of its window.
 */
import { createElement as h, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

export type Paragraph = { readonly id: string; readonly text: string };

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

const root = createRoot(document.querySelector('#root') ?? document.body);
root.render(h(StrictMode, null, h(Page, { initial: [] })));
Object.assign(window, {
  leave() {
    root.unmount();
  },
});
