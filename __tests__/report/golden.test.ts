// Every view of every kind of report, as a person would see it. `npx vitest -u` writes the files anew; read them then.
import { describe, expect, test } from 'vitest';
import { listAnnotations } from '../../src/report/formats/annotations.ts';
import { RENDERERS } from '../../src/report/formats/renderers.ts';
import { REPORT_FORMATS } from '../../src/report/formats/report-formats.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { explorerEvidence } from '../support/explorer-evidence.ts';
import { modelReport } from '../support/model-change-report.ts';
import { REPORTS, runRecord } from '../support/report-builder.ts';

const RUN_URL = 'https://github.com/example/specs/actions/runs/1';
const reports = [...Object.entries(REPORTS), ['model', modelReport] as const];

describe.each(reports)('%s', (name, build) => {
  const { cells } = explorerEvidence({ scenarios: 2, models: 2 });
  const view = {
    report: build(),
    cells,
    run: runRecord(),
    runUrl: RUN_URL,
    reportPath: 'spec-gate-report/report.html',
    reportJson: 'spec-gate-report/report.json',
  };

  test.each(REPORT_FORMATS)('%s', async (format) => {
    // The style sheet and its hash change with every touch of a colour.
    const text = RENDERERS[format](view)
      .replace(/<style>[^]*<\/style>/, '<style></style>')
      .replace(/sha256-[^']+/, 'sha256-');
    await expect(text).toMatchFileSnapshot(`golden/${name}.${format}.golden`);
  });

  test('terminal', async () => {
    await expect(renderTerminal(view, { width: 100 })).toMatchFileSnapshot(`golden/${name}.terminal.golden`);
  });

  test('annotations', async () => {
    const lines = listAnnotations(view.report).map((one) => JSON.stringify(one));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${name}.annotations.golden`);
  });
});

// In CSV it is a column of every row: machine-formats.test.ts.
test.each(REPORT_FORMATS.filter((format) => format !== 'csv'))('a simulated report says so as %s', (format) => {
  expect(RENDERERS[format]({ report: REPORTS.pass() })).toMatch(/simulated/i);
  expect(RENDERERS[format]({ report: REPORTS.inconclusive() })).not.toMatch(/simulated(?!": false)/i);
});

test.each(REPORT_FORMATS)('the same report gives the same %s', (format) => {
  expect(RENDERERS[format]({ report: REPORTS.fail() })).toBe(RENDERERS[format]({ report: REPORTS.fail() }));
});
