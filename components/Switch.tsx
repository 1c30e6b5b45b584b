import type { ComponentChildren } from 'preact';

type Props = {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  /** The label. */
  readonly children: ComponentChildren;
};

/** A switch over the whole line, its label included. A tick and the thumb's place say that it is on. */
export function Switch({ isOn, onSwitch, children }: Props) {
  return (
    <button
      type="button"
      class="line switch"
      role="switch"
      aria-checked={isOn}
      onClick={() => {
        onSwitch(!isOn);
      }}
    >
      <span>{children}</span>
      <span class="track" aria-hidden="true">
        <span class="thumb">
          {isOn && (
            <svg viewBox="0 0 16 16" width="16" height="16">
              <path d="M4 8.5l3 3 5.5-6.5" />
            </svg>
          )}
        </span>
      </span>
    </button>
  );
}
