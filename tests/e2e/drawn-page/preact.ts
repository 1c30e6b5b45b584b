/** The application of `react.ts`, drawn by Preact. */
import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Paragraph } from './paragraph.ts';

function Line({ text }: { readonly text: string }) {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    setSettled(true);
  }, []);
  const [first, ...others] = text.split(' ');
  return h('p', { 'data-settled': isSettled }, h('b', null, first), ' ', others.join(' '));
}

function Page() {
  const [paragraphs, show] = useState<readonly Paragraph[]>([]);
  useEffect(() => {
    Object.assign(window, { show });
  }, []);
  return h(
    'main',
    null,
    paragraphs.map(({ id, text }) => h(Line, { key: id, text })),
  );
}

const root = document.querySelector('#root') ?? document.body;
render(h(Page, null), root);
Object.assign(window, {
  leave() {
    render(null, root);
  },
});
