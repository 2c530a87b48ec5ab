// What stands out: models with their kinds of response, clauses in conflict, outliers.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import { count, decimal, percent } from '../format-numbers.ts';
import type { Report, ReportConflict, ReportModel, ReportOutlier } from '../report.ts';
import { dumbbell, stackedBar } from './charts.ts';
import { html, NOTHING, type Html } from './markup.ts';

export function conflictsPart({ conflicts }: Report): Html {
  if (conflicts.length === 0) return NOTHING;
  return html`<section>
    <h2>Clauses in conflict</h2>
    <p class="faint">Cited for opposite rulings on the same answer.</p>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">cited against</th>
          <th scope="col">cited for</th>
          <th scope="col" class="number">scenarios, base → head</th>
          <th scope="col">for example</th>
        </tr>
      </thead>
      <tbody>
        ${conflicts.map(conflict)}
      </tbody>
    </table>
  </section>`;
}

export function modelsPart({ models }: Report): Html {
  if (models.length === 0) return NOTHING;
  const hasTypes = models.some(
    ({ responseTypes: { base, head } }) => Object.keys(base).length + Object.keys(head).length > 0,
  );
  const legend = hasTypes
    ? html`<p class="legend">
        Response types, base above head:
        ${RESPONSE_TYPES.map((type, level) => html`<span class="swatch"><span class="key level-${level}"></span>${type.replaceAll('_', ' ')}</span> `)}
      </p>`
    : NOTHING;
  return html`<section>
    <h2>Models</h2>
    <div class="models">${models.map(model)}</div>
    ${legend}
  </section>`;
}

export function outliersPart({ outliers }: Report): Html {
  const shown = outliers.filter(({ status }) => status === 'new' || status === 'unconfirmed');
  if (shown.length === 0) return NOTHING;
  return html`<section>
    <h2>Outliers</h2>
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">model</th>
          <th scope="col">scenario</th>
          <th scope="col" class="number">score</th>
          <th scope="col" class="number">the others</th>
          <th scope="col"></th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(outlier)}
      </tbody>
    </table>
  </section>`;
}

function conflict({ against, favour, scenarios, tested, examples }: ReportConflict): Html {
  return html`<tr>
    <td><code>${against}</code></td>
    <td><code>${favour}</code></td>
    <td class="number">${scenarios.base} → <strong>${scenarios.head}</strong> of ${tested}</td>
    <td>${examples.slice(0, 3).map((id) => html`<code>${id}</code> `)}</td>
  </tr>`;
}

function model({ model: id, replaces, base, head, responses, missing, responseTypes }: ReportModel): Html {
  const levels = base === undefined || head === undefined ? '' : `${percent(base)} → ${percent(head)}`;
  const instead =
    replaces === undefined ? NOTHING : html` <span class="faint">replaces <code>${replaces}</code></span>`;
  const lost = missing === 0 ? NOTHING : html` <span class="pill unsure">${missing} missing</span>`;
  const bars = [responseTypes.base, responseTypes.head].map((types) =>
    stackedBar(
      RESPONSE_TYPES.map((type, level) => ({ label: type.replaceAll('_', ' '), level, value: types[type] ?? 0 })),
    ),
  );
  return html`<article class="card model">
    <h3><code>${id}</code>${instead}</h3>
    <p>
      ${levels === '' ? NOTHING : html`problematic ${levels}`}
      <span class="faint">${count(responses)} responses</span>${lost}
    </p>
    ${dumbbell({ base, head, tone: 'plain' }, levels)}${bars}
  </article>`;
}

function outlier({ model: id, scenario, score, others, lean, status }: ReportOutlier): Html {
  return html`<tr>
    <td><code>${id}</code></td>
    <td><code>${scenario}</code></td>
    <td class="number">${decimal(score)}</td>
    <td class="number">${others.map(decimal).join(', ')}</td>
    <td>${[lean ?? '', status === 'unconfirmed' ? 'unconfirmed' : ''].filter(Boolean).join(', ')}</td>
  </tr>`;
}
