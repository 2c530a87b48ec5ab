// The report as one page: one file, nothing loaded from anywhere; readable where no script runs.
import { whereDefined } from '../../core/where-defined.ts';
import { explorerPart } from '../explorer/explorer-part.ts';
import { EXPLORER_STYLE } from '../explorer/explorer-style.ts';
import { writeHeadline } from '../headline.ts';
import { clausesPart } from './clauses-part.ts';
import { coveragePart } from './coverage-part.ts';
import { decidedPart } from './decided-part.ts';
import { metricsPart } from './metrics-part.ts';
import { html } from '../../render/html/markup.ts';
import { letThroughPart } from './let-through-part.ts';
import { judgesPart } from './judges-part.ts';
import { conflictsPart, modelsPart, outliersPart } from './panel-part.ts';
import { modelChangesPart } from './model-changes-part.ts';
import { readingsPart } from './readings-part.ts';
import { specPart } from '../reading/spec-part.ts';
import { SPEC_STYLE } from '../reading/spec-style.ts';
import { disagreementPart } from './disagreement-plot.ts';
import { provenancePart } from './provenance-part.ts';
import { valueMapPart } from './value-map.ts';
import { scenariosPart } from './scenarios-part.ts';
import { renderPage } from '../../render/html/page.ts';
import { STYLE } from '../../render/html/style.ts';
import { findingsPart, verdictPart } from './verdict-part.ts';
import { plainText } from '../../render/plain-text.ts';
import type { View } from '../view.ts';

/** One self-contained HTML document. */
export function renderHtml(view: View): string {
  const { report } = view;
  const { word, says } = writeHeadline(report);
  const title = `${word}: ${plainText(says)}${report.simulated ? ' (simulated)' : ''}`;
  const { explorer } = view;
  const scenarios = explorer === undefined ? scenariosPart(report) : explorerPart(explorer);
  const body = html`${[verdictPart(view), metricsPart(report), findingsPart(view), clausesPart(view), letThroughPart(report), coveragePart(report), modelChangesPart(report), outliersPart(report), scenarios, specPart(view)]}
  ${[disagreementPart(report), readingsPart(report), conflictsPart(report), modelsPart(report), valueMapPart(explorer), judgesPart(report), decidedPart(report), provenancePart(view)]}`;
  const script = explorer === undefined ? undefined : view.pageScript;
  return renderPage({
    title,
    style: [STYLE, explorer === undefined ? '' : EXPLORER_STYLE, view.reading === undefined ? '' : SPEC_STYLE].join(''),
    ...whereDefined({ script }),
    kind: 'report',
    body: [body],
  });
}
