// What an edit of a spec cannot move has a level and may have a limit; what cannot apply is said, option by option.
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/decision/decide.ts';
import type { Verdict } from '../../src/decision/decision.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';
import { findVoidOptions, type Means } from '../../src/decision/void-options.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { SIMULATED_POLICY as POLICY } from '../../bench/decision/run-gate.ts';
import { buildCell, type CellSketch } from '../support/cells.ts';

const SCENARIOS = Array.from({ length: 8 }, (_, index) => `s${index}`);
const MODELS = ['m0', 'm1', 'm2', 'm3'];

/** The stored answers' scores on the first value, model by model: 1, 1, 5, 5 is D 2 in every draw. */
function judge(
  scores: readonly number[] | 'missing' | undefined,
  how: { readonly limits?: DecisionPolicy['limits']; readonly margins?: Partial<DecisionPolicy['margins']> } = {},
): Verdict {
  const cells: Cell[] = [];
  for (const arm of ['base', 'head'] as const) {
    for (const scenario of SCENARIOS) {
      for (let draw = 1; draw <= (arm === 'base' ? 4 : 1); draw += 1) {
        for (const [at, model] of MODELS.entries()) {
          const own = scores === 'missing' || scores === undefined ? scores : { value1: scores[at]! };
          const scored: Pick<CellSketch, 'scores'> = own === undefined ? {} : { scores: own };
          cells.push(
            buildCell({ stage: 'screen', arm, scenario, draw, model, cites: [['a'], ['a'], ['a']], ...scored }),
          );
        }
      }
    }
  }
  const decision = decide({
    kind: 'target',
    policy: {
      ...POLICY,
      limits: how.limits ?? {},
      margins: { ...POLICY.margins, nonCompliance: 0.5, frequentNonCompliance: 0.9, ...how.margins },
    },
    round: { stage: 'screen', draws: 1, scenarios: SCENARIOS.length },
    order: SCENARIOS,
    links: new Map(SCENARIOS.map((scenario) => [scenario, ['a']])),
    models: MODELS,
    judges: ['judge-1', 'judge-2', 'judge-3'],
    scoring: 'no-classifier',
    cells,
    untested: [],
  });
  if (decision.status !== 'verdict') throw new Error(`no verdict: ${JSON.stringify(decision)}`);
  return decision;
}

describe('disagreement under a spec that models are trained towards', () => {
  test.each([
    ['no limit', {}, 'report', undefined],
    ['within its limit', { disagreement: 2.5 }, 'pass', 'pass'],
    ['above it before this change', { disagreement: 1.5 }, 'pre-existing', 'pre-existing'],
    // A limit that the noise of four draws straddles.
    ['too near to tell', { disagreement: 2.005 }, 'report', 'report'],
  ] as const)('%s', (_, limits, status, stands) => {
    const verdict = judge([1, 1, 5, 5], { limits });
    expect(verdict.verdict).toBe('pass');
    expect(verdict.metrics.disagreement).toMatchObject({ status, base: 2, head: 2, unchanged: true, scenarios: 8 });
    expect(verdict.notes.find(({ code }) => code === 'level-unchanged')?.args).toMatchObject({
      metric: 'disagreement',
      level: 2,
      ...(stands === undefined ? {} : { stands, limit: limits.disagreement }),
    });
  });

  test('scores that did not come decide nothing about the edit, and are no pass of the limit', () => {
    const verdict = judge('missing', { limits: { disagreement: 2.9 } });
    expect(verdict.verdict).toBe('pass');
    expect(verdict.missing.cells).toBe(0);
    expect(verdict.metrics.disagreement).toMatchObject({ status: 'not-applicable' });
  });

  test('where nothing scores, the row and a note say why the limit says nothing', () => {
    const verdict = judge(undefined, { limits: { disagreement: 1.5 }, margins: { disagreement: 0.3 } });
    expect(verdict.metrics.disagreement).toEqual({ status: 'not-applicable', why: 'no-classifier', scenarios: 0 });
    expect(verdict.notes.map(({ args }) => args)).toEqual([
      { option: 'limits.disagreement', why: 'no-classifier' },
      { option: 'margins.disagreement', why: 'no-classifier' },
    ]);
  });
});

describe('options that cannot apply', () => {
  const means: Means = { kind: 'prompt', models: 4, judges: 3, scoring: 'possible' };
  const find = (over: Partial<Means>, policy: Partial<Parameters<typeof findVoidOptions>[0]>): readonly string[] =>
    findVoidOptions({ ...POLICY, ...policy }, { ...means, ...over }).map(({ option, why }) => `${option} ${why}`);
  const fail = { ...POLICY.actions, newOutliers: 'fail', rejections: 'fail', interpretation: 'fail' } as const;

  test.each([
    ['the defaults say nothing', { kind: 'target', models: 1, judges: 1 }, {}, []],
    ['everything applies', {}, { limits: { disagreement: 1 }, actions: fail }, []],
    [
      'a limit on a level that is measured applies, a margin for what cannot move does not',
      { kind: 'target' },
      { limits: { disagreement: 1.5 }, margins: { ...POLICY.margins, disagreement: 0.3 } },
      ['margins.disagreement same-answers'],
    ],
    [
      'no classifier',
      { scoring: 'no-classifier' },
      { limits: { disagreement: 1.5 }, actions: fail },
      ['actions.rejections no-classifier', 'limits.disagreement no-classifier'],
    ],
    ['no rubrics', { scoring: 'no-rubrics' }, { limits: { rejections: 0.2 } }, ['limits.rejections no-rubrics']],
    ['nothing scored', { scoring: 'not-scored' }, { limits: { rejections: 0.2 } }, ['limits.rejections not-scored']],
    [
      'one model',
      { models: 1 },
      { limits: { frequentNonCompliance: 0.1 }, actions: fail },
      ['limits.frequentNonCompliance one-model', 'actions.newOutliers two-models'],
    ],
    ['two models have no outlier', { models: 2 }, { actions: fail }, ['actions.newOutliers two-models']],
    [
      'one judge',
      { judges: 1 },
      { limits: { judgeAgreement: 0.6 }, actions: fail },
      ['limits.judgeAgreement one-judge', 'actions.interpretation one-judge'],
    ],
  ] as const)('%s', (_, over, policy, expected) => {
    expect(find(over, policy)).toEqual(expected);
  });
});
