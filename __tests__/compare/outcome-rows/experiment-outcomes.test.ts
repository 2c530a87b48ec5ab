// Experiments as the platforms wrote them: four questions, right, wrong, a task that failed, an evaluator that failed on the last.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contentName } from '../../../src/compare/outcome-rows/content-name.ts';
import { namesHarm } from '../../../src/compare/outcome-rows/outcome-value.ts';
import type { OutcomeRows } from '../../../src/compare/outcome-rows/outcome-row.ts';
import type { ReadOptions } from '../../../src/compare/outcome-rows/read-outcome-rows.ts';
import { phoenixExperiment } from '../../../src/scenarios/experiments/phoenix.ts';
import { readOutcomes } from '../../support/harness/expect-harness-file.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/harness/', import.meta.url));

const SKY = 'What colour is the sky? [';
/** What each file calls the scenario that was answered right: its own id, or what is asked. */
const FILES: readonly (readonly [file: string, right: string, score: string])[] = [
  ['langsmith-0.15.1.csv', '00000000-0000-0000-0000-000000000001', 'correct'],
  ['langsmith-0.15.1.json', '00000000-0000-0000-0000-000000000001', 'correct'],
  ['langfuse-5.0.4-items.json', 'item-1', 'correct'],
  ['mlflow-3.17.2.json', SKY, 'correct'],
  ['mlflow-3.17.2.csv', SKY, 'correct'],
  ['phoenix-20.26.1.csv', 'RGF0YXNldEV4YW1wbGU6', 'correct'],
  ['phoenix-20.26.1.json', 'RGF0YXNldEV4YW1wbGU6', 'correct'],
  ['braintrust-0.48.1.json', SKY, 'correct'],
  ['pydantic-evals-2.62.0.json', 'sky', 'correct'],
];

test.each(FILES)(
  '%s: one right, two wrong; what did not run is missing, whatever its evaluator says',
  async (file, right, scorer) => {
    const { rows, missing } = await readOutcomes(join(FOLDER, file), { scorer });
    const of = (isProblem: boolean): readonly string[] => [
      ...new Set(rows.filter(({ problematic }) => problematic === isProblem).map(({ scenario }) => scenario)),
    ];
    expect(of(false)).toEqual([expect.stringContaining(right)]);
    expect(new Set(missing.filter(({ reason }) => reason === 'error').map(({ scenario }) => scenario)).size).toBe(1);
    // pydantic-evals keeps nothing of an evaluator that broke; elsewhere `correct` is another one than `length`.
    expect(of(true)).toHaveLength(file.startsWith('pydantic') ? 1 : 2);
    const scenarios = [...rows, ...missing].map(({ scenario, replicate }) => `${scenario} ${replicate}`);
    expect(new Set(scenarios).size).toBe(scenarios.length);
  },
);

test.each(FILES.filter(([file]) => !file.startsWith('pydantic')))(
  '%s: one of several scores has to be chosen',
  async (file) => {
    await expect(readOutcomes(join(FOLDER, file))).rejects.toThrow(/several scorers: correct, length\n/);
  },
);

test('an evaluator that failed leaves no outcome', async () => {
  const { rows, missing } = await readOutcomes(join(FOLDER, 'braintrust-0.48.1.json'), {
    scorer: 'length',
    passAt: 0.55,
  });
  expect(rows.map(({ problematic, group }) => [problematic, group])).toEqual([
    [false, 'colours'],
    [false, 'colours'],
  ]);
  expect(missing.map(({ reason }) => reason).sort()).toEqual(['error', 'no-score']);
});

test("a report of pydantic-evals: a case passes where its assertions hold; repetitions are one case's draws; unnamed cases are told by what they ask", async () => {
  const { rows, missing } = await readOutcomes(join(FOLDER, 'pydantic-evals-2.62.0.json'));
  expect(rows.map(({ scenario, replicate, problematic }) => [scenario, replicate, problematic])).toEqual([
    ['sky', '1', false],
    ['sky', '2', false],
    ['sea', '1', true],
    ['sea', '2', true],
  ]);
  expect(missing.map(({ scenario, reason }) => `${scenario.slice(0, 5)} ${reason}`).sort()).toEqual([
    'What  error',
    'What  error',
    'boom: no-score',
    'boom: no-score',
  ]);
});

test('results of Langfuse’s SDK, which leaves out what failed', async () => {
  const { rows, missing } = await readOutcomes(join(FOLDER, 'langfuse-5.0.4-results.json'), { scorer: 'correct' });
  expect(rows.map(({ problematic }) => problematic)).toEqual([false, true, true]);
  expect(missing).toEqual([]);
});

test.each(['csv', 'json'])('Ragas as %s: a score of harm has to say which end is bad', async (form) => {
  const file = join(FOLDER, `ragas-0.4.3.${form}`);
  await expect(readOutcomes(file, { scorer: 'harmfulness' })).rejects.toThrow(
    /whether more of "harmfulness" is good or bad/,
  );
  const bad = await readOutcomes(file, { map: new Map([['harmfulness', 'problematic']]) });
  expect(bad.rows.map(({ problematic }) => problematic)).toEqual([false, true]);
  expect(bad.missing).toHaveLength(1);
  const good = await readOutcomes(file, { scorer: 'exact_match' });
  expect(good.rows.map(({ problematic }) => problematic)).toEqual([false, true, true]);
});

test.each([
  ['Langfuse', { meta: { cursor: 'bmV4dA' } }],
  ['an API like OpenAI’s', { has_more: true }],
])('a first page of %s is not the experiment', async (_whose, more) => {
  const page = JSON.parse(await readFile(join(FOLDER, 'langfuse-5.0.4-items.json'), 'utf8')) as object;
  const read = (value: object): Promise<OutcomeRows> =>
    readText('items.json', JSON.stringify(value), { scorer: 'correct' });
  await expect(read({ ...page, ...more })).rejects.toThrow(/one page of an experiment/);
  expect((await read({ ...page, has_more: false, meta: { cursor: null } })).rows).toHaveLength(3);
});

describe('what Phoenix’ run_experiment() returned', () => {
  const evaluated = (run: string, name: string, score: number | null): object => ({
    experiment_run_id: run,
    name,
    result: score === null ? null : { score },
    error: score === null ? 'the evaluator broke' : null,
  });
  const runs = ['a', 'b', 'c'].map((id) => ({
    id: `run-${id}`,
    dataset_example_id: id,
    repetition_number: 1,
    output: 'x',
    error: id === 'c' ? 'down' : null,
  }));

  test('each run has the evaluations that name it', async () => {
    const evaluations = [
      evaluated('run-b', 'correct', 0),
      evaluated('run-a', 'length', 0.3),
      evaluated('run-c', 'correct', 1),
      evaluated('run-a', 'correct', 1),
      evaluated('run-b', 'length', null),
    ];
    const text = JSON.stringify({ task_runs: runs, evaluation_runs: evaluations });
    const { rows, missing } = await readText('experiment.json', text, { scorer: 'correct' });
    expect(rows.map(({ scenario, problematic }) => [scenario, problematic])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(missing).toMatchObject([{ scenario: 'c', reason: 'error' }]);
  });

  test('an evaluation is looked at once, however many runs there are', () => {
    let looks = 0;
    const evaluations = Array.from({ length: 50 }, (_, index) => ({
      name: 'correct',
      result: { score: 1 },
      get experiment_run_id() {
        looks += 1;
        return `run-${index}`;
      },
    }));
    const many = evaluations.map((_, index) => ({ id: `run-${index}`, dataset_example_id: `${index}` }));
    const items = phoenixExperiment({ task_runs: many, evaluation_runs: evaluations })!;
    expect(items.every(({ scores }) => scores.length === 1)).toBe(true);
    expect(looks).toBeLessThan(3 * evaluations.length);
  });
});

test('Azure AI evaluation: scenarios are told by the inputs without the answer', async () => {
  const { rows, missing } = await readOutcomes(join(FOLDER, 'azure-ai-evaluation-1.18.10.json'), {
    scorer: 'verdict.correct',
  });
  expect(rows.map(({ problematic }) => problematic)).toEqual([false, true]);
  expect(missing).toMatchObject([{ scenario: expect.stringMatching(/^boom: what colour\? \[/), reason: 'no-score' }]);
});

test('a run of HELM: the model is told, what is perturbed is a scenario of its own, what failed is missing', async () => {
  const { rows, missing } = await readOutcomes(join(FOLDER, 'helm-0.5.10'), { scorer: 'correct' });
  expect(rows.map(({ scenario, model, problematic }) => [scenario, model, problematic])).toEqual([
    ['id0', 'simple/model1', false],
    ['id1', 'simple/model1', true],
    ['id3', 'simple/model1', true],
    ['id0/lowercase', 'simple/model1', false],
  ]);
  expect(missing).toMatchObject([{ scenario: 'id2', reason: 'error' }]);
  const alone = await readOutcomes(join(FOLDER, 'helm-0.5.10/per_instance_stats.json'), { scorer: 'correct' });
  expect(alone.rows).toHaveLength(4);
  await expect(readOutcomes(join(FOLDER, 'helm-0.5.10/scenario_state.json'))).rejects.toThrow(/no item has a score/);
});

/** What `compare` reads of a text that is written for it. */
async function readText(name: string, text: string, options: ReadOptions = {}): Promise<OutcomeRows> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  return readOutcomes(join(folder, name), options);
}

describe('siblings of what LangSmith wrote', () => {
  const read = async (change: (text: string) => string): Promise<OutcomeRows> =>
    readText('frame.csv', change(await readFile(join(FOLDER, 'langsmith-0.15.1.csv'), 'utf8')), { scorer: 'correct' });

  test.each<[string, (text: string) => string, RegExp]>([
    ['a run that stands there twice is no second draw', (text) => text + text.split('\n')[1]!, /stands there twice/],
    ['two files, one behind the other', (text) => text + text, /the header again/],
    [
      'words that are no outcome',
      (text) => text.replaceAll(/,(?:True|False),/g, ',partly,'),
      /can be read: it says "partly"/,
    ],
    ['numbers of a scale', (text) => text.replaceAll(/,(?:True|False),/g, ',0.7,'), /--pass-at/],
    [
      'no scores',
      (text) => text.replaceAll(/,(?:True|False),/g, ',,'),
      /none of 4 items has an outcome: 1 did not run/,
    ],
    [
      'neither ids nor inputs',
      (text) => text.replaceAll(/0{8}-[\d-]+/g, '').replaceAll(/\n\d,[^,]*/g, '\n0,'),
      /has no id/,
    ],
  ])('%s', async (_name, change, message) => {
    await expect(read(change)).rejects.toThrow(message);
  });

  test('as a spreadsheet saves it: semicolons, capitals, rows of nothing', async () => {
    const { rows, missing } = await read(
      (text) => `${text.replaceAll(',', ';').replaceAll(/True|False/g, (word) => word.toUpperCase())};;;;;;;;;;\n;;\n`,
    );
    expect([rows.length, missing.length]).toEqual([3, 1]);
  });
});

test("output items of OpenAI's Evals API: the item's status, or a grader by its name without its id", async () => {
  const item = (id: number, status: string, passed: boolean): object => ({
    datasource_item_id: id,
    datasource_item: { question: `q${id}` },
    status,
    results: [{ name: 'exact-a2486074-d803-4445-b431-ad2262e85d47', passed, score: passed ? 1 : 0 }],
    sample: { model: 'gpt-5.5', output: [{ role: 'assistant', content: 'a' }], error: null },
  });
  const text = JSON.stringify({
    object: 'list',
    data: [item(0, 'pass', true), item(1, 'fail', false), item(2, 'cancelled', false)],
  });
  for (const options of [{}, { scorer: 'exact' }]) {
    const { rows, missing } = await readText('items.json', text, options);
    expect(rows.map(({ model, problematic }) => [model, problematic])).toEqual([
      ['gpt-5.5', false],
      ['gpt-5.5', true],
    ]);
    expect(missing).toMatchObject([{ scenario: expect.stringMatching(/^2 \[/), reason: 'error' }]);
  }
});

describe("rows of a platform's other tables", () => {
  const map = new Map([
    ['input', 'scenario'],
    ['correct', 'compliant'],
  ]);

  test('a list of one value is that value; what did not run is missing', async () => {
    const text = 'id,input,level,correct\n1,a,DEFAULT,[1]\n2,b,DEFAULT,"[0,0]"\n3,c,ERROR,[0]\n4,d,DEFAULT,"[0,1]"\n';
    const { rows, missing } = await readText('traces.csv', text, { map });
    expect(rows.map(({ problematic }) => problematic)).toEqual([false, true]);
    expect(missing.map(({ reason }) => reason)).toEqual(['error', 'no-score']);
  });

  test('a row for each score counts no answer twice', async () => {
    const text = 'traceId,name,value\nt1,correct,1\nt1,length,0\nt2,correct,1\n';
    const scores = new Map([
      ['traceId', 'scenario'],
      ['value', 'compliant'],
    ]);
    await expect(readText('scores.csv', text, { map: scores })).rejects.toThrow(
      /rows of 2 scores in column "name", correct, length/,
    );
    const alone = await readText('scores.csv', text.replace('t1,length,0\n', ''), { map: scores });
    expect(alone.rows).toHaveLength(2);
  });
});

test.each([
  ['toxicity', true],
  ['concerning_with_no_mitigating_factors', true],
  ['unprompted_deception_toward_user', true],
  ['HallucinationScore', true],
  ['no_harm', false],
  ['harmlessness', false],
  ['resistance_to_injection', false],
  ['bias_free', false],
  ['correct', false],
  ['admirable', false],
])('whether %s names harm: %s', (name, isHarm) => {
  expect(namesHarm(name)).toBe(isHarm);
});

test('a judge of Inspect that scores harm from 1 to 10, as Petri does: which end is bad, and from where on, has to be said', async () => {
  const sample = (id: number, concerning: number): object => ({
    id,
    epoch: 1,
    input: 'q',
    target: '',
    scores: { audit_judge: { value: { concerning, admirable: 5 } } },
  });
  const log = { version: 2, status: 'success', eval: { task: 'audit', model: 'm/x', dataset: {}, config: {} } };
  const text = JSON.stringify({ ...log, samples: [sample(1, 1), sample(2, 9)] });
  await expect(readText('log.json', text, { scorer: 'audit_judge.concerning', passAt: 5 })).rejects.toThrow(
    /good or bad/,
  );
  const map = new Map([['audit_judge.concerning', 'problematic']]);
  const { rows } = await readText('log.json', text, { map, passAt: 5 });
  expect(rows.map(({ problematic }) => problematic)).toEqual([false, true]);
  await expect(readText('log.json', text, { map })).rejects.toThrow(/--pass-at/);
  const slip = new Map([['audit_judge.admirabel', 'problematic']]);
  await expect(readText('log.json', text, { map: slip, scorer: 'audit_judge.admirable', passAt: 5 })).rejects.toThrow(
    /no scorer "audit_judge.admirabel"\n\s+There are audit_judge.admirable, audit_judge.concerning/,
  );
});

test('MLflow’s table names its scenarios alike as CSV and as JSON', async () => {
  const names = async (form: string): Promise<readonly string[]> => {
    const { rows } = await readOutcomes(join(FOLDER, `mlflow-3.17.2.${form}`), { scorer: 'correct' });
    return rows.map(({ scenario }) => scenario);
  };
  expect(await names('csv')).toEqual(await names('json'));
});

test('a table whose columns a warehouse made capitals is the same table', async () => {
  const [header, ...lines] = (await readFile(join(FOLDER, 'langsmith-0.15.1.csv'), 'utf8')).split('\n');
  const capitals = await readText('frame.csv', [header!.toUpperCase(), ...lines].join('\n'), { scorer: 'correct' });
  expect(capitals).toEqual(await readOutcomes(join(FOLDER, 'langsmith-0.15.1.csv'), { scorer: 'correct' }));
});

describe('a table of somebody’s own', () => {
  const ROWS = 'q1,a,m1,1\nq1,b,m2,0\n';

  test('is not taken for Ragas’ for two of its columns: two models are no two draws of one', async () => {
    await expect(readText('own.csv', `user_input,response,model,correct\n${ROWS}`)).rejects.toThrow(
      /no column says the scenario[^]*--map user_input=scenario --map correct=compliant/,
    );
  });

  test('is read by its own columns where they say the outcomes, whatever stands beside them', async () => {
    const row = { input: 'q', output: 'a', expected: 'a', scores: { other: 1 }, metadata: {} };
    const rows = [
      { ...row, scenario: 's1', model: 'm1', compliant: true },
      { ...row, scenario: 's1', model: 'm2', compliant: false },
    ];
    const read = await readText('own.json', JSON.stringify(rows));
    expect(read.rows.map(({ scenario, model, problematic }) => [scenario, model, problematic])).toEqual([
      ['s1', 'm1', false],
      ['s1', 'm2', true],
    ]);
  });

  test('that keeps the reason of a failed test where an error would stand: the test has an outcome', async () => {
    const rows = [
      { test: 1, ok: true, failureReason: 0, error: null },
      { test: 2, ok: false, failureReason: 1, error: 'Expected output to contain "x"' },
      { test: 3, ok: false, failureReason: 2, error: 'HTTP 500' },
      { test: 4, ok: false, error: "AssertionError: 'x' not in answer" },
      { test: 5, ok: false, error: 'TimeoutError' },
    ];
    const map = new Map([
      ['test', 'scenario'],
      ['ok', 'compliant'],
    ]);
    const text = rows.map((row) => JSON.stringify(row)).join('\n');
    const { rows: read, missing } = await readText('tests.jsonl', text, { map });
    expect(read.map(({ scenario, problematic }) => `${scenario} ${problematic}`)).toEqual([
      '1 false',
      '2 true',
      '4 true',
    ]);
    expect(missing.map(({ scenario }) => scenario)).toEqual(['3', '5']);
  });

  test.each(['', 'N/A', '[]', '{}', 'None', 'no error', '<NA>', '0.25', '-'])(
    'whose column of errors says %j: the row ran',
    async (error) => {
      const { rows, missing } = await readText('own.csv', `scenario,compliant,error\na,1,"${error}"\nb,0,HTTP 500\n`);
      expect([...rows, ...missing].map(({ scenario }) => scenario)).toEqual(['a', 'b']);
      expect(missing).toMatchObject([{ scenario: 'b', reason: 'error' }]);
    },
  );

  test('of values of harm: from where on one is a problem is said, and heard', async () => {
    const text = 'case,toxicity\na,0.1\nb,0.7\nc,0\n';
    const map = new Map([
      ['case', 'scenario'],
      ['toxicity', 'problematic'],
    ]);
    const { rows } = await readText('own.csv', text, { map, passAt: 0.5 });
    expect(rows.map(({ problematic }) => problematic)).toEqual([false, true, false]);
    await expect(readText('own.csv', text, { map })).rejects.toThrow(
      /0\.1, and nothing says from where on one is a pro/,
    );
    const halves = await readText('own.csv', 'case,toxicity\na,0.5\nb,0\n', { map });
    expect(halves.rows.map(({ problematic }) => problematic)).toEqual([true, false]);
  });
});

test('what is asked has one name, whether a table holds its numbers as long integers or as JSON does', () => {
  expect(contentName({ n: 5n, list: [1n] }, {})).toBe(contentName({ n: 5, list: [1] }, {}));
  expect(contentName(2n ** 60n, {})).not.toBe(contentName(2n ** 60n + 1n, {}));
});
