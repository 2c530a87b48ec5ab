// What scripts and required checks read: every verdict, under every policy, on every ground.
import { describe, expect, test } from 'vitest';
import { worstExitCode } from '../../src/gate/exit-code.ts';
import type { FindingCode } from '../../src/report/finding-args.ts';
import type { Report, VerdictStatus } from '../../src/report/report.ts';
import { acceptedReport, passingReport } from '../support/report-builder.ts';

interface Parts {
  readonly reasons?: readonly FindingCode[];
  readonly accepted?: 'accepted';
}

function reportOf(status: VerdictStatus, { reasons = [], accepted }: Parts = {}): Report {
  const findings = reasons.map((code) => ({ code, args: {}, severity: 'warning' as const }));
  const resolution = accepted === undefined ? {} : { resolution: acceptedReport().verdict.resolution! };
  return { ...passingReport(), verdict: { status, reasons: findings, ...resolution } };
}

/** Under `onInconclusive: fail` and `report`. */
type Codes = readonly [fail: number, report: number];
const codesOf = (...reports: readonly Report[]): Codes => [
  worstExitCode(reports, 'fail'),
  worstExitCode(reports, 'report'),
];

describe('a pass and a failure are what they are under either policy', () => {
  test.each<[VerdictStatus, FindingCode, Codes]>([
    ['pass', 'withinMargins', [0, 0]],
    ['pass', 'noChange', [0, 0]],
    ['pass', 'cosmeticOnly', [0, 0]],
    ['pass', 'bootstrap', [0, 0]],
    ['fail', 'nonComplianceRose', [1, 1]],
    ['fail', 'limitExceeded', [1, 1]],
    ['fail', 'policyLoosened', [1, 1]],
    // A regression that is proved stays one, although some answers are missing.
    ['fail', 'missingCells', [1, 1]],
  ])('%s: %s', (status, reason, codes) => {
    expect(codesOf(reportOf(status, { reasons: [reason] }))).toEqual(codes);
  });
});

describe('inconclusive', () => {
  test.each<[string, readonly FindingCode[], Codes]>([
    ['evidence that decides nothing', ['couldHaveShown'], [2, 0]],
    ['a clause without scenarios', ['untestedClause'], [2, 0]],
    ['two open questions', ['couldHaveShown', 'untestedClause'], [2, 0]],
    ['a clause whose violations nobody answered with', ['looseningUnseen'], [2, 0]],
    ['a clause that may let through what it forbade', ['clauseUndecided'], [2, 0]],
    ['a model without a counterpart', ['modelNotCompared'], [2, 0]],
    ['a change that nobody is shown', ['changedOutOfSight', 'moreOutOfSight'], [2, 0]],
    ['text outside of clauses, and ignored lines', ['textOutsideClauses', 'ignoredLines'], [2, 0]],
    ['text that judges see and readers do not', ['shownToJudgesOnly'], [2, 0]],
    ['more than are named', ['untestedClause', 'moreLikeThese'], [2, 0]],
    ['no ground at all', [], [2, 2]],
    ['calls, dollars or minutes ran out', ['budgetStopped'], [2, 2]],
    ['a signal', ['interrupted'], [2, 2]],
    ["the provider's quota", ['quota'], [2, 2]],
    ['no keys', ['noKeys'], [2, 2]],
    ['answers that are missing', ['missingCells'], [2, 2]],
    ['a judge that never ruled', ['judgeSilent'], [2, 2]],
    ['judges that never object', ['panelNeverObjects'], [2, 2]],
    ['judges that miss what is known', ['panelMissesControls'], [2, 2]],
    ['judges that agree as chance does', ['panelAtChance'], [2, 2]],
    ['a judge that the new text misleads', ['judgeIntegrity'], [2, 2]],
    ['a later judge who reads the new text otherwise', ['lateJudgeParts'], [2, 2]],
    ['one side that lost more answers', ['unlikeLosses'], [2, 2]],
    ['scenarios that were asked under another rule', ['shiftedIds'], [2, 2]],
    ['a new model that did not answer', ['modelUnanswered'], [2, 2]],
    ['a new model that may not be asked', ['modelNotAllowed'], [2, 2]],
    ['a ground that nobody has sorted yet', ['anotherGround' as FindingCode], [2, 2]],
    ['an open question before an unfinished run', ['couldHaveShown', 'interrupted'], [2, 2]],
    ['an unfinished run before an open question', ['missingCells', 'untestedClause'], [2, 2]],
  ])('%s', (_, reasons, codes) => {
    expect(codesOf(reportOf('inconclusive', { reasons }))).toEqual(codes);
  });
});

test('a notice among the grounds of an open question holds nothing up', () => {
  const report = reportOf('inconclusive', { reasons: ['couldHaveShown'] });
  const notice = { code: 'panelNeverObjects', args: {}, severity: 'notice' } as const;
  const verdict = { ...report.verdict, reasons: [...report.verdict.reasons, notice] };
  expect(codesOf({ ...report, verdict })).toEqual([2, 0]);
});

test.each<[VerdictStatus, FindingCode]>([
  ['fail', 'nonComplianceRose'],
  ['inconclusive', 'couldHaveShown'],
  // An outage may be accepted, too: by an approver, for one commit.
  ['inconclusive', 'missingCells'],
])('accepted, %s (%s) does not block', (status, reason) => {
  expect(codesOf(reportOf(status, { reasons: [reason], accepted: 'accepted' }))).toEqual([0, 0]);
});

describe('of several comparisons the worst counts, in whatever order', () => {
  const pass = reportOf('pass');
  const fail = reportOf('fail', { reasons: ['nonComplianceRose'] });
  const accepted = reportOf('fail', { reasons: ['nonComplianceRose'], accepted: 'accepted' });
  const open = reportOf('inconclusive', { reasons: ['couldHaveShown'] });
  const unfinished = reportOf('inconclusive', { reasons: ['quota'] });
  test.each<[string, readonly Report[], Codes]>([
    ['pass and pass', [pass, pass], [0, 0]],
    ['pass and fail', [pass, fail], [1, 1]],
    ['open and fail', [open, fail], [1, 1]],
    ['unfinished and fail', [unfinished, fail], [1, 1]],
    ['pass and open', [pass, open], [2, 0]],
    ['open and unfinished', [open, unfinished], [2, 2]],
    ['accepted and pass', [accepted, pass], [0, 0]],
    ['accepted and fail: one acceptance does not cover the other', [accepted, fail], [1, 1]],
    ['accepted and unfinished', [accepted, unfinished], [2, 2]],
    ['all of them', [pass, accepted, open, unfinished, fail], [1, 1]],
  ])('%s', (_, reports, codes) => {
    expect(codesOf(...reports)).toEqual(codes);
    expect(codesOf(...reports.toReversed())).toEqual(codes);
  });

  test('no comparison is no pass', () => {
    expect(codesOf()).toEqual([2, 2]);
  });
});
