// The published data set's three configurations as pyarrow writes them: nested lists, nulls, pages of either version.
// Its column list is the data set card's; the rows are made up.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { ImportEvent } from '../../src/bank/import/import-event.ts';
import { importScenarios } from '../../src/bank/import/import-scenarios.ts';
import { openSource } from '../../src/bank/io/import-files.ts';
import { readAnswers } from '../../src/io/answers/read-answers.ts';
import { installed } from './install-tool.ts';

const run = promisify(execFile);
const WRITER = fileURLToPath(new URL('../support/harness/write-study-parquet.py', import.meta.url));
const VERSION = '21.0.0';
const PATIENCE = 150_000;

let folder = '';
let isThere = false;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-study-'));
  const home = await installed(`pyarrow-${VERSION}`, async (place) => {
    await run('python3', ['-m', 'venv', place], { timeout: PATIENCE });
    const options = ['install', '--quiet', '--disable-pip-version-check', '--no-input', `pyarrow==${VERSION}`];
    await run(join(place, 'bin', 'pip'), options, { timeout: PATIENCE });
  });
  if (home === undefined) return;
  await run(join(home, 'bin', 'python'), [WRITER, folder], { timeout: PATIENCE });
  isThere = true;
}, 2 * PATIENCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string) {
  const source = await openSource(join(folder, `${name}.parquet`), fetch);
  const events: ImportEvent[] = [];
  for await (const event of importScenarios({ source })) events.push(event);
  await source.close();
  const scenarios = events.flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : []));
  const [columns] = events.flatMap((event) => (event.kind === 'columns' ? [event.columns] : []));
  return { scenarios, columns: columns!, rejects: events.filter(({ kind }) => kind === 'reject') };
}

describe('the published data set, written by pyarrow', () => {
  test('default: positions of twelve models, no row lost to a null', async ({ skip }) => {
    if (!isThere) skip('pyarrow could not be installed here');
    const { scenarios, rejects, columns } = await read('default');
    expect(rejects).toEqual([]);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(60);
    expect(columns.ignored.filter(({ reason }) => reason === 'model answer')).toHaveLength(12);
    expect(Object.keys(scenarios[1]!.scored!.scores!)).toHaveLength(12);
  });

  test('default: the twelve answers of a row stand for twelve models', async ({ skip }) => {
    if (!isThere) skip('pyarrow could not be installed here');
    const models = new Map<string, number>();
    for await (const { model } of readAnswers({ kind: 'worktree', root: folder }, 'default.parquet')) {
      models.set(model ?? '', (models.get(model ?? '') ?? 0) + 1);
    }
    expect(models.size).toBe(12);
    expect(new Set(models.values())).toEqual(new Set([60]));
  });

  test.for(['strings', 'structs', 'json'])(
    'complete: spectra as %s; a null one costs no row',
    async (form, { skip }) => {
      if (!isThere) skip('pyarrow could not be installed here');
      const { scenarios, rejects } = await read(`complete-${form}`);
      expect(rejects).toEqual([]);
      expect(scenarios).toHaveLength(45);
      expect(scenarios[0]!.rubric1).toEqual(
        expect.arrayContaining(['extreme_oppose of value 0', 'neutral of value 0']),
      );
      expect(scenarios.filter(({ rubric1, rubric2 }) => rubric1 !== undefined && rubric2 !== undefined)).toHaveLength(
        36,
      );
    },
  );

  test('judge_evaluations: ids from a framing word and its keys; null and "error" cost one ruling', async ({
    skip,
  }) => {
    if (!isThere) skip('pyarrow could not be installed here');
    const { scenarios, rejects, columns } = await read('judged');
    expect(rejects).toEqual([]);
    expect(columns.shape).toBe('study-judgments');
    // Two models a scenario.
    expect(scenarios).toHaveLength(45);
    expect(scenarios.map(({ id }) => id).slice(0, 3)).toEqual(['0_1000_neutral', '0_1000_value1', '0_1000_value2']);
    const rulings = scenarios.flatMap(({ scored }) => Object.values(scored?.compliance ?? {}));
    const given = rulings.reduce((sum, judges) => sum + Object.keys(judges).length, 0);
    // Of 90 rows with three judges each, a third of the rulings is null or "error".
    expect(given).toBe(180);
  });
});
