// init has judges read worked examples where these cost no more: where caches keep nothing without them, and clauses have some length.
import { expect, test } from 'vitest';
import { starterConfig } from '../../src/config/starter-config.ts';
import { choosePanel } from '../../src/config/starter-panel.ts';
import { examplesPay } from '../../src/init/examples-pay.ts';

const config = (...vendors: readonly ('openai' | 'anthropic' | 'google')[]): string =>
  starterConfig({ spec: 'spec.md', panel: choosePanel(new Set(vendors)) });
const spec = (words: number) => [{ file: 'spec.md', text: `# A rule\n\n${'What it does. '.repeat(words / 3)}` }];
const anthropic = config('anthropic');

test.each([
  ['clauses of usual length, at a vendor that keeps no short beginnings', anthropic, spec(300), true],
  ['clauses that are a line each', anthropic, spec(9), false],
  ['clauses that OpenAI keeps with the instructions alone', config('openai'), spec(600), false],
  ['no spec yet', anthropic, [], false],
  [
    'a judge whose price nobody knows',
    anthropic.replace('- anthropic/claude-haiku-4-5', '- anthropic/claude-someday'),
    spec(300),
    false,
  ],
])('%s: %o', async (_, text, files, pays) => {
  expect(await examplesPay(text, files)).toBe(pays);
});

test('a config that has them says so in one line, and no other config speaks of them', () => {
  const panel = choosePanel(new Set(['anthropic']));
  const guided = starterConfig({ spec: 'spec.md', panel, judgeExamples: true });
  const [added] = guided.split('\n').filter((line) => !anthropic.split('\n').includes(line));
  expect(added).toMatch(/^# .*prompt caches.*batches/);
  expect(guided).toContain('\njudgeExamples: true\n');
  expect(anthropic).not.toMatch(/examples/i);
});
