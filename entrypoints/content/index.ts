import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchFrames } from '../../core/page/watch-frames.ts';
import { createAsker } from './ask.ts';
import { watchForClaims } from './watch-for-claims.ts';
import './highlight.css';

export default defineContentScript({
  // Registered at run time, for the sites that the reader has granted.
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  main(context) {
    watchForClaims(context);
    const ask = createAsker(() => {
      context.abort('the extension is gone');
    }, context.signal);
    watchFrames(document, context.signal, () => void ask({ type: 'lookIntoFrames' }));
  },
});
