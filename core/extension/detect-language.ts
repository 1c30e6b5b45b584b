/** The language of a text, by the browser's own detector: it takes no byte of the package. */
import { browser } from './browser.ts';

/** As BCP 47; null when the browser is not sure. */
export async function detectLanguage(text: string): Promise<string | null> {
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  return isReliable ? (languages[0]?.language ?? null) : null;
}
