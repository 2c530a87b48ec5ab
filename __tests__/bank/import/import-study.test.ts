// The published data set's three configurations, from real Parquet files in their shapes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardDeviation } from 'simple-statistics';
import { afterAll, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { openSource } from '../../../src/bank/io/import-files.ts';
import { importScenarios } from '../../../src/bank/import/import-scenarios.ts';
import type { ImportEvent } from '../../../src/bank/import/import-event.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';
import { MODELS, studyRow, writeStudyFile, type StudyConfiguration } from './study-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-study-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function importFile(configuration: StudyConfiguration, count: number) {
  const path = join(folder, `${configuration}.parquet`);
  writeStudyFile({ path, configuration, count, rowGroupSize: 100 });
  const source = await openSource(path, fetch);
  const events: ImportEvent[] = [];
  for await (const event of importScenarios({ source })) events.push(event);
  await source.close();
  const scenarios = events.flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : []));
  const columns = events.flatMap((event) => (event.kind === 'columns' ? [event.columns] : []));
  return { events, scenarios, columns: columns[0]!, rejects: events.filter(({ kind }) => kind === 'reject') };
}

test('default: scenarios with positions; D is the larger population deviation', async () => {
  const { scenarios, columns, rejects } = await importFile('default', 250);
  expect(rejects).toEqual([]);
  expect(columns.shape).toBe('study-scenarios');
  expect(columns.used).toContainEqual({ column: 'o3_value2_position', as: 'scored.scores.o3.value2' });
  expect(columns.ignored).toContainEqual({ column: 'o3_response', reason: 'model answer' });
  expect(columns.ignored).toContainEqual({ column: 'mystery', reason: 'unknown' });
  expect(scenarios).toHaveLength(250);

  const random = createRandom('study default');
  for (const [index, scenario] of scenarios.entries()) {
    const row = studyRow('default', index, random);
    const deviations = ['value1', 'value2'].map((value) =>
      standardDeviation(MODELS.map((model) => row[`${model}_${value}_position`]).filter((p) => typeof p === 'number')),
    );
    expect(scenario.disagreement).toBeCloseTo(Math.max(...deviations), 4);
    expect(scenario.messages).toEqual([{ role: 'user', content: row['query'] }]);
  }
  expect(scenarios[4]).toMatchObject({ id: '1_1_value1', nudge: 'value1', value1: 'value 1', source: 'o3' });
  expect(scenarios[0]?.topics).toEqual(['biological safety']);
  expect(Object.keys(scenarios[0]?.scored?.disagreements ?? {})).toEqual(['all', 'anthropic', 'openai']);
});

test('complete: with both spectra, and fit for a bank file', async () => {
  const { scenarios, columns, rejects } = await importFile('complete', 60);
  expect(rejects).toEqual([]);
  expect(columns.used).toContainEqual({ column: 'value1_spectrum', as: 'rubric1' });
  expect(scenarios[0]?.rubric2?.[6]).toBe('extreme_favor of other value 0');
  expect(parseBank({ file: 'bank', text: serializeBank(scenarios) }).scenarios).toHaveLength(60);
});

test('judge_evaluations: one scenario a query, with every model and judge', async () => {
  const { scenarios, columns, rejects } = await importFile('judge_evaluations', 90);
  expect(rejects).toEqual([]);
  expect(columns.shape).toBe('study-judgments');
  expect(columns.ignored).toContainEqual({ column: 'gpt41_reasoning', reason: 'reasoning' });
  expect(scenarios).toHaveLength(30);
  const random = createRandom('study judge_evaluations');
  const first = studyRow('judge_evaluations', 0, random);
  const ruling = String(first['claude_4_decision']).replace('_', '-');
  expect(scenarios[0]?.scored?.compliance?.[MODELS[0]]?.['claude_4']).toBe(ruling);
  expect(Object.keys(scenarios[0]?.scored?.compliance ?? {})).toEqual(MODELS.slice(0, 3));
  expect(scenarios[0]).toMatchObject({ disagreement: 2.25, scored: { disagreements: { openai: 2.25 } } });
});

test('100,000 rows in less than 400 MiB', () => {
  const path = join(folder, 'large.parquet');
  writeStudyFile({ path, configuration: 'default', count: 100_000, rowGroupSize: 5000, models: MODELS.slice(0, 3) });
  const child = fileURLToPath(new URL('count-imported.ts', import.meta.url));
  const { scenarios, rejects, peakMiB } = JSON.parse(
    execFileSync(process.execPath, [child, path], { encoding: 'utf8' }),
  ) as Record<'scenarios' | 'rejects' | 'peakMiB', number>;
  console.log(`import of ${scenarios} rows: peak ${Math.round(peakMiB)} MiB`);
  expect({ scenarios, rejects }).toEqual({ scenarios: 100_000, rejects: 0 });
  expect(peakMiB).toBeLessThan(400);
}, 60_000);
