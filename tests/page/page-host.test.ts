import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { ownHosts } from '../../core/page/own-hosts.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import { describePage, find, noteRoots, showPage, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

/** A host, and what holds a button in it. */
function makeHost() {
  const roots = noteRoots();
  const life = untilTestEnds();
  const host = createPageHost(life.signal);
  const hold = (css = '') => {
    const button = document.createElement('button');
    const release = host.hold([button], css);
    onlyWhileHeld.push(release);
    return { button, release };
  };
  const onlyWhileHeld: (() => void)[] = [];
  life.signal.addEventListener('abort', () => {
    for (const release of onlyWhileHeld) release();
  });
  /** The element in the page. */
  const element = () => {
    const last = roots.at(-1)?.host;
    if (!(last instanceof HTMLElement)) throw new Error('no host was made');
    return last;
  };
  return { host, hold, roots, element, life };
}

function openModal(selector: string): HTMLDialogElement {
  const dialog = find(selector);
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
  dialog.showModal();
  return dialog;
}

describe('one element of ours', () => {
  test('is in the document while it holds something, and no longer', () => {
    showPage('<p>alpha</p>');
    const before = describePage();
    const { hold, element, roots } = makeHost();
    expect(describePage()).toBe(before);
    const one = hold();
    const two = hold();
    expect(roots).toHaveLength(1);
    expect(document.documentElement.lastElementChild).toBe(element());
    expect(element().shadowRoot).toBeNull();
    expect(roots[0]?.mode).toBe('closed');
    expect(ownHosts.has(element())).toBe(true);
    one.release();
    one.release();
    expect(element().isConnected).toBe(true);
    two.release();
    expect(describePage()).toBe(before);
  });

  test('is another one the next time, unknown to who has kept the first', () => {
    showPage('<p>alpha</p>');
    const { hold, element } = makeHost();
    hold().release();
    const first = element();
    hold();
    expect(element()).not.toBe(first);
  });

  test('has the styles of what it holds, as long as it holds it', () => {
    const { hold } = makeHost();
    const { button } = hold();
    const other = hold('button { color: rgb(1, 2, 3) }');
    expect(getComputedStyle(button).color).toBe('rgb(1, 2, 3)');
    other.release();
    expect(getComputedStyle(button).color).not.toBe('rgb(1, 2, 3)');
  });

  test('is not read as text of the page', () => {
    showPage('<p>alpha</p>');
    const { hold } = makeHost();
    hold().button.append('ours');
    expect(collectBlocks(document).map(({ text }) => text)).toEqual(['alpha']);
  });

  test('is not put into a document that is left', () => {
    const before = describePage();
    const { hold, host, life } = makeHost();
    life.abort();
    hold();
    host.restore();
    host.bringTo(document.body);
    expect(describePage()).toBe(before);
  });
});

describe('a page that takes it out', () => {
  test('is left alone until it is used again', async () => {
    showPage('<p>alpha</p>');
    const { hold, host, element } = makeHost();
    const { button } = hold();
    element().remove();
    await new Promise(requestAnimationFrame);
    expect(button.isConnected).toBe(false);
    host.restore();
    expect(button.isConnected).toBe(true);
    element().remove();
    host.bringTo(find('p'));
    expect(button.isConnected).toBe(true);
  });

  test('and does so each time gets no fight', async () => {
    showPage('<p>alpha</p>');
    const { hold, host, element } = makeHost();
    hold();
    let count = 0;
    const observer = new MutationObserver(() => {
      if (!element().isConnected) return;
      count += 1;
      element().remove();
    });
    observer.observe(document.documentElement, { childList: true });
    untilTestEnds().signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    host.restore();
    element().remove();
    host.restore();
    await vi.waitFor(() => {
      expect(element().isConnected).toBe(false);
    }, PATIENCE);
    await new Promise(requestAnimationFrame);
    expect(count).toBe(1);
  });
});

describe('for a passage in a modal dialog', () => {
  test('it goes there, with the focus, and comes back when the dialog closes', async () => {
    showPage('<p>alpha</p><dialog>beta</dialog>');
    const { hold, host, element } = makeHost();
    const { button } = hold();
    const dialog = openModal('dialog');
    button.focus();
    expect(host.focused()).toBeNull();
    host.bringTo(dialog);
    expect(element().parentElement).toBe(dialog);
    button.focus();
    expect(host.focused()).toBe(button);
    host.bringTo(find('p'));
    expect(element().parentElement).toBe(dialog);
    expect(host.focused()).toBe(button);
    dialog.close();
    await vi.waitFor(() => {
      expect(element().parentElement).toBe(document.documentElement);
    }, PATIENCE);
  });

  test('it goes from the outer to the inner of two without losing the focus', () => {
    showPage('<dialog id="outer">one<dialog id="inner">two</dialog></dialog>');
    const { hold, host } = makeHost();
    const { button } = hold();
    const outer = openModal('#outer');
    host.bringTo(outer);
    button.focus();
    const onBlur = vi.fn();
    button.addEventListener('blur', onBlur);
    host.bringTo(find('#inner'));
    expect(onBlur).not.toHaveBeenCalled();
    expect(host.isIn(outer)).toBe(true);
    expect(host.isIn(find('#inner'))).toBe(false);
  });
});

test('what a page writes on it is gone when it is used', () => {
  showPage('<p>alpha</p>');
  const { hold, host, element } = makeHost();
  const { button } = hold();
  element().inert = true;
  element().ariaHidden = 'true';
  element().style.setProperty('display', 'none', 'important');
  host.bringTo(find('p'));
  expect(element().getAttributeNames()).toEqual([]);
  button.focus();
  expect(host.focused()).toBe(button);
});

test('no rule of the page hides or moves it', () => {
  showPage(`<style>html > div { display: none !important; position: static !important;
    inset: 500px !important; opacity: 0 !important; transform: scale(0) !important; }</style>`);
  const { hold, element } = makeHost();
  hold();
  const { display, position, opacity, transform, top } = getComputedStyle(element());
  expect({ display, position, opacity, transform, top }).toEqual({
    display: 'block',
    position: 'fixed',
    opacity: '1',
    transform: 'none',
    top: '0px',
  });
});

describe('keys', () => {
  const TYPES = ['keydown', 'keypress', 'keyup'];

  /** The keys that the page hears on their way up, and Escape on its way down. */
  function listenAsPage(): string[] {
    const heard: string[] = [];
    const { signal } = untilTestEnds();
    for (const type of TYPES) {
      const listen = (event: Event) => {
        if (event instanceof KeyboardEvent) heard.push(`${type} ${event.key}`);
      };
      document.addEventListener(type, listen, { signal });
    }
    return heard;
  }

  test('in it are the page’s until they are taken, and again afterwards', async () => {
    const { hold, host } = makeHost();
    const { button } = hold();
    button.focus();
    const heard = listenAsPage();
    await userEvent.keyboard('j');
    expect(heard).toContain('keydown j');
    heard.length = 0;
    const use = untilTestEnds();
    host.takeKeys('inside', vi.fn(), use.signal);
    await userEvent.keyboard('j{ArrowDown}{Enter}');
    expect(heard).toEqual([]);
    use.abort();
    await userEvent.keyboard('j');
    expect(heard).toContain('keydown j');
  });

  test.for([
    { scope: 'inside', at: 'button', isOurs: true },
    { scope: 'inside', at: 'input', isOurs: false },
    { scope: 'anywhere', at: 'button', isOurs: true },
    { scope: 'anywhere', at: 'input', isOurs: true },
  ] as const)('Escape $scope, pressed in a $at: ours is $isOurs', async ({ scope, at, isOurs }) => {
    showPage('<input>');
    const { hold, host } = makeHost();
    const { button } = hold();
    const onEscape = vi.fn();
    host.takeKeys(scope, onEscape, untilTestEnds().signal);
    (at === 'button' ? button : find('input')).focus();
    const heard = listenAsPage();
    await userEvent.keyboard('{Escape}');
    expect(onEscape).toHaveBeenCalledTimes(isOurs ? 1 : 0);
    expect(heard).toEqual(isOurs ? [] : ['keydown Escape', 'keyup Escape']);
  });
});
