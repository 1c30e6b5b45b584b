import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page as browserPage, userEvent } from 'vitest/browser';
import {
  CARD_GAP_PX,
  MIN_CARD_HEIGHT_PX,
  openCardHost,
  type CardHost,
} from '../../core/page/card-host.ts';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { ownHosts } from '../../core/page/own-hosts.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import { FIELDS } from './clobbering-form.ts';
import {
  anchoredWords,
  describePage,
  find,
  parseNodes,
  showPage,
  textIn,
  untilTestEnds,
} from './made-page.ts';
import { PATIENCE } from '../patience.ts';

const CSS_OF_CARD = `
  [role='dialog'] {
    box-sizing: border-box; inline-size: 240px; max-inline-size: 100%; overflow: auto;
    max-block-size: var(--rejoinder-available-block-size); background: white; font: 15px/20px sans-serif; }
  button { block-size: 30px; }`;

type OpenedCard = CardHost & {
  /** The element in the page, and what only the code that opened the card can reach. */
  readonly host: HTMLElement;
  /** Where it is placed, and what was drawn there. */
  readonly frame: HTMLElement;
  readonly dialog: HTMLElement;
  readonly onClose: ReturnType<typeof vi.fn<() => void>>;
  readonly life: AbortController;
};

/** Opens a card with one button beside `words`. */
function openCard(words: string, content = '<p>Response</p><button>More</button>'): OpenedCard {
  const onClose = vi.fn<() => void>();
  const life = untilTestEnds();
  const drawn: HTMLElement[] = [];
  const opened = openCardHost({
    host: createPageHost(life.signal),
    range: anchoredWords(words).range,
    css: CSS_OF_CARD,
    render: (frame) => {
      const card = document.createElement('div');
      card.setAttribute('role', 'dialog');
      card.tabIndex = -1;
      card.append(...parseNodes(content));
      frame.append(card);
      drawn.push(card);
      return () => {
        frame.replaceChildren();
      };
    },
    onFocusLost: () => undefined,
    onClose,
    signal: life.signal,
  });
  const [dialog] = drawn;
  const frame = dialog?.parentElement;
  const root = frame?.getRootNode();
  if (
    dialog === undefined ||
    frame == null ||
    !(root instanceof ShadowRoot) ||
    !(root.host instanceof HTMLElement)
  ) {
    throw new Error('the card was not drawn into a shadow tree');
  }
  return { ...opened, host: root.host, frame, dialog, onClose, life };
}

/** Where the card is once it has been placed. */
async function placed(card: OpenedCard): Promise<DOMRect> {
  await vi.waitFor(() => {
    expect(card.frame.style.top).not.toBe('');
  }, PATIENCE);
  return card.dialog.getBoundingClientRect();
}

/** Waits until a click in the card counts. */
async function untilStill({ frame }: OpenedCard): Promise<void> {
  await expect.poll(() => frame.hasAttribute('data-still'), { timeout: 5_000 }).toBe(true);
}

/** Clicks, as a person does, at a point of the viewport. */
async function clickAt(x: number, y: number): Promise<void> {
  const { left, top } = document.documentElement.getBoundingClientRect();
  await userEvent.click(document.documentElement, {
    position: { x: x - left, y: y - top },
    force: true,
  });
}

async function clickInCard(card: OpenedCard, selector: string): Promise<void> {
  await untilStill(card);
  const { x, y, width, height } = find(selector, card.dialog).getBoundingClientRect();
  await clickAt(x + width / 2, y + height / 2);
}

/** The events of `types` that reach the page from now on, each with its phase. */
function listenAsPage(...types: string[]): string[] {
  const heard: string[] = [];
  const { signal } = untilTestEnds();
  for (const type of types) {
    const listen = (phase: string) => (event: Event) => {
      heard.push(`${type} ${phase}${event instanceof KeyboardEvent ? ` ${event.key}` : ''}`);
    };
    document.addEventListener(type, listen('down'), { capture: true, signal });
    document.addEventListener(type, listen('up'), { signal });
    window.addEventListener(type, listen('up'), { signal });
  }
  return heard;
}

beforeEach(async () => {
  await browserPage.viewport(800, 600);
});

test('the page has one element of ours while the card is open, and none before and after', () => {
  showPage('<p>alpha</p>');
  const before = describePage();
  const card = openCard('alpha');
  expect(document.documentElement.lastElementChild).toBe(card.host);
  expect(card.host.shadowRoot).toBeNull();
  expect(ownHosts.has(card.host)).toBe(true);
  card.close();
  expect(describePage()).toBe(before);
  expect(card.onClose).toHaveBeenCalledTimes(1);
});

test('closing twice closes once', () => {
  showPage('<p>alpha</p>');
  const card = openCard('alpha');
  card.close();
  card.close();
  card.life.abort();
  expect(card.onClose).toHaveBeenCalledTimes(1);
});

test('abort takes the card away; after it none opens', () => {
  showPage('<p>alpha</p>');
  const before = describePage();
  const { range } = anchoredWords('alpha');
  const card = openCard('alpha');
  card.life.abort();
  expect(describePage()).toBe(before);
  expect(card.onClose).toHaveBeenCalledTimes(1);
  const render = vi.fn(() => () => undefined);
  const { signal } = card.life;
  openCardHost({
    host: createPageHost(signal),
    range,
    css: '',
    render,
    onFocusLost: vi.fn(),
    onClose: card.onClose,
    signal,
  }).close();
  expect(describePage()).toBe(before);
  expect(render).not.toHaveBeenCalled();
});

test('what the card shows is not read as text of the page', () => {
  showPage('<p>alpha</p>');
  openCard('alpha');
  expect(collectBlocks(document).map(({ text }) => text)).toEqual(['alpha']);
});

describe('where it stands', () => {
  const FILLER = (height: number): string => `<div style="height: ${String(height)}px"></div>`;

  test('below the passage, a little apart', async () => {
    showPage(`${FILLER(100)}<p style="margin-left: 50px">alpha</p>${FILLER(2_000)}`);
    const [passage] = textRects('alpha');
    const card = await placed(openCard('alpha'));
    expect(card.top).toBeCloseTo((passage?.bottom ?? 0) + CARD_GAP_PX, 0);
    expect(card.left).toBeCloseTo(passage?.left ?? 0, 0);
  });

  test('above it where there is no room below', async () => {
    showPage(`${FILLER(540)}<p>alpha</p>`);
    const [passage] = textRects('alpha');
    const card = await placed(openCard('alpha'));
    expect(card.bottom).toBeCloseTo((passage?.top ?? 0) - CARD_GAP_PX, 0);
  });

  test('under the last line of a passage of several lines', async () => {
    showPage(`<p style="width: 100px">alpha beta gamma delta epsilon zeta</p>${FILLER(2_000)}`);
    const lines = textRects('beta gamma delta epsilon');
    expect(lines.length).toBeGreaterThan(2);
    const card = await placed(openCard('beta gamma delta epsilon'));
    expect(card.top).toBeCloseTo((lines.at(-1)?.bottom ?? 0) + CARD_GAP_PX, 0);
  });

  test.for([
    'position: fixed; left: 0; top: 0',
    'position: fixed; right: 0; top: 0',
    'position: fixed; left: 0; bottom: 0',
    'position: fixed; right: 0; bottom: 0',
    'position: fixed; right: 0; top: 290px',
  ])('within the viewport for a passage at %s', async (style) => {
    showPage(`<p style="margin: 0; ${style}">alpha</p>`);
    const card = await placed(openCard('alpha', '<p>line</p>'.repeat(100)));
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(800);
    expect(card.bottom).toBeLessThanOrEqual(600);
  });

  test.for([
    [600, 0],
    [600, 290],
    [600, 580],
    [635, 300],
    [635, 140],
    [725, 350],
  ] as const)(
    'not over its passage, in a window %i px high with the passage %i px down',
    async ([height, at]) => {
      await browserPage.viewport(800, height);
      showPage(`<p style="margin: 0; width: 100px; position: fixed; top: ${String(at)}px">
        alpha beta gamma delta</p>`);
      const lines = textRects('alpha beta gamma delta');
      const card = openCard('alpha beta gamma delta', '<p>line</p>'.repeat(100));
      await vi.waitFor(() => {
        const { top, bottom } = card.dialog.getBoundingClientRect();
        expect([top >= 0, bottom <= height]).toEqual([true, true]);
        for (const line of lines) expect(bottom <= line.top || top >= line.bottom).toBe(true);
      }, PATIENCE);
      // And it stays so once its own size has been seen to change.
      await new Promise(requestAnimationFrame);
      const { top, bottom } = await placed(card);
      for (const line of lines) expect(bottom <= line.top || top >= line.bottom).toBe(true);
      expect(bottom - top).toBeGreaterThan(200);
    },
  );

  test('over a passage that leaves no room for it', async () => {
    await browserPage.viewport(320, 256);
    showPage(`<p style="margin: 0; position: fixed; inset: 10px">${'alpha '.repeat(200)}</p>`);
    const card = await placed(openCard('alpha '.repeat(199).trim(), '<p>line</p>'.repeat(100)));
    expect(card.height).toBeGreaterThanOrEqual(MIN_CARD_HEIGHT_PX);
    expect(card.bottom).toBeLessThanOrEqual(256);
  });

  test.for(['20px', '140px'])(
    'over the width of a narrow window for a passage at %s',
    async (left) => {
      await browserPage.viewport(220, 600);
      showPage(`<p style="position: absolute; top: 0; left: ${left}">alpha</p>`);
      const card = await placed(openCard('alpha'));
      expect([card.left, card.right]).toEqual([CARD_GAP_PX, 220 - CARD_GAP_PX]);
    },
  );

  test('a long card scrolls inside', async () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha', '<p>line</p>'.repeat(100));
    await placed(card);
    expect(card.dialog.scrollHeight).toBeGreaterThan(card.dialog.clientHeight);
    card.dialog.scrollTop = 1_000_000;
    expect(card.dialog.scrollTop).toBeGreaterThan(0);
  });

  test('it goes with the passage when the page scrolls', async () => {
    showPage(`${FILLER(300)}<p>alpha</p>${FILLER(2_000)}`);
    const card = openCard('alpha');
    const { top } = await placed(card);
    scrollTo({ top: 100, behavior: 'instant' });
    await vi.waitFor(() => {
      expect(card.dialog.getBoundingClientRect().top).toBeCloseTo(top - 100, 0);
    }, PATIENCE);
  });

  test('it stays where it was when the words are gone', async () => {
    showPage(`<p>alpha</p>${FILLER(2_000)}`);
    const card = openCard('alpha');
    const { top } = await placed(card);
    textIn(find('p')).data = '';
    dispatchEvent(new Event('resize'));
    await new Promise(requestAnimationFrame);
    expect(card.dialog.getBoundingClientRect().top).toBe(top);
    expect(card.onClose).not.toHaveBeenCalled();
  });

  test('a stale range, past the end of its text, opens a card all the same', async () => {
    showPage('<p>alpha beta</p>');
    const { range } = anchoredWords('beta');
    textIn(find('p')).data = 'alp';
    const { signal } = untilTestEnds();
    const render = vi.fn(() => () => undefined);
    openCardHost({
      host: createPageHost(signal),
      range,
      css: '',
      render,
      onFocusLost: vi.fn(),
      onClose: vi.fn(),
      signal,
    });
    expect(render).toHaveBeenCalledTimes(1);
    await new Promise(requestAnimationFrame);
  });

  function textRects(words: string): DOMRect[] {
    const { startContainer, startOffset, endContainer, endOffset } = anchoredWords(words).range;
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return [...range.getClientRects()];
  }
});

describe('beside words that the page has drawn anew', () => {
  test('it stands once it is moved there, and goes with them', async () => {
    showPage('<p>alpha</p><div style="height: 100px"></div><p>beta</p><hr style="height: 2000px">');
    const card = openCard('alpha');
    const { top } = await placed(card);
    card.moveTo(anchoredWords('beta').range);
    await vi.waitFor(() => {
      expect(card.dialog.getBoundingClientRect().top).toBeGreaterThan(top + 100);
    }, PATIENCE);
    const moved = card.dialog.getBoundingClientRect().top;
    scrollTo({ top: 50, behavior: 'instant' });
    await vi.waitFor(() => {
      expect(card.dialog.getBoundingClientRect().top).toBeCloseTo(moved - 50, 0);
    }, PATIENCE);
    expect(card.onClose).not.toHaveBeenCalled();
  });

  test('it is not moved once it is closed', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const before = describePage();
    const card = openCard('alpha');
    card.close();
    card.moveTo(anchoredWords('beta').range);
    expect(describePage()).toBe(before);
  });
});

test('it goes with a passage in a box that scrolls by itself', async () => {
  showPage(`<div id="box" style="height: 200px; overflow: auto">
    <p>alpha</p><div style="height: 2000px"></div></div>`);
  const card = openCard('alpha');
  const { top } = await placed(card);
  find('#box').scrollTop = 10;
  await vi.waitFor(() => {
    expect(card.dialog.getBoundingClientRect().top).toBeCloseTo(top - 10, 0);
  }, PATIENCE);
});

test.for(['', 'open'])(
  'it is placed in a form whose fields answer for what a form is %s',
  async (modal) => {
    const page = showPage(`<form>${FIELDS}<dialog>alpha</dialog></form><div></div>`);
    const dialog = find('dialog', page);
    if (dialog instanceof HTMLDialogElement) {
      if (modal === '') dialog.show();
      else dialog.showModal();
    }
    const card = openCard('alpha');
    const { left, top } = await placed(card);
    expect(document.elementFromPoint(left + 5, top + 5)).toBe(card.host);
    card.close();
    expect(card.onClose).toHaveBeenCalledTimes(1);
  },
);

describe('against the page’s styles', () => {
  test('no rule of the page hides, moves or colours it', async () => {
    showPage(`<p>alpha</p><style>
      html { font-size: 40px; color: red; letter-spacing: 9px; text-align: right; }
      *, [popover], div { display: none !important; opacity: 0 !important; position: static !important;
        visibility: hidden !important; transform: scale(0) !important; filter: blur(9px) !important;
        inset: 500px !important; pointer-events: none !important; color: red !important; }
      html, body, main, p, style { display: block !important; visibility: visible !important;
        opacity: 1 !important; transform: none !important; filter: none !important; }
      ::backdrop { background: red !important; display: block !important; }
    </style>`);
    const card = openCard('alpha');
    const box = await placed(card);
    const host = getComputedStyle(card.host);
    expect({ display: host.display, position: host.position, opacity: host.opacity }).toEqual({
      display: 'block',
      position: 'fixed',
      opacity: '1',
    });
    const dialog = getComputedStyle(card.dialog);
    expect(dialog.color).toBe('rgb(0, 0, 0)');
    expect(dialog.letterSpacing).toBe('normal');
    expect(dialog.textAlign).toBe('start');
    expect(dialog.visibility).toBe('visible');
    expect(dialog.fontSize).toBe('15px');
    expect(box.width).toBe(240);
    expect(getComputedStyle(card.frame, '::backdrop').backgroundColor).toBe('rgba(0, 0, 0, 0)');
    expect(document.elementFromPoint(box.left + 5, box.top + 5)).toBe(card.host);
  });

  test('it is above everything that the page stacks up', async () => {
    showPage(`<p>alpha</p>
      <div style="position: fixed; inset: 0; z-index: 2147483647; background: white"></div>`);
    const card = openCard('alpha');
    const { left, top } = await placed(card);
    expect(document.elementFromPoint(left + 5, top + 5)).toBe(card.host);
  });
});

describe('the focus', () => {
  test('goes into the card without scrolling, and back on Escape', async () => {
    showPage('<button id="page">page</button><p>alpha</p><div style="height: 2000px"></div>');
    find('#page').focus();
    const card = openCard('alpha');
    expect(document.activeElement).toBe(card.host);
    expect(card.dialog.matches(':focus')).toBe(true);
    expect(scrollY).toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(find('#page'));
    expect(card.onClose).toHaveBeenCalledTimes(1);
  });

  test('goes back into a shadow tree of the page', async () => {
    const page = showPage('<div></div><p>alpha</p>');
    const root = find('div', page).attachShadow({ mode: 'open' });
    root.append(...parseNodes('<input>'));
    find('input', root).focus();
    openCard('alpha');
    await userEvent.keyboard('{Escape}');
    expect(root.activeElement).toBe(find('input', root));
  });

  test('moves on by Tab through what the card holds', async () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha');
    await userEvent.keyboard('{Tab}');
    expect(find('button', card.dialog).matches(':focus')).toBe(true);
  });

  test('stays where the reader has moved it', () => {
    showPage('<button id="page">page</button><input><p>alpha</p>');
    find('#page').focus();
    const card = openCard('alpha');
    find('input').focus();
    card.close();
    expect(document.activeElement).toBe(find('input'));
  });

  test('is not taken back by a page that holds it in a box of its own', () => {
    showPage('<div id="box" tabindex="-1"></div><p>alpha</p>');
    const { signal } = untilTestEnds();
    document.addEventListener(
      'focusin',
      () => {
        find('#box').focus();
      },
      { signal },
    );
    const card = openCard('alpha');
    find('button', card.dialog).focus();
    expect(document.activeElement).toBe(card.host);
  });
});

describe('the keyboard', () => {
  test('of what is typed in the card, shortcuts of the page hear nothing', async () => {
    showPage('<p>alpha</p>');
    openCard('alpha');
    const heard = listenAsPage('keydown', 'keypress', 'keyup');
    await userEvent.keyboard('j/?k ');
    expect(heard).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(heard.filter((line) => line.includes('up'))).toEqual(['keyup down ArrowDown']);
  });

  test('a button in the card works by key', async () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha');
    const onClick = vi.fn();
    find('button', card.dialog).addEventListener('click', onClick);
    find('button', card.dialog).focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledTimes(2);
  });

  test('Escape closes the card and nothing of the page', async () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha');
    const heard = listenAsPage('keydown', 'keyup');
    await userEvent.keyboard('{Escape}');
    expect(card.onClose).toHaveBeenCalledTimes(1);
    expect(heard).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(heard).toContain('keydown up Escape');
    expect(heard).toContain('keyup up Escape');
  });

  test('keys typed elsewhere are the page’s', async () => {
    showPage('<input><p>alpha</p>');
    openCard('alpha');
    find('input').focus();
    await userEvent.keyboard('j');
    expect(find('input')).toHaveProperty('value', 'j');
  });
});

test('what is copied from the card, the page does not hear and cannot rewrite', () => {
  showPage('<p>alpha</p>');
  const card = openCard('alpha');
  const heard = listenAsPage('copy');
  const copy = () => new ClipboardEvent('copy', { bubbles: true, composed: true });
  card.dialog.dispatchEvent(copy());
  expect(heard).toEqual([]);
  find('p').dispatchEvent(copy());
  expect(heard).toEqual(['copy down', 'copy up', 'copy up']);
});

describe('the pointer', () => {
  test('a click in the card works there and is not heard by the page', async () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha');
    const onClick = vi.fn();
    find('button', card.dialog).addEventListener('click', onClick);
    await placed(card);
    const heard = listenAsPage('click', 'mousedown', 'pointerdown');
    await clickInCard(card, 'button');
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(heard.filter((line) => line.endsWith('up'))).toEqual([]);
    expect(card.onClose).not.toHaveBeenCalled();
  });

  test('a click that a script makes in the card does nothing, wherever it has the element from', () => {
    showPage('<p>alpha</p>');
    const card = openCard('alpha', '<p>Response</p><a href="#there"><b>More</b></a>');
    const onClick = vi.fn();
    find('a', card.dialog).addEventListener('click', onClick);
    find('a', card.dialog).click();
    expect(onClick).not.toHaveBeenCalled();
    expect(location.hash).toBe('');
  });

  test('a click outside closes the card, even one that the page keeps to itself', async () => {
    showPage('<p>alpha</p><div id="outside" style="position: fixed; inset: 500px 0 0 0"></div>');
    find('#outside').addEventListener('click', (event) => {
      event.stopPropagation();
    });
    const card = openCard('alpha');
    await placed(card);
    await clickAt(700, 550);
    expect(card.onClose).toHaveBeenCalledTimes(1);
  });

  test('a click that the page makes by script does not', () => {
    showPage('<p>alpha</p><button id="page">next slide</button>');
    const card = openCard('alpha');
    find('#page').click();
    expect(card.onClose).not.toHaveBeenCalled();
  });
});

describe('what the page does to it', () => {
  test('the card is in the modal dialog that is open, and can be used there', async () => {
    showPage(
      '<p>beta</p><dialog style="margin: 0"><p>alpha</p><div style="height: 300px"></div></dialog>',
    );
    const dialog = find('dialog');
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
    const card = openCard('alpha');
    expect(card.host.parentElement).toBe(dialog);
    expect(document.activeElement).toBe(card.host);
    const onClick = vi.fn();
    find('button', card.dialog).addEventListener('click', onClick);
    await clickInCard(card, 'button');
    expect(onClick).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    expect(card.onClose).toHaveBeenCalledTimes(1);
    expect(dialog.matches(':modal')).toBe(true);
  });

  test('a transformed modal dialog does not displace the card', async () => {
    showPage(`<dialog style="margin: 0; transform: translate(200px, 100px); overflow: hidden">
      <p style="margin: 0">alpha</p></dialog>`);
    const dialog = find('dialog');
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
    const passage = find('dialog p').getBoundingClientRect();
    const card = openCard('alpha');
    const box = await placed(card);
    expect(box.left).toBeCloseTo(passage.left, 0);
    expect(box.top).toBeGreaterThanOrEqual(passage.bottom);
    expect(document.elementFromPoint(box.left + 5, box.bottom - 5)).toBe(card.host);
  });

  test('of nested modal dialogs, the one with the passage', () => {
    showPage('<dialog id="outer">one<dialog id="inner">alpha</dialog></dialog>');
    for (const dialog of document.querySelectorAll('dialog')) dialog.showModal();
    expect(openCard('alpha').host.parentElement).toBe(find('#inner'));
  });

  const endings: Record<string, (card: OpenedCard) => void> = {
    'removes it': (card) => {
      card.host.remove();
    },
    'removes what it is in': () => {
      find('dialog').remove();
    },
    'has it hidden by a button without a script': (card) => {
      card.frame.hidePopover();
    },
    'closes the dialog that it is in': () => {
      const dialog = find('dialog');
      if (dialog instanceof HTMLDialogElement) dialog.close();
    },
    'opens another modal dialog': () => {
      const dialog = document.createElement('dialog');
      find('main').append(dialog);
      dialog.showModal();
    },
    'empties the document': () => {
      find('main').replaceChildren();
    },
  };

  test.for(Object.entries(endings))(
    'when the page %s, the card closes for good',
    async ([, end]) => {
      showPage('<dialog>alpha</dialog>');
      const dialog = find('dialog');
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
      const card = openCard('alpha');
      await placed(card);
      end(card);
      await vi.waitFor(() => {
        expect(card.onClose).toHaveBeenCalledTimes(1);
      }, PATIENCE);
      expect(card.host.isConnected).toBe(false);
      await new Promise(requestAnimationFrame);
      expect(card.onClose).toHaveBeenCalledTimes(1);
    },
  );

  test('a page that is only busy elsewhere does not close it', async () => {
    const page = showPage('<p>alpha</p><details><summary>Sum</summary>text</details>');
    const card = openCard('alpha');
    await placed(card);
    find('details', page).setAttribute('open', '');
    page.append('more');
    await new Promise(requestAnimationFrame);
    expect(card.onClose).not.toHaveBeenCalled();
    expect(card.host.isConnected).toBe(true);
  });
});
