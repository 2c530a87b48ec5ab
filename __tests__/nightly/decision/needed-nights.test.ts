// What pruning leaves: whatever the nights before were like, and whichever panel comes next, a night decides as with all of them.
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { anchorCells, findAnchoredNights, type AnchoredNights } from '../../../src/nightly/decision/anchor.ts';
import { testMetric } from '../../../src/nightly/decision/metric-test.ts';
import { metricsOf, subjectsOf } from '../../../src/nightly/decision/metrics.ts';
import { findNeededNights, type KeepRule } from '../../../src/nightly/decision/needed-nights.ts';
import { nightOf, type Alarm, type HistoryRecord, type NightRecord } from '../../../src/nightly/decision/record.ts';
import { createRejudgedAnchor } from '../../../src/nightly/decision/rejudged-anchor.ts';
import { betweenNightSpread } from '../../../src/nightly/decision/spread.ts';
import { accepted, cell, day, record } from '../../support/night-record.ts';

const KEEP = 92;

/** The history with every record that is not needed stripped, as pruning does it. */
function prune(history: readonly HistoryRecord[], rule: KeepRule): readonly HistoryRecord[] {
  const { records } = findNeededNights(history, rule);
  const strip = (night: NightRecord): NightRecord => ({ ...night, cells: [], rejudged: [], pruned: rule.date });
  return history.map((line) => {
    if (records.has(line)) return line;
    return line.kind === 'night' ? strip(line) : { ...line, night: strip(line.night) };
  });
}

const isPruned = (line: HistoryRecord): boolean => nightOf(line).pruned !== undefined;

const MODELS = ['a', 'b', 'c'];
const ALARMS: readonly ((since: string) => Alarm)[] = [
  (since) => ({ kind: 'model', id: 'a', change: 0.2, p: 0, since }),
  (since) => ({ kind: 'model', id: 'b', endpoint: 'rejections', change: 0.2, p: 0, since }),
  (since) => ({ kind: 'panel', endpoint: 'disagreement', change: 0.3, p: 0, since }),
  (since) => ({ kind: 'judge', id: 'j', change: 0.1, p: 0, since }),
  (since) => ({ kind: 'classifier', id: 'k', change: 0.1, shift: [0, 0], p: 0, since }),
];

/**
 * Nights of two sentinels and one of ten others, each of which comes up seldom; alarms that stand for weeks; models that change for
 * weeks, come and go.
 */
function someNights(seed: string, count: number): readonly NightRecord[] {
  const random = createRandom(seed);
  const standing = new Map<number, { left: number; since: string }>();
  const changed = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    for (const place of ALARMS.keys()) {
      const known = standing.get(place);
      if (known !== undefined && known.left > 0) known.left -= 1;
      else if (random.below(60) === 0) standing.set(place, { left: 5 + random.below(120), since: day(index) });
      else standing.delete(place);
    }
    for (const id of MODELS) {
      const left = changed.get(id) ?? 0;
      changed.set(id, left > 0 ? left - 1 : random.below(80) === 0 ? 10 + random.below(60) : 0);
    }
    const here = MODELS.filter((id) => id === 'a' || random.below(8) > 0);
    const rotated = `r${random.below(10)}`;
    const asked = ['s1', 's2', rotated];
    return record(day(index), {
      models: Object.fromEntries(here.map((id) => [id, changed.get(id)! > 0 ? 'other' : 'hash'])),
      scenarios: Object.fromEntries(asked.map((id) => [id, id === 'r9' && index > count / 2 ? 'edited' : 'hash'])),
      sentinels: ['s1', 's2'],
      cells: asked.flatMap((scenario) =>
        here.flatMap((model) =>
          [1, 2].map((draw) =>
            cell({
              scenario,
              model,
              draw,
              against: random.below(3) === 0,
              type: random.below(4) === 0 ? 'complete_rejection' : 'full_compliance',
              scores: [random.below(7), random.below(7)],
            }),
          ),
        ),
      ),
      alarms: [...standing].map(([place, { since }]) => ALARMS[place]!(since)),
    });
  });
}

/** Everything a night reads of the nights before it, for every panel and every state of the instruments. */
function readAll(history: readonly HistoryRecord[], date: string): unknown {
  const baseline: AnchoredNights = findAnchoredNights(history, { subject: 'subject', date })!;
  const states = [[], ...baseline.nights.filter((_, index) => index % 40 === 0).map(({ alarms }) => alarms)];
  return [MODELS, ['b', 'c']].flatMap((here) =>
    ['hash', 'other'].flatMap((hash) => {
      const models = Object.fromEntries(here.map((id) => [id, hash]));
      const scenarios = Object.fromEntries(['s1', 's2', 'r1', 'r4', 'r9'].map((id) => [id, 'hash']));
      const cells = here.flatMap((model) => ['s1', 's2', 'r1'].map((scenario) => cell({ model, scenario })));
      const subjects = subjectsOf(here);
      return subjects.flatMap((subject) => [
        [...anchorCells(baseline, { models, scenarios }, subject)],
        ...metricsOf(subject, { classifier: 'k' }).flatMap((metric) => [
          betweenNightSpread(baseline.nights, { metric, subjects: [subject] }),
          ...states.map((drifted) =>
            testMetric({
              metric,
              subject,
              tonight: { date, models, scenarios, cells },
              baseline,
              rejudgedAnchor: createRejudgedAnchor([]),
              views: { judges: 'first', classifier: 'first' },
              drifted,
              betweenNights: 0.03,
              level: 0.05,
              page: 0.001,
              seed: 'seed',
            }),
          ),
        ]),
      ]);
    }),
  );
}

test.each(['one', 'two'])('a year, pruned week after week, reads as the whole year does (%s)', (seed) => {
  const nights = someNights(seed, 300);
  let pruned: readonly HistoryRecord[] = [];
  for (const [index, night] of nights.entries()) {
    pruned = [...pruned, night];
    if (index % 7 === 0) pruned = prune(pruned, { date: night.date, nights: KEEP });
  }
  expect(pruned.filter(isPruned).length).toBeGreaterThan(40);
  expect(readAll(pruned, day(300))).toEqual(readAll(nights, day(300)));
});

test('kept are the anchor, the newest nights, those that a scenario is held against, and the last quiet ones', () => {
  const alarm = (since: string): Alarm => ({ kind: 'model', id: 'm', since, change: 0.2, p: 0 });
  const nights = Array.from({ length: 300 }, (_, index) =>
    record(day(index), {
      ...(index === 20 && { scenarios: { s1: 'hash', s2: 'hash' }, cells: [cell(), cell({ scenario: 's2' })] }),
      // From then on it never was quiet again.
      alarms: index >= 100 ? [alarm(day(100))] : [],
    }),
  );
  const { records, dates, from } = findNeededNights(nights, { date: day(299), nights: KEEP });
  expect(from).toBe(day(299 - KEEP));
  const older = nights.filter((night) => records.has(night) && night.date < from).map(({ date }) => date);
  expect(older).toEqual([0, 20, 94, 95, 96, 97, 98, 99].map(day));
  expect([...dates].sort()).toEqual([...older, ...nights.slice(299 - KEEP).map(({ date }) => date)]);
});

test('of a spec that nobody watched for so long only the anchor stays; an anchor that was replaced does not', () => {
  const old = Array.from({ length: 20 }, (_, index) => record(day(index), { subject: 'before' }));
  const nights = Array.from({ length: 150 }, (_, index) => record(day(20 + index)));
  const history: HistoryRecord[] = [...old, ...nights];
  history[60] = accepted(record(day(60)));
  const { records } = findNeededNights(history, { date: day(169), nights: KEEP });
  const kept = history.filter((line) => records.has(line)).map((line) => nightOf(line).date);
  expect(kept.slice(0, 3)).toEqual([day(0), day(60), day(169 - KEEP)]);
});

test('a history that is watched once a week keeps as many nights, however old they are', () => {
  const nights = Array.from({ length: 120 }, (_, index) => record(day(7 * index)));
  const { records } = findNeededNights(nights, { date: day(7 * 119), nights: KEEP });
  expect(nights.filter((night) => records.has(night))).toEqual([nights[0], ...nights.slice(-KEEP)]);
});
