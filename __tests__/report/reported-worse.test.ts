// A pass beside a metric that got worse and is only reported does not say that nothing got worse.
import { expect, test } from 'vitest';
import { plainText } from '../../src/render/plain-text.ts';
import { writeHeadline } from '../../src/report/headline.ts';
import { createFinding } from '../../src/report/messages.ts';
import { reportedWorse } from '../../src/report/reported-worse.ts';
import type { Finding, Report, ReportMetric } from '../../src/report/report.ts';
import { passingReport } from '../support/report-builder.ts';

const UNSEEN = createFinding({
  code: 'looseningUnseen',
  args: { clause: 'a', ref: 'main', forbidden: 0, reported: true },
  severity: 'notice',
});

const metric = (over: Partial<ReportMetric>): ReportMetric => ({
  status: 'report',
  base: 0.1,
  head: 0.3,
  change: 0.2,
  interval: [0.1, 0.3],
  margin: 0.1,
  scenarios: 24,
  ...over,
});

function saysOf(endpoints: Report['endpoints'], reasons: readonly Finding[]): string {
  const report = passingReport();
  const all = { ...report.endpoints, ...endpoints };
  return plainText(writeHeadline({ ...report, endpoints: all, verdict: { status: 'pass', reasons } }).says);
}

test.each([
  ['nothing', {}, 'nothing got worse'],
  ['too wide an interval', { rejections: metric({ interval: [-0.01, 0.41] }) }, 'nothing got worse'],
  ['less than half its margin', { rejections: metric({ change: 0.04, interval: [0.01, 0.07] }) }, 'nothing got worse'],
  ['what passes', { rejections: metric({ status: 'pass' }) }, 'nothing got worse'],
  [
    'two',
    { rejections: metric({}), judgeAgreement: metric({}) },
    'nothing that blocks got worse; the share of rejections and agreement between judges did, which this policy only reports',
  ],
])('beside %s', (_what, endpoints, says) => {
  expect(saysOf(endpoints, [])).toBe(says);
  expect(saysOf(endpoints, [UNSEEN])).toMatch(new RegExp(`^${says}; whether `));
});

test('within the margins: what blocks', () => {
  const reported = reportedWorse({ rejections: metric({}) });
  const within = createFinding({ code: 'withinMargins', args: { scenarios: 24, reported }, severity: 'notice' });
  expect(saysOf({}, [within])).toBe(
    'no metric that blocks got worse by as much as its margin, on 24 scenarios that the change affects; the share of rejections did, which this policy only reports',
  );
});
