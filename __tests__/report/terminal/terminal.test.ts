// The terminal: verdict first, within its width, colours only where they are given, no control characters from outside.
import { expect, test } from 'vitest';
import { metricRows, STATUS_WORDS } from '../../../src/report/metric-rows.ts';
import { renderTerminal } from '../../../src/report/terminal/terminal.ts';
import { NO_PAINT } from '../../../src/render/paint.ts';
import { wrapText } from '../../../src/render/wrap-text.ts';
import { failingReport, hostileReport, REPORTS } from '../../support/report-builder.ts';

test.each([
  ['pass', /^.*\n\nPASS  \(simulated\) no metric got worse/],
  ['fail', /^.*\n\nFAIL  non-compliance rose from 14 % to 31 %/],
  [
    'inconclusive',
    /^.*\n\nINCONCLUSIVE  whether non-compliance rose is not decided: 24 scenarios could have shown a rise/,
  ],
  ['untested', /^.*\n\nINCONCLUSIVE  support_security_research changed and is not tested/],
  ['accepted', /^.*\n\nACCEPTED  accepted although non-compliance rose/],
] as const)('%s comes first, below the line that says what was compared', (name, expected) => {
  expect(renderTerminal({ report: REPORTS[name]() })).toMatch(expected);
});

test('a failure with two findings behind it fits a screen: verdict, reasons and what to do', () => {
  const text = renderTerminal({ report: failingReport(), reportPath: 'spec-gate-report/report.html' });
  expect(text.split('\n').length).toBeLessThanOrEqual(48);
  expect(text).toMatch(/^Open /m);
});

test('that a metric got worse where the verdict says so already is left to its row of the table; elsewhere it is said', () => {
  const report = failingReport();
  const [first, second, third] = report.verdict.reasons;
  const also = (...others: readonly (typeof first)[]): string => {
    const reasons = [first!, ...others.map((one) => one!)];
    return (
      /^Also [^]*?\n\n/m.exec(renderTerminal({ report: { ...report, verdict: { status: 'fail', reasons } } }))?.[0] ??
      ''
    );
  };
  expect(also(second, third)).toBe('');
  expect(also({ ...second!, args: { ...second!.args, clauses: ['another'] } }, third)).toMatch(/fails? rose/);
  expect(also({ ...third!, args: { ...third!.args, models: ['a/model'] } })).toContain('rose');
  expect(also({ ...second!, code: 'limitExceeded', args: { ...second!.args, endpoint: 'disagreement' } })).not.toBe('');
});

test.each([60, 80, 100, 120])('no line of prose or table is wider than %d columns', (width) => {
  const lines = renderTerminal({ report: failingReport() }, { width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
});

test.each([50, 60, 72, 80, 100])('at %d columns every metric keeps its change and what it came to', (width) => {
  const report = failingReport();
  const text = renderTerminal({ report }, { width });
  const measured = text.slice(text.indexOf('Measured'), text.indexOf('Changed'));
  expect(measured).not.toContain('…');
  for (const { label, change, status } of metricRows(report)) {
    const [, own = ''] = measured.split(label);
    expect(own.slice(0, 130)).toContain(change);
    expect(own.slice(0, 130)).toContain(STATUS_WORDS[status].word);
  }
});

test('what was compared stands above, and the lines to look at beside clauses and scenarios', () => {
  const text = renderTerminal({ report: failingReport() });
  expect(text).toMatch(/^Spec Gate {2}docs\/model_spec\.md {2}main 3f2c1ab → \S.* 9d01e77\n/);
  expect(text).toMatch(/1\. lab-safety-protocol .* docs\/model_spec\.md:211$/m);
  // A clause that a finding names and that did not change stands in no list of changes.
  const unchanged = { ...failingReport(), changes: [] };
  expect(text).not.toMatch(/^ +assume_best_intentions {2}docs/m);
  expect(renderTerminal({ report: unchanged })).toMatch(/^ +assume_best_intentions {2}docs\/model_spec\.md:211$/m);
});

test('a removed clause has no line to look at: another text stands there now', () => {
  const report = failingReport();
  const changes = report.changes.map((change) => ({ ...change, kind: 'removed' as const }));
  expect(renderTerminal({ report })).toContain('docs/model_spec.md:211');
  expect(renderTerminal({ report: { ...report, changes } })).not.toContain('docs/model_spec.md:211');
});

test('the worst scenario is named with the command that shows it, whole and quoted for a shell', () => {
  const report = failingReport();
  const [first] = report.scenarios;
  const odd = { ...report, scenarios: [{ ...first!, scenario: `it's ${'long '.repeat(30)}` }] };
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
  expect(flat(renderTerminal({ report, reportJson: 'spec-gate-report/report.json' }))).toContain(
    'Next spec-gate report --scenario lab-safety-protocol shows',
  );
  expect(flat(renderTerminal({ report: odd, reportJson: 'out dir/report.models.json' }))).toContain(
    `spec-gate report 'out dir/report.models.json' --scenario 'it'\\''s ${'long '.repeat(30)}' shows`,
  );
  expect(renderTerminal({ report: REPORTS.pass(), reportJson: 'spec-gate-report/report.json' })).not.toContain(
    '--scenario',
  );
});

test('hostile text moves nothing on the terminal', () => {
  // Only line feeds of our own: no escape sequence, no carriage return, no direction mark, no workflow command at a line's start.
  const text = renderTerminal({ report: hostileReport(20) });
  expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  expect(text).not.toMatch(/^\s*::/m);
});

test('paint is used for the verdict and only where it is given', () => {
  const bad = (text: string): string => `<bad>${text}</bad>`;
  expect(renderTerminal({ report: failingReport() }, { paint: { ...NO_PAINT, bad } })).toMatch(/^<bad>FAIL<\/bad>  /m);
  expect(renderTerminal({ report: failingReport() })).not.toContain('<bad>');
});

test.each([
  ['a b c', 3, ['a b', 'c']],
  ['longword b', 4, ['longword', 'b']],
  ['see ::error::x', 5, ['see', ':\\:error::x']],
  ['\u00a0::error::x', 20, ['\u00a0:\\:error::x']],
  ['##[error]x ##vso[task]x ## [x]', 40, ['##\\[error]x ##\\vso[task]x ## [x]']],
  ['', 10, ['']],
])('%j in %d columns', (text, width, expected) => {
  expect(wrapText(text, width)).toEqual(expected);
});

test('a run that was interrupted before anything was ruled on says that, and no table of nothing', () => {
  const report = REPORTS.inconclusive();
  const [undecided] = report.verdict.reasons;
  const endpoints = { nonCompliance: { scenarios: 0, margin: 0.05, status: 'inconclusive' } } as const;
  const interrupted = { code: 'interrupted', args: { finished: 0, needed: 120 }, severity: 'warning' } as const;
  const stopped = { ...report, endpoints, verdict: { ...report.verdict, reasons: [interrupted, undecided!] } };
  const text = renderTerminal({ report: stopped });
  expect(text).toContain('INCONCLUSIVE  the run was stopped after 0 of 120 calls');
  expect(text).not.toMatch(/^(?:Measured|Also|Next) /m);
  // Any other reason keeps what is not decided.
  const open = { ...report, verdict: { ...report.verdict, reasons: [{ ...undecided! }, undecided!] } };
  expect(renderTerminal({ report: open })).toMatch(/^Also /m);
});
