// What changed models do differently: sentences, the table of clauses and topics, examples side by side.
import type { ClauseDecision } from '../../decision/decision.ts';
import { count, percent, plural, signedPoints } from '../../render/format-numbers.ts';
import { writeAnswer, writeModelPair, writeModelShift } from '../model-change-words.ts';
import type { Report } from '../report.ts';
import type { ReportAnswer, ReportContrast, ReportFalseRefusal, ReportModelChange } from '../report-answers.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { dumbbell } from './charts.ts';
import { withheldAnswers } from './withheld.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';

export function modelChangesPart(report: Report): Html {
  const changes = report.modelChanges ?? [];
  if (changes.length === 0) return NOTHING;
  return html`${changes.map((change) => modelChange(change, report))}`;
}

function modelChange(change: ReportModelChange, report: Report): Html {
  const model = report.models.find((one) => one.model === change.model);
  const sentences = writeModelShift(change, model);
  return html`<section>
    <h2>What <code>${change.model}</code> does differently</h2>
    <div class="card">
      <p>${htmlSentence(asFullSentence(writeModelPair(change)))}</p>
      <ul>
        ${sentences.map((sentence) => html`<li>${htmlSentence(asFullSentence(sentence))}</li>`)}
      </ul>
    </div>
    ${withheldAnswers([...change.falseRefusals, ...change.examples.map(({ head }) => ({ answer: head }))].map(({ answer }) => answer))}
    ${groups(change)}${falseRefusals(change.falseRefusals)}${contrasts(change.examples)}
  </section>`;
}

function groups({ clauses, topics, forbidden }: ReportModelChange): Html {
  if (clauses.length + topics.length === 0) return NOTHING;
  const rows = [
    ...clauses.map((row) => ({ ...row, what: 'clause' })),
    ...topics.map((row) => ({ ...row, what: 'topic' })),
  ];
  return html`<details class="rest">
    <summary>By clause and topic</summary>
    <div class="scroll">
      <table class="plain" tabindex="0" aria-label="By clause and topic">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">by</span></th>
            <th scope="col"><span class="unseen">name</span></th>
            <th scope="col" class="number">scenarios</th>
            <th scope="col">non-compliance</th>
            <th scope="col">rejections</th>
            <th scope="col">forbidden: only the new, only the old</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, what, nonCompliance, rejections }) =>
              html`<tr>
                <td class="faint">${what}</td>
                <td><code>${id}</code></td>
                <td class="number">${nonCompliance.scenarios}</td>
                <td>${level(nonCompliance, ['worse', 'better'])}</td>
                <td>${level(rejections, ['plain', 'plain'])}</td>
                <td>${what === 'clause' ? turned(forbidden, id) : NOTHING}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** `5, 1 of 24`: answers that the spec forbids of one model and not of the other. */
function turned(forbidden: ReportModelChange['forbidden'], id: string): Html {
  const own = forbidden?.clauses.find(({ clause }) => clause === id);
  return own === undefined
    ? NOTHING
    : html`${count(own.onlyHead)}, ${count(own.onlyBase)} of ${plural(own.answers, 'answer')}`;
}

/** In colour where a change is seen. */
function level(row: ClauseDecision | undefined, [up, down]: readonly ['worse' | 'plain', 'better' | 'plain']): Html {
  if (row?.base === undefined || row.head === undefined) return NOTHING;
  const { base, head, change = 0, status } = row;
  const words = `${percent(base)} → ${percent(head)}${status === 'changed' ? ` (${signedPoints(change)})` : ''}`;
  const tone = status !== 'changed' ? 'plain' : change > 0 ? up : down;
  return html`${dumbbell({ base, head, tone }, words)}<span class="levels">${words}</span>`;
}

function falseRefusals(refusals: readonly ReportFalseRefusal[]): Html {
  const fresh = refusals.filter(({ status }) => status === 'new');
  if (fresh.length === 0) return NOTHING;
  return html`<details class="rest" open>
    <summary>Refuses what most other models answer in order</summary>
    ${fresh.map(({ scenario, helped, others, answer, typical }) =>
      sideBySide(
        html`<code>${scenario}</code> <span class="faint">${helped} of ${others} others help in order</span>`,
        [answer, typical],
      ),
    )}
  </details>`;
}

function contrasts(examples: readonly ReportContrast[]): Html {
  if (examples.length === 0) return NOTHING;
  return html`<details class="rest" open>
    <summary>Examples where the answers differ most</summary>
    ${examples.map(({ scenario, query, panel, ...sides }) =>
      sideBySide(html`<code>${scenario}</code>${query === undefined ? NOTHING : html`<pre>${query}</pre>`}`, [
        ...sidesOf(sides),
        panel,
      ]),
    )}
  </details>`;
}

/** Where only its version, parameters or prompt changed both sides have one name. */
function sidesOf({ base, head }: Pick<ReportContrast, 'base' | 'head'>): readonly (ShownAnswer | undefined)[] {
  if (base === undefined || base.model !== head.model) return [base, head];
  return [
    { ...base, when: 'before' },
    { ...head, when: 'now' },
  ];
}

interface ShownAnswer extends ReportAnswer {
  readonly when?: 'before' | 'now';
}

/** Answers in columns under what they answer, as far as they are there. */
export function sideBySide(heading: Html, answers: readonly (ShownAnswer | undefined)[]): Html {
  return html`<div class="contrast">
    <h3>${heading}</h3>
    <div class="answers">${answers.flatMap((answer) => (answer === undefined ? [] : [answerOf(answer)]))}</div>
  </div>`;
}

function answerOf(answer: ShownAnswer): Html {
  const tone = answer.problematic === 'missing' ? 'unsure' : answer.problematic ? 'fail' : 'pass';
  return html`<div class="answer ${tone}">
    <p><code>${answer.model}</code>${answer.when === undefined ? NOTHING : html` ${answer.when}`}</p>
    <p class="faint">${htmlSentence(writeAnswer(answer))}</p>
    ${answer.response === undefined ? NOTHING : html`<pre>${answer.response}</pre>`}
  </div>`;
}
