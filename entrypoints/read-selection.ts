/** Run in the page that a reader reports from, once, when they ask for that. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageForReport } from '../core/page/read-selection.ts';

export default defineUnlistedScript(() => readPageForReport(document, location.href));
