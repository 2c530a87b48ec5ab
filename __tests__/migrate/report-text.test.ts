// The text of a migration: what speaks against the panel first, both panels told apart, foreign names harmless.
import { describe, expect, test } from 'vitest';
import type { MigrateReport } from '../../src/migrate/report.ts';
import { renderMigrate, renderMigratePlan } from '../../src/migrate/report-text.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

const rate = (count: number, trials: number) => ({ count, trials, interval: { lower: 0, upper: 1 } });
const panel = { judges: ['a/one', 'a/two', 'b/three'], prompts: { judge: 'judge@1', classify: 'classify@1' } };
const cost = { calls: 3, inputTokens: 1000, outputTokens: 100, usd: 1.5 };
const REPORT: MigrateReport = {
  schema: 'spec-gate/migrate@1',
  simulated: false,
  old: { ...panel, judgeContext: 'linked' },
  new: { ...panel, judges: ['a/one', 'a/two', 'b/four'], judgeContext: 'linked' },
  answers: { pool: 30, anchor: 12, withoutOld: 1, withoutNew: 2 },
  rulings: {
    flips: rate(2, 42),
    bias: { change: 0.05, interval: { lower: 0.01, upper: 0.09 }, scenarios: 9 },
    clauses: Array.from({ length: 25 }, (_, index) => ({
      clause: `clause-${index}`,
      change: 0,
      scenarios: 3,
      flips: rate(0, 9),
    })),
    judges: [{ judge: 'b/four', flips: rate(3, 42), bias: { change: 0, scenarios: 9 } }],
    agreement: { old: { answers: 42, pairs: 0.9, ac1: 0.8 }, new: { answers: 42, pairs: 0.85 } },
  },
  accuracy: { old: [], new: [] },
  scales: {},
  cost: { answers: 40, old: cost, new: { ...cost, usd: 'unknown' } },
  planned: { old: { calls: 0, usd: 0 }, new: { calls: 5, usd: 'unknown' } },
  made: { ...cost, usd: 0 },
  problems: [],
  doubts: [],
};

test('figures of both panels, a price that nobody knows, and how much is left out', () => {
  const text = renderMigrate(REPORT);
  expect(text).toMatch(/^42 stored answers that both panels ruled on\n {2}old {2}a\/one, a\/two, b\/three\n/);
  expect(text).toContain('+5 points (+1 to +9) *');
  expect(text).toContain('old 90 % (AC1 0.80), new 85 % of pairs of judges rule the same');
  expect(text).toMatch(/old panel +3 +1,000 +100 +\$1\.50\n +new panel +3 +1,000 +100 +unknown/);
  expect(text).toContain('... and 5 more');
  expect(text).toContain('Nothing was changed');
});

describe('what differs between the panels is named, and nothing else', () => {
  test('words', () => {
    const text = renderMigrate({ ...REPORT, old: { ...REPORT.old, prompts: { ...panel.prompts, judge: 'judge@0' } } });
    expect(text).toContain('b/three · judge@0\n');
    expect(text).toContain('b/four · judge@1\n');
    expect(text).not.toContain('classify@1');
  });

  test('a classifier that is new, and what judges are shown', () => {
    const next = { ...REPORT.new, classifier: 'a/sorter', judgeContext: 'full' } as const;
    const text = renderMigrate({ ...REPORT, new: next });
    expect(text).toContain('b/three · classifier none · judgeContext linked\n');
    expect(text).toContain('b/four · classifier a/sorter · judgeContext full\n');
  });
});

describe('the end', () => {
  const problems = [{ message: 'judge b/four: right on only 3 of 20', hint: 'replace it' }];

  test('a panel that is not fit is the first line, and a refusal says the way out', () => {
    const text = renderMigrate({ ...REPORT, problems, refused: true });
    expect(text).toMatch(
      /^NOT FIT {2}1 problem with the new panel\n {2}judge b\/four: right on only 3 of 20\n {6}replace it/,
    );
    expect(text).toMatch(/NOT ACCEPTED.*\n.*--even-if-poor/);
    expect(text).not.toContain('Accepted:');
  });

  test('an acceptance names the night', () => {
    const text = renderMigrate({ ...REPORT, accepted: { anchor: '2026-11-23', reason: 'r' } });
    expect(text).toContain('compared with the night of 2026-11-23');
    expect(text).not.toContain('Nothing was changed');
  });

  test('a stopped run does not pass for a whole one', () => {
    expect(renderMigrate({ ...REPORT, stopped: 'budget' })).toContain(
      'The run ended early (its budget was used up): the figures cover what was asked so far; run it again to go on',
    );
  });

  test('nothing stored says what to do', () => {
    const text = renderMigrate({ ...REPORT, answers: { pool: 0, anchor: 0, withoutOld: 5, withoutNew: 0 } });
    expect(text).toMatch(/Nothing to compare yet: run spec-gate check --mode nightly or --mode seed with .*--ask-old/);
    expect(text).not.toContain('flip rate');
  });
});

test('the plan names both panels, and the old one only where it is asked', () => {
  expect(renderMigratePlan(REPORT.planned)).toBe('the new panel is asked at most 5 calls (price unknown)\n');
  expect(renderMigratePlan({ ...REPORT.planned, old: { calls: 26, usd: 0.5 } })).toContain(
    ', the old one 26 calls (about $0.50)',
  );
});

test.each(HOSTILE_TEXTS)('foreign names cannot act: %j', (hostile) => {
  const judges = [hostile, 'a/two', 'b/four'];
  const rulings = { ...REPORT.rulings!, clauses: [{ clause: hostile, change: 0, scenarios: 2, flips: rate(0, 2) }] };
  const problems = [{ message: hostile, hint: hostile }];
  const text = renderMigrate({ ...REPORT, new: { ...REPORT.new, judges }, rulings, problems });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});
