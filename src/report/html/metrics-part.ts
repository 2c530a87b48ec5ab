// The metrics of both sides, each with its interval drawn against zero and the margin.
import { intervalLevel, metricRows, STATUS_WORDS, type MetricRow } from '../metric-rows.ts';
import type { Report } from '../report.ts';
import { writeExplainedClaims } from '../claim-words.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { intervalChart } from './charts.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

export function metricsPart(report: Report): Html {
  const rows = metricRows(report);
  if (rows.length === 0) return NOTHING;
  return html`<section>
    <h2>Measured</h2>
    <table class="endpoints" aria-label="Measured">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">measured</span></th>
          <th scope="col" class="number">base</th>
          <th scope="col" class="number">head</th>
          <th scope="col" class="number">change (${intervalLevel(report)})</th>
          <th scope="col" class="chart-head"><span>better</span><span>worse</span></th>
          <th scope="col" class="number">tolerated</th>
          <th scope="col"><span class="unseen">status</span></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
    ${writeExplainedClaims(report).map((claim) => html`<p class="faint">${htmlSentence(asFullSentence(claim))}</p>`)}
    <p class="legend chart-legend">
      <span class="key zero-key"></span>no change <span class="key margin-key"></span>margin: a pass rules out a change
      this large
    </p>
  </section>`;
}

function row({ label, base, head, change, interval, tolerated, status, values }: MetricRow): Html {
  const range = interval === '' ? NOTHING : html` <span class="faint">${interval}</span>`;
  const moved = change === '' ? NOTHING : html`<strong>${change}</strong>${range}`;
  return html`<tr class="${status}">
    <th scope="row">${label}</th>
    <td class="number" data-label="base">${base}</td>
    <td class="number" data-label="head">${head}</td>
    <td class="number change" data-label="change">${moved}</td>
    <td class="chart">${interval === '' ? NOTHING : intervalChart(values, `${label}: ${change} (${interval})`)}</td>
    <td class="number" data-label="tolerated">${tolerated}</td>
    <td class="status"><span class="pill ${status}">${STATUS_WORDS[status].word}</span></td>
  </tr>`;
}
