import { expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { parseValues } from '../../../src/scenarios/values/parse-values.ts';
import { fixture } from '../../support/harbor.ts';

test('the shipped taxonomy: at least 150 values, each with a category and a meaning', async () => {
  const values = await parseValues({ file: 'values.yml', text: fixture('values.yml') });
  expect(values.length).toBeGreaterThanOrEqual(150);
  expect(values.filter(({ category, description }) => category === undefined || description === undefined)).toEqual([]);
  expect(new Set(values.map(({ category }) => category)).size).toBeGreaterThan(15);
});

const HONESTY = { name: 'honesty', category: 'truth', description: 'saying what is so' };
const BREVITY = { name: 'brevity', category: 'craft' };

test.each([
  [
    'values.yml',
    'categories:\n- name: truth\n  values: {honesty: saying what is so}\n- {name: craft, values: [brevity]}\n',
    [HONESTY, BREVITY],
  ],
  [
    'values.json',
    '{"categories": [{"name": "truth", "values": {"honesty": "saying what is so"}}, {"name": "craft", "group": "g", "values": ["brevity"]}]}',
    [HONESTY, BREVITY],
  ],
  [
    'values.csv',
    '\uFEFFvalue,category,description\r\nhonesty,truth,saying what is so\r\nbrevity,craft,\r\n',
    [HONESTY, BREVITY],
  ],
  ['values.csv', 'rank,value\n1,"brevity, kept"\n2,honesty\n', [{ name: 'brevity, kept' }, { name: 'honesty' }]],
  ['values.txt', '# 3,307 of them\nhonesty\n\n  brevity \n', [{ name: 'honesty' }, { name: 'brevity' }]],
])('%s is read (case %#)', async (file, text, expected) => {
  expect(await parseValues({ file, text })).toEqual(expected);
});

test.each([
  ['a.txt', 'honesty\nHonesty \nbrevity', [['a.txt', 2, 'already on line 1']]],
  ['a.txt', 'honesty\n', [['a.txt', undefined, 'at least two']]],
  ['a.csv', 'name\nhonesty\nbrevity', [['a.csv', 1, 'no column "value"']]],
  ['a.csv', 'value\nhonesty\nx,y\n', [['a.csv', 3, '2 fields']]],
  ['a.csv', 'value,category\nhonesty,a\n,b\nbrevity,c', [['a.csv', 3, 'without a name']]],
  [
    'a.yml',
    'categories:\n  - name: a\n    value: [x]\n',
    [
      ['a.yml', 2, 'values'],
      ['a.yml', 2, 'value'],
    ],
  ],
  ['a.yml', 'categories:\n  - name: a\n    values: {x: y, X: z, b: c}\n', [['a.yml', 3, '"X" is already']]],
  ['a.yml', 'categories: [', [['a.yml', 1, '']]],
  ['a.txt', `${'x'.repeat(121)}\ny\nz`, [['a.txt', 1, '121 characters']]],
] as const)('%s with %j names every problem and its line', async (file, text, expected) => {
  const error = await parseValues({ file, text }).then(
    () => undefined,
    (thrown: unknown) => thrown as UserError,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(error!.problems).toHaveLength(expected.length);
  for (const [index, [inFile, line, message]] of expected.entries()) {
    expect(error!.problems[index]!.place).toMatchObject(line === undefined ? { file: inFile } : { file: inFile, line });
    expect(error!.problems[index]!.message).toContain(message);
  }
});
