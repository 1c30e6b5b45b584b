/** What the popup would know of a page that does not exist. Names, places and words are fiction. */
import type { Coverage, PageState, PopupAnnotation } from '../../../components/popup-state.ts';
import type { PopupProps } from '../../../components/PopupView.tsx';
import type { IsoDate } from '../../../core/claims/date.ts';

export const HOST = 'sample-news.example';

export const list = {
  title: 'Claims about Vesmark (fiction)',
  version: '1.2.0',
  // A brand by hand: written as the schema wants it.
  asOf: '2031-05' as IsoDate,
} satisfies PopupProps['list'];

export const NOTHING_CORRECTED: PopupProps['corrected'] = { mutedClaims: [], corrections: [] };

export const compared: Coverage = {
  kind: 'compared',
  wordCount: 3_180,
  language: 'en',
  claimCount: 24,
  isTrial: false,
};

export const annotation: PopupAnnotation = {
  id: 'stated',
  quote: 'On two nights boats crossed the invented lake from Ilm.',
  stance: 'asserts',
  claimId: 'boats-from-ilm',
  claim: 'Boats entered Orlane from Ilm in May 2031.',
  claimLanguage: 'en',
  responseCount: 1,
  otherVoiceCount: 2,
  isMarked: true,
  responseId: null,
};

/** More words than two lines hold. */
export const LONG_QUOTE =
  'A provincial official of Orlane, who is as invented as the province, the lake and the boats, ' +
  'said on Thursday that boats had come out of the harbour of Ilm on at least two nights, and ' +
  'that the fishermen of the valley had seen them from the shore before the lamps were put out.';

/** One passage of each kind, not in the order in which they are shown. */
export const annotations: readonly PopupAnnotation[] = [
  {
    ...annotation,
    id: 'denied',
    quote: 'Vesmark says that no boat left its harbour.',
    stance: 'denies',
    isMarked: false,
  },
  { ...annotation, id: 'asked', quote: 'Did boats come out of Ilm?', stance: 'questions' },
  annotation,
  {
    ...annotation,
    id: 'reported',
    quote: LONG_QUOTE,
    stance: 'attributes',
    otherVoiceCount: 0,
  },
];

export const found = (changes: Partial<Extract<PageState, { kind: 'found' }>> = {}): PageState => ({
  kind: 'found',
  host: HOST,
  isLasting: true,
  coverage: compared,
  annotations,
  ...changes,
});

export const foundClaims = [
  {
    id: 'boats-from-ilm',
    claim: 'Boats entered Orlane from Ilm in May 2031.',
    claimLanguage: 'en',
    state: 'Vesmark’s foreign ministry denies this.',
  },
  {
    id: 'lamp-oil',
    claim: 'نفت چراغ از ایلم آمد.',
    claimLanguage: 'fa',
    state: 'Vesmark’s foreign ministry does not confirm this.',
  },
] as const satisfies ReturnType<PopupProps['search']>;

/** What makes every text of the popup that comes from a page or a list `text`. */
export const propsOf = (text: string): Partial<PopupProps> => ({
  page: found({
    host: text,
    coverage: { ...compared, language: text },
    annotations: [
      { ...annotation, quote: text, claim: text },
      { ...annotation, id: 'other', quote: text, claim: text, claimLanguage: 'fa' },
    ],
  }),
  list: { ...list, title: text, version: text },
  search: () => [{ id: 'claim', claim: text, claimLanguage: 'en', state: text }],
});
