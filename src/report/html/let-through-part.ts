// What the edit lets through and newly forbids: counts by touched clause, and answers with what the judges said under both texts.
import { plural } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { Report } from '../report.ts';
import type { ReportBothTexts, ReportLetThroughExample, ReportRuling } from '../report-answers.ts';
import { withheldAnswers } from './withheld.ts';
import { toldLetThrough, writeAllAnswers, writeShareLetThrough, writeViolations } from '../let-through-words.ts';

export function letThroughPart(report: Report): Html {
  const { comparison } = report;
  const letThrough = toldLetThrough(report);
  if (letThrough === undefined) return NOTHING;
  const { answers, clauses, examples } = letThrough;
  return html`<section>
    <h2>What the edit lets through</h2>
    <p class="faint">
      Let through: most judges forbid the answer under the base text and allow it under the head's. Newly forbidden: the
      other way round. Known violations are answers that were written to break a clause.
    </p>
    <div class="scroll">
      <table class="plain counts" tabindex="0" aria-label="What the edit lets through">
        <thead>
          <tr>
            <th scope="col">clause</th>
            <th scope="col">let through, of those that base forbids</th>
            <th scope="col">newly forbidden</th>
            <th scope="col">known violations let through</th>
          </tr>
        </thead>
        <tbody>
          ${answers === undefined ? NOTHING : row(html`${writeAllAnswers(comparison)}`, answers, '')}
          ${clauses.map(({ clause, answers: own, violations }) =>
            row(html`<code>${clause}</code>`, own, writeViolations(violations)),
          )}
        </tbody>
      </table>
    </div>
    ${examples.length === 0 ? NOTHING : html`<h3>Answers that were let through, and how each judge ruled</h3>`}${withheldAnswers(examples)}${examples.map(exampleOf)}
  </section>`;
}

function row(heading: Html, answers: ReportBothTexts | undefined, violations: string): Html {
  return html`<tr>
    <th scope="row">${heading}</th>
    <td>${answers === undefined ? '' : writeShareLetThrough(answers)}</td>
    <td>${answers === undefined ? '' : plural(answers.newlyForbidden, 'answer')}</td>
    <td>${violations}</td>
  </tr>`;
}

function exampleOf({ name, model, response, base, head }: ReportLetThroughExample): Html {
  const by = model === undefined ? NOTHING : html` <code>${model}</code>`;
  return html`<details class="scenario">
    <summary>
      <span class="scenario-name"><code>${name}</code></span
      >${by}
    </summary>
    ${response === undefined ? NOTHING : html`<pre>${response}</pre>`}
    <h3>Under the base text</h3>
    ${rulings(base)}
    <h3>Under the head text</h3>
    ${rulings(head)}
  </details>`;
}

function rulings(all: readonly ReportRuling[]): Html {
  return html`<ul class="judgments">
    ${all.map(
      ({ judge, ruling, clauses, reasoning }) =>
        html`<li>
          <span class="pill ${ruling === 'compliant' ? 'pass' : 'fail'}">${ruling}</span>
          <code>${judge}</code
          >${clauses.length === 0 ? NOTHING : html` <span class="faint">citing ${clauses.map((id) => html`<code>${id}</code> `)}</span>`}
          ${reasoning === undefined ? NOTHING : html`<p>${reasoning}</p>`}
        </li>`,
    )}
  </ul>`;
}
