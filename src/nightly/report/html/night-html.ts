// A night as one page: one file, no script, nothing loaded from anywhere; the same look as a report's.
import { scrollTable } from '../../../render/html/table.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../../render/html/markup.ts';
import { renderPage } from '../../../render/html/page.ts';
import { STYLE } from '../../../render/html/style.ts';
import { visibleLine } from '../../../render/visible-text.ts';
import { asFullSentence, type Sentence } from '../../../render/sentence.ts';
import { plainText } from '../../../render/plain-text.ts';
import { ANSWERS_TITLE, writeAnswers } from '../answers.ts';
import { writeBasis } from '../basis.ts';
import { writeEvent, writeGaps } from '../notes.ts';
import type { NightReport } from '../report.ts';
import { nightTables, type Name, type NightTable } from '../tables.ts';
import { NIGHT_ADVICE, nightHeadline, writeAlarm, writeClosed } from '../words.ts';
import { NIGHT_STYLE } from './night-style.ts';
import { trendPart } from './trend-part.ts';

/** In a cell, what stands between backticks is code. */
const name: Name = (id) => `\`${visibleLine(id, 120).replaceAll('`', "'")}\``;

/** One self-contained HTML document. */
export function renderNightHtml(report: NightReport): string {
  const { date, simulated, alarms, closed, events, gaps } = report;
  const headline = nightHeadline(report);
  const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">night of ${date}</span>
    </header>
    ${simulated ? SIMULATED : NOTHING}
    <section class="verdict ${toneOf(report)}" aria-label="Verdict">
      <p class="word">${report.status.replaceAll('-', ' ').toUpperCase()}</p>
      <h1>${htmlSentence(headline)}</h1>
      ${list(alarms.map((alarm) => writeAlarm(alarm)))}
      ${alarms.length === 0 ? NOTHING : html`<p class="advice">${htmlSentence(NIGHT_ADVICE)}</p>`}
      <p class="cost">${writeBasis(report).map((one) => html`${htmlSentence(one)} `)}</p>
    </section>
    ${part('Not compared tonight', writeGaps(gaps))}
    ${part(
      'Closed',
      closed.map((alarm) => writeClosed(alarm)),
    )}
    ${part(
      'Also',
      events.map((event) => writeEvent(event)),
    )}
    ${trendPart(report)}${tonight(report)} ${part(ANSWERS_TITLE, writeAnswers(report))}`;
  return renderPage({
    title: `Spec Gate, night of ${date}: ${plainText(headline)}${simulated ? ' (simulated)' : ''}`,
    style: STYLE + NIGHT_STYLE,
    kind: 'night',
    body: [body],
  });
}

const SIMULATED = html`<p class="banner" role="note">
  <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
</p>`;

/** Green would mean that everything was compared, so a night with gaps is not green. */
function toneOf({ status, gaps }: NightReport): 'good' | 'bad' | 'unsure' {
  if (status === 'regressed') return 'bad';
  return (status === 'steady' && gaps.length === 0) || status === 'anchored' ? 'good' : 'unsure';
}

function words(text: string): Html {
  const runs = text.replaceAll(' %', '\u00a0%').split('`');
  return html`${runs.map((run, index) => (index % 2 === 1 ? html`<code>${run}</code>` : html`${run}`))}`;
}

function list(items: readonly Sentence[]): Html {
  if (items.length === 0) return NOTHING;
  return html`<ul>
    ${items.map((item) => html`<li>${htmlSentence(asFullSentence(item))}</li>`)}
  </ul>`;
}

/** Nothing where there is nothing to say. */
function part(title: string, items: readonly Sentence[]): Html {
  if (items.length === 0) return NOTHING;
  return html`<section>
    <h2>${title}</h2>
    ${list(items)}
  </section>`;
}

function tonight(report: NightReport): Html {
  const tables = nightTables(report, { name, bars: () => '' });
  if (tables.length === 0) return NOTHING;
  return html`<section>
    <h2>Tonight</h2>
    ${tables.map(tableOf)}
  </section>`;
}

/** Without the columns that hold nothing: the bars are drawn above. */
function tableOf({ head, rows }: NightTable): Html {
  const kept = head.flatMap((_, column) =>
    rows.every((row) => ['', '-'].includes(row[column] ?? '')) ? [] : [column],
  );
  return scrollTable(
    kept.map((column) => ({ label: html`${head[column]}`, isNumber: column > 0 })),
    rows.map((row) =>
      kept.map((column) => {
        const text = words(row[column] ?? '');
        return column === 0 ? html`<th scope="row">${text}</th>` : html`<td class="number">${text}</td>`;
      }),
    ),
    `Tonight, by ${head[0]}`,
  );
}
