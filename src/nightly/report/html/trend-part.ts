// Every figure over the last nights: a small chart for each metric and model, the alarms by night, and the numbers as a table.
import { html, NOTHING, type Html } from '../../../render/html/markup.ts';
import { visibleLine } from '../../../render/visible-text.ts';
import type { NightMetric } from '../../decision/metrics.ts';
import { alarmKey, metricOf, type Alarm } from '../../decision/record.ts';
import { NIGHT_WORDS } from '../metric-words.ts';
import type { NightReport, Trend } from '../report.ts';
import { alarmPhrase } from '../words.ts';
import { plainText } from '../../../render/plain-text.ts';
import { dayOf, trendChart } from './trend-chart.ts';

interface Figure {
  readonly metric: NightMetric;
  /** Undefined for all models together. */
  readonly model?: string;
  readonly values: Trend;
}

/** The part of the page with all of them; nothing where no night has figures. */
export function trendPart(report: NightReport): Html {
  const { dates } = report.trend;
  const figures = figuresOf(report);
  if (dates.length === 0 || figures.length === 0) return NOTHING;
  const metrics = [...new Set(figures.map(({ metric }) => metric))];
  return html`<section>
    <h2 id="trend">${dates.length === 1 ? 'The first night' : `The last ${dates.length} nights`}</h2>
    <p class="legend">
      On the sentinels, the scenarios that are asked every night.
      <svg class="sign" viewBox="0 0 12 12" aria-hidden="true"><path class="alarm" d="M6 0l5.5 10h-11z" /></svg>a night
      on which an alarm about the figure stood <span class="key anchor-key"></span>the anchor
    </p>
    ${metrics.map(
      (metric) =>
        html`<h3>${headingOf(metric)}</h3>
          <div class="trends">
            ${chartsOf(
              figures.filter((one) => one.metric === metric),
              report,
            )}
          </div>`,
    )}
    ${alarmStrip(report)}${numbers(figures, report)}
  </section>`;
}

function figuresOf({ trend }: NightReport): readonly Figure[] {
  const ofModels = (metric: NightMetric, all: Readonly<Record<string, Trend>>): readonly Figure[] =>
    Object.entries(all).map(([model, values]) => ({ metric, model, values }));
  const ofPanel = Object.entries(trend.panel).map(([metric, values]) => ({ metric: metric as NightMetric, values }));
  return [...ofModels('nonCompliance', trend.models), ...ofModels('rejections', trend.rejections), ...ofPanel];
}

function headingOf(metric: NightMetric): string {
  const { heading } = NIGHT_WORDS[metric];
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}

/** Of one metric: all on one scale, so that models can be compared by eye. */
function chartsOf(figures: readonly Figure[], report: NightReport): readonly Html[] {
  const top = Math.max(...figures.flatMap(({ values }) => values.flatMap((value) => value ?? [])), 0);
  return figures.map((figure) => chartOf(figure, { report, top }));
}

function chartOf(
  { metric, model, values }: Figure,
  { report: { trend, anchor }, top }: { readonly report: NightReport; readonly top: number },
): Html {
  const { value: show, bar } = NIGHT_WORDS[metric];
  const isAbout = (alarm: Alarm): boolean =>
    metricOf(alarm) === metric && (model === undefined ? alarm.kind === 'panel' : alarm.id === model);
  return trendChart({
    who: model === undefined ? html`all models` : html`<code>${visibleLine(model, 80)}</code>`,
    label: `${NIGHT_WORDS[metric].heading}, ${model === undefined ? 'all models' : visibleLine(model, 80)}`,
    dates: trend.dates,
    values,
    alarmed: trend.alarms.map((alarms) => alarms.some(isAbout)),
    anchor: anchor?.date,
    show,
    least: Math.max(bar, top),
  });
}

const STEP = 9;

/** One row an alarm, one square a night; judges and the classifier have no line of their own. */
function alarmStrip({ trend: { alarms, dates } }: NightReport): Html {
  const rows = new Map(alarms.flat().map((alarm) => [alarmKey(alarm), alarm]));
  if (rows.size === 0) return NOTHING;
  return html`<h3>Alarms by night</h3>
    <div class="strips">
      ${[...rows].map(([key, alarm]) => {
        const stood = alarms.map((night) => night.some((one) => alarmKey(one) === key));
        const words = `${plainText(alarmPhrase(alarm))}, since ${alarm.since}`;
        const squares = stood.map(
          (stands, index) =>
            html`<rect class="${stands ? 'stands' : 'quiet'}" x="${index * STEP}" y="1" width="${STEP - 2}" height="12"
              ><title>${dates[index]}: ${stands ? 'alarm' : 'none'}</title></rect
            >`,
        );
        const nights = stood.filter(Boolean).length;
        return html`<p>${words}</p>
          <svg
            viewBox="0 0 ${dates.length * STEP} 14"
            width="${dates.length * STEP}"
            height="14"
            role="img"
            aria-label="stood on ${nights} of ${dates.length} nights"
          >
            ${squares}
          </svg>`;
      })}
    </div>`;
}

/** A night a row. */
function numbers(figures: readonly Figure[], { trend: { dates, alarms } }: NightReport): Html {
  const nameOf = ({ metric, model }: Figure): Html =>
    html`${NIGHT_WORDS[metric].heading}${model === undefined ? NOTHING : html` <code>${visibleLine(model, 60)}</code>`}`;
  return html`<details class="long">
    <summary>The numbers</summary>
    <div class="scroll">
      <table class="plain" tabindex="0" aria-label="Every figure, night by night">
        <thead>
          <tr>
            <th scope="col">night</th>
            ${figures.map((figure) => html`<th scope="col" class="number">${nameOf(figure)}</th>`)}
            <th scope="col" class="number">alarms</th>
          </tr>
        </thead>
        <tbody>
          ${dates.map(
            (date, index) =>
              html`<tr>
                <th scope="row"><time datetime="${date}">${dayOf(date)}</time></th>
                ${figures.map(({ metric, values }) => {
                  const value = values[index];
                  const text = value === null || value === undefined ? '–' : NIGHT_WORDS[metric].value(value);
                  return html`<td class="number">${text}</td>`;
                })}
                <td class="number">${alarms[index]?.length ?? 0}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
