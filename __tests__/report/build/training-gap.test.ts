import type { Ruling } from '../../../src/core/study-words.ts';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/evaluation/cell.ts';
import { isProblematic, type Judgment } from '../../../src/evaluation/ruling.ts';
import { trainingGap } from '../../../src/report/build/training-gap.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { clause, comparison, spec } from '../../support/scripted-models.ts';

const base = spec(clause('help', 'Help.'));
const head = spec(clause('help', 'Help, and always name a source.'));
const changes = diffSpec(base, head);

function cell(scenario: string, arm: Cell['arm'], rulings: readonly Ruling[]): Cell {
  const judgments = rulings.map((ruling, index): Judgment => ({
    status: 'ruled',
    judge: `j${index}`,
    ruling,
    clauses: ['help'],
    reasoning: '',
  }));
  return {
    scenario,
    model: 'test/m1',
    arm,
    stage: 'confirm',
    draw: 1,
    response: scenario,
    judgments,
    audited: true,
    problematic: isProblematic(judgments),
  };
}

const fine: readonly Ruling[] = ['compliant', 'compliant', 'compliant'];
const against: readonly Ruling[] = ['non-compliant', 'non-compliant', 'non-compliant'];
const split: readonly Ruling[] = ['non-compliant', 'compliant', 'non-compliant'];

function gapOf(
  headRulings: readonly (readonly Ruling[])[],
  options: { status?: 'fail' | 'pass'; kind?: 'target' | 'prompt' } = {},
) {
  const cells = headRulings.flatMap((rulings, index) => [
    cell(`s${index}`, 'base', fine),
    cell(`s${index}`, 'head', rulings),
  ]);
  const verdict = {
    status: 'verdict',
    verdict: 'fail',
    reasons: [],
    metrics: { nonCompliance: { status: options.status ?? 'fail', scenarios: headRulings.length } },
    clauses: [],
    findings: { looked: 0, conflicts: [], outliers: [] },
    missing: { cells: 0, expected: 0, answered: {} },
    notes: [],
  } as const;
  return trainingGap({
    comparison: comparison({ base, head, changes, kind: options.kind ?? 'target' }),
    verdict,
    cells,
    changes,
  });
}

test('judges who agree that old answers break the new text show a gap in training', () => {
  expect(gapOf([against, against, fine])).toMatchObject([
    { code: 'trainingGap', args: { responses: 2, tested: 3, clauses: ['help'] } },
  ]);
});

test.each([
  ['judges who differ', gapOf([split, split, fine])],
  ['no rise', gapOf([fine, fine])],
  ['a rise that was not confirmed', gapOf([against, against], { status: 'pass' })],
  ['models that were shown the text', gapOf([against, against], { kind: 'prompt' })],
])('%s show none', (_what, findings) => {
  expect(findings).toEqual([]);
});
