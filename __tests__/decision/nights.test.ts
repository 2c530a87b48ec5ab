import { describe, expect, test } from 'vitest';
import { measureChange, type ScenarioDraws } from '../../src/decision/change.ts';
import { labelNights } from '../../src/decision/label-nights.ts';
import { measureNight } from '../../src/decision/nights.ts';
import { runGate } from '../../bench/decision/run-gate.ts';
import type { Truth } from '../../bench/decision/latent-panel.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import { buildCell } from '../support/cells.ts';

const FLIP = 1 / 4;
const at = (day: number, hour: number): string =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

function dated(sketch: Parameters<typeof buildCell>[0], when: string): Cell {
  return { ...buildCell({ stage: 'screen', ...sketch }), at: when };
}

describe('nights', () => {
  test('draws of one run are one night, also across midnight; a day later it is another', () => {
    const cells = [
      dated({ draw: 1 }, at(1, 22)),
      dated({ draw: 2 }, at(2, 1)),
      dated({ draw: 3 }, at(3, 2)),
      dated({ arm: 'head' }, at(9, 12)),
    ];
    expect(labelNights(cells, 3)).toEqual({ base: [0, 0, 1], head: 2 });
  });

  test('what was drawn within the same hours as the head is of its night', () => {
    const cells = [dated({ draw: 1 }, at(9, 10)), dated({ arm: 'head' }, at(9, 12))];
    expect(labelNights(cells, 1)).toEqual({ base: [0], head: 0 });
  });

  test('answers without a date have no nights', () => {
    expect(labelNights([dated({ draw: 1 }, at(1, 2)), buildCell({ draw: 2 })], 2)).toBeUndefined();
  });

  test('an answer that is missing has none, and takes none from the others', () => {
    const missing = buildCell({ draw: 2, rulings: '---' });
    const cells = [
      dated({ draw: 1 }, at(1, 2)),
      missing,
      dated({ draw: 2 }, at(2, 12)),
      dated({ arm: 'head' }, at(9, 12)),
    ];
    expect(labelNights(cells, 2)).toEqual({ base: [0, 1], head: 2 });
  });
});

/** Twenty scenarios with four noisy stored draws; the head lies `rise` above their mean, today's base `night` above it. */
function panel(
  nights: NonNullable<ScenarioDraws['nights']>,
  { rise = 0, night }: { rise?: number; night?: number } = {},
) {
  return Array.from({ length: 20 }, (_, index): ScenarioDraws => {
    const base = [0, 1, 2, 3].map((draw) => ((index + draw) % 4) / 4);
    const mean = base.reduce((total, value) => total + value, 0) / 4;
    const jitter = ((index % 5) - 2) / 50;
    const today = night === undefined ? {} : { today: [mean + night + jitter] };
    return { scenario: `s${index}`, base, head: [mean + rise + jitter], stored: base, nights, ...today };
  });
}

describe('the interval carries the nights', () => {
  test('four draws of one night count as one: the error is wider than that of four nights, and of the same night it is narrowest', () => {
    const errorOf = (nights: NonNullable<ScenarioDraws['nights']>): number =>
      measureChange(panel(nights), FLIP)!.standardError;
    const one = errorOf({ base: [0, 0, 0, 0], head: 1 });
    const four = errorOf({ base: [0, 1, 2, 3], head: 4 });
    const same = errorOf({ base: [0, 0, 0, 0], head: 0 });
    expect(one).toBeGreaterThan(1.5 * four);
    expect(four).toBeGreaterThanOrEqual(same);
    expect(measureNight(panel({ base: [0, 0, 0, 0], head: 0 }), FLIP)).toEqual({ shift: 0, variance: 0 });
  });

  test("today's base answers take most of a night off, and leave less of it in the error", () => {
    const nights = { base: [0, 0, 0, 0], head: 1 };
    const blind = measureChange(panel(nights, { rise: -0.1 }), FLIP)!;
    const seen = measureChange(panel(nights, { rise: -0.1, night: -0.1 }), FLIP)!;
    expect(blind.value).toBeCloseTo(-0.1, 6);
    expect(Math.abs(seen.value)).toBeLessThan(0.03);
    expect(seen.standardError).toBeLessThan(blind.standardError);
  });
});

describe('a screen that could pass on stored answers of other nights', () => {
  const truth: Truth = {
    kind: 'prompt',
    models: 4,
    scenarios: 32,
    rate: 0.02,
    rise: 0,
    where: 'uniform',
    drift: 0,
    scored: false,
  };

  test('asks some of the base once more, today, before it passes', () => {
    const { verdict, rounds, cells } = runGate({ ...truth, stored: 'nights' }, { seed: 'today' });
    expect(verdict.verdict).toBe('pass');
    expect(rounds.at(-1)).toMatch(/today$/);
    expect(cells.filter(({ stage, arm }) => stage === 'confirm' && arm === 'base')).toHaveLength(16 * 4);
  });

  test('does not where answers have no nights', () => {
    expect(runGate(truth, { seed: 'today' }).rounds.join(' ')).not.toContain('today');
  });
});
