/** What was annotated on a page, as lines for a terminal. */
import type { TabAnnotations } from './ask-extension.ts';

type Annotation = TabAnnotations[number];

/**
 * What is marked: one row a line below a row of headings, columns aligned. Of several responses the
 * first and how many more there are.
 */
export function markedTable(annotations: TabAnnotations): string {
  const rows = annotations
    .filter(({ isMarked }) => isMarked)
    .map((annotation) => [...firstColumns(annotation), responsesOf(annotation)]);
  return layOut(['claim', 'stance', 'passage', 'responses'], rows);
}

/** What resembles a claim and is not marked, and why. Takes all annotations of a page. */
export function unmarkedTable(annotations: TabAnnotations): string {
  const denials = annotations.filter(({ stance }) => stance === 'denies');
  const denied = new Set(denials.map(({ claim }) => claim));
  const rows = annotations
    .filter(({ isMarked }) => !isMarked)
    .map((annotation) => [...firstColumns(annotation), reasonOf(annotation, denied)]);
  return layOut(['claim', 'stance', 'passage', 'reason'], rows);
}

function firstColumns({ claim, stance, quote }: Annotation): readonly string[] {
  return [claim, stance, `“${plain(quote)}”`];
}

function responsesOf({ responses }: Annotation): string {
  const [first, ...others] = responses;
  if (first === undefined) return '';
  const more = others.length === 0 ? '' : `, ${String(others.length)} more`;
  return `${first.label} (${first.date})${more}`;
}

function reasonOf({ claim, stance }: Annotation, denied: ReadonlySet<string>): string {
  if (stance === 'denies') return 'denied here';
  // A page that asserts a claim is marked whatever else it carries.
  if (stance !== 'asserts' && denied.has(claim)) return 'the page also carries a denial';
  return 'the page changed while it was read';
}

/** Everything comes from pages and lists: control characters, which could command the terminal, become spaces. */
function layOut(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map(plain));
  const widths = headings.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
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
