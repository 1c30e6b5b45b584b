import { isTrial, type Claim } from '../core/claims/claim.ts';
import { LanguageName } from './LanguageName.tsx';
import { Message } from './Message.tsx';

type Props = {
  readonly claim: Pick<Claim, 'wordings'>;
  /** The language of the wordings that something was compared with; null for none. */
  readonly language: string | null;
};

/** That nobody who grew up with the language has read the wordings that a mark rests on. */
export function TrialNote({ claim, language }: Props) {
  if (language === null || !isTrial(claim, language)) return null;
  return (
    <p>
      <Message name="trial_note">
        <LanguageName tag={language} />
      </Message>
    </p>
  );
}
