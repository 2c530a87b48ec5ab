// A number and its word agree: through one module, which knows the language's rule, and nowhere by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pluralForm } from '../../src/render/plural-form.ts';
import { plural } from '../../src/render/format-numbers.ts';
import { ROOT } from '../support/cli.ts';

test.each([
  [0, '0 scenarios'],
  [1, '1 scenario'],
  [2, '2 scenarios'],
  [1152, '1,152 scenarios'],
])('%d', (value, expected) => {
  expect(plural(value, 'scenario')).toBe(expected);
});

test('verbs go with it', () => {
  expect(plural(1, 'clause has', 'clauses have')).toBe('1 clause has');
  expect([pluralForm(1, 'is', 'are'), pluralForm(2, 'is', 'are')]).toEqual(['is', 'are']);
});

test('no source file chooses a form by hand', () => {
  const source = join(ROOT, 'src');
  const byHand = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      readFileSync(join(source, name), 'utf8')
        .split('\n')
        // A word and the same word with an ending: `scenario` and `scenarios`.
        .flatMap((line) => (/=== 1 \? (['`])(\w+)\1 : \1\2s\1/.test(line) ? [`${name}: ${line.trim()}`] : [])),
    );
  expect(byHand).toEqual([]);
});
