import { defineContentScript } from 'wxt/utils/define-content-script';
import { whereTextIs } from './frame-text.ts';
import { watchForClaims } from './watch-for-claims.ts';
import './highlight.css';

export default defineContentScript({
  // Registered at run time, for the sites that the reader has granted.
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  main(context) {
    whereTextIs(document, context.signal, () => {
      watchForClaims(context);
    });
  },
});
