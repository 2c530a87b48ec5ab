// world.yml: what is read, what is refused and where.
import { expect, it, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { isInWorld, parseWorld } from '../../../src/models/simulated/world.ts';

const parse = (text: string) => parseWorld({ file: 'world.yml', text });

it('fills in defaults and bounds', async () => {
  const world = await parse(`
models:
  calm: { values: { candour: 2 } }
judges:
  strict: { first: [b] }
clauses:
  a:
    - { phrase: say so, values: [candour], atLeast: 4 }
`);
  expect(world.models.get('calm')).toEqual({ values: { candour: 2 }, noise: 0.5, obedience: 0.8 });
  expect(world.judges.get('strict')).toMatchObject({ first: ['b'], abstention: 0 });
  expect(world.clauses.get('a')).toEqual([{ phrase: 'say so', values: ['candour'], atLeast: 4, atMost: 6 }]);
  expect(['calm', 'strict', 'other'].map((name) => isInWorld(name, world))).toEqual([true, true, false]);
});

it('takes an empty file as a world without anybody', async () => {
  expect((await parse('')).models.size).toBe(0);
});

test.each([
  ['nudge: -1', 'world.yml:1:8  nudge'],
  ['models:\n  calm:\n    noise: loud', 'world.yml:3:12  models.calm.noise'],
  ['judges:\n  strict: { falsePositive: 2 }', 'world.yml:2:28  judges.strict.falsePositive'],
  ['clauses:\n  a:\n    - { phrase: x, values: [v] }', 'world.yml:3:7  clauses.a.0: needs `atLeast` or `atMost`'],
  ['people: {}', 'world.yml:1:1  world'],
  ['models: [', 'world.yml:1:10'],
])('%j is refused with its place', async (text, message) => {
  await expect(parse(text)).rejects.toThrow(UserError);
  await expect(parse(text)).rejects.toThrow(message);
});

test.each([
  ['an alias without its anchor', 'models:\n  a: *nobody\n'],
  [
    'aliases that grow without end',
    `a: &a [x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`)
      .join('\n')}\n`,
  ],
])('%s is a mistake in the file, not a bug', async (_what, text) => {
  await expect(parseWorld({ file: 'world.yml', text })).rejects.toThrow(/^world\.yml/);
});
