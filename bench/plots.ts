// Draws the recorded figures of bench/sizes.json against size, both axes logarithmic: one SVG a chart, in bench/plots/.
// A line that is straight and no steeper than the grid's diagonal grows with size and no faster.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaleLog } from 'd3-scale';

interface Series {
  readonly name: string;
  /** What measures it again. */
  readonly command: string;
  /** Size and figure. */
  readonly points: readonly (readonly [size: number, figure: number])[];
}

export interface Chart {
  readonly name: string;
  readonly title: string;
  readonly size: string;
  readonly unit: string;
  readonly machine: string;
  readonly series: readonly Series[];
}

const [WIDTH, HEIGHT] = [640, 300];
const MARGIN = { left: 80, right: 210, top: 40, bottom: 44 };
/** Readable on white and on GitHub's dark page. */
const COLOURS = ['#c2410c', '#2563eb', '#0d9488', '#9333ea'];

export function readCharts(): readonly Chart[] {
  const text = readFileSync(join(import.meta.dirname, 'sizes.json'), 'utf8');
  return (JSON.parse(text) as { readonly charts: readonly Chart[] }).charts;
}

/** The same chart, the same bytes. */
export function drawChart({ title, size, unit, machine, series }: Chart): string {
  const all = series.flatMap(({ points }) => points);
  const [sizes, figures] = [all.map(([at]) => at), all.map(([, figure]) => figure)];
  const x = scaleLog(reach(sizes), [MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleLog(reach(figures), [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const text = (at: readonly [number, number], words: string, more = ''): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" ${more}>${escapeXml(words)}</text>`;
  const line = (from: readonly [number, number], to: readonly [number, number]): string =>
    `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="#888" stroke-opacity="0.4"/>`;
  const bottom = HEIGHT - MARGIN.bottom;
  const ends = series.map(({ points }) => y(points.at(-1)![1]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#777" role="img">`,
    `<title>${escapeXml(`${title}. ${machine}`)}</title>`,
    text([MARGIN.left, 20], title, 'font-size="14" font-weight="600"'),
    ...ticks(x.domain() as [number, number]).flatMap((tick) => [
      line([x(tick), MARGIN.top], [x(tick), bottom]),
      text([x(tick), bottom + 16], tick.toLocaleString('en-US'), 'text-anchor="middle"'),
    ]),
    text([(MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 8], size, 'text-anchor="middle"'),
    ...ticks(y.domain() as [number, number]).flatMap((tick) => [
      line([MARGIN.left, y(tick)], [WIDTH - MARGIN.right, y(tick)]),
      text([MARGIN.left - 6, y(tick) + 4], `${tick.toLocaleString('en-US')} ${unit}`, 'text-anchor="end"'),
    ]),
    ...series.flatMap(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length]!;
      const path = points.map(([at, figure]) => `${round(x(at))},${round(y(figure))}`).join(' ');
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...points.map(
          ([at, figure]) => `<circle cx="${round(x(at))}" cy="${round(y(figure))}" r="3.5" fill="${colour}"/>`,
        ),
        text([WIDTH - MARGIN.right + 12, apart(ends, index) + 4], name, `fill="${colour}"`),
      ];
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** From the power of ten at or below the least to the one at or above the most. */
function reach(values: readonly number[]): [number, number] {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  return [10 ** Math.floor(least), 10 ** Math.ceil(most)];
}

function ticks([from, to]: readonly [number, number]): readonly number[] {
  const [first, last] = [Math.round(Math.log10(from)), Math.round(Math.log10(to))];
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step));
}

/** Where a label goes so that none covers another: in the order of their lines, 16 apart at least. */
function apart(ends: readonly number[], index: number): number {
  const order = ends.map((end, at) => ({ end, at })).sort((a, b) => a.end - b.end);
  let last = -Infinity;
  for (const { end, at } of order) {
    last = Math.max(end, last + 16);
    if (at === index) return last;
  }
  return ends[index]!;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

if (import.meta.main) {
  for (const chart of readCharts()) {
    writeFileSync(join(import.meta.dirname, 'plots', `${chart.name}.svg`), drawChart(chart));
  }
}
