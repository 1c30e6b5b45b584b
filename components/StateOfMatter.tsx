import type { Claim } from '../core/claims/claim.ts';
import type { MatterLine } from '../core/claims/state-of-matter.ts';
import { DatedSentence } from './Sentence.tsx';

/** The positions on record, one line each, all set alike: the order is the only difference. */
export function StateOfMatter(props: { lines: readonly MatterLine[]; nature: Claim['nature'] }) {
  return (
    <ul class="matter">
      {props.lines.map((line) => (
        <li class="dated">
          <DatedSentence about={line} nature={props.nature} />
        </li>
      ))}
    </ul>
  );
}
