/** Puts a card where the product puts it: in a shadow root with its stylesheet. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import css from '../../components/card.css?inline';
import type { CardEntry } from '../../components/ClaimEntry.tsx';
import { ResponseCard, type ResponseCardProps } from '../../components/ResponseCard.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Translate } from '../../components/translate.ts';
import type { IsoDate } from '../../core/claims/date.ts';
import { fictionalRecord } from './fixtures/fictional-record.ts';
import { translateFromFile } from './translate-from-file.ts';

export function entryOf(
  changes: Parameters<typeof fictionalRecord>[0] = {},
  page: Partial<CardEntry> = {},
): CardEntry {
  return {
    record: fictionalRecord(changes),
    stance: 'asserts',
    language: 'en',
    pageCarriesResponse: false,
    because: [],
    ...page,
  };
}

/** A brand by hand: the fixtures' dates are written as the schema wants them. */
export const isoDate = (text: string) => text as IsoDate;

/** The card, in a page that is left as it was when the test ends. */
export function mountCard(
  props: Partial<ResponseCardProps> = {},
  {
    translate = translateFromFile,
    availablePx = 2_000,
  }: { translate?: Translate; availablePx?: number } = {},
) {
  const host = document.createElement('div');
  // What a host keeps free at the edges of a window.
  host.style.margin = '8px';
  host.style.setProperty('--rejoinder-available-block-size', `${String(availablePx)}px`);
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const callbacks = {
    onClose: vi.fn<ResponseCardProps['onClose']>(),
    onCorrect: vi.fn<ResponseCardProps['onCorrect']>(() => Promise.resolve({ isMuted: false })),
    onUndo: vi.fn<ResponseCardProps['onUndo']>(() => Promise.resolve({ isMuted: false })),
    onReport: vi.fn<ResponseCardProps['onReport']>(() => Promise.resolve(true)),
  };
  render(
    <TranslateContext.Provider value={translate}>
      <ResponseCard
        entries={[entryOf()]}
        pageDate={isoDate('2031-05-18')}
        voices={[]}
        languages={['en-GB', 'en']}
        {...callbacks}
        {...props}
      />
    </TranslateContext.Provider>,
    root,
  );
  onTestFinished(() => {
    render(null, root);
    host.remove();
  });
  return { host, root, card: find(root, '.card'), ...callbacks };
}

/** The first element of `selector`; a test that finds none fails here. */
export function find(within: ParentNode, selector: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`expected an element for ${selector}, but found none`);
  return element;
}

export function findAll(within: ParentNode, selector: string): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

/** What a reader reads in each element of `selector`. */
export function textsOf(within: ParentNode, selector: string): readonly string[] {
  return findAll(within, selector).map(({ textContent }) => textContent);
}

/** The part of the card under a heading. */
export function section(within: ParentNode, title: string): HTMLElement {
  const found = findAll(within, 'section').find(
    (element) => element.querySelector('h4')?.textContent === title,
  );
  if (found === undefined) throw new Error(`expected a section ${title}, but found none`);
  return found;
}
