import { toChildArray, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';

// One private-use character stands for each child while the locale puts the sentence in order.
const FIRST_MARK = 0xe000;
const MARKS = /([\ue000-\ue008])/u;

/**
 * A message of the locale with elements in its placeholders: the first child in `$1`, the second in
 * `$2`, at most nine. The order of the words stays the locale's, the elements keep their own
 * language, direction and links.
 */
export function Message({ name, children }: { name: MessageKey; children?: ComponentChildren }) {
  const translate = useContext(TranslateContext);
  const fillings = toChildArray(children);
  const marks = fillings.map((_, at) => String.fromCharCode(FIRST_MARK + at));
  const parts = translate(name, ...marks).split(MARKS);
  return <>{parts.map((part) => (MARKS.test(part) ? fillings[marks.indexOf(part)] : part))}</>;
}
