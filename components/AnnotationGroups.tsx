import { AnnotationEntry } from './AnnotationEntry.tsx';
import { Message } from './Message.tsx';
import type { PopupAnnotation } from './popup-state.ts';
import type { MessageKey } from './translate.ts';

/** In the order in which they are shown: what the page says in its own voice comes first. */
const GROUPS = [
  ['asserts', 'popup_group_asserts'],
  ['attributes', 'popup_group_attributes'],
  ['questions', 'popup_group_questions'],
  ['answered', 'popup_group_answered'],
  ['denies', 'popup_group_denies'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** What is only reported or asked about is another thing where the page also gives the response. */
function groupOf({ stance, responseId }: PopupAnnotation): (typeof GROUPS)[number][0] {
  const isOpen = stance === 'attributes' || stance === 'questions';
  return isOpen && responseId !== null ? 'answered' : stance;
}

type Props = {
  readonly annotations: readonly PopupAnnotation[];
  /** The language that the page declares; null when it declares none. */
  readonly pageLanguage: string | null;
  readonly onShow: (id: string) => void;
  readonly onOpenClaim: (claimId: string) => void;
};

/** What was found on the page, by what the page does with the claim; within a group as given. */
export function AnnotationGroups({ annotations, ...rest }: Props) {
  return (
    <>
      {GROUPS.map(([name, heading]) => {
        const group = annotations.filter((annotation) => groupOf(annotation) === name);
        return (
          group.length > 0 && (
            <div class="group" key={name}>
              <h2>
                <Message name={heading} />
              </h2>
              <ul>
                {group.map((annotation) => (
                  <AnnotationEntry key={annotation.id} annotation={annotation} {...rest} />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </>
  );
}
