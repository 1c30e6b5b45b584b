/** A chart of bars with their intervals, as SVG that stands on any background. */
import type { Chart } from './scorecard.ts';

const WIDTH = 760;
const NAME_WIDTH = 270;
const VALUE_WIDTH = 60;
const ROW_HEIGHT = 24;
const BAR_HEIGHT = 12;
const HEAD_HEIGHT = 40;
const PADDING = 12;
const TICK_REACH = 4;
/** From here on decimals are noise. */
const WHOLE_NUMBERS_FROM = 10;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string) => text.replaceAll(/[&<"]/gu, (sign) => ESCAPES[sign] ?? sign);

/** The chart; the same text for the same figures. */
export function drawChart({ title, max, bars }: Chart): string {
  const ends = bars.map(({ figure }) => figure.interval?.[1] ?? figure.value);
  const full = max ?? Math.max(...ends, Number.MIN_VALUE);
  const room = WIDTH - NAME_WIDTH - VALUE_WIDTH - 2 * PADDING;
  const x = (value: number) => (PADDING + NAME_WIDTH + (room * value) / full).toFixed(1);
  const height = HEAD_HEIGHT + bars.length * ROW_HEIGHT + PADDING;
  const rows = bars.map(({ name, figure: { value, interval } }, at) => {
    const top = HEAD_HEIGHT + at * ROW_HEIGHT;
    const middle = top + BAR_HEIGHT / 2;
    const label = value.toFixed(value >= WHOLE_NUMBERS_FROM ? 0 : 2);
    const length = ((room * value) / full).toFixed(1);
    const whisker =
      interval === null
        ? ''
        : `<path d="M${x(interval[0])} ${String(middle)}H${x(interval[1])}` +
          interval
            .map(
              (end) => `M${x(end)} ${String(middle - TICK_REACH)}V${String(middle + TICK_REACH)}`,
            )
            .join('') +
          '" stroke="#222" fill="none"/>';
    return (
      `<text x="${String(PADDING + NAME_WIDTH - 8)}" y="${String(top + 10)}" text-anchor="end">${escaped(name)}</text>` +
      `<rect x="${x(0)}" y="${String(top)}" width="${length}" height="${String(BAR_HEIGHT)}" fill="${at === 0 || name.startsWith('Rejoinder') ? '#0b6e63' : '#9aa7b2'}"/>` +
      whisker +
      `<text x="${String(WIDTH - PADDING)}" y="${String(top + 10)}" text-anchor="end">${label}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}" height="${String(height)}" viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12" fill="#222">`,
    `<rect width="${String(WIDTH)}" height="${String(height)}" fill="#fff"/>`,
    `<text x="${String(PADDING)}" y="24" font-size="14" font-weight="bold">${escaped(title)}</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}
