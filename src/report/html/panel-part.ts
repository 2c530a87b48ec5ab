// What stands out: models with their kinds of response, clauses in conflict, outliers.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import { count, percent } from '../../render/format-numbers.ts';
import { groupNewOutliers, writeApart, writeDirection, writeOutlierCount, writeOutlierRule } from '../outlier-words.ts';
import type { Report, ReportConflict, ReportModel } from '../report.ts';
import type { ReportOutlier } from '../report-answers.ts';
import { dumbbell, stackedBar } from './charts.ts';
import { conflictMatrix } from './conflict-matrix.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { withheldAnswers } from './withheld.ts';
import { sideBySide } from './model-changes-part.ts';

export function conflictsPart({ conflicts }: Report): Html {
  if (conflicts.length === 0) return NOTHING;
  return html`<section>
    <h2>Clauses in conflict</h2>
    <p class="faint">Cited for opposite rulings on the same answer; the figures are scenarios on head.</p>
    ${conflictMatrix(conflicts.filter(({ scenarios }) => scenarios.head > 0))}
    <div class="scroll">
      <table class="plain" tabindex="0" aria-label="Pairs of clauses in conflict">
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
    </div>
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

/** New, standing and gone ones, each with a typical answer of the others beside it; then what no second draw has confirmed. */
export function outliersPart({ outliers }: Report): Html {
  if (outliers.length === 0) return NOTHING;
  return html`<section>
    <h2>Outliers</h2>
    <p class="faint">
      ${htmlSentence(writeOutlierRule({ outliers }))} ${htmlSentence(asFullSentence(writeOutlierCount({ outliers })))}
    </p>
    ${withheldAnswers(outliers.flatMap(({ answer, typical }) => [answer, typical]))}
    <ul>
      ${groupNewOutliers({ outliers }).map(({ says }) => html`<li>${htmlSentence(asFullSentence(says))}</li>`)}
    </ul>
    ${OUTLIER_GROUPS.map(({ status, title, isOpen }) => {
      const own = outliers.filter((one) => one.status === status);
      if (own.length === 0) return NOTHING;
      return html`<details class="rest" ${isOpen && own.length <= MOST_OPEN ? html` open` : NOTHING}>
        <summary>${own.length} ${title}</summary>
        ${own.map(outlier)}
      </details>`;
    })}
  </section>`;
}

/** Outliers that are shown with their answers at once. */
const MOST_OPEN = 2;

const OUTLIER_GROUPS = [
  { status: 'new', title: 'new', isOpen: true },
  { status: 'standing', title: 'on both sides', isOpen: false },
  { status: 'gone', title: 'gone', isOpen: false },
  { status: 'unconfirmed', title: 'seen in some draws only', isOpen: false },
] as const;

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

function outlier({ model: id, scenario, clauses, topics, answer, typical, ...apart }: ReportOutlier): Html {
  const about = [...clauses, ...topics].map((one) => html` <span class="pill name">${one}</span>`);
  const heading = html`<code>${id}</code> on <code>${scenario}</code>: ${htmlSentence(writeApart(apart))}
    <span class="pill unsure">${writeDirection(apart)}</span>${about}`;
  return sideBySide(heading, [answer, typical]);
}
