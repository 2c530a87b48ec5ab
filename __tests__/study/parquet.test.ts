// The facts of a study as Parquet: DuckDB counts on the parts of it what `analyze` counts on the whole, by the queries of the docs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScenarioShare } from '../../src/analysis/evidence/scenario-share.ts';
import { createRandom } from '../../src/core/random.ts';
import { RESPONSE_TYPES } from '../../src/core/study-words.ts';
import { analyzeStudy, type StudyAnalysis } from '../../src/study/analyze-study.ts';
import { FACT_TABLES } from '../../src/study/parquet/fact-tables.ts';
import { writeParquet } from '../../src/study/parquet/write-parquet.ts';
import { ROOT } from '../support/cli.ts';
import { fencedBlocks } from '../support/fenced-blocks.ts';
import { runCommand } from '../support/run-command.ts';
import { response, row, ruledBy, study } from '../support/study-rows.ts';

const PAGE = readFileSync(join(ROOT, 'docs/parquet.md'), 'utf8');
const [OUTCOMES, JUDGES, TYPES] = fencedBlocks(PAGE)
  .filter(({ language }) => language === 'sql')
  .map(({ text }) => text);

let folder = '';
let duckdb: DuckDBConnection;
let whole: StudyAnalysis;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-parquet-'));
  duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const random = createRandom('facts');
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)]!;
  const rows = Array.from({ length: 60 }, (_, index) => {
    const scenario = `s${index}`;
    const disagreements = index % 7 === 0 ? {} : { all: random.next() * 3 };
    const about = { clauses: ['c1'], topics: ['t'], value1: 'care', disagreements };
    return Array.from({ length: 1 + (index % 2) }, (_draw, draw) =>
      row(scenario, {
        ...about,
        draw: String(draw),
        responses: ['lab/a', 'lab/b', 'other/c'].map((model) =>
          response(model, {
            // One judge alone is no majority; two that part are none either.
            rulings: ruledBy(pick(['ccc', 'ncc', 'nnc', 'nnn', 'aac', 'c', 'cn', 'ccc', 'nnn'])),
            fullPanel: random.next() < 0.8,
            ...(random.next() < 0.9 && { type: pick(RESPONSE_TYPES) }),
            scores: [pick([0, 3, 6, null]), 2],
          }),
        ),
      }),
    );
  });
  whole = analyzeStudy(study(rows.flat()));
  for (const part of [0, 1, 2]) {
    writeParquet(join(folder, String(part)), study(rows.filter((_, index) => index % 3 === part).flat()));
  }
});
afterAll(() => {
  duckdb.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found = await duckdb.runAndReadAll(sql.replaceAll("'parts/", `'${folder}/`));
  return found.getRowObjectsJson();
}

const valueOf = (share: ScenarioShare): number => (share.status === 'defined' ? share.value : Number.NaN);

test('outcomes', async () => {
  const of = (subset: string) => whole.outcomes.find((one) => one.panel === 'all' && one.subset === subset)!;
  const [all, high] = [of('all scenarios'), of('high disagreement (all)')];
  expect(all.incomplete).toBeGreaterThan(0);
  expect(await ask(OUTCOMES!)).toEqual([
    {
      scenarios: String(all.scenarios),
      all_pass: expect.closeTo(valueOf(all.allPass), 12),
      some_fail: expect.closeTo(valueOf(all.someFail), 12),
      all_fail: expect.closeTo(valueOf(all.allFail), 12),
      high_scenarios: String(high.scenarios),
      high_some_fail: expect.closeTo(valueOf(high.someFail), 12),
    },
  ]);
});

test('judges', async () => {
  expect(await ask(JUDGES!)).toEqual(
    whole.judgeTable.judges.map(({ judge, flagged }) => ({
      judge,
      flagged: expect.closeTo(valueOf(flagged), 12),
    })),
  );
});

test('kinds of answer', async () => {
  const rows = whole.responseTypes.filter(({ topic }) => topic === 'all topics');
  const expected = rows.flatMap(({ model, counts }) =>
    Object.entries(counts)
      .filter(([, responses]) => responses > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([response_type, responses]) => ({ model, response_type, responses: String(responses) })),
  );
  expect(await ask(TYPES!)).toEqual(expected);
});

test('the docs name every table and column, as DuckDB reads them', async () => {
  for (const { name, columns } of FACT_TABLES) {
    const read = await ask(`DESCRIBE SELECT * FROM 'parts/0/${name}.parquet'`);
    const types = { STRING: 'VARCHAR', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' } as const;
    expect(read.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      columns.map((column) => [column.name, types[column.type]]),
    );
  }
  const sections = FACT_TABLES.map(({ name, description, columns }) => [
    `**${name}.parquet**: ${description}`,
    '',
    '| column | type | |',
    '|:--|:--|:--|',
    ...columns.map(
      (column) =>
        `| \`${column.name}\` | ${column.type}${column.nullable ? ', may be null' : ''} | ${column.description} |`,
    ),
    '',
  ]);
  const text = ['<!-- tables -->', '', ...sections.flat(), '<!-- /tables -->'].join('\n');
  await expect(PAGE.replace(/<!-- tables -->[^]*<!-- \/tables -->/, () => text)).toMatchFileSnapshot(
    join(ROOT, 'docs/parquet.md'),
  );
});

test('analyze --parquet writes them beside what it prints', async () => {
  const scored = { compliance: { 'lab/a': { j1: 'compliant', j2: 'compliant', j3: 'ambiguous' } } };
  writeFileSync(join(folder, 'bank.jsonl'), `${JSON.stringify({ id: 'x', query: 'May I?', clauses: [], scored })}\n`);
  const { code, stderr } = await runCommand(['analyze', 'bank.jsonl', '--parquet', 'facts/x'], { cwd: folder });
  expect([code, stderr]).toEqual([0, expect.stringContaining('rulings.parquet to facts/x')]);
  expect(readdirSync(join(folder, 'facts/x')).sort()).toEqual(FACT_TABLES.map(({ name }) => `${name}.parquet`).sort());
  // Tables without a row can be read, too.
  const query = (table: string) => ask(`SELECT count(*) AS n FROM '${folder}/facts/x/${table}.parquet'`);
  expect(await Promise.all(['rulings', 'topics'].map(query))).toEqual([[{ n: '3' }], [{ n: '0' }]]);
});
