import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { parseShard, takeShard } from '../../src/scenarios/shard.ts';

const scenario = (id: string, length: number): Scenario => ({
  id,
  messages: [{ role: 'user', content: 'x'.repeat(length) }],
  clauses: [],
  topics: [],
});
const bank = Array.from({ length: 50 }, (_, index) => scenario(`s${index}`, (index * 7919) % 9000));
const shards = (scenarios: readonly Scenario[], of: number) =>
  Array.from({ length: of }, (_, index) => takeShard(scenarios, { number: index + 1, of }));

test('every scenario is in one part, in the bank’s order', () => {
  const parts = shards(bank, 7);
  expect(
    parts
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(bank.map(({ id }) => id).sort());
  for (const part of parts) expect(part).toEqual(bank.filter((one) => part.includes(one)));
});

test('parts cost about the same, and do not depend on the order of lines', () => {
  const costs = shards(bank, 4).map((part) =>
    part.reduce((sum, { messages }) => sum + 2000 + messages[0]!.content.length, 0),
  );
  expect(Math.max(...costs) / Math.min(...costs)).toBeLessThan(1.05);
  const ids = (scenarios: readonly Scenario[]) => shards(scenarios, 4).map((part) => part.map(({ id }) => id).sort());
  expect(ids(bank.toReversed())).toEqual(ids(bank));
});

test.each([
  ['1/1', { number: 1, of: 1 }],
  ['3/8', { number: 3, of: 8 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['1', undefined],
  ['1/8/2', undefined],
  ['-1/8', undefined],
])('reads %s', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});
