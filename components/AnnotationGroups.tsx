import { AnnotationEntry } from './AnnotationEntry.tsx';
import { Message } from './Message.tsx';
import type { PopupAnnotation } from './popup-state.ts';
import type { MessageKey } from './translate.ts';

/** In the order in which they are shown: what the page says in its own voice comes first. */
const GROUPS: readonly (readonly [PopupAnnotation['stance'], MessageKey])[] = [
  ['asserts', 'popup_group_asserts'],
  ['attributes', 'popup_group_attributes'],
  ['questions', 'popup_group_questions'],
  ['denies', 'popup_group_denies'],
];

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
      {GROUPS.map(([stance, heading]) => {
        const group = annotations.filter((annotation) => annotation.stance === stance);
        return (
          group.length > 0 && (
            <div class="group" key={stance}>
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
