// Embeddings: asked for once, kept, and good for selection and near-duplicates alike.
import { expect, test } from 'vitest';
import { createEmbeddingMeasure, type Embed } from '../../../src/bank/care/embedding-measure.ts';
import { createDuplicateTally } from '../../../src/bank/care/near-duplicates.ts';
import { selectBank } from '../../../src/scenarios/selection/select-bank.ts';
import { scenarioOf } from '../../scenarios/scenario-builders.ts';

function memoryStore() {
  const kept = new Map<string, Float32Array>();
  const put = (key: string, vector: Float32Array) => Promise.resolve(void kept.set(key, vector));
  return { kept, get: (key: string) => kept.get(key), put };
}

/** Texts that start alike point the same way. Not of length 1, as some endpoints' are not. */
const directions = new Map([
  ['a', [3, 0, 0]],
  ['b', [0, 2, 0]],
  ['c', [0, 0, 5]],
]);

function countingEmbed() {
  const batches: (readonly string[])[] = [];
  const embed: Embed = (texts) => {
    batches.push(texts);
    return Promise.resolve(texts.map((text) => Float32Array.from(directions.get(text[0]!)!)));
  };
  return { batches, embed };
}

const scenarios = ['a1', 'a2', 'b1', 'c1', 'a1 '].map((query, n) => scenarioOf(`s${n}`, { query: query.trim() }));
const endpoint = { origin: 'https://e.example', model: 'm', batch: 2 };

test('each text is sent once, in batches; another run and a resumed one send only what is missing', async () => {
  const { kept, ...store } = memoryStore();
  const { batches, embed } = countingEmbed();
  await createEmbeddingMeasure({ ...endpoint, scenarios: scenarios.slice(0, 2), embed, store });
  await createEmbeddingMeasure({ ...endpoint, scenarios, embed, store });
  await createEmbeddingMeasure({ ...endpoint, scenarios, embed, store });
  expect(batches).toEqual([
    ['a1', 'a2'],
    ['b1', 'c1'],
  ]);
  await createEmbeddingMeasure({ ...endpoint, model: 'another', scenarios, embed, store });
  expect(kept.size).toBe(8);
});

test('selection and near-duplicates use it', async () => {
  const { embed } = countingEmbed();
  const measure = await createEmbeddingMeasure({ ...endpoint, scenarios, embed, store: memoryStore() });
  const { selected } = selectBank({ scenarios, measure, leastDisagreement: 0, weighting: 'none', size: 3, seed: 's' });
  expect(new Set(selected.map(({ scenario }) => scenario.messages[0]!.content[0]))).toEqual(new Set(['a', 'b', 'c']));
  const tally = createDuplicateTally(measure);
  for (const scenario of scenarios) tally.add(scenario);
  expect(tally.read()?.map(({ scenario, of }) => [scenario, of])).toEqual([
    ['s1', 's0'],
    ['s4', 's0'],
  ]);
});

test.each<[string, Embed, RegExp]>([
  ['too few', (texts) => Promise.resolve(texts.slice(1).map(() => new Float32Array(3))), /1 vectors for 2 texts/],
  [
    'lengths',
    (texts) => Promise.resolve(texts.map((text) => new Float32Array(text === 'a1' ? 3 : 4))),
    /lengths: 3, 4/,
  ],
])('an endpoint that gives wrong vectors is an error: %s', async (_name, embed, message) => {
  await expect(createEmbeddingMeasure({ ...endpoint, scenarios, embed, store: memoryStore() })).rejects.toThrow(
    message,
  );
});
