/** Puts a claim for itself where the product puts it: in the document of the popup. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import cardCss from '../../components/card.css?inline';
import { ClaimView, type ClaimViewProps } from '../../components/ClaimView.tsx';
import popupCss from '../../components/popup.css?inline';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Translate } from '../../components/translate.ts';
import { fictionalRecord } from './fixtures/fictional-record.ts';
import { find } from './mount-card.tsx';
import { translateFromFile } from './translate-from-file.ts';

/** In the order in which the popup imports them. */
const sheets = [cardCss, popupCss].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});

/** The claim, in a document that is left as it was when the test ends. */
export function mountClaim(
  props: Partial<ClaimViewProps> = {},
  { translate = translateFromFile }: { translate?: Translate } = {},
) {
  const container = document.createElement('div');
  document.body.append(container);
  document.adoptedStyleSheets = sheets;
  const onBack = vi.fn();
  render(
    <TranslateContext.Provider value={translate}>
      <ClaimView
        record={fictionalRecord()}
        languages={['en-GB', 'en']}
        onBack={onBack}
        {...props}
      />
    </TranslateContext.Provider>,
    container,
  );
  onTestFinished(() => {
    render(null, container);
    container.remove();
    document.adoptedStyleSheets = [];
  });
  return { container, main: find(container, 'main'), onBack };
}
