/** How the locale reaches the components. */
import { createContext } from 'preact';
import type { Translate } from './translate.ts';

export const TranslateContext = createContext<Translate>(() => {
  throw new Error('expected a TranslateContext.Provider around the component, but found none');
});
