import { useContext, useId } from 'preact/hooks';
import { Message } from './Message.tsx';
import { Passage } from './Passage.tsx';
import type { PopupAnnotation } from './popup-state.ts';
import { TranslateContext } from './translate-context.ts';
import { translateCount } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

type Props = {
  readonly annotation: PopupAnnotation;
  /** The language that the page declares; null when it declares none. */
  readonly pageLanguage: string | null;
  readonly onShow: (id: string) => void;
  readonly onOpenClaim: (claimId: string) => void;
};

/** A passage of the page, the claim that it resembles, and how many are on record about that. */
export function AnnotationEntry({ annotation, pageLanguage, onShow, onOpenClaim }: Props) {
  const { id, quote, claimId, claim, claimLanguage, responseId } = annotation;
  const passageId = useId();
  return (
    <li class="annotation">
      <Passage id={passageId} text={quote} language={pageLanguage} />
      <p class="small">
        <Message name="popup_claim">
          <button
            type="button"
            class="claim-name"
            onClick={() => {
              onOpenClaim(claimId);
            }}
          >
            <bdi lang={claimLanguage} dir={writingDirection(claimLanguage)}>
              {claim}
            </bdi>
          </button>
        </Message>
      </p>
      <div class="line">
        <p class="small">
          <OnRecord annotation={annotation} />
        </p>
        <button
          type="button"
          aria-describedby={passageId}
          onClick={() => {
            onShow(id);
          }}
        >
          <Message name="popup_show" />
        </button>
        {responseId !== null && (
          <button
            type="button"
            aria-describedby={passageId}
            onClick={() => {
              onShow(responseId);
            }}
          >
            <Message name="popup_show_response" />
          </button>
        )}
      </div>
    </li>
  );
}

function OnRecord({ annotation }: { annotation: PopupAnnotation }) {
  const translate = useContext(TranslateContext);
  const { responseCount, otherVoiceCount, isMarked } = annotation;
  const parts = [translateCount(translate, 'popup_responses', responseCount)];
  if (otherVoiceCount > 0) {
    parts.push(translateCount(translate, 'popup_other_voices', otherVoiceCount));
  }
  if (!isMarked) parts.push(translate('popup_not_marked'));
  return <>{parts.join(' · ')}</>;
}
