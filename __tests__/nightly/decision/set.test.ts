// What a night asks: sentinels that stay, and a rotation that goes round.
import { describe, expect, test } from 'vitest';
import { chooseNightSet } from '../../../src/nightly/decision/set.ts';

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
