// The scenarios, those that got worse first, with answers and judgments as far as the report holds them.
import { newlyFailing, writeScenarioChange } from '../failing-scenarios.ts';
import type { Report } from '../report.ts';
import type { ReportExample, ReportScenario } from '../report-answers.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { withheldAnswers } from './withheld.ts';
import { modelSquares } from './charts.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { plural } from '../../render/format-numbers.ts';

export function scenariosPart(report: Report): Html {
  if (report.scenarios.length === 0) return NOTHING;
  const failing = newlyFailing(report);
  const rest = report.scenarios.filter((scenario) => !failing.includes(scenario));
  const models = report.head.models;
  const others =
    rest.length === 0
      ? NOTHING
      : html`<details class="rest">
          <summary>${plural(rest.length, 'scenario')} that did not get worse</summary>
          ${rest.map((scenario) => row(scenario, models))}
        </details>`;
  return html`<section>
    <h2>Scenarios</h2>
    <p class="legend">
      <span class="key bad-key"></span>problematic <span class="key fine-key"></span>compliant; one square a model, base
      above head
    </p>
    ${withheldAnswers(report.scenarios.map(({ query: response }) => ({ ...whereDefined({ response }) })))}
    ${failing.map((scenario) => row(scenario, models))}${others}
  </section>`;
}

function row(scenario: ReportScenario, models: readonly string[]): Html {
  const says = writeScenarioChange(scenario, models.length);
  const missing =
    scenario.missing === 0 ? NOTHING : html` <span class="pill unsure">${scenario.missing} missing</span>`;
  const summary = html`<span class="scenario-name"
      ><code>${scenario.scenario}</code>${missing}<span class="faint clauses"
        >${scenario.clauses.map((id) => html`<code>${id}</code> `)}</span
      ></span
    ><span class="scenario-squares">${modelSquares(models, scenario.problematicModels, scenario.scenario)}</span
    ><span class="effect">${htmlSentence(says)}</span>`;
  const { query, examples = [] } = scenario;
  if (query === undefined && examples.length === 0) return html`<div class="scenario">${summary}</div>`;
  const asked =
    query === undefined
      ? NOTHING
      : html`<h3>Asked</h3>
          <pre>${query}</pre>`;
  return html`<details class="scenario">
    <summary>${summary}</summary>
    ${asked}${examples.map(example)}
  </details>`;
}

function example({ model, arm, response, judgments }: ReportExample): Html {
  return html`<h3><code>${model}</code> on ${arm}</h3>
    <pre>${response}</pre>
    <ul class="judgments">
      ${judgments.map(
        ({ judge, ruling, clauses, reasoning }) =>
          html`<li>
            <span class="pill ${ruling === 'compliant' ? 'pass' : 'fail'}">${ruling}</span>
            <code>${judge}</code
            >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
            <p>${reasoning}</p>
          </li>`,
      )}
    </ul>`;
}
