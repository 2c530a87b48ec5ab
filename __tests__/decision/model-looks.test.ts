// A change of models on many scenarios: when it looks, what a look may spend, and verdicts on simulated models.
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../bench/decision/latent-panel.ts';
import { runGate, SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';
import { decide } from '../../src/decision/decide.ts';
import { modelLooks } from '../../src/decision/model-looks.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';

const POLICY = SIMULATED_POLICY;
/** Another model than the one before it, of equal mean. */
const ANOTHER = {
  kind: 'model',
  models: 1,
  rate: 0.23,
  rise: 0,
  where: 'uniform',
  drift: 0,
  scored: false,
  unlike: true,
} as const satisfies Partial<Truth>;

describe('when it looks', () => {
  const roundsOf = (available: number, policy: DecisionPolicy = POLICY): readonly (readonly [number, number])[] =>
    modelLooks(policy, available).map(({ round }) => [round.scenarios, round.draws]);

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

  test('a bank that one look takes whole: ever more draws of it, as many answers as the large one, sixteen draws at most', () => {
    expect(roundsOf(150)).toEqual([2, 3, 4, 5, 6].map((draws) => [150, draws]));
    expect(roundsOf(64)).toEqual([3, 5, 7, 10, 12, 14].map((draws) => [64, draws]));
    expect(roundsOf(12).at(-1)).toEqual([12, 16]);
    const order = Array.from({ length: 64 }, (_, index) => `s${index}`);
    const none = { links: new Map(), models: ['m'], judges: [], cells: [], untested: [] };
    const first = decide({ ...none, kind: 'model', policy: POLICY, order, round: undefined });
    expect(first).toMatchObject({ round: { stage: 'confirm', draws: 3, scenarios: 64 } });
  });

  test('what one answer a side cannot show takes as many scenarios as an edit, with draws', () => {
    const strict: DecisionPolicy = { ...POLICY, actions: { ...POLICY.actions, newOutliers: 'fail' } };
    expect(roundsOf(900, strict)).toEqual(roundsOf(64));
    expect(roundsOf(900, { ...POLICY, limits: { nonCompliance: 0.3 } })).toEqual(roundsOf(64));
    const few: DecisionPolicy = { ...POLICY, selection: { ...POLICY.selection, modelScenarios: 300 } };
    expect(roundsOf(5000, few).map(([scenarios]) => scenarios)).toEqual([50, 100, 150, 200, 250, 300]);
  });

  test('passes are hardest first; no level is above the whole', () => {
    const looks = modelLooks(POLICY, 900);
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
  const world: Truth = { ...ANOTHER, scenarios: 300 };

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

describe('simulated models on 48 scenarios', () => {
  const policy: DecisionPolicy = {
    ...POLICY,
    margins: { ...POLICY.margins, nonCompliance: 0.1, judgeAgreement: 0.3 },
  };
  const world: Truth = { ...ANOTHER, scenarios: 48, onThese: true };

  test('another one that fails as often on them passes, and says that this holds for them alone', () => {
    const { verdict } = runGate(world, { seed: 'few', policy });
    expect(verdict.verdict).toBe('pass');
    const { interval, claims, ofThese } = verdict.metrics.nonCompliance!;
    expect(ofThese).toBe(true);
    expect(interval).toEqual(claims!.theseScenarios.interval);
    const { high, needed, scenarios } = verdict.reasons.find(({ code }) => code === 'of-these-only')!.args;
    expect(high).toBe(claims!.scenariosLikeThem.interval![1]);
    expect(high).toBeGreaterThan(0.1);
    expect(scenarios).toBe(48);
    // The world's own variance is that of `USUAL_MODEL_VARIANCE`: 250 scenarios at 10 points.
    expect(needed).toBeGreaterThanOrEqual(150);
    expect(needed).toBeLessThanOrEqual(350);
  });

  test('the model by itself passes for others, too, and nothing is held back', () => {
    const { unlike: _, onThese: __, ...same } = world;
    const { verdict } = runGate(same, { seed: 'itself', policy });
    expect(verdict.verdict).toBe('pass');
    expect(verdict.reasons.map(({ code }) => code)).toEqual([]);
  });

  test('one that fails 12 points oftener on them fails, whatever others would show', () => {
    const { verdict } = runGate({ ...world, rise: 0.12 }, { seed: 'worse', policy });
    expect(verdict.verdict).toBe('fail');
    expect(verdict.metrics.nonCompliance!.interval![0]).toBeGreaterThan(0);
  });
});
