// How far nights differ by themselves: a prior, and what nights teach.
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { RESPONSE_TYPES } from '../../../src/core/study-words.ts';
import type { NightMetric, Subject } from '../../../src/nightly/decision/metrics.ts';
import type { NightRecord } from '../../../src/nightly/decision/record.ts';
import { betweenNightSpread } from '../../../src/nightly/decision/spread.ts';
import { cell, day, record } from '../../support/night-record.ts';

const MODELS = { m: 'h', n: 'h' };
const PANEL: Subject = { kind: 'panel', models: ['m', 'n'] };
const EACH: readonly Subject[] = [
  { kind: 'model', models: ['m'] },
  { kind: 'model', models: ['n'] },
];

/** Sixty nights of two models; `shift` moves shares by 1 and scores by 6 for each 1 that it is. */
function nights(shift: (night: number) => number): readonly NightRecord[] {
  const random = createRandom('spread');
  const sentinels = Array.from({ length: 40 }, (_, place) => `s${place}`);
  return Array.from({ length: 60 }, (_, index) => {
    const moved = shift(index);
    const cells = sentinels.flatMap((scenario) =>
      [1, 2].flatMap((draw) =>
        Object.keys(MODELS).map((model) => {
          const lean = model === 'm' ? moved : 0;
          const score = Math.min(6, Math.max(0, Math.round(3 + random.normal() + 6 * lean)));
          const against = random.next() < 0.3 + moved;
          return cell({ scenario, draw, model, against, type: RESPONSE_TYPES[6 - score]!, scores: [score, 6 - score] });
        }),
      ),
    );
    return record(day(index), { cells, sentinels, models: MODELS });
  });
}

const spread = (
  metric: NightMetric,
  shift: ((night: number) => number) | undefined,
  change: (all: readonly NightRecord[]) => readonly NightRecord[] = (all) => all,
): number => {
  const subjects = metric === 'nonCompliance' || metric === 'rejections' ? EACH : [PANEL];
  return betweenNightSpread(shift === undefined ? [] : change(nights(shift)), { metric, subjects });
};

test.each([
  ['nonCompliance', 0.03, 0.025, 0.05],
  ['rejections', 0.03, 0.025, 0.05],
  ['frequentNonCompliance', 0.02, 0.02, 0.03],
  ['disagreement', 0.06, 0.05, 0.07],
] as const)(
  '%s: a prior without nights, smaller after quiet ones, found where it is',
  (metric, prior, quiet, found) => {
    expect(spread(metric, undefined)).toBeCloseTo(prior, 12);
    expect(spread(metric, () => 0)).toBeLessThan(quiet);
    const random = createRandom('shift');
    expect(spread(metric, () => 0.12 * random.normal())).toBeGreaterThan(found);
  },
);

test('nights of an alarm teach nothing: of the model, of any model for the panel, of those who measure', () => {
  const uneasy = (index: number): number => (index < 30 || index % 2 === 0 ? 0 : 0.3);
  const withAlarm = (alarm: NightRecord['alarms'][number]) => (all: readonly NightRecord[]) =>
    all.map((night, index) => (index < 30 ? night : { ...night, alarms: [alarm] }));
  const since = { since: day(30), change: 0.3, p: 0 };
  const judge = { kind: 'judge', id: 'j', ...since } as const;
  const model = { kind: 'model', id: 'm', ...since } as const;
  // A judge may have the name of a model: its alarm is not the model's.
  const namesake: NightRecord['alarms'][number] = { kind: 'classifier', id: 'm', shift: [0, 0], ...since };
  expect(spread('nonCompliance', uneasy)).toBeGreaterThan(0.1);
  expect(spread('nonCompliance', uneasy, withAlarm(judge))).toBeLessThan(0.03);
  expect(spread('nonCompliance', uneasy, withAlarm(namesake))).toBeGreaterThan(0.1);
  expect(spread('disagreement', uneasy)).toBeGreaterThan(0.1);
  expect(spread('disagreement', uneasy, withAlarm(model))).toBeLessThan(0.06);
});

test('a change that no alarm has caught does not hide itself behind the spread it makes', () => {
  expect(spread('nonCompliance', (index) => (index < 30 ? 0 : 0.15))).toBeLessThan(0.03);
  expect(spread('nonCompliance', (index) => 0.005 * index)).toBeLessThan(0.03);
});

test('a night on which most sentinels were answered once says nothing; a few do no harm', () => {
  const random = createRandom('once');
  const lone = (share: number) => (all: readonly NightRecord[]) =>
    all.map((night) => {
      const once = new Set(night.sentinels.slice(0, Math.round(share * night.sentinels.length)));
      return { ...night, cells: night.cells.filter(({ scenario, draw }) => draw === 1 || !once.has(scenario)) };
    });
  const uneasy = (): number => 0.12 * random.normal();
  expect(spread('nonCompliance', uneasy, lone(0.5))).toBeCloseTo(0.03, 12);
  expect(spread('nonCompliance', uneasy, lone(0.05))).toBeGreaterThan(0.05);
});
