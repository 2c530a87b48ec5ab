// The report as one page: one file, no scripts, nothing loaded from anywhere.
import { writeHeadline } from './headline.ts';
import { clausesPart } from './html/clauses-part.ts';
import { decidedPart } from './html/decided-part.ts';
import { endpointsPart } from './html/endpoints-part.ts';
import { html } from './html/markup.ts';
import { judgesPart } from './html/judges-part.ts';
import { conflictsPart, modelsPart, outliersPart } from './html/panel-part.ts';
import { modelChangesPart } from './html/model-changes-part.ts';
import { scenariosPart } from './html/scenarios-part.ts';
import { renderPage } from './html/page.ts';
import { STYLE } from './html/style.ts';
import { findingsPart, verdictPart } from './html/verdict-part.ts';
import { plainText } from './plain-text.ts';
import type { View } from './view.ts';

/** One self-contained HTML document. */
export function renderHtml(view: View): string {
  const { report } = view;
  const { word, says } = writeHeadline(report);
  const title = `${word}: ${plainText(says)}${report.simulated ? ' (simulated)' : ''}`;
  const body = html`${[verdictPart(view), endpointsPart(report), findingsPart(report), clausesPart(report), modelChangesPart(report), scenariosPart(report)]}
  ${[conflictsPart(report), outliersPart(report), modelsPart(report), judgesPart(report), decidedPart(report)]}`;
  return renderPage({ title: title, style: STYLE, kind: 'report', body: [body] });
}
