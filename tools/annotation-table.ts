/** What was annotated on a page, as lines for a terminal. */
import type { TabAnnotations } from './ask-extension.ts';

const HEADINGS = ['claim', 'stance', 'passage', 'responses'] as const;

/**
 * One row a line below a row of headings, columns aligned. Everything comes from pages and lists,
 * so that control characters, which could command the terminal, become spaces.
 */
export function tableOf(annotations: TabAnnotations): string {
  const rows = annotations.map(({ claim, stance, quote, responses }) => [
    claim,
    stance,
    `“${quote}”`,
    responses.map(({ label, date }) => `${label} (${date})`).join('; '),
  ]);
  const cells = [HEADINGS, ...rows].map((row) => row.map(plain));
  const widths = HEADINGS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim();
}
