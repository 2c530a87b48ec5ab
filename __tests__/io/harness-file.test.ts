// Files that Inspect and promptfoo themselves wrote, old versions and new; `npm run test:tools` writes them anew.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  expectEditedInspectLog,
  expectInspectLog,
  expectPromptfooResults,
  readOutcomes,
} from '../support/harness/expect-harness-file.ts';

const path = (name: string): string => fileURLToPath(new URL(`../fixtures/harness/${name}`, import.meta.url));

describe('as the real tools write them', () => {
  test.each(['inspect-0.3.60.json', 'inspect-0.3.60.eval', 'inspect-0.3.285.eval'])('%s', async (name) => {
    await expect(expectInspectLog(path(name))).resolves.toBeUndefined();
  });

  test('inspect-0.3.285-edited.eval', async () => {
    await expect(expectEditedInspectLog(path('inspect-0.3.285-edited.eval'))).resolves.toBeUndefined();
  });

  test('lm-eval-0.4.13.jsonl, and a folder of two tasks, one of them run twice', async () => {
    const file = path('lm-eval-0.4.13.jsonl');
    const told = ({ rows }: Awaited<ReturnType<typeof readOutcomes>>): readonly string[] =>
      rows.map(({ scenario, replicate, problematic }) => `${scenario} ${replicate} ${problematic}`);
    await expect(readOutcomes(file)).rejects.toThrow(/several metrics: exact_match,as-is, exact_match,second-letter/);
    const options = { scorer: 'exact_match,second-letter' };
    const documents = ['0 [98b78237]', '1 [5bdff2e9]', expect.stringMatching(/^2 \[/) as string];
    const one = await readOutcomes(file, options);
    expect(one.rows.map(({ scenario }) => scenario)).toEqual(documents);
    expect(one.rows.map(({ problematic }) => problematic)).toEqual([true, false, true]);
    const folder = mkdtempSync(join(tmpdir(), 'spec-gate-lm-eval-'));
    try {
      for (const name of [
        'colours_2026-01-01T10-00-00.5',
        'colours_2026-01-02T10-00-00.5',
        'shapes_of_things_2026-01-01T10-00-00.5',
      ])
        copyFileSync(file, join(folder, `samples_${name}.jsonl`));
      const rows = told(await readOutcomes(folder, options));
      expect(rows).toHaveLength(9);
      expect(rows[1]).toBe('colours/1 [5bdff2e9] 1 false');
      expect(rows[4]).toBe('colours/1 [5bdff2e9] 2 false');
      expect(rows[7]).toBe('shapes_of_things/1 [5bdff2e9] 1 false');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('deepeval-4.3.1.json: a metric that did not run is no failure, unless another says so', async () => {
    const file = path('deepeval-4.3.1.json');
    const told = ({ rows, missing }: Awaited<ReturnType<typeof readOutcomes>>): readonly string[] => [
      ...rows.map(
        ({ scenario, problematic }) => `${scenario.replace(/ \[.{8}\]$/, '')}: ${problematic ? 'fails' : 'passes'}`,
      ),
      ...missing.map(({ scenario, reason }) => `${scenario.replace(/ \[.{8}\]$/, '')}: ${reason}`),
    ];
    expect(told(await readOutcomes(file))).toEqual([
      'What colour is the sky?: passes',
      'grass: fails',
      'What colour is the sea?: fails',
      'What colour is a storm?: error',
    ]);
    expect(told(await readOutcomes(file, { scorer: 'Exact Match' }))).toEqual([
      'What colour is the sky?: passes',
      'grass: passes',
      'What colour is a storm?: passes',
      'What colour is the sea?: fails',
    ]);
    await expect(readOutcomes(file, { scorer: 'Long' })).rejects.toThrow(/no metric "Long"[^]*Exact Match, Short/);
  });

  test.each(['promptfoo-0.57.1.json', 'promptfoo-0.123.1.json'])('%s', async (name) => {
    await expect(expectPromptfooResults(path(name))).resolves.toBeUndefined();
  });
});
