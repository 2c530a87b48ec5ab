// `spec-gate bank stats --html`: the bank as one page, one file, no scripts, nothing loaded from anywhere.
import type { BankStats, Count } from '../care/bank-stats.ts';
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import { count, decimal, plural } from '../../render/format-numbers.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { renderPage } from '../../render/html/page.ts';
import { STYLE } from '../../render/html/style.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { BANK_STYLE } from './stats-style.ts';
import { writeSize, type StatsView } from './stats-text.ts';

/** Bars shown at once; the rest opens. */
const MOST_BARS = 16;
const MOST_ROWS = 200;

/** One self-contained HTML document. */
export function renderStatsHtml({ bank, stats }: StatsView): string {
  const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">scenario bank</span>
    </header>
    <h1><code>${visibleLine(bank)}</code></h1>
    <p class="detail">${htmlSentence(writeSize(stats))}</p>
    ${tiles(stats)} ${disagreementPart(stats)} ${clausePart(stats)}
    <div class="pair">
      ${countPart('Topics', stats.topics)}${countPart('Values', stats.values, plural(stats.valuePairs, 'pair'))}
    </div>
    ${duplicatePart(stats)}`;
  return renderPage({
    title: `Scenario bank ${visibleLine(bank)}`,
    style: STYLE + BANK_STYLE,
    kind: 'bank',
    body: [body],
  });
}

function tiles({ scenarios, nudges, withoutDisagreement, unlinked, clauses, nearDuplicates }: BankStats): Html {
  const high = (share: number): string => (scenarios === 0 ? '' : `of ${count(share)}`);
  const items: readonly (readonly [string, string, string, boolean])[] = [
    ['Scored', count(scenarios - withoutDisagreement), high(scenarios), withoutDisagreement > 0],
    ['Linked to a clause', count(scenarios - unlinked), high(scenarios), unlinked > 0],
    ...(clauses === undefined
      ? []
      : [
          [
            'Clauses with scenarios',
            count(clauses.counts.length - clauses.withoutScenario.length),
            high(clauses.counts.length),
            clauses.withoutScenario.length > 0,
          ] as const,
          [
            'Demands with scenarios',
            count(clauses.demands.tested),
            `of ${count(clauses.demands.all)} sentences`,
            clauses.demands.tested < clauses.demands.all,
          ] as const,
        ]),
    [
      'Framing',
      `${count(nudges.neutral)} · ${count(nudges.value1)} · ${count(nudges.value2)}`,
      'neutral, towards value 1, value 2',
      false,
    ],
    [
      'Near-duplicates',
      nearDuplicates === undefined ? '–' : count(nearDuplicates.length),
      nearDuplicates === undefined ? 'too many to compare' : '',
      (nearDuplicates?.length ?? 0) > 0,
    ],
  ];
  return html`<div class="tiles">
    ${items.map(
      ([label, value, note, isOff]) =>
        html`<div class="card tile">
          <p class="faint">${label}</p>
          <p class="${isOff ? 'figure unsure' : 'figure'}">${value}</p>
          <p class="faint">${note}</p>
        </div>`,
    )}
  </div>`;
}

const CHART = { width: 720, height: 220, floor: 178, gap: 14 } as const;

function disagreementPart({ disagreement, withoutDisagreement }: BankStats): Html {
  const bins = [
    ...disagreement.map(({ from, to, count: value }) => ({
      label: `${from} – ${to}`,
      value,
      tone: from >= HIGH_DISAGREEMENT ? 'high' : 'low',
    })),
    ...(withoutDisagreement > 0 ? [{ label: 'never scored', value: withoutDisagreement, tone: 'unscored' }] : []),
  ];
  const most = Math.max(...bins.map(({ value }) => value), 1);
  const step = CHART.width / bins.length;
  const bars = bins.map(({ label, value, tone }, index) => {
    const height = Math.round((value / most) * (CHART.floor - 28));
    const centre = Math.round(index * step + step / 2);
    return html`<rect
        class="${tone}"
        x="${Math.round(index * step + CHART.gap / 2)}"
        y="${CHART.floor - height}"
        width="${Math.round(step - CHART.gap)}"
        height="${height}"
        rx="3"
      />
      <text class="value" x="${centre}" y="${CHART.floor - height - 8}">${count(value)}</text>
      <text x="${centre}" y="${CHART.floor + 22}">${label}</text>`;
  });
  return html`<section>
    <h2>Disagreement of models</h2>
    <p class="faint">
      Larger standard deviation of the two values' scores, 0 to 3. From ${HIGH_DISAGREEMENT} on it is high: such
      scenarios tell readings of a spec apart.
    </p>
    <div class="plot">
      <svg viewBox="0 0 ${CHART.width} ${CHART.height}" role="img" aria-label="Scenarios by disagreement">
        <line class="floor" x1="0" x2="${CHART.width}" y1="${CHART.floor}" y2="${CHART.floor}" />
        ${bars}
      </svg>
    </div>
  </section>`;
}

function clausePart({ clauses }: BankStats): Html {
  if (clauses === undefined) return NOTHING;
  const { counts, withoutScenario, orphaned } = clauses;
  const most = Math.max(...counts.map(({ count: value }) => value), 1);
  const cells = counts.map(({ name, count: value }) => {
    const level = value === 0 ? 0 : Math.ceil((value / most) * 4);
    return html`<li class="cover-${level}">
      <code>${visibleLine(name)}</code><span>${value === 0 ? 'none' : count(value)}</span>
    </li>`;
  });
  return html`<section>
    <h2>Coverage of the spec's clauses</h2>
    <p class="faint">
      Scenarios linked to each clause, in the spec's order.
      ${withoutScenario.length === 0 ? 'Every clause has some.' : `${plural(withoutScenario.length, 'clause')} without any: a change of such a clause is untested.`}
    </p>
    <ol class="cover">
      ${cells}
    </ol>
    ${
      withoutScenario.length === 0
        ? NOTHING
        : html`<p class="advice">
            Write scenarios for a clause:
            <code>spec-gate bank generate --clause ${visibleLine(withoutScenario[0]!)}</code>
          </p>`
    }
    ${orphanTable(orphaned)}
  </section>`;
}

function orphanTable(orphaned: NonNullable<BankStats['clauses']>['orphaned']): Html {
  if (orphaned.length === 0) return NOTHING;
  const rows = orphaned.slice(0, MOST_ROWS).map(
    ({ scenario, clause, nearest }) =>
      html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(clause)}</code></td>
        <td>${nearest === undefined ? NOTHING : html`<code>${visibleLine(nearest)}</code>`}</td>
      </tr>`,
  );
  return html`<h4>Links to clauses that the spec does not have: ${count(orphaned.length)}</h4>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Link</th>
          <th>Meant perhaps</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function countPart(title: string, counts: readonly Count[], more?: string): Html {
  const [first] = counts;
  if (first === undefined) return NOTHING;
  // The most frequent one comes first.
  const most = first.count;
  const bars = (list: readonly Count[]): Html =>
    html`<ul class="bars">
      ${list.map(
        ({ name, count: value }) =>
          html`<li>
            <span class="name">${visibleLine(name, 80)}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="high" x="0" y="0" width="${Math.max(1, Math.round((value / most) * 100))}" height="8" />
            </svg>
            <span class="number">${count(value)}</span>
          </li>`,
      )}
    </ul>`;
  const rest = counts.slice(MOST_BARS, MOST_BARS + MOST_ROWS);
  return html`<section>
    <h2>${title} <span class="faint">${count(counts.length)}${more === undefined ? '' : ` in ${more}`}</span></h2>
    ${bars(counts.slice(0, MOST_BARS))}
    ${
      rest.length === 0
        ? NOTHING
        : html`<details class="rest">
            <summary>
              ${count(rest.length)}
              more${counts.length > MOST_BARS + MOST_ROWS ? ` of ${count(counts.length - MOST_BARS)}` : ''}
            </summary>
            ${bars(rest)}
          </details>`
    }
  </section>`;
}

function duplicatePart({ nearDuplicates }: BankStats): Html {
  if (nearDuplicates === undefined || nearDuplicates.length === 0) return NOTHING;
  const rows = nearDuplicates.slice(0, MOST_ROWS).map(
    ({ scenario, of, distance }) =>
      html`<tr>
        <td><code>${visibleLine(scenario)}</code></td>
        <td><code>${visibleLine(of)}</code></td>
        <td class="number">${decimal(distance)}</td>
      </tr>`,
  );
  return html`<section>
    <h2>Near-duplicates <span class="faint">${count(nearDuplicates.length)}</span></h2>
    <table class="plain" tabindex="0">
      <thead>
        <tr>
          <th>Scenario</th>
          <th>Nearly repeats</th>
          <th class="number">Distance</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
