import type { ComponentChildren } from 'preact';
import type { LanguageTag } from '../core/claims/text.ts';

type Props = {
  /** Null for a text that is known without its address. */
  readonly url: string | null;
  readonly language: LanguageTag;
  readonly label?: string;
  readonly children: ComponentChildren;
};

/** A link out of the page to where something was read. Any address but `https:` stays plain text. */
export function SourceLink({ url, language, label, children }: Props) {
  if (url === null || domainOf(url) === null) return <bdi>{children}</bdi>;
  return (
    <a href={url} hreflang={language} target="_blank" rel="noopener noreferrer" aria-label={label}>
      <bdi>{children}</bdi>
    </a>
  );
}

/** The domain of an `https:` address without `www.`; null for every other address. */
export function domainOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' ? hostname.replace(/^www\./u, '') : null;
}
