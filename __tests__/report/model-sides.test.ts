// Both sides of an example are told apart where a model kept its name.
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderMarkdown } from '../../src/report/markdown/comment.ts';
import type { Report } from '../../src/report/report.ts';
import type { ReportAnswer } from '../../src/report/report-answers.ts';
import { modelReport } from '../support/model-change-report.ts';

const answer = (model: string, problematic: boolean): ReportAnswer => ({ model, problematic, clauses: [] });

function reportOf(before: string): Report {
  const report = modelReport();
  const [change] = report.modelChanges!;
  const example = { scenario: 's1', clauses: [], base: answer(before, false), head: answer('a/own', true) };
  return { ...report, modelChanges: [{ ...change!, examples: [example] }] };
}

test.each([
  ['markdown', (report: Report) => renderMarkdown({ report }), '`a/own` before: compliant', '`a/own` now: problematic'],
  ['html', (report: Report) => renderHtml({ report }), '<code>a/own</code> before', '<code>a/own</code> now'],
])('%s', (_view, render, before, now) => {
  expect(render(reportOf('a/own'))).toContain(before);
  expect(render(reportOf('a/own'))).toContain(now);
  expect(render(reportOf('a/old'))).not.toMatch(/<\/code> (?:before|now)|` (?:before|now):/);
});
