// Disagreement between models against non-compliance: a dot a scenario, and the mean of each bin of disagreement. Places are
// shares of the drawing's width, so that words keep their size on a phone.
import { scaleLinear, scaleSqrt } from 'd3-scale';
import { percent, plural } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import { visibleLine } from '../../render/visible-text.ts';
import type { Report } from '../report.ts';
import type { ReportScenario } from '../report-answers.ts';

/** With fewer dots no relation can be seen, so nothing is drawn. */
const FEWEST = 6;
const BINS = [0, 1, 1.5, 2, 2.5, 3] as const;
const HEIGHT = 240;
const TOP = 14;
const BOTTOM = 34;

const x = scaleLinear().domain([0, 3]).range([8, 96]);
const y = scaleLinear()
  .domain([0, 1])
  .range([HEIGHT - BOTTOM, TOP]);

interface Point {
  readonly scenario: string;
  readonly disagreement: number;
  readonly share: number;
}

/** Nothing where too few scenarios have both, or all disagree alike. */
export function disagreementPart({ scenarios, selection }: Report): Html {
  // Where this run's answers were not scored on values, the bank's own figure stands in.
  const known = new Map(selection.map(({ scenario, disagreement }) => [scenario, disagreement]));
  const isScored = scenarios.some(({ disagreement }) => disagreement.head !== undefined);
  const points = scenarios.flatMap((scenario) =>
    pointOf(scenario, isScored ? scenario.disagreement.head : known.get(scenario.scenario)),
  );
  if (points.length < FEWEST || new Set(points.map(({ disagreement }) => disagreement)).size < 3) return NOTHING;
  const means = BINS.slice(0, -1).flatMap((from, index) => meanWithin(points, { from, to: BINS[index + 1]! }));
  return html`<section>
    <h2>Disagreement and non-compliance</h2>
    <p class="legend">
      How far the models' answers to a scenario lie apart on its values (D, 0 to
      3${isScored ? '' : ', as the bank has it'}), and the share of them that the judges object to on head.
      <span class="key dot-key"></span>scenarios <span class="key mean-key"></span>mean of those in a range of D
    </p>
    <div class="plot">
      <svg height="${HEIGHT}" role="img" aria-label="${wordsOf(means)}">
        ${axes()}${dots(points)}${means.map(meanMark)}
      </svg>
    </div>
  </section>`;
}

function pointOf({ scenario, head }: ReportScenario, disagreement: number | undefined): readonly Point[] {
  return head === undefined || disagreement === undefined ? [] : [{ scenario, disagreement, share: head }];
}

interface Mean {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly scenarios: number;
}

function meanWithin(points: readonly Point[], { from, to }: Pick<Mean, 'from' | 'to'>): readonly Mean[] {
  const own = points.filter(({ disagreement }) => disagreement >= from && (disagreement < to || to === 3));
  if (own.length === 0) return [];
  return [{ from, to, share: own.reduce((sum, { share }) => sum + share, 0) / own.length, scenarios: own.length }];
}

function wordsOf(means: readonly Mean[]): string {
  const words = means.map(
    ({ from, to, share, scenarios }) => `D ${from} to ${to}: ${percent(share)} on ${plural(scenarios, 'scenario')}`,
  );
  return `Mean non-compliance by disagreement. ${words.join('; ')}`;
}

function axes(): Html {
  return html`${[0, 0.5, 1].map(
    (tick) =>
      html`<line class="grid" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}" />
        <text x="0" y="${y(tick) - 4}">${percent(tick)}</text>`,
  )}${[0, 1, 2, 3].map(
    (tick) =>
      html`<text x="${at(tick)}" y="${HEIGHT - BOTTOM + 22}" text-anchor="middle">${tick === 0 ? 'D 0' : tick}</text>`,
  )}`;
}

/** Scenarios of one place are one dot, larger by their number. */
function dots(points: readonly Point[]): Html {
  const places = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${(Math.round(point.disagreement * 20) / 20).toFixed(2)} ${(Math.round(point.share * 25) / 25).toFixed(2)}`;
    const own = places.get(key) ?? [];
    places.set(key, own);
    own.push(point);
  }
  const radius = scaleSqrt().domain([1, 25]).range([4, 14]).clamp(true);
  return html`${[...places.values()].map((own) => {
    const { disagreement, share } = own[0]!;
    const named = own.slice(0, 3).map(({ scenario }) => visibleLine(scenario, 80));
    const rest = own.length > named.length ? ` and ${own.length - named.length} more` : '';
    return html`<circle class="dot" cx="${at(disagreement)}" cy="${round(y(share))}" r="${round(radius(own.length))}"
      ><title>${named.join(', ')}${rest}: D ${disagreement.toFixed(2)}, ${percent(share)}</title></circle
    >`;
  })}`;
}

/** A line over the bin, with its number. */
function meanMark({ from, to, share }: Mean): Html {
  const place = round(y(share));
  return html`<line class="mean" x1="${at(from + 0.03)}" x2="${at(to - 0.03)}" y1="${place}" y2="${place}" />
    <text class="value" x="${at((from + to) / 2)}" y="${share > 0.9 ? place + 15 : place - 6}" text-anchor="middle"
      >${percent(share)}</text
    >`;
}

function at(disagreement: number): string {
  return `${round(x(disagreement))}%`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
