// One figure over the nights as a line, with the nights on which an alarm about it stood, and the anchor.
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { html, NOTHING, type Html } from '../../../render/html/markup.ts';
import type { Trend } from '../report.ts';

const WIDTH = 320;
const HEIGHT = 118;
const LEFT = 40;
const RIGHT = 44;
const TOP = 12;
const BOTTOM = 22;

export interface TrendLine {
  /** Who: a model's id, or the panel. */
  readonly who: Html;
  /** The same in plain words, for whoever does not see the line. */
  readonly label: string;
  readonly dates: readonly string[];
  readonly values: Trend;
  /** By night: whether an alarm about this figure stood. */
  readonly alarmed: readonly boolean[];
  /** The night that the others are held against. */
  readonly anchor: string | undefined;
  readonly show: (value: number) => string;
  /** What the scale reaches to at least: noise is not blown up to a mountain, and charts side by side have one scale. */
  readonly least: number;
}

interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** One small chart, as SVG: a metric of one subject over the nights, on the scale of all its charts. */
export function trendChart(line: TrendLine): Html {
  const { who, dates, values, show, least, alarmed } = line;
  const top = Math.max(least, ...values.map((value) => value ?? 0));
  const x = scaleLinear()
    .domain([0, Math.max(1, dates.length - 1)])
    .range([LEFT, WIDTH - RIGHT]);
  const y = scaleLinear()
    .domain([0, top])
    .nice(3)
    .range([HEIGHT - BOTTOM, TOP]);
  const scales = { x, y };
  const last = values.at(-1);
  return html`<figure class="trend ${alarmed.at(-1) === true ? 'bad' : ''}">
    <figcaption>${who}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${wordsOf(line)}">
      ${grid(line, scales)}${anchorLine(line, scales)}
      <path class="line" d="${pathOf(values, scales)}" />
      ${values.map((value, index) => (value === null ? NOTHING : dot(line, scales, { value, index })))}
      ${
        last === null || last === undefined
          ? NOTHING
          : html`<text class="now" x="${x(dates.length - 1) + 7}" y="${round(y(last)) + 4}">${show(last)}</text>`
      }
    </svg>
  </figure>`;
}

function grid({ dates, show }: TrendLine, { x, y }: Scales): Html {
  const ends = dates.length > 1 ? [0, dates.length - 1] : [0];
  return html`${y
    .ticks(3)
    .map(
      (tick) =>
        html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(tick))}" y2="${round(y(tick))}" />
          <text x="${LEFT - 5}" y="${round(y(tick)) + 4}" text-anchor="end">${show(tick)}</text>`,
    )}${ends.map(
    (index) =>
      html`<text x="${round(x(index))}" y="${HEIGHT - 5}" text-anchor="${index === 0 ? 'start' : 'middle'}"
        >${dayOf(dates[index] ?? '')}</text
      >`,
  )}`;
}

function anchorLine({ dates, anchor }: TrendLine, { x }: Scales): Html {
  const index = anchor === undefined ? -1 : dates.indexOf(anchor);
  if (index < 0) return NOTHING;
  const at = round(x(index));
  return html`<line class="anchor" x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${HEIGHT - BOTTOM}"
    ><title>the anchor, ${anchor}</title></line
  >`;
}

/** Gaps stay gaps: a night that did not measure it is not bridged. */
function pathOf(values: Trend, { x, y }: Scales): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const before = index === 0 ? null : values[index - 1];
      return `${before === null || before === undefined ? 'M' : 'L'}${round(x(index))} ${round(y(value))}`;
    })
    .join('');
}

function dot(
  { dates, alarmed, show }: TrendLine,
  { x, y }: Scales,
  { value, index }: { readonly value: number; readonly index: number },
): Html {
  const isAlarm = alarmed[index] === true;
  const words = `${dates[index]}: ${show(value)}${isAlarm ? ', alarm' : ''}`;
  const at = { x: round(x(index)), y: round(y(value)) };
  // A shape of its own, so that an alarm is not told by its colour alone.
  if (isAlarm) {
    return html`<path class="alarm" d="M${at.x} ${at.y - 6}l5.5 9.5h-11z"><title>${words}</title></path>`;
  }
  return html`<circle class="dot" cx="${at.x}" cy="${at.y}" r="2.6"><title>${words}</title></circle>`;
}

function wordsOf({ label, dates, values, alarmed, show }: TrendLine): string {
  const known = values.flatMap((value) => value ?? []);
  const alarms = dates.filter((_, index) => alarmed[index] === true);
  const range = known.length === 0 ? 'not measured' : `${show(Math.min(...known))} to ${show(Math.max(...known))}`;
  const now = values.at(-1);
  const tonight = now === null || now === undefined ? 'not measured tonight' : `tonight ${show(now)}`;
  const alarm = alarms.length === 0 ? 'no alarm' : `alarm on ${alarms.join(', ')}`;
  return `${label}: ${range} over ${dates.length} nights, ${tonight}, ${alarm}`;
}

/** `2026-11-28` -> `28 Nov`. */
export function dayOf(date: string): string {
  const [, month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
