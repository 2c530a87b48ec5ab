import { describe, expect, test } from 'vitest';
import type { Tested } from '../../src/decision/findings/test-family.ts';
import type { TestedFindings } from '../../src/decision/findings/tested-findings.ts';
import { chanceNote } from '../../src/report/build/chance-note.ts';
import { conflictFindings } from '../../src/report/build/conflict-findings.ts';
import { newlyFailing } from '../../src/report/failing-scenarios.ts';
import { plainParagraph } from '../../src/report/plain-text.ts';
import type { Report, ReportConflict } from '../../src/report/report.ts';
import { REPORTS } from '../support/report-builder.ts';

const sure: Tested = { p: 0.001, adjustedP: 0.01, isSure: true };
const chance: Tested = { p: 0.3, adjustedP: 0.8, isSure: false };

function testedAs(own: Tested): TestedFindings {
  return {
    looked: 7,
    conflicts: [{ clauses: ['honesty', 'kindness'], ...own }],
    scenarios: { worse: 4, better: 3, ...own },
    outliers: [],
  };
}

const CONFLICT: ReportConflict = {
  against: 'kindness',
  favour: 'honesty',
  responses: { base: 1, head: 4 },
  scenarios: { base: 1, head: 3 },
  tested: 12,
  examples: ['s1'],
};

function noteOf(tested: TestedFindings, hasFailed = false): readonly string[] {
  return chanceNote({ tested, conflicts: [CONFLICT], outliers: [], hasFailed }).map(plainParagraph);
}

describe('what chance explains', () => {
  test('is counted in one note, and nothing of it is a finding', () => {
    expect(conflictFindings([CONFLICT], { findings: testedAs(chance), changes: [] })).toEqual([]);
    const [note] = noteOf(testedAs(chance));
    expect(note).toMatch(
      /^4 scenarios got worse and 3 better, 1 pair of clauses was cited against each other more often: no more/,
    );
    expect(note).toContain('7 things were looked at together');
  });

  test('what is more than chance is a finding, and no part of the note', () => {
    expect(conflictFindings([CONFLICT], { findings: testedAs(sure), changes: [] })).toMatchObject([
      { code: 'clauseConflict', severity: 'warning', args: { against: 'kindness', favour: 'honesty' } },
    ]);
    expect(noteOf(testedAs(sure))).toEqual([]);
    expect(noteOf(testedAs(chance), true)[0]).toMatch(/^1 pair of clauses/);
  });

  test('lists scenarios that got worse where they are sure, or the place of answers that failed', () => {
    const failed = REPORTS.fail();
    const passed = (own: Tested): Report => ({ ...failed, endpoints: {}, tested: testedAs(own) });
    expect(newlyFailing(passed(chance))).toEqual([]);
    expect(newlyFailing(passed(sure)).length).toBeGreaterThan(0);
    expect(newlyFailing({ ...failed, tested: testedAs(chance) }).length).toBeGreaterThan(0);
  });
});
