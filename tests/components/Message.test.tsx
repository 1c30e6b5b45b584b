import { render, type ComponentChildren } from 'preact';
import { describe, expect, it } from 'vitest';
import { DateText } from '../../components/DateText.tsx';
import { Message } from '../../components/Message.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Translate } from '../../components/translate.ts';
import { writingDirection } from '../../components/writing-direction.ts';
import { find, findAll, isoDate } from './mount-card.tsx';
import { translateFromFile } from './translate-from-file.ts';

function show(content: ComponentChildren, translate: Translate): HTMLElement {
  const container = document.createElement('div');
  render(
    <TranslateContext.Provider value={translate}>{content}</TranslateContext.Provider>,
    container,
  );
  return container;
}

describe('a message with elements', () => {
  it('keeps the order of words that the locale gives it', () => {
    const reversed: Translate = (_, ...[first, second]) => `(${String(second)}) ${String(first)}!`;
    const container = show(
      <Message name="page_dated">
        <i>one</i>
        <b>two</b>
      </Message>,
      reversed,
    );
    expect(container.textContent).toBe('(two) one!');
    expect(findAll(container, '*').map(({ tagName }) => tagName)).toEqual(['B', 'I']);
  });

  it('without elements is its text', () => {
    expect(show(<Message name="mark_note" />, translateFromFile).textContent).toBe(
      'Found by comparing texts on your device; no person checked this mark.',
    );
  });
});

describe('a date', () => {
  it.each([
    ['en-GB', '2025-06-27', '27 June 2025'],
    ['en-GB', '2025-06', 'June 2025'],
    ['en-GB', '2025', '2025'],
    ['en-GB', '2025-01-01', '1 January 2025'],
    ['de', '2025-06-27', '27. Juni 2025'],
    ['fa', '2025', '۲۰۲۵'],
  ])('in %s of %s is %s', (language, date, text) => {
    const container = show(<DateText date={isoDate(date)} />, () => language);
    expect(container.textContent).toBe(text);
    expect(find(container, 'time').getAttribute('datetime')).toBe(date);
  });
});

describe('the writing direction', () => {
  it.each([
    ['en', 'ltr'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['hy', 'ltr'],
    ['fa', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['ur', 'rtl'],
    ['ckb', 'rtl'],
    ['zh-Hant', 'ltr'],
    ['zz', 'ltr'],
  ])('of %s is %s', (tag, direction) => {
    expect(writingDirection(tag)).toBe(direction);
  });
});
