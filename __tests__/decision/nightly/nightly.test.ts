// The statistics of a night: the level and what it promises, the exact tests, the set, the anchor.
import { describe, expect, test } from 'vitest';
import { simulateQuarter } from '../../../bench/nightly/quarter.ts';
import { anchorCells, findBaseline } from '../../../src/decision/nightly/anchor.ts';
import { testJudge } from '../../../src/decision/nightly/judges.ts';
import { FALSE_PAGES, pageLevel } from '../../../src/decision/nightly/level.ts';
import type { HistoryRecord, NightCell, NightRecord, RejudgedCell } from '../../../src/decision/nightly/record.ts';
import { chooseNightSet } from '../../../src/decision/nightly/set.ts';
import { betweenNightSpread } from '../../../src/decision/nightly/spread.ts';
import { testRise } from '../../../src/decision/nightly/rise.ts';
import { createRandom } from '../../../src/core/random.ts';

function cell(changes: Partial<NightCell> = {}): NightCell {
  return { scenario: 's1', model: 'm', draw: 1, against: false, rulings: {}, ...changes };
}

function record(date: string, changes: Partial<NightRecord> = {}): NightRecord {
  return {
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at: `${date}T02:00:00Z`,
    subject: 'subject',
    models: { m: 'hash' },
    scenarios: { s1: 'hash' },
    sentinels: ['s1'],
    cells: [cell()],
    rejudged: [],
    answeredAs: {},
    alarms: [],
    calls: 0,
    usd: 0,
    ...changes,
  };
}

const accepted = (night: NightRecord): HistoryRecord => ({
  schema: 'spec-gate/night@1',
  kind: 'anchor',
  at: night.at,
  reason: 'meant',
  night,
});

describe('the level', () => {
  test('all tests of a quarter together expect at most half a false page', () => {
    for (const [models, judges] of [
      [1, 3],
      [4, 3],
      [40, 9],
    ] as const) {
      expect(92 * (2 * models + judges) * pageLevel({ models, judges })).toBeCloseTo(FALSE_PAGES, 12);
    }
    expect(pageLevel({ models: 4, judges: 3 })).toBeCloseTo(0.000494, 6);
  });

  test('simulated quarters without a change raise no more false pages than promised, a large change is found at once', () => {
    const quiet = Array.from({ length: 3 }, (_, index) =>
      simulateQuarter({ models: 2, sentinels: 16, rotation: 0, scenarios: 30 }, `quiet ${index}`),
    );
    expect(quiet.reduce((total, run) => total + run.falsePages, 0)).toBeLessThanOrEqual(1);
    const short = { models: 2, sentinels: 16, rotation: 0, scenarios: 30, nights: 12, changeAt: 10 };
    expect(simulateQuarter({ ...short, rise: 0.35 }, 'rise')).toMatchObject({ foundAfter: 0, falsePages: 0 });
    const judge = simulateQuarter({ ...short, judgeChange: 0.35 }, 'judge');
    expect(judge.falsePages).toBe(0);
    expect(judge.foundAfter).toBeLessThanOrEqual(1);
  }, 20_000);
});

describe('a rise', () => {
  const options = { betweenNights: 0, seed: 'x' };

  test('is never surer than its draws: one scenario of two draws each cannot be significant', () => {
    const rise = testRise([{ base: [0, 0], head: [1, 1] }], options)!;
    expect(rise.change).toBe(1);
    expect(rise.p).toBeGreaterThanOrEqual(1 / 6);
  });

  test('needs more where nights differ by themselves', () => {
    const units = Array.from({ length: 24 }, (_, index) => ({ base: [0, 0, 0, 0], head: index < 8 ? [1, 1] : [0, 0] }));
    const steady = testRise(units, options)!;
    const uneasy = testRise(units, { ...options, betweenNights: 0.2 })!;
    expect(steady.p).toBeLessThan(0.001);
    expect(uneasy.p).toBeGreaterThan(0.05);
    expect(uneasy.change).toBe(steady.change);
  });

  test('without a scenario asked on both nights there is none', () => {
    expect(testRise([{ base: [], head: [1] }], options)).toBeUndefined();
  });
});

describe('a judge', () => {
  /** 60 answers; `now` and `again` say whether each is ruled against, by index. */
  const judged = (
    now: (index: number) => boolean,
    again: (index: number) => boolean = first,
  ): ReturnType<typeof testJudge> => {
    const places = Array.from({ length: 60 }, (_, index) => ({ scenario: `s${index}`, model: 'm', draw: 1 }));
    const ruled = (rule: (index: number) => boolean): RejudgedCell[] =>
      places.map((place, index) => ({
        ...place,
        from: '2026-01-01',
        against: rule(index),
        rulings: { j: rule(index) },
      }));
    const cells = places.map((place, index) => cell({ ...place, rulings: { j: first(index) } }));
    return testJudge('j', record('2026-01-01', { cells, rejudged: ruled(again) }), ruled(now));
  };
  const first = (index: number): boolean => index % 3 === 0;

  test('that rules as before has p 1', () => {
    expect(judged(first)).toEqual({ judge: 'j', answers: 60, bias: 0, flips: 0, p: 1 });
  });

  test('that turns ten answers one way is biased: exact McNemar 2 / 2^10, doubled for two tests', () => {
    const test10 = judged((index) => first(index) || (index % 3 === 1 && index < 30))!;
    expect(test10.bias).toBeCloseTo(10 / 60, 12);
    // One-sided noise: 1 / 2^10; the smaller of both doubled.
    expect(test10.p).toBeCloseTo(2 / 1024, 12);
  });

  test('that became a coin without a bias shows in its turned answers', () => {
    // Ten turn each way: McNemar on the rulings sees nothing.
    const coin = judged((index) => (index < 30 && index % 3 !== 2 ? !first(index) : first(index)))!;
    expect(coin.bias).toBe(0);
    expect(coin.flips).toBeCloseTo(20 / 60, 12);
    expect(coin.p).toBeCloseTo(2 / 2 ** 20, 12);
  });

  test('that contradicts itself as often as it did in the anchor night has not changed', () => {
    const noisy = judged(
      (index) => (index % 10 === 0 ? !first(index) : first(index)),
      (index) => (index % 10 === 5 ? !first(index) : first(index)),
    )!;
    expect(noisy.flips).toBe(0);
    expect(noisy.p).toBeGreaterThan(0.5);
  });
});

describe('the spread between nights', () => {
  const nights = (shift: (night: number) => number): readonly NightRecord[] => {
    const random = createRandom('spread');
    return Array.from({ length: 60 }, (_, index) => {
      const moved = shift(index);
      const sentinels = Array.from({ length: 40 }, (__, place) => `s${place}`);
      const cells = sentinels.flatMap((scenario) =>
        [1, 2].map((draw) => cell({ scenario, draw, against: random.next() < 0.3 + moved })),
      );
      return record(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), { cells, sentinels });
    });
  };

  test('is a prior without nights, small after quiet ones, and found where it is', () => {
    expect(betweenNightSpread([], ['m'])).toBeCloseTo(0.03, 12);
    expect(
      betweenNightSpread(
        nights(() => 0),
        ['m'],
      ),
    ).toBeLessThan(0.025);
    const random = createRandom('shift');
    expect(
      betweenNightSpread(
        nights(() => 0.08 * random.normal()),
        ['m'],
      ),
    ).toBeGreaterThan(0.05);
  });
});

describe('the set', () => {
  const scenarios = Array.from({ length: 50 }, (_, index) => ({ id: `s${index}`, weight: index < 10 ? 3 : 0.3 }));
  const options = { scenarios, sizes: { sentinels: 10, rotation: 8 }, seed: 'x' };
  const dates = Array.from({ length: 5 }, (_, index) => `2026-03-0${index + 1}`);

  test('sentinels stay, the rotation asks everything once before anything twice', () => {
    const sets = dates.map((date) => chooseNightSet({ ...options, date }));
    expect(new Set(sets.map(({ sentinels }) => sentinels.join())).size).toBe(1);
    const asked = sets.flatMap(({ rotation }) => rotation);
    expect(asked).toHaveLength(40);
    expect(new Set([...asked, ...sets[0]!.sentinels]).size).toBe(50);
  });

  test('a new scenario displaces one sentinel at most; those that models split on come first', () => {
    const before = chooseNightSet({ ...options, date: dates[0]! }).sentinels;
    const more = [...scenarios, { id: 'new', weight: 3 }];
    const after = chooseNightSet({ ...options, scenarios: more, date: dates[0]! }).sentinels;
    expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
    expect(before.filter((id) => Number(id.slice(1)) < 10).length).toBeGreaterThan(5);
  });

  test('a bank smaller than the set is asked whole', () => {
    const few = chooseNightSet({ ...options, scenarios: scenarios.slice(0, 3), date: dates[0]! });
    expect([...few.sentinels, ...few.rotation].sort()).toEqual(['s0', 's1', 's2']);
  });
});

describe('the anchor', () => {
  test('is the first night, whatever comes after, until one is accepted', () => {
    const history: HistoryRecord[] = [
      record('2026-01-02'),
      record('2026-01-03'),
      record('2026-01-01', { subject: 'other' }),
    ];
    expect(findBaseline(history, { subject: 'subject', date: '2026-01-04' })).toMatchObject({
      anchor: { date: '2026-01-02' },
      last: { date: '2026-01-03' },
    });
    history.push(accepted(record('2026-01-03')), record('2026-01-04'));
    const baseline = findBaseline(history, { subject: 'subject', date: '2026-01-05' })!;
    expect(baseline.anchor.date).toBe('2026-01-03');
    expect(baseline.nights.map(({ date }) => date)).toEqual(['2026-01-03', '2026-01-04']);
    expect(findBaseline(history, { subject: 'subject', date: '2026-01-02' })).toBeUndefined();
  });

  test('of a scenario is its first night without an alarm of the model; edited scenarios and other models have none', () => {
    const both = { s1: 'hash', s2: 'hash' };
    const alarm = { kind: 'model', id: 'm', since: '2026-01-02', change: 0.2, p: 0 } as const;
    const nights = [
      record('2026-01-01'),
      record('2026-01-02', { scenarios: both, cells: [cell({ scenario: 's2', against: true })], alarms: [alarm] }),
      record('2026-01-03', { scenarios: both, cells: [cell({ scenario: 's2' }), cell()] }),
    ];
    const baseline = findBaseline(nights, { subject: 'subject', date: '2026-01-04' })!;
    const found = anchorCells(baseline, { models: { m: 'hash' }, scenarios: both }, 'm');
    expect([...found].map(([scenario, { date }]) => [scenario, date])).toEqual([
      ['s1', '2026-01-01'],
      ['s2', '2026-01-03'],
    ]);
    expect(anchorCells(baseline, { models: { m: 'other' }, scenarios: both }, 'm').size).toBe(0);
    expect([
      ...anchorCells(baseline, { models: { m: 'hash' }, scenarios: { ...both, s1: 'edited' } }, 'm').keys(),
    ]).toEqual(['s2']);
  });
});
