// Recorded answers as models: two published versions of the OpenAI Model Spec, gated by judges alone.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';
import { sharedData } from '../support/shared-data.ts';

const base = sharedData('openai-model-spec/2025-02-12.md');
const head = sharedData('openai-model-spec/2025-04-11.md');
const queries = sharedData('stress-test-queries.jsonl');
/** Of the file's 250: enough for a selection. */
const QUERIES = 40;
const SCENARIOS = 12;
const LINKS = [
  'avoid_overstepping',
  'definitions',
  'do_not_facilitate_illicit_behavior',
  'do_not_lie',
  'risk_taxonomy',
];

const config = (models: string, more = ''): string => `spec: docs/model_spec.md
bank: bank.jsonl
providers:
  sim: { kind: simulated, world: world.yml }
models: [${models}]
judges: [sim/first, sim/second, sim/third]
selection: { scenarios: ${SCENARIOS}, extendTo: ${SCENARIOS}, replicates: { base: 4, confirm: 1 } }
${more}`;
const WORLD = 'models: {}\njudges: { first: {}, second: {}, third: {} }\n';

let repository: GitRepository;
let rows: readonly { readonly id: string; readonly text: string }[] = [];

describe.skipIf(base === undefined || head === undefined || queries === undefined)(
  'a revision of the Model Spec',
  () => {
    beforeEach(() => {
      rows = readFileSync(queries!, 'utf8')
        .trim()
        .split('\n')
        .slice(0, QUERIES)
        .map((line) => JSON.parse(line) as { id: string; text: string });
      repository = createRepository();
      repository.write('world.yml', WORLD);
      repository.write(
        'bank.jsonl',
        rows
          .map(
            ({ id, text }, index) => `${JSON.stringify({ id, query: text, clauses: [LINKS[index % LINKS.length]] })}\n`,
          )
          .join(''),
      );
      repository.write('.gitignore', '.spec-gate/\nspec-gate-report/\n');
      repository.write('docs/model_spec.md', readFileSync(base!));
    });
    afterEach(() => repository.remove());

    const answer = (model: string, id: string, draw = 1): string => `${model} says, draw ${draw}: on ${id} it depends.`;
    const path = (name: string): string => join(repository.path, name);

    async function check(models: string, more = ''): Promise<CommandResult> {
      repository.write('spec-gate.yml', config(models, more));
      repository.commit('the spec of February');
      repository.branch('april');
      repository.write('docs/model_spec.md', readFileSync(head!));
      repository.commit('the spec of April');
      return runCommand(['check', '--base', 'main'], { cwd: repository.path });
    }
    const report = (): Report => JSON.parse(readFileSync(path('spec-gate-report/report.json'), 'utf8')) as Report;
    const run = (): RunRecord => JSON.parse(readFileSync(path('spec-gate-report/run.json'), 'utf8')) as RunRecord;

    test('is gated with judges alone: 0 calls to any model, the answers of gzip, Parquet and a folder', async () => {
      const lines = (model: string): string =>
        rows
          .flatMap(({ id }) =>
            [1, 2, 3, 4, 5, 6, 7, 8].map(
              (draw) => `${JSON.stringify({ scenario: id, draw, answer: answer(model, id, draw) })}\n`,
            ),
          )
          .join('');
      writeFileSync(path('opus.jsonl.gz'), gzipSync(lines('claude_opus_4')));
      // One row a question and a column for each model, as the published data set has them.
      void parquetWriteRows({
        writer: fileWriter(path('study.parquet')),
        rows: rows.map(({ id }) => ({ id, response_gpt_4_1: answer('gpt_4_1', id), response_o3: answer('o3', id) })),
        columns: ['id', 'response_gpt_4_1', 'response_o3'].map((name) => ({ name, type: 'STRING' as const })),
      });
      mkdirSync(path('logs'));
      const half = QUERIES * 4;
      writeFileSync(path('logs/a.jsonl'), lines('x').split('\n').slice(0, half).join('\n'));
      writeFileSync(path('logs/b.jsonl'), lines('x').split('\n').slice(half).join('\n'));
      const { stdout, stderr, code } = await check(
        '{ id: study/claude_opus_4, answers: opus.jsonl.gz }, { id: study/gpt_4_1, answers: study.parquet }, { id: study/o3, answers: study.parquet }, { id: own/production, answers: logs }',
      );
      expect([code === 3, stderr]).toEqual([false, expect.any(String)]);
      const { base: side, notes, comparison, endpoints } = report();
      expect(comparison).toBe('target');
      expect([...side.models].sort()).toEqual(['own/production', 'study/claude_opus_4', 'study/gpt_4_1', 'study/o3']);
      expect(endpoints.nonCompliance?.interval).toBeDefined();
      // Every call that was made was a judge's.
      const store = readStore();
      const asked = store.filter(({ key }) => key === 'judge').length;
      expect(run().calls.made).toBe(asked);
      expect(store.length - asked).toBeGreaterThan(0);
      const finding = notes.find(({ code: what }) => what === 'recordedAnswers');
      expect(finding?.args).toMatchObject({
        none: 0,
        models: ['own/production', 'study/claude_opus_4', 'study/gpt_4_1', 'study/o3'],
      });
      expect(finding?.args['fewer']).toBe(finding?.args['scenarios']);
      expect(stdout).toContain('ecorded answers stand for asking');
      // Again: nothing is asked, and the report is the same, byte for byte.
      const before = readFileSync(path('spec-gate-report/report.json'), 'utf8');
      await runCommand(['check', '--base', 'main'], { cwd: repository.path });
      expect(run().calls.made).toBe(0);
      expect(readFileSync(path('spec-gate-report/report.json'), 'utf8')).toBe(before);
    }, 240_000);

    const allLines = (
      model: string,
      more: (row: { id: string; text: string }, index: number) => object = () => ({}),
    ): string =>
      rows
        .map(
          (row, index) =>
            `${JSON.stringify({ scenario: row.id, answer: answer(model, row.id), ...more(row, index) })}\n`,
        )
        .join('');

    test('plan counts no call to it, and doctor has nobody to ask', async () => {
      repository.write('a.jsonl', allLines('x'));
      repository.write('spec-gate.yml', config('{ id: own/x, answers: a.jsonl }'));
      repository.write('head.md', readFileSync(head!));
      const sides = ['--base-spec', 'docs/model_spec.md', '--head-spec', 'head.md'];
      const plan = await runCommand(['plan', ...sides, '--json'], { cwd: repository.path });
      expect(plan.code).toBe(0);
      // Four draws of one model on the scenarios a check begins with are there, though the store is empty.
      const { minimum } = JSON.parse(plan.stdout) as { minimum: { stored: number; toMake: number } };
      expect(minimum.stored).toBe(4 * SCENARIOS);
      expect(minimum.toMake).toBeGreaterThan(0);
      const doctor = await runCommand(['doctor'], { cwd: repository.path });
      expect(`${doctor.stdout}${doctor.stderr}`).not.toContain('own/x: no answer');
    }, 120_000);

    test('scenarios without an answer are missing evidence: no pass, and said', async () => {
      repository.write(
        'few.jsonl',
        allLines('x')
          .split('\n')
          .filter((_, index) => index % 3 > 0)
          .join('\n'),
      );
      const { code } = await check('{ id: own/x, answers: few.jsonl }');
      expect(code).toBe(2);
      const finding = report().notes.find(({ code: what }) => what === 'recordedAnswers');
      expect(finding).toMatchObject({ severity: 'warning' });
      expect(Number(finding!.args['none'])).toBeGreaterThan(2);
    }, 120_000);

    test('answers are matched by the question where their ids are of another set', async () => {
      repository.write(
        'mine.jsonl',
        allLines('x', ({ text }, index) => ({ scenario: `row ${index}`, query: text })),
      );
      await check('{ id: own/x, answers: mine.jsonl }');
      expect(report().notes.find(({ code: what }) => what === 'recordedAnswers')?.args).toMatchObject({ none: 0 });
    }, 120_000);

    test.each<[string, string, string, RegExp]>([
      [
        'an answer to another question under the same id',
        '{ id: own/x, answers: a.jsonl }',
        'other',
        /a\.jsonl +own\/x: no answer is about a scenario of bank\.jsonl; \d+ answers under its ids were given to other questions/,
      ],
      [
        'a name that nobody has',
        '{ id: own/gpt, answers: a.jsonl }',
        'named',
        /own\/gpt: nobody of that name answers; there are m0, m1/,
      ],
      ['no such file', '{ id: own/x, answers: nowhere.jsonl }', '', /nowhere\.jsonl +no such file/],
      [
        'a file without answers',
        '{ id: own/x, answers: a.jsonl }',
        'none',
        /a\.jsonl +no column holds answers; the columns are id, score/,
      ],
      ['a Git LFS pointer', '{ id: own/x, answers: a.jsonl }', 'pointer', /a\.jsonl +a Git LFS pointer/],
      [
        'parameters that cannot reach it',
        '{ id: own/x, answers: a.jsonl, params: { temperature: 1 } }',
        'named',
        /neither `system` nor `params` reaches a model whose answers are recorded/,
      ],
      [
        'the same model twice',
        '{ id: own/m0, answers: a.jsonl }, { id: own/m0, answers: a.jsonl }',
        'named',
        /own\/m0 is listed twice/,
      ],
    ])('%s is told, exit 3', async (_what, models, kind, message) => {
      const texts: Readonly<Record<string, string>> = {
        other: allLines('x', () => ({ query: 'Something else?' })),
        named: allLines('x', (_row, index) => ({ model: `m${index % 2}` })),
        none: '{"id":"a","score":1}\n',
        pointer: `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 1\n`,
      };
      if (kind !== '') repository.write('a.jsonl', texts[kind]!);
      const { code, stderr } = await check(models);
      expect([code, stderr]).toEqual([3, expect.stringMatching(message)]);
    });

    test('a spec that models are given needs them to be asked', async () => {
      repository.write('a.jsonl', allLines('x'));
      const { code, stderr } = await check(
        '{ id: own/x, answers: a.jsonl }',
        'specUse: prompt\nclassifier: sim/sorter\n',
      );
      expect([code, stderr]).toEqual([
        3,
        expect.stringMatching(/recorded answers say nothing about a spec that models are given/),
      ]);
    });

    /** Stored answers, told apart by what they are. */
    function readStore(): readonly { readonly key: 'judge' | 'answer' }[] {
      const folder = path('.spec-gate/store');
      return readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
        .map((line) => ({ key: line.includes(' says, draw ') && !line.includes('\\"ruling\\"') ? 'answer' : 'judge' }));
    }
  },
);
