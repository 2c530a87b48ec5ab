// The judges: the record of each, and how far they agree.
import { writeAgreementBasis } from '../agreement-words.ts';
import { writeEstimate } from '../estimate-words.ts';
import { count, decimal, percent } from '../../render/format-numbers.ts';
import { writeKnown } from '../let-through-words.ts';
import type { Report, ReportEstimate } from '../report.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

export function judgesPart({ judges }: Report): Html {
  if (judges.panel.length === 0) return NOTHING;
  const { base, head } = judges;
  const agreement = [
    { label: 'Agreeing pairs', base: base.raw, head: head.raw },
    { label: "Fleiss' kappa", base: base.fleissKappa, head: head.fleissKappa },
    { label: "Gwet's AC1", base: base.gwetAc1, head: head.gwetAc1 },
  ];
  return html`<section>
    <h2>Judges</h2>
    <div class="two">
      <div class="scroll">
        <table class="plain" tabindex="0" aria-label="Each judge">
          <thead>
            <tr>
              <th scope="col">judge</th>
              <th scope="col" class="number">rulings</th>
              <th scope="col" class="number">abstained</th>
              <th scope="col" class="number">rules against</th>
              <th scope="col" class="number">right on known answers</th>
            </tr>
          </thead>
          <tbody>
            ${judges.panel.map(
              ({ judge, rulings, abstained, flagRate, known }) =>
                html`<tr>
                  <th scope="row"><code>${judge}</code></th>
                  <td class="number">${count(rulings)}</td>
                  <td class="number">${count(abstained)}</td>
                  <td class="number">${flagRate === undefined ? '' : percent(flagRate)}</td>
                  <td class="number">${writeKnown(known)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="scroll">
        <table class="plain" tabindex="0" aria-label="Agreement of the judges">
          <thead>
            <tr>
              <th scope="col">where every judge was asked</th>
              <th scope="col" class="number">base</th>
              <th scope="col" class="number">head</th>
            </tr>
          </thead>
          <tbody>
            ${agreement.map(
              (row) =>
                html`<tr>
                  <th scope="row">${row.label}</th>
                  <td class="number estimate">${estimate(row.base)}</td>
                  <td class="number estimate">${estimate(row.head)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
    <p class="legend">${htmlSentence(writeAgreementBasis(judges))}</p>
  </section>`;
}

function estimate(value: ReportEstimate): Html {
  if (value.status === 'undefined') return html`<span class="faint">${htmlSentence(writeEstimate(value))}</span>`;
  const range =
    value.interval === undefined
      ? NOTHING
      : html` <span class="faint range-text">${value.interval.map(decimal).join(' to ')}</span>`;
  return html`${htmlSentence(writeEstimate(value))}${range}`;
}
