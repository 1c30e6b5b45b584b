import { harmlessText } from '../core/claims/text.ts';
import { translateCount, type Translate } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

/** What the region of a page says, in the reader's language. */
export function regionTexts(translate: Translate) {
  const language = translate('language_tag');
  const inDigits = new Intl.NumberFormat(language);
  return {
    language,
    direction: writingDirection(language),
    label: translate('region_label'),
    /** On the small button beside a mark in a link. */
    handle: translate('handle_label'),
    hint: translate('region_hint'),
    nameOf: (place: number, count: number, words: string) =>
      // Isolated (FSI, PDI): the words of a page may run in another direction than the sentence.
      translate(
        'region_mark',
        inDigits.format(place),
        inDigits.format(count),
        `\u2068${harmlessText(words)}\u2069`,
      ),
    announcementOf: (count: number) => translateCount(translate, 'region_announcement', count),
  };
}
