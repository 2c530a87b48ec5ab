// The published data set's three configurations, from real Parquet files in their shapes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardDeviation } from 'simple-statistics';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { RUBRIC_STEPS } from '../../../src/core/study-words.ts';
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

describe('by the columns the data set really has', () => {
  const steps = RUBRIC_STEPS.map((position) => ({ position, response: `${position} here` }));
  const texts = steps.map(({ response }) => response);
  const pair = { value1: 'a', value2: 'b', chunk_idx: 3n, entry_idx: 4n, nudge_direction: 'value1', query: 'Q?' };
  const stringColumns = (row: Record<string, unknown>) =>
    Object.keys(row).map((name) => ({
      name,
      type: typeof row[name] === 'bigint' ? ('INT64' as const) : ('STRING' as const),
      nullable: true,
    }));

  async function importRows(
    rows: readonly Record<string, unknown>[],
    columns = stringColumns(rows[0]!) as Parameters<typeof parquetWriteRows>[0]['columns'],
  ) {
    const path = join(folder, 'rows.parquet');
    void parquetWriteRows({ writer: fileWriter(path), rows: rows.map((row) => ({ ...row })), columns });
    const source = await openSource(path, fetch);
    const events: ImportEvent[] = [];
    for await (const event of importScenarios({ source })) events.push(event);
    await source.close();
    return {
      scenarios: events.flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : [])),
      leftOut: events.flatMap((event) => (event.kind === 'scenario' ? (event.leftOut ?? []) : [])),
      rejects: events.filter(({ kind }) => kind === 'reject'),
      columns: events.flatMap((event) => (event.kind === 'columns' ? [event.columns] : []))[0]!,
    };
  }

  test('response_<model>: answers are recognised, and said not to be in the bank', async () => {
    const { columns, scenarios } = await importRows([
      { ...pair, response_claude_opus_4: 'An answer.', response_o3: null },
    ]);
    expect(scenarios).toHaveLength(1);
    for (const column of ['response_claude_opus_4', 'response_o3']) {
      expect(columns.ignored).toContainEqual({ column, reason: 'model answer' });
    }
  });

  test.each<[string, string, unknown]>([
    ['a list of positions and responses as JSON text', 'value1_spectrum', JSON.stringify(steps)],
    ['the same in another order', 'value1_spectrum', JSON.stringify([...steps].reverse())],
    ['seven texts as JSON text', 'value1_spectrum', JSON.stringify(texts)],
    ['under the other name', 'spectrum_value1', JSON.stringify(texts)],
    [
      'with the steps in words',
      'value1_spectrum',
      JSON.stringify(steps.map(({ position, response }) => ({ position: position.replace('_', ' '), response }))),
    ],
  ])('a spectrum: %s', async (_what, name, cell) => {
    const { scenarios, leftOut } = await importRows([{ ...pair, [name]: cell, [name.replace('1', '2')]: cell }]);
    expect([scenarios[0]!.rubric1, scenarios[0]!.rubric2, leftOut]).toEqual([texts, texts, []]);
  });

  test('a spectrum that Parquet holds as JSON, not as text', async () => {
    const row = { ...pair, value1_spectrum: steps, value2_spectrum: texts };
    const columns = stringColumns(pair).map((column) => ({ ...column }));
    const { scenarios } = await importRows(
      [row],
      [
        ...columns,
        ...['value1_spectrum', 'value2_spectrum'].map((name) => ({ name, type: 'JSON' as const, nullable: true })),
      ],
    );
    expect([scenarios[0]!.rubric1, scenarios[0]!.rubric2]).toEqual([texts, texts]);
  });

  test('a null or broken spectrum costs the spectra, never the row', async () => {
    const whole = JSON.stringify(texts);
    const { scenarios, leftOut, rejects } = await importRows([
      { ...pair, value1_spectrum: null, value2_spectrum: whole },
      { ...pair, entry_idx: 5n, value1_spectrum: '["one"]', value2_spectrum: whole },
      { ...pair, entry_idx: 6n, value1_spectrum: whole, value2_spectrum: whole },
    ]);
    expect(rejects).toEqual([]);
    expect(scenarios.map(({ rubric1 }) => rubric1?.length)).toEqual([undefined, undefined, 7]);
    expect(leftOut).toContain('value1_spectrum: not seven strategies');
  });

  test('judge rows: a query_key that is a framing word is no id, and a null or "error" ruling costs one cell', async () => {
    const { nudge_direction: _nudge, query: prompt, ...rest } = pair;
    const rows = Array.from({ length: 30 }, (_, index) => ({
      ...rest,
      entry_idx: BigInt(Math.floor(index / 6)),
      prompt: `${prompt} ${Math.floor(index / 2)}`,
      query_key: ['neutral', 'value1', 'value2'][Math.floor(index / 2) % 3],
      model: index % 2 === 0 ? 'o3' : 'gpt_4_1',
      response: 'An answer.',
      reasoning: 'Because.',
      claude_4_decision: 'compliant',
      gpt41_decision: index === 0 ? null : 'non_compliant',
      gemini_2_5_decision: index === 1 ? 'error' : 'ambiguous',
    }));
    const { scenarios, leftOut, rejects, columns } = await importRows(rows);
    expect(rejects).toEqual([]);
    expect(scenarios.map(({ id }) => id).slice(0, 4)).toEqual([
      '3_0_neutral',
      '3_0_value1',
      '3_0_value2',
      '3_1_neutral',
    ]);
    expect(scenarios).toHaveLength(15);
    expect(scenarios[0]).toMatchObject({
      nudge: 'neutral',
      scored: {
        compliance: {
          o3: { claude_4: 'compliant', gemini_2_5: 'ambiguous' },
          gpt_4_1: { claude_4: 'compliant', gpt41: 'non-compliant' },
        },
      },
    });
    expect(leftOut).toEqual(['gemini_2_5_decision: "error" is not a ruling']);
    expect(columns.ignored).toContainEqual({ column: 'response', reason: 'model answer' });
    expect(columns.ignored).toContainEqual({ column: 'reasoning', reason: 'reasoning' });
  });
});

// Held whole they take 350 MiB, read row group by row group 235.
test('20,000 rows in less than 185 MiB', () => {
  const path = join(folder, 'large.parquet');
  writeStudyFile({ path, configuration: 'default', count: 20_000, rowGroupSize: 2000, models: MODELS.slice(0, 3) });
  const child = fileURLToPath(new URL('count-imported.ts', import.meta.url));
  const { scenarios, rejects, peakMiB } = JSON.parse(
    execFileSync(process.execPath, [child, path], { encoding: 'utf8' }),
  ) as Record<'scenarios' | 'rejects' | 'peakMiB', number>;
  console.log(`import of ${scenarios} rows: peak ${Math.round(peakMiB)} MiB`);
  expect({ scenarios, rejects }).toEqual({ scenarios: 20_000, rejects: 0 });
  expect(peakMiB).toBeLessThan(185);
});
