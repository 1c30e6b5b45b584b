/** Puts the first page where the product puts it: in a document that has its stylesheet alone. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import css from '../../../components/welcome.css?inline';
import { TranslateContext } from '../../../components/translate-context.ts';
import type { Translate } from '../../../components/translate.ts';
import { WelcomeView, type WelcomeProps } from '../../../components/WelcomeView.tsx';
import { find } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';

/** Fiction, in an order that is not that of the names. */
export const NEWS = [
  { host: 'boat.example', name: 'The Orlane Boatman' },
  { host: 'courier.example', name: 'Lake Courier' },
  { host: 'letter.example', name: 'Émile’s Letter' },
];

export const WIDE = [1280, 800] as const;

/** The page at the width and height given in pixels; the document is as before when the test ends. */
export async function mountWelcome(
  props: Partial<WelcomeProps> = {},
  {
    translate = translateFromFile,
    viewport = WIDE,
  }: { translate?: Translate; viewport?: readonly [width: number, height: number] } = {},
) {
  await page.viewport(...viewport);
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  const root = document.createElement('div');
  document.body.append(root);
  const onChoose = vi.fn<WelcomeProps['onChoose']>();
  const onOnlyWhenAsked = vi.fn<WelcomeProps['onOnlyWhenAsked']>();
  const show = (changes: Partial<WelcomeProps>) => {
    render(
      <TranslateContext.Provider value={translate}>
        <WelcomeView
          choice="none"
          newsSiteCount={NEWS.length}
          news={NEWS}
          isPreview
          outcome="idle"
          onChoose={onChoose}
          isOnlyWhenAsked={false}
          onOnlyWhenAsked={onOnlyWhenAsked}
          {...changes}
        />
      </TranslateContext.Provider>,
      root,
    );
  };
  show(props);
  onTestFinished(() => {
    render(null, root);
    root.remove();
    style.remove();
  });
  return { main: find(root, 'main'), show, onChoose, onOnlyWhenAsked };
}
