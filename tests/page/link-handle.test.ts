import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createLinkHandle, STAY_MS } from '../../core/page/link-handle.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import { find, marksOn, noteRoots, showPage, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

const LINKED =
  '<p><a href="#there">alpha beta</a> gamma</p><p><label>delta</label></p><p id="far">far</p>';

function watch(...passages: string[]) {
  const roots = noteRoots();
  const life = untilTestEnds();
  const opened: string[] = [];
  const handle = createLinkHandle({
    host: createPageHost(life.signal),
    texts: { language: 'en', direction: 'ltr', handle: 'Response' },
    css: '.handle { position: fixed; margin: 0 }',
    onOpen: ({ quote }) => {
      opened.push(quote.exact);
    },
    signal: life.signal,
  });
  handle.show(marksOn(...passages));
  const shown = () =>
    roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('.handle:popover-open')]).at(-1);
  return { handle, opened, shown, life };
}

test('comes with the pointer on a link with a mark in it, and opens that mark', async () => {
  showPage(LINKED);
  const { opened, shown } = watch('beta');
  expect(shown()).toBeUndefined();
  await userEvent.hover(find('a'));
  await vi.waitFor(() => {
    expect(shown()?.textContent).toBe('Response');
  }, PATIENCE);
  // Beside the mark, and not in the order of focus.
  expect(shown()?.tabIndex).toBe(-1);
  shown()?.click();
  // By a script: only a person means us.
  expect(opened).toEqual([]);
  // Out of reach of selectors, in its closed root: where it is seen.
  const { x, y, width, height } = shown()?.getBoundingClientRect() ?? new DOMRect();
  const page = document.documentElement.getBoundingClientRect();
  const position = { x: x + width / 2 - page.x, y: y + height / 2 - page.y };
  await userEvent.click(document.documentElement, { position });
  expect(opened).toEqual(['beta']);
  expect(shown()).toBeUndefined();
});

test('comes with the focus on a link, and with the pointer on a label', async () => {
  showPage(LINKED);
  const { handle, shown } = watch('beta');
  find('a').focus();
  await vi.waitFor(() => {
    expect(shown()).toBeDefined();
  }, PATIENCE);
  handle.show(marksOn('delta'));
  expect(shown()).toBeUndefined();
  await userEvent.hover(find('label'));
  await vi.waitFor(() => {
    expect(shown()).toBeDefined();
  }, PATIENCE);
});

test('goes some time after the pointer has left', async () => {
  showPage(LINKED);
  const { shown } = watch('beta');
  await userEvent.hover(find('a'));
  await vi.waitFor(() => {
    expect(shown()).toBeDefined();
  }, PATIENCE);
  await userEvent.hover(find('#far'));
  await vi.waitFor(
    () => {
      expect(shown()).toBeUndefined();
    },
    { timeout: 10 * STAY_MS },
  );
});

test('goes with its mark, and with the extension', async () => {
  showPage(LINKED);
  const { handle, shown, life } = watch('beta');
  for (const end of [
    () => {
      handle.show([]);
    },
    () => {
      life.abort();
    },
  ]) {
    handle.show(marksOn('beta'));
    find('a').focus();
    await vi.waitFor(() => {
      expect(shown()).toBeDefined();
    }, PATIENCE);
    end();
    expect(shown()).toBeUndefined();
    find('a').blur();
  }
});

test('listens to nothing where no mark is in a link', () => {
  showPage(LINKED);
  const listen = vi.spyOn(window, 'addEventListener');
  const { handle } = watch('gamma');
  expect(listen).not.toHaveBeenCalled();
  handle.show(marksOn('beta'));
  expect(listen).toHaveBeenCalled();
  listen.mockRestore();
});
