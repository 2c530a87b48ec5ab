// What of the spec is tested: all of it in two numbers, and the changed sentences one by one.
import { count, plural } from '../../render/format-numbers.ts';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { Report, ReportCoverage } from '../report.ts';

/** Sentences shown of one clause; a rewritten clause has many. */
const MOST_SENTENCES = 12;

export function coveragePart({ coverage }: Report): Html {
  if (coverage === undefined || coverage.changed.length === 0) return NOTHING;
  const { clauses, testedClauses, demands, testedDemands, changed } = coverage;
  return html`<section>
    <h2>Coverage</h2>
    <p>
      ${count(testedClauses)} of ${plural(clauses, 'clause')} and ${count(testedDemands)} of
      ${plural(demands, 'sentence')} that demand something have a scenario; which sentence a scenario tests is read off
      its words, but for those written for one.
    </p>
    ${changed.map(clause)}
  </section>`;
}

function clause({ clause: id, scenarios, sentences }: ReportCoverage['changed'][number]): Html {
  const untested = sentences.filter((sentence) => sentence.scenarios === 0).length;
  const what =
    sentences.length === 0
      ? 'no sentence of its text changed'
      : `${untested} of ${plural(sentences.length, 'changed sentence')} without a scenario`;
  return html`<details>
    <summary><code>${id}</code> ${plural(scenarios, 'scenario')}, ${what}</summary>
    <ul>
      ${sentences
        .slice(0, MOST_SENTENCES)
        .map(
          ({ text, by, scenarios: own }) =>
            html`<li>
              ${own === 0 ? html`<strong>none</strong>` : html`${count(own)}`} ·
              ${by === undefined ? NOTHING : html`<span class="faint">${by}</span> · `}${text}
            </li>`,
        )}
      ${sentences.length > MOST_SENTENCES ? html`<li class="faint">and ${count(sentences.length - MOST_SENTENCES)} more</li>` : NOTHING}
    </ul>
  </details>`;
}
