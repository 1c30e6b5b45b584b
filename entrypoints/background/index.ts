/**
 * The one index that serves every tab. Killed when idle and woken by the next message: it keeps
 * nothing that a page or the package does not have.
 *
 * Idle when: no page asks.
 */
import { LIST_READY_MEASURE, WAKE_MARK } from './wake.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchBundledIndex, readBundledRecords } from '../../core/extension/bundled-list.ts';
import {
  answerBackgroundMessages,
  askPage,
  type PageAnnotation,
  type TabAnnotation,
} from '../../core/extension/messages.ts';
import { showOnToolbar } from '../../core/extension/toolbar.ts';
import { translate } from '../../core/extension/translate.ts';
import { translateCount } from '../../components/translate.ts';
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';

export default defineBackground({
  type: 'module',
  main() {
    const index = openBundledIndex();
    answerBackgroundMessages(
      {
        findClaims: async ({ request }) => findClaims(await index, request),
        getRecords: ({ claims }) => readBundledRecords(claims),
        countChanged: async ({ count }, { tabId }) => {
          await showOnToolbar(tabId, {
            badge: count === 0 ? '' : String(count),
            title:
              count === 0
                ? translate('action_title')
                : translateCount(translate, 'badge_title', count),
          });
          return null;
        },
        getTabAnnotations: async ({ tabId }) => {
          const page = await askPage(tabId, { type: 'getPageAnnotations' });
          return page.ok ? addResponses(page.value) : [];
        },
      },
      logError,
    );
    index.catch(logError);
  },
});

async function openBundledIndex(): Promise<ClaimIndex> {
  const index = openIndex(await fetchBundledIndex());
  performance.measure(LIST_READY_MEASURE, WAKE_MARK);
  return index;
}

async function addResponses(
  annotations: readonly PageAnnotation[],
): Promise<readonly TabAnnotation[]> {
  const claims = [...new Set(annotations.map(({ claim }) => claim))];
  const records = new Map(
    (await readBundledRecords(claims)).map((record) => [record.claim.id, record.claim]),
  );
  return annotations.map((annotation) => ({
    ...annotation,
    responses: (records.get(annotation.claim)?.responses ?? []).map((response) => ({
      label: response.label['en'] ?? '',
      date: response.datePublished.date,
    })),
  }));
}

/** The one place that logs what nothing else has caught. */
function logError(error: unknown): void {
  console.error('Rejoinder:', error);
}
