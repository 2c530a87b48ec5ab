import { describe, expect, test } from 'vitest';
import { createPanel, type Truth } from '../../bench/decision/latent-panel.ts';
import { SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';
import { calibrate, type Calibration } from '../../src/calibrate/calibrate.ts';
import { betweenNights, withinVariance } from '../../src/decision/draw-noise.ts';
import { noiseOfGroups, type GroupedDraws } from '../../src/calibrate/group-noise.ts';
import { measureFlips } from '../../src/calibrate/retest-flips.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell } from '../support/cells.ts';

/** Simulated: 4 stored draws of 4 models on 96 scenarios; so many of these in a row are one group. */
function calibrateStored(over: Partial<Truth>, draws = 4, together = 1): Calibration {
  const truth: Truth = {
    kind: 'prompt',
    models: 4,
    scenarios: 96,
    rate: 0.23,
    rise: 0,
    where: 'uniform',
    drift: 0,
    scored: false,
    ...over,
  };
  const panel = createPanel(truth, 'calibrate');
  const cells: Cell[] = [];
  for (let scenario = 0; scenario < truth.scenarios; scenario += 1) {
    for (let model = 0; model < truth.models; model += 1) {
      for (let draw = 1; draw <= draws; draw += 1) {
        cells.push(panel.draw({ scenario, model, arm: 'base', stage: 'screen', draw }));
      }
    }
  }
  const { scenarios, models, judges } = panel;
  const groups = new Map(scenarios.map((id, index) => [id, `g${Math.floor(index / together)}`]));
  return calibrate({ cells, scenarios, models, judges, policy: SIMULATED_POLICY, groups });
}

describe('calibrate', () => {
  test('draws of steady nights are calibrated, with the flips and the size of what can be seen', () => {
    const result = calibrateStored({ scenarios: 192 });
    expect(result).toMatchObject({ status: 'calibrated', draws: 4, size: 32 });
    const { nonCompliance } = result.endpoints;
    expect(nonCompliance!.falseAlarms.trials).toBe(24);
    // The simulation's own truth: the majority flips on 14.6 % of retests, so one cell varies by .073.
    expect(result.flips.majority).toBeGreaterThan(0.12);
    expect(result.flips.majority).toBeLessThan(0.17);
    expect(Object.keys(result.flips.judges)).toEqual(['judge-a', 'judge-b', 'judge-c']);
    // Above the margin of .05, and no more than half of it beyond: a size that this many scenarios can show.
    expect(nonCompliance!.detectable).toBeGreaterThan(0.05);
    expect(nonCompliance!.detectable).toBeLessThan(0.075);
    expect(result.endpoints.disagreement).toBeUndefined();
  });

  test('nights that differ by a logit and more make it uncalibrated', () => {
    const result = calibrateStored({ drift: 1.5 });
    expect(result.status).toBe('uncalibrated');
    expect(result.endpoints.nonCompliance!.betweenNights).toBeGreaterThan(0.05);
    expect(result.recommendedDraws).toBe(8);
  });

  test('four trials cannot tell: one false alarm in four could hide in them', () => {
    const result = calibrateStored({ scenarios: 32 });
    expect(result.endpoints.nonCompliance!.falseAlarms.trials).toBe(4);
    expect(result.status).toBe('unknown');
  });

  test('draws of one night cannot tell what a night does; the same draws of four nights can', () => {
    expect(calibrateStored({ stored: 'one night', scenarios: 192 })).toMatchObject({
      status: 'unknown',
      oneNight: true,
    });
    const several = calibrateStored({ stored: 'nights', scenarios: 192 });
    expect(several).toMatchObject({ status: 'calibrated' });
    expect(several.oneNight).toBeUndefined();
  });

  test('one draw says nothing', () => {
    expect(calibrateStored({}, 1)).toMatchObject({ status: 'unknown', endpoints: {}, flips: { judges: {} } });
  });
});

describe('scenarios of one group', () => {
  test('that vary together are one: twins have twice the noise of strangers', () => {
    const draws = Array.from({ length: 12 }, (_, index) => [index % 2, (index + 1) % 2, 0, 1]);
    const strangers = draws.map((own, index): GroupedDraws => ({ group: String(index), draws: own }));
    const twins = [...strangers, ...strangers];
    expect(noiseOfGroups(twins)).toBeCloseTo(2 * noiseOfGroups(strangers), 12);
    // Too few groups to tell.
    expect(noiseOfGroups(twins.filter(({ group }) => Number(group) < 9))).toBeCloseTo(noiseOfGroups(strangers), 12);
  });

  test('stay whole, show less and take more to pass', () => {
    const alone = calibrateStored({ scenarios: 96 });
    const triples = calibrateStored({ scenarios: 96 }, 4, 3);
    const [own, shared] = [alone.endpoints.nonCompliance!, triples.endpoints.nonCompliance!];
    // Blocks of eleven whole groups are of 33 scenarios, so the last of three is not full.
    expect([own.falseAlarms.trials, shared.falseAlarms.trials]).toEqual([12, 8]);
    expect(shared.recommended.margin).toBeGreaterThan(own.recommended.margin);
    expect(shared.recommended.scenarios).toBeGreaterThan(own.recommended.scenarios);
  });
});

test('flips: 1 of 3 draws apart makes 2 of 3 pairs differ; abstentions are left out', () => {
  const cells = ['nnn', 'ccc', 'ccc'].map((rulings, index) => buildCell({ rulings, draw: index + 1 }));
  expect(measureFlips(cells, ['judge-1'])).toEqual({ majority: 2 / 3, judges: { 'judge-1': 2 / 3 } });
  expect(measureFlips([buildCell({ rulings: '-cc' }), buildCell({ draw: 2 })], ['judge-1'])).toEqual({
    majority: 0,
    judges: {},
  });
});

test('a judge who is asked where others part turns as often as in the audit, where it was asked whatever they said', () => {
  const parted = [1, 2].map((draw) => buildCell({ draw, rulings: draw === 1 ? 'cnc' : 'cnn', audited: false }));
  const audited = [1, 2].map((draw) => buildCell({ draw, rulings: 'ccc', scenario: 's2' }));
  const judges = ['judge-1', 'judge-2', 'judge-3'];
  expect(measureFlips([...parted, ...audited], judges).judges).toEqual({ 'judge-1': 0, 'judge-2': 0, 'judge-3': 0 });
  expect(measureFlips(parted, judges).judges).toEqual({ 'judge-1': 0, 'judge-2': 0 });
});

test('variances', () => {
  expect(withinVariance([[0, 1], [1, 1], [0]])).toBe(0.25);
  expect(
    betweenNights([
      [0, 1],
      [0, 1],
    ]),
  ).toBe(0.25);
  expect(betweenNights([[0], [1]])).toBe(0);
});
