// A server that is asked by whoever looks for its slots; time is counted, not waited for.
import { describe, expect, test } from 'vitest';
import { createSlotSearch } from '../../../src/models/transport/slot-search.ts';

/** The limit after each of `count` requests to a server that serves `slots` at once, `ms` each; all are there to be asked. */
function ask(
  server: { slots: number; ms: number },
  { count, max = 8 }: { count: number; max?: number },
): readonly number[] {
  const search = createSlotSearch(max);
  const limits: number[] = [];
  const running: { end: number }[] = [];
  let [now, sent] = [0, 0];
  while (limits.length < count) {
    while (running.length < search.limit() && sent < count) {
      search.began(now);
      // Whoever finds all slots taken waits until one of them is free.
      const ends = running.map(({ end }) => end).sort((a, b) => a - b);
      const free = ends.length < server.slots ? now : ends[ends.length - server.slots]!;
      running.push({ end: Math.max(now, free) + server.ms });
      sent += 1;
    }
    running.sort((a, b) => a.end - b.end);
    now = running.shift()!.end;
    search.ended(now, 100);
    limits.push(search.limit());
  }
  return limits;
}

describe('the slots of a server', () => {
  test('one: two at once get no more done, and it is asked one at a time', () => {
    const limits = ask({ slots: 1, ms: 5000 }, { count: 50 });
    expect(Math.max(...limits)).toBe(2);
    expect(limits.slice(8)).toEqual(limits.slice(8).map(() => 1));
  });

  test.each([2, 4, 8])('%d are found, and no more than one level above is tried', (slots) => {
    const limits = ask({ slots, ms: 2000 }, { count: 70 });
    expect(limits.at(-1)).toBe(slots);
    expect(Math.max(...limits)).toBeLessThanOrEqual(Math.min(8, 2 * slots));
  });

  test('quick answers are not worth a search', () => {
    expect(ask({ slots: 1, ms: 20 }, { count: 4 }).at(-1)).toBe(8);
  });

  test('the next level is tried again: what was slow at first may have been loading', () => {
    const limits = ask({ slots: 1, ms: 5000 }, { count: 120 });
    expect(limits.filter((limit, index) => limit === 2 && limits[index - 1] === 1)).toHaveLength(2);
  });

  test('a limit of one is kept', () => {
    expect(new Set(ask({ slots: 4, ms: 1000 }, { count: 20, max: 1 }))).toEqual(new Set([1]));
  });
});
