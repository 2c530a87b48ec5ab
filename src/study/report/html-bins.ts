// Frequent non-compliance by disagreement as a drawing: a bar a bin and way of counting, each with its interval. Places are
// shares of the drawing's width, so that words keep their size on a phone.
import { scaleLinear } from 'd3-scale';
import type { BinTable, BinRate } from '../bins.ts';
import { percent, plural } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';

const BAR = 15;
/** Room above a bar for its number. */
const LABEL = 15;
/** Beyond this share of the width a number stands to the left of its place. */
const FAR = 88;

/** Nothing where no bin has a share. */
export function binsPlot({ bins }: BinTable): Html {
  const isDefined = ({ share }: BinRate): boolean => share.status === 'defined';
  const series = [
    { label: 'by majority vote', rate: 'majority' },
    { label: 'at least one judge against each answer', rate: 'anyJudge' },
  ] as const;
  const shown = series.filter(({ rate }) => bins.some((bin) => isDefined(bin[rate])));
  if (shown.length === 0) return NOTHING;
  const ends = bins.flatMap(({ majority, anyJudge }) =>
    [majority, anyJudge].flatMap(({ share }) => (share.status === 'defined' ? [share.interval.upper] : [])),
  );
  const top = Math.min(1, Math.ceil(Math.max(...ends, 0.1) * 10) / 10);
  const x = scaleLinear().domain([0, top]).range([0, 100]);
  const ticks = x.ticks(4);
  const rows = bins.map((bin) => {
    const bars = shown.map(({ rate }, row) => bar(bin[rate], { x, y: row * (BAR + LABEL), series: row }));
    return html`<p class="bin-name">
        D ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)} <span class="faint">${plural(bin.scenarios, 'scenario')}</span>
      </p>
      <svg height="${shown.length * (BAR + LABEL) + 3}" role="img" aria-label="${binWords(bin, shown)}">
        ${ticks.map((tick) => html`<line class="grid" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="0" y2="100%" />`)}
        ${bars}
      </svg>`;
  });
  return html`<div class="plot">
    <p class="legend">${shown.map(({ label }, index) => html`<span class="key series-${index}"></span>${label} `)}</p>
    <div class="bins">
      ${rows}
      <span></span>
      <svg height="18" aria-hidden="true">
        ${ticks.map((tick) => html`<text x="${at(x(tick))}" y="13" text-anchor="${anchorOf(x(tick))}">${percent(tick)}</text>`)}
      </svg>
    </div>
  </div>`;
}

function binWords(
  bin: BinTable['bins'][number],
  series: readonly { readonly label: string; readonly rate: 'majority' | 'anyJudge' }[],
): string {
  const words = series.map(({ label, rate }) => {
    const { share } = bin[rate];
    if (share.status === 'undefined') return `${label}: no share`;
    const { lower, upper } = share.interval;
    return `${label}: ${percent(share.value)}, ${percent(lower)} to ${percent(upper)}`;
  });
  return `D ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}, ${words.join('; ')}`;
}

function bar(
  { share }: BinRate,
  { x, y, series }: { readonly x: (share: number) => number; readonly y: number; readonly series: number },
): Html {
  if (share.status === 'undefined') return NOTHING;
  const { value, interval } = share;
  const top = y + LABEL;
  const middle = top + BAR / 2;
  return html`<rect class="series-${series}" x="0" y="${top}" width="${at(x(value))}" height="${BAR}" rx="2"
      ><title>${percent(value)} of ${plural(share.scenarios, 'scenario')}</title></rect
    >
    <line class="whisker" x1="${at(x(interval.lower))}" x2="${at(x(interval.upper))}" y1="${middle}" y2="${middle}" />
    <text class="value" x="${at(x(value))}" y="${top - 4}" text-anchor="${anchorOf(x(value))}"
      >${percent(value)}</text
    >`;
}

/** A place in percent of the width. */
function at(place: number): string {
  return `${Math.round(place * 10) / 10}%`;
}

function anchorOf(place: number): 'start' | 'middle' | 'end' {
  if (place < 100 - FAR) return 'start';
  return place > FAR ? 'end' : 'middle';
}
