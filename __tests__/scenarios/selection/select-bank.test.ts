// A smaller bank: disagreement first, then difference, under quotas; the same whatever the order of the lines.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { openSource } from '../../../src/bank/io/import-files.ts';
import { importScenarios } from '../../../src/bank/import/import-scenarios.ts';
import { kCenter, toVectorTable } from '../../../src/scenarios/selection/k-center.ts';
import { lexicalVector, normalize, scenarioText } from '../../../src/scenarios/selection/lexical-vector.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { selectBank, type BankSelection } from '../../../src/scenarios/selection/select-bank.ts';
import { orderBySeed } from '../../../src/scenarios/selection/seeded-order.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';
import { sharedData } from '../../support/shared-data.ts';
import { scenarioOf } from '../scenario-builders.ts';

const random = createRandom('select-bank');
const scenarios = Array.from({ length: 60 }, (_, n) =>
  scenarioOf(`s${n}`, {
    query: `${['tax', 'illness', 'wedding', 'school'][n % 4]} question number ${n} about ${random.below(9)}`,
    value1: `v${n % 3}`,
    value2: `w${n % 5}`,
    topics: [['politics', 'moral reasoning'][n % 2]!],
    clauses: n % 10 === 0 ? ['rare'] : [`c${n % 2}`],
    disagreement: (n % 7) / 2,
  }),
);
const idsOf = ({ selected }: BankSelection) => selected.map(({ scenario }) => scenario.id);
const options = { scenarios, weighting: 'disagreement', seed: 's' } as const;

describe('the disagreement filter', () => {
  test('D of at least 1.5 unless told otherwise; what it leaves out is counted', () => {
    const unscored = scenarioOf('unscored');
    const result = selectBank({ ...options, scenarios: [...scenarios, unscored] });
    const expected = scenarios.filter(({ disagreement }) => disagreement! >= 1.5);
    expect(new Set(idsOf(result))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(result.belowDisagreement).toBe(60 - expected.length);
    expect(result.withoutDisagreement).toBe(1);
    expect(idsOf(selectBank({ ...options, scenarios: [unscored], leastDisagreement: 0 }))).toEqual(['unscored']);
  });

  test('weighted begins with the heaviest; unweighted does not care', () => {
    const first = (weighting: 'disagreement' | 'none', seed: string) =>
      selectBank({ ...options, weighting, seed, size: 1 }).selected[0]!.scenario.disagreement;
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(seeds.map((seed) => first('disagreement', seed))).toEqual(seeds.map(() => 3));
    expect(new Set(seeds.map((seed) => first('none', seed))).size).toBeGreaterThan(1);
  });
});

test('by count, by threshold, and the same whatever the order of the lines', () => {
  const all = selectBank({ ...options, size: 25 });
  expect(idsOf(all)).toHaveLength(25);
  const cut = all.selected[10]!.score;
  const byThreshold = selectBank({ ...options, threshold: cut });
  expect(byThreshold.selected.at(-1)?.score).toBeGreaterThanOrEqual(cut);
  expect(idsOf(all).slice(0, byThreshold.selected.length)).toEqual(idsOf(byThreshold).slice(0, 25));
  fc.assert(
    fc.property(fc.shuffledSubarray(scenarios, { minLength: scenarios.length }), (rows) => {
      expect(selectBank({ ...options, scenarios: rows, size: 25 })).toEqual(all);
    }),
    { numRuns: 10 },
  );
});

test("without quotas it is plain k-center in the seed's order", () => {
  const result = selectBank({ ...options, size: 12 });
  const kept = scenarios.filter(({ disagreement }) => disagreement! >= 1.5);
  const ordered = orderBySeed(kept, 's');
  const vectors = toVectorTable(ordered.map((scenario) => normalize(lexicalVector(scenarioText(scenario)))));
  const weights = Float32Array.from(ordered, ({ disagreement }) => disagreement!);
  const plain = kCenter({ vectors, weights, size: 12 });
  expect(plain.centers.map((row) => ordered[row]!.id)).toEqual(idsOf(result));
  expect(plain.scores).toEqual(result.selected.map(({ score }) => score));
});

describe('quotas', () => {
  const count = (result: BankSelection, isCounted: (scenario: Scenario) => boolean) =>
    result.selected.filter(({ scenario }) => isCounted(scenario)).length;

  test('at most so many a topic or value', () => {
    const result = selectBank({
      ...options,
      leastDisagreement: 0,
      quotas: { topic: { atMost: 4 }, value: { atMost: 3 } },
    });
    for (const topic of ['politics', 'moral reasoning']) {
      expect(count(result, ({ topics }) => topics.includes(topic))).toBeLessThanOrEqual(4);
    }
    for (const value of ['v0', 'v1', 'v2', 'w0', 'w4']) {
      expect(count(result, ({ value1, value2 }) => value1 === value || value2 === value)).toBeLessThanOrEqual(3);
    }
    expect(result.selected).toHaveLength(8);
  });

  test('at least so many a clause, the rare one included; what cannot be had is said', () => {
    const quotas = { clause: { atLeast: 5 } };
    const result = selectBank({ ...options, quotas, size: 15 });
    const rare = scenarios.filter(
      ({ clauses, disagreement }) => clauses.includes('rare') && disagreement! >= 1.5,
    ).length;
    expect(rare).toBeLessThan(5);
    expect(count(result, ({ clauses }) => clauses.includes('rare'))).toBe(rare);
    expect(count(result, ({ clauses }) => clauses.includes('c1'))).toBeGreaterThanOrEqual(5);
    expect(result.short).toEqual([{ kind: 'clause', name: 'rare', selected: rare }]);
    expect(result.selected).toHaveLength(15);
  });

  test('none of a kind', () => {
    expect(selectBank({ ...options, quotas: { topic: { atMost: 0 } } }).selected).toEqual([]);
  });
});

const queries = sharedData('stress-test-queries.jsonl');

test.skipIf(queries === undefined)('the 250 real queries: imported, written, read and selected', async () => {
  const path = queries!;
  const source = await openSource(path, fetch);
  const events = [];
  for await (const event of importScenarios({ source })) events.push(event);
  await source.close();
  const imported = events.flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : []));
  expect(events.filter(({ kind }) => kind === 'reject' || kind === 'repeat')).toEqual([]);
  expect(imported).toHaveLength(250);
  const [first] = readFileSync(path, 'utf8').split('\n', 1);
  const { id, text } = JSON.parse(first!) as { id: string; text: string };
  expect(imported[0]).toMatchObject({ id, messages: [{ role: 'user', content: text }] });

  const bank = parseBank({ file: 'bank.jsonl', text: serializeBank(imported) });
  const chosen = selectBank({
    scenarios: bank.scenarios,
    leastDisagreement: 0,
    weighting: 'none',
    size: 32,
    seed: 's',
  });
  expect(chosen.selected).toHaveLength(32);
  // Farthest-first spreads: the least distance among those chosen is above that of 32 queries taken as they come.
  const spread = (some: readonly Scenario[]) => {
    const vectors = toVectorTable(some.map((scenario) => lexicalVector(scenarioText(scenario))));
    return kCenter({ vectors, size: some.length }).scores.at(-1)!;
  };
  expect(spread(chosen.selected.map(({ scenario }) => scenario))).toBeGreaterThan(spread(imported.slice(0, 32)));
});
