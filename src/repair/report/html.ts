// A repair run as one page: each fault, its edits from the best down, and what every edit did to the rulings.
import { dollars, plural, pointsRange } from '../../render/format-numbers.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { renderPage } from '../../render/html/page.ts';
import { STYLE } from '../../render/html/style.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, name, say } from '../../render/sentence.ts';
import { visibleText } from '../../render/visible-text.ts';
import { dumbbell } from '../../report/html/charts.ts';
import { titleOf, writeMessage } from '../../report/messages.ts';
import { writeStop } from '../../report/stop-words.ts';
import { editsOf, type RepairEdit, type RepairFault, type RepairReport } from '../repair-report.ts';
import {
  STATUSES,
  writeFall,
  writeFaultGround,
  writeGrounds,
  writeMetrics,
  writeOrigin,
  writeTurned,
} from './words.ts';

const REPAIR_STYLE = `
.repair .edit{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:10px;padding:12px 18px;margin-bottom:10px;overflow-wrap:anywhere}
.edit.good{--tone:var(--good)}.edit.bad{--tone:var(--bad)}.edit.unsure{--tone:var(--unsure)}
.edit>summary{display:grid;grid-template-columns:minmax(0,1fr) 210px 230px;gap:4px 18px;align-items:center}
.edit[open]>summary{margin-bottom:12px;padding-bottom:12px;border-bottom:1px solid var(--line)}
.edit .number{color:var(--faint);margin-right:8px}.edit .word{display:inline;font-size:.82rem;margin-right:8px}
.edit .fell{font-size:.88rem;text-align:right}.edit .fell .faint{display:block;font-size:.78rem}
.patch{line-height:1.5}.patch .in{background:var(--ins)}.patch .out{background:var(--del)}.patch .mark{color:var(--faint)}
.patch span{display:block;min-height:1.2em;padding:0 4px;border-radius:2px}
.repair .note{color:var(--faint);font-size:.9rem;max-width:104ch}
.repair table{margin:10px 0;width:auto}.repair td,.repair th{padding:5px 12px;font-size:.88rem}
@media (max-width:760px){.edit>summary{grid-template-columns:minmax(0,1fr)}.edit .fell{text-align:left}}
`;

/** One self-contained HTML document. Whatever a writer, a spec or an answer says is text in it. */
export function renderRepairHtml(report: RepairReport): string {
  const edits = editsOf(report);
  const repairs = edits.filter(({ status }) => status === 'repair').length;
  const { usd, calls } = report.needed;
  const paid = usd === 'unknown' || usd === 0 ? '' : ` (${dollars(usd)})`;
  const title = `${plural(repairs, 'repair')} among ${plural(edits.length, 'edit')} for ${plural(report.faults.length, 'fault')}`;
  const against = report.base === undefined ? say`the text as it lies here` : say`against ${name(report.base.ref)}`;
  const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">repair, ${htmlSentence(against)}</span>
    </header>
    ${
      report.simulated
        ? html`<p class="banner" role="note">
            <strong>Simulated</strong>: writers, models or judges are simulations; these numbers say nothing about a
            real model.
          </p>`
        : NOTHING
    }
    <h1>${title}</h1>
    <p class="note">
      Each edit changes one clause and was tested like a pull request: on scenarios that its writer never saw, on
      everything linked to the clause, and on its neighbours. None is applied. ${plural(calls, 'answer')}${paid}.
    </p>
    ${report.stopped === undefined ? NOTHING : html`<p class="advice">The run ended early (${htmlSentence(writeStop(report.stopped))}): run it again to go on.</p>`}
    ${report.faults.map(faultSection)}`;
  return renderPage({ title: `Spec Gate repair: ${title}`, style: STYLE + REPAIR_STYLE, kind: 'repair', body: [body] });
}

function faultSection(fault: RepairFault, index: number): Html {
  const { says } = writeMessage(fault.finding);
  const dropped = fault.dropped.map(
    ({ reason, count }) => html`<li>${plural(count, 'edit')} could not be used: ${reason}</li>`,
  );
  return html`<section>
    <h2>${index + 1}. ${titleOf(fault.finding.code)}</h2>
    <p>${htmlSentence(asFullSentence(says))}</p>
    <p class="note">${htmlSentence(asFullSentence(writeFaultGround(fault)))} What must fall: ${fault.measure}.</p>
    ${fault.edits.map(editPart)}
    ${
      dropped.length === 0
        ? NOTHING
        : html`<ul class="note">
            ${dropped}
          </ul>`
    }
  </section>`;
}

function editPart(edit: RepairEdit): Html {
  const { word, tone } = STATUSES[edit.status];
  const isOpen: Html = { markup: edit.status === 'repair' ? 'open' : '' };
  return html`<details class="edit ${tone}" ${isOpen}>
    <summary>
      <span>
        <span class="number">#${edit.number}</span><span class="word">${word}</span> ${htmlSentence(writeOrigin(edit))}
      </span>
      ${fallChart(edit)}
    </summary>
    ${edit.fall === undefined ? NOTHING : html`<p>${htmlSentence(asFullSentence(writeFall(edit.fall)))}</p>`}
    ${writeGrounds(edit).map((ground) => html`<p>${htmlSentence(asFullSentence(ground))}</p>`)} ${patchPart(edit.diff)}
    ${edit.why === '' ? NOTHING : html`<p class="note">The writer’s reason: <q>${edit.why}</q></p>`}
    ${metricsPart(edit)} ${turnedPart(edit)} ${letGoPart(edit)}
  </details>`;
}

function fallChart({ fall }: RepairEdit): Html {
  if (fall === undefined) return html`<span></span><span></span>`;
  const { base, head, interval } = fall;
  const tone = interval[1] < 0 ? 'better' : 'plain';
  const says = plainText(writeFall(fall));
  return html`<span>${dumbbell({ base, head, tone }, says)}</span
    ><span class="fell"
      >${Math.round(base * 100)}&#160;% → ${Math.round(head * 100)}&#160;%
      <span class="faint">${pointsRange(interval)} points</span></span
    >`;
}

function patchPart(diff: string): Html {
  const lines = visibleText(diff).trimEnd().split('\n');
  return html`<pre class="patch">${lines.map((line) => html`<span class="${classOf(line)}">${line}</span>`)}</pre>`;
}

function classOf(line: string): string {
  if (/^(?:---|\+\+\+|@@)/.test(line)) return 'mark';
  return line.startsWith('+') ? 'in' : line.startsWith('-') ? 'out' : 'same';
}

function metricsPart(edit: RepairEdit): Html {
  const rows = writeMetrics(edit);
  if (rows.length === 0) return NOTHING;
  return html`<table aria-label="What the gate measured">
    <tbody>
      ${rows.map(
        ([label, levels, status]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td class="number">${levels}</td>
            <td><span class="pill ${status}">${status}</span></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function turnedPart({ turned = [] }: RepairEdit): Html {
  if (turned.length === 0) return NOTHING;
  return html`<p class="note">Rulings that turn, some of each way:</p>
    <ul>
      ${turned.map((one) => html`<li>${htmlSentence(writeTurned(one))}</li>`)}
    </ul>`;
}

/** The answers themselves are shown as far as the config discloses them. */
function letGoPart({ gate }: RepairEdit): Html {
  const examples = (gate?.letGo.examples ?? []).filter(({ response }) => response !== '');
  if (examples.length === 0) return NOTHING;
  return html`${examples.map(
    ({ scenario, model, response }) =>
      html`<p class="note">Every judge forbade, and now allowed: <code>${model}</code> on <code>${scenario}</code></p>
        <pre>${response}</pre>`,
  )}`;
}
