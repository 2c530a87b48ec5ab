// A study as one page: one file, no scripts, nothing loaded from anywhere; the same look as a report's.
import type { StudyAnalysis } from '../analyze-study.ts';
import { html, htmlSentence, NOTHING, type Html } from '../../render/html/markup.ts';
import { renderPage } from '../../render/html/page.ts';
import { STYLE } from '../../render/html/style.ts';
import { titleOf, writeMessage } from '../../report/messages.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, type Sentence } from '../../render/sentence.ts';
import { outlierTexts, responseTypeBars } from './html-answers.ts';
import { binsPlot } from './html-bins.ts';
import { conflictMatrix } from '../../report/html/conflict-matrix.ts';
import { heatTable } from './html-heat.ts';
import { STUDY_STYLE } from './html-style.ts';
import { drawnSection, tableSection } from './html-table.ts';
import { studyFindings, type StudyFinding } from './study-findings.ts';
import type { StudyTable } from './study-table.ts';
import { describeStudy, LEFT_OUT, NO_FINDINGS, SIMULATED_NOTE, shownTables } from './study-tables.ts';

/** One self-contained HTML document. */
export function renderStudyHtml(analysis: StudyAnalysis): string {
  const { tables, leftOut } = shownTables(analysis, 'wide');
  const what = asFullSentence(describeStudy(analysis));
  const body = html`<header class="top">
      <span class="brand">Spec Gate</span><span class="sides faint">analysis of a ${analysis.source}</span>
    </header>
    ${analysis.simulated ? html`<p class="banner" role="note">${SIMULATED_NOTE}</p>` : NOTHING}
    <h1>Where spec and models come apart</h1>
    <p class="note">${htmlSentence(what)}</p>
    <nav class="toc">
      <a href="#findings">Findings</a
      >${tables.map(({ id, title, of }) => (of === undefined ? html`<a href="#${id}">${title}</a>` : NOTHING))}
    </nav>
    ${findingsSection(analysis)}${pairJudges(tables.map((table) => ({ id: table.id, part: section(table, analysis) })))}${leftOutPart(leftOut)}`;
  return renderPage({
    title: `Spec Gate analysis: ${plainText(what)}`,
    style: STYLE + STUDY_STYLE,
    kind: 'study',
    body: [body],
  });
}

function leftOutPart(leftOut: readonly Sentence[]): Html {
  if (leftOut.length === 0) return NOTHING;
  return html`<section>
    <h2>${LEFT_OUT}</h2>
    <ul class="note">
      ${leftOut.map((sentence) => html`<li>${htmlSentence(asFullSentence(sentence))}</li>`)}
    </ul>
  </section>`;
}

/** Judges and their agreement stand side by side. */
function pairJudges(parts: readonly { readonly id: string; readonly part: Html }[]): readonly Html[] {
  const agreement = parts.find(({ id }) => id === 'agreement');
  return parts.flatMap(({ id, part }) => {
    if (id === 'agreement') return [];
    return id === 'judges' && agreement !== undefined
      ? [html`<div class="two">${part}${agreement.part}</div>`]
      : [part];
  });
}

function section(table: StudyTable, analysis: StudyAnalysis): Html {
  const panel = analysis.bins.find(({ panel: name }) => table.id === (name === 'all' ? 'bins' : `bins-${name}`));
  if (panel !== undefined) return tableSection(table, binsPlot(panel));
  switch (table.id) {
    case 'conflicts':
      return tableSection(table, conflictMatrix(analysis.conflicts));
    case 'outlier-list':
      return tableSection(table, outlierTexts(analysis));
    case 'response-types':
      return tableSection(table, responseTypeBars(analysis));
    case 'priorities':
      return drawnSection(table, heatTable(table));
    default:
      return tableSection(table);
  }
}

function findingsSection(analysis: StudyAnalysis): Html {
  const findings = studyFindings(analysis);
  return html`<section id="findings">
    <h2>Findings</h2>
    ${findings.length === 0 ? html`<p class="note">${htmlSentence(NO_FINDINGS)}</p>` : html`<div class="cards two-wide">${findings.map(card)}</div>`}
  </section>`;
}

function card({ finding, places, examples }: StudyFinding): Html {
  const { says, advice } = writeMessage(finding);
  const codes = (items: readonly string[]): readonly Html[] => items.map((item) => html`<code>${item}</code> `);
  return html`<article class="card">
    <h3>${titleOf(finding.code)}</h3>
    <p>${htmlSentence(asFullSentence(says))}</p>
    ${advice === undefined ? NOTHING : html`<p class="advice">${htmlSentence(asFullSentence(advice))}</p>`}
    ${places.length === 0 ? NOTHING : html`<p class="where">${codes(places)}</p>`}
    ${examples.length === 0 ? NOTHING : html`<p class="where">for example ${codes(examples)}</p>`}
  </article>`;
}
