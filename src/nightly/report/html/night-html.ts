// A night as one page: one file, no script, nothing loaded from anywhere; the same look as a report's.
import { scrollTable } from '../../../render/html/table.ts';
import { html, NOTHING, type Html } from '../../../render/html/markup.ts';
import { renderPage } from '../../../render/html/page.ts';
import { STYLE } from '../../../render/html/style.ts';
import { visibleLine } from '../../../render/visible-text.ts';
import { answerWords } from '../answers.ts';
import { levelWords, setWords } from '../basis.ts';
import type { NightReport } from '../report.ts';
import { nightTables, type NightTable } from '../tables.ts';
import { NIGHT_ADVICE, alarmWords, closedWords, eventWords, gapWords, nightHeadline, type Name } from '../words.ts';
import { NIGHT_STYLE } from './night-style.ts';
import { trendPart } from './trend-part.ts';

/** In the words that all views share, what stands between backticks is code: a name, or what to type. */
const name: Name = (id) => `\`${visibleLine(id, 120).replaceAll('`', "'")}\``;

/** One self-contained HTML document. */
export function renderNightHtml(report: NightReport): string {
  const { date, simulated, alarms, closed, events, gaps } = report;
  const headline = nightHeadline(report, name);
  const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">night of ${date}</span>
    </header>
    ${simulated ? SIMULATED : NOTHING}
    <section class="verdict ${toneOf(report)}" aria-label="Verdict">
      <p class="word">${report.status.replaceAll('-', ' ').toUpperCase()}</p>
      <h1>${words(headline)}</h1>
      ${list(alarms.map((alarm) => alarmWords(alarm, name)))}
      ${alarms.length === 0 ? NOTHING : html`<p class="advice">${words(NIGHT_ADVICE)}</p>`}
      <p class="cost">${words(basisOf(report))}</p>
    </section>
    ${part('Not compared tonight', gapWords(gaps, name))}
    ${part(
      'Closed',
      closed.map((alarm) => closedWords(alarm, name)),
    )}
    ${part(
      'Also',
      events.map((event) => eventWords(event, name)),
    )}
    ${trendPart(report)}${tonight(report)}
    ${part('Single answers (reported, never an alarm)', answerWords(report, name))}`;
  return renderPage({
    title: `Spec Gate, night of ${date}: ${headline.replaceAll('`', '')}${simulated ? ' (simulated)' : ''}`,
    style: STYLE + NIGHT_STYLE,
    kind: 'night',
    body: [body],
  });
}

const SIMULATED = html`<p class="banner" role="note">
  <strong>Simulated.</strong> The models or judges are simulations; these numbers say nothing about a real model.
</p>`;

/** Green would say that everything was looked at. */
function toneOf({ status, gaps }: NightReport): 'good' | 'bad' | 'unsure' {
  if (status === 'regressed') return 'bad';
  return (status === 'steady' && gaps.length === 0) || status === 'anchored' ? 'good' : 'unsure';
}

function basisOf(report: NightReport): string {
  const { anchor } = report;
  const level = levelWords(report);
  if (level === undefined) return setWords(report);
  const accepted = anchor?.accepted === undefined ? '' : ` (accepted: ${name(anchor.accepted.reason)})`;
  return `${setWords(report)} Anchor: ${anchor?.date}${accepted}. ${level}`;
}

function words(text: string): Html {
  const runs = text.replaceAll(' %', '\u00a0%').split('`');
  return html`${runs.map((run, index) => (index % 2 === 1 ? html`<code>${run}</code>` : html`${run}`))}`;
}

function list(items: readonly string[]): Html {
  if (items.length === 0) return NOTHING;
  return html`<ul>
    ${items.map((item) => html`<li>${words(item)}</li>`)}
  </ul>`;
}

/** Nothing where there is nothing to say. */
function part(title: string, items: readonly string[]): Html {
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
  );
}
