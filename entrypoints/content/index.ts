import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBackground } from '../../core/extension/message-transport.ts';
import { watchFrames } from '../../core/page/watch-frames.ts';
import { watchForClaims } from './watch-for-claims.ts';
import './highlight.css';

export default defineContentScript({
  // Registered at run time, for the sites that the reader has granted.
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  main(context) {
    watchForClaims(context);
    watchFrames(document, context.signal, () => void askBackground({ type: 'lookIntoFrames' }));
  },
});
