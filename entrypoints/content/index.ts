import { defineContentScript } from 'wxt/utils/define-content-script';
import { annotatePage } from './annotate-page.ts';
import './highlight.css';

export default defineContentScript({
  // This machine's own pages; access to others is asked for at run time.
  matches: ['http://127.0.0.1/*', 'http://localhost/*', 'http://[::1]/*'],
  runAt: 'document_idle',
  main(context) {
    annotatePage(context.signal, () => {
      context.abort('the extension is gone');
    });
  },
});
