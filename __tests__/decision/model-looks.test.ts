// A change of models on many scenarios: when it looks, what a look may spend, and verdicts on simulated models.
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../bench/decision/latent-panel.ts';
import { runGate, SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';
import { decide } from '../../src/decision/decide.ts';
import { modelLooks, scenariosForModels } from '../../src/decision/model-looks.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';

const POLICY = SIMULATED_POLICY;

describe('when it looks', () => {
  const roundsOf = (available: number, policy: DecisionPolicy = POLICY): readonly (readonly [number, number])[] =>
    (modelLooks(policy, available) ?? []).map(({ round }) => [round.scenarios, round.draws]);

  test('a large bank: six equal steps, one answer a side', () => {
    const steps = [150, 300, 450, 600, 750, 900].map((scenarios) => [scenarios, 1]);
    expect(roundsOf(5000)).toEqual(steps);
    expect(roundsOf(900)).toEqual(steps);
  });

  test('a smaller one: all its scenarios before any second draw, and no more answers than the large one', () => {
    expect(roundsOf(400)).toEqual([
      [150, 1],
      [300, 1],
      [400, 1],
      [400, 2],
    ]);
    expect(roundsOf(200).at(-1)).toEqual([200, 4]);
  });

  test('no more than one look takes: screen and confirmation, as for an edit', () => {
    expect(roundsOf(150)).toEqual([]);
    const order = Array.from({ length: 150 }, (_, index) => `s${index}`);
    const input = {
      kind: 'model',
      policy: POLICY,
      order,
      links: new Map(),
      models: ['m'],
      judges: [],
      cells: [],
    } as const;
    expect(decide({ ...input, round: undefined, untested: [] })).toMatchObject({ round: { stage: 'screen' } });
  });

  test('what one answer a side cannot show keeps its draws', () => {
    const strict: DecisionPolicy = { ...POLICY, actions: { ...POLICY.actions, newOutliers: 'fail' } };
    expect(scenariosForModels(strict, 900)).toBeUndefined();
    expect(scenariosForModels({ ...POLICY, limits: { nonCompliance: 0.3 } }, 900)).toBeUndefined();
    const few: DecisionPolicy = { ...POLICY, selection: { ...POLICY.selection, modelScenarios: 300 } };
    expect(roundsOf(5000, few).map(([scenarios]) => scenarios)).toEqual([50, 100, 150, 200, 250, 300]);
  });

  test('passes are hardest first; no level is above the whole', () => {
    const looks = modelLooks(POLICY, 900)!;
    expect(looks.map(({ reach }) => reach)).toEqual(looks.map(({ reach }) => reach).toSorted((a, b) => b - a));
    expect(looks[0]!.reach).toBeGreaterThan(4);
    expect(looks.at(-1)!.reach).toBeLessThan(1.8);
    for (const { level } of looks) expect(level).toBeLessThan(0.0125);
  });
});

describe('simulated models on 300 scenarios', () => {
  const policy: DecisionPolicy = {
    ...POLICY,
    selection: { ...POLICY.selection, modelScenarios: 300 },
    margins: { ...POLICY.margins, nonCompliance: 0.1, judgeAgreement: 0.2 },
  };
  const world: Truth = {
    kind: 'model',
    models: 1,
    scenarios: 300,
    rate: 0.23,
    rise: 0,
    where: 'uniform',
    drift: 0,
    scored: false,
    unlike: true,
  };

  test('another one that fails as often passes, on fresh answers of both sides alone', () => {
    const { verdict, cells } = runGate(world, { seed: 'equal', policy });
    expect(verdict.verdict).toBe('pass');
    expect(new Set(cells.map(({ stage, draw }) => `${stage} ${draw}`))).toEqual(new Set(['confirm 1']));
    const { interval, level } = verdict.metrics.nonCompliance!;
    expect(interval![1]).toBeLessThan(0.1);
    expect(level).toBe(0.9);
  });

  test('one that fails 25 points oftener fails before half of it is asked', () => {
    const { verdict, answers } = runGate({ ...world, rise: 0.25 }, { seed: 'worse', policy });
    expect(verdict.verdict).toBe('fail');
    expect(answers).toBeLessThanOrEqual(300);
  });
});
