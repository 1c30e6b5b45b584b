import type { ComponentChildren } from 'preact';
import { Message } from './Message.tsx';
import type { MessageKey } from './translate.ts';

/** A part of a claim under its heading. */
export function Section({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  return (
    <section>
      <h4>
        <Message name={title} />
      </h4>
      {children}
    </section>
  );
}
