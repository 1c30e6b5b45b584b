/** Puts the region of a page's marks where the product puts it: in the root of its own host. */
import { onTestFinished, vi } from 'vitest';
import css from '../../components/region.css?inline';
import { regionTexts } from '../../components/region-texts.ts';
import type { Translate } from '../../components/translate.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import { createPageRegion } from '../../core/page/page-region.ts';
import { find, marksOn, noteRoots, showPage, untilTestEnds } from '../page/made-page.ts';

/** The region of a page on which these passages are marked, with the focus on the first of them. */
export function mountRegion(translate: Translate, ...passages: readonly string[]): HTMLElement {
  const page = showPage('');
  for (const passage of passages) {
    const paragraph = document.createElement('p');
    paragraph.append(passage);
    page.append(paragraph);
  }
  // A word that no line holds is the page's own affair.
  page.style.overflow = 'hidden';
  const roots = noteRoots();
  const { signal } = untilTestEnds();
  const region = createPageRegion({
    host: createPageHost(signal),
    texts: regionTexts(translate),
    css,
    onOpen: vi.fn(),
    signal,
  });
  region.show(marksOn(...passages));
  region.moveToMark('next');
  onTestFinished(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  const root = roots.at(-1);
  if (root === undefined) throw new Error('no region was shown');
  return find('[role=region]', root);
}
