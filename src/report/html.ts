// The report as one page: one file, no scripts, nothing loaded from anywhere.
import { sha256 } from '../core/canonical-json.ts';
import { writeHeadline } from './headline.ts';
import { clausesPart } from './html/clauses-part.ts';
import { decidedPart } from './html/decided-part.ts';
import { endpointsPart } from './html/endpoints-part.ts';
import { html, type Html } from './html/markup.ts';
import { judgesPart } from './html/judges-part.ts';
import { conflictsPart, modelsPart, outliersPart } from './html/panel-part.ts';
import { scenariosPart } from './html/scenarios-part.ts';
import { STYLE } from './html/style.ts';
import { findingsPart, verdictPart } from './html/verdict-part.ts';
import { plainText } from './plain-text.ts';
import type { View } from './view.ts';

const STYLE_SHEET: Html = { markup: `<style>${STYLE}</style>` };
// The policy allows this one style sheet, by its hash, and nothing else: even markup that slipped through could not act.
const STYLE_HASH = Buffer.from(sha256(STYLE), 'hex').toString('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** One self-contained HTML document. */
export function renderHtml(view: View): string {
  const { report } = view;
  const { word, says } = writeHeadline(report);
  const title = `${word}: ${plainText(says)}${report.simulated ? ' (simulated)' : ''}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${STYLE_SHEET}
      </head>
      <body>
        <main>
          ${[verdictPart(view), endpointsPart(report), findingsPart(report), clausesPart(report), scenariosPart(report)]}
          ${[conflictsPart(report), outliersPart(report), modelsPart(report), judgesPart(report), decidedPart(report)]}
        </main>
      </body>
    </html> `;
  return page.markup;
}
