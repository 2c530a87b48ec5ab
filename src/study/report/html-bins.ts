// Frequent non-compliance by disagreement as a drawing: two bars a bin, each with its interval.
import type { BinTable, BinRate } from '../bins.ts';
import { percent } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';

const WIDTH = 1080;
const HEIGHT = 260;
const LEFT = 44;
const BOTTOM = 34;
const TOP = 22;
const BAR = 46;

/** Nothing where no bin has a share. */
export function binsPlot({ bins }: BinTable): Html {
  const rates = bins.flatMap(({ majority, anyJudge }) => [majority, anyJudge]);
  const ends = rates.flatMap(({ share }) => (share.status === 'defined' ? [share.interval.upper] : []));
  if (ends.length === 0) return NOTHING;
  const top = Math.min(1, Math.ceil(Math.max(...ends, 0.1) * 10) / 10);
  const y = (share: number): number => round(HEIGHT - BOTTOM - (share / top) * (HEIGHT - BOTTOM - TOP));
  const step = (WIDTH - LEFT) / bins.length;
  const lines = [0, 0.5, 1].map((part) => {
    return html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y(part * top)}" y2="${y(part * top)}" />
      <text x="${LEFT - 8}" y="${y(part * top) + 4}" text-anchor="end">${percent(part * top)}</text>`;
  });
  const bars = bins.map(({ from, to, majority, anyJudge }, index) => {
    const middle = round(LEFT + step * (index + 0.5));
    return html`${bar(majority, { x: middle - BAR - 3, y, series: 0 })}${bar(anyJudge, { x: middle + 3, y, series: 1 })}
      <text x="${middle}" y="${HEIGHT - 12}" text-anchor="middle">D ${from.toFixed(1)} to ${to.toFixed(1)}</text>`;
  });
  return html`<div class="plot">
    <p class="legend">
      <span class="key series-0"></span>by majority vote<span class="key series-1"></span>at least one judge against
      each answer
    </p>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Frequent non-compliance by disagreement">
      ${lines}${bars}
    </svg>
  </div>`;
}

function bar(
  { share }: BinRate,
  { x, y, series }: { readonly x: number; readonly y: (share: number) => number; readonly series: 0 | 1 },
): Html {
  if (share.status === 'undefined') return NOTHING;
  const { value, interval } = share;
  const centre = x + BAR / 2;
  return html`<rect
      class="series-${series}"
      x="${x}"
      y="${y(value)}"
      width="${BAR}"
      height="${round(y(0) - y(value))}"
      rx="2"
      ><title>${percent(value)} of ${share.scenarios} scenarios</title></rect
    >
    <line class="whisker" x1="${centre}" x2="${centre}" y1="${y(interval.lower)}" y2="${y(interval.upper)}" />
    <text class="value" x="${centre}" y="${y(interval.upper) - 5}" text-anchor="middle">${percent(value)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
