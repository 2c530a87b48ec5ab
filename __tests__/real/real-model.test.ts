// A real model behind a real server, over both protocols it speaks. What it says is not judged: that it can be asked, that
// its replies are read, that nothing is asked twice, and that what a small window and a narrow template refuse is told.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DoctorReport } from '../../src/doctor/report.ts';
import type { SeedResult } from '../../src/gate/seed.ts';
import type { StudyAnalysis } from '../../src/study/analyze-study.ts';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import { runCli } from '../support/cli.ts';
import { startRealServer, writeRealProject, type RealServer } from './real-server.ts';

let server: RealServer;
let folder = '';
const run = (...args: string[]) => runCli(args, { cwd: folder });
const readOut = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'spec-gate-report', name), 'utf8'));

describe('one slot and a window of 4,096 tokens', () => {
  beforeAll(async () => {
    server = await startRealServer({ context: 4096 });
    folder = writeRealProject(server);
  });
  afterAll(() => server.close());

  test('the doctor finds everybody, rulings under a schema, and that there is one slot', async () => {
    const { stdout } = await run('doctor', '--json');
    const { models, problems, notes, made } = JSON.parse(stdout) as DoctorReport;
    expect(models.map(({ id, status, json }) => [id, status, json])).toEqual([
      ['local/small', 'answered', undefined],
      ['local/cold', 'answered', 'schema'],
      ['local/warm', 'answered', 'schema'],
      ['local/hot', 'answered', 'schema'],
    ]);
    // Judges of this size rule like coins, and now and then all three against the plain answer: that is told as it should be.
    expect(problems.filter(({ message }) => !message.startsWith('every judge rules against'))).toEqual([]);
    expect(notes.join('\n')).toMatch(/local: its server answers one request at a time/);
    expect(made.usd).toBe(0);
  });

  test('the doctor asks the other protocol, too: what keeps no schema is asked in words, and told apart', async () => {
    const { stdout } = await run('doctor', '--config', 'messages.yml', '--json');
    const { models, problems } = JSON.parse(stdout) as DoctorReport;
    const judge = models.find(({ id }) => id === 'messages/judge');
    expect(judge).toMatchObject({ status: 'answered' });
    expect(judge!.json).toMatch(/plain|unreadable/);
    const own = problems.filter(({ message }) => message.includes('messages/judge'));
    expect(own).toHaveLength(judge!.json === 'plain' ? 0 : 1);
    for (const { hint } of own) expect(hint).toMatch(/Use another model|maxTokens/);
  });

  test('a bank is linked, scored without links, and written to', async () => {
    const linked = await run('bank', 'link', '--again');
    expect([linked.code, linked.stderr.match(/problem/)]).toEqual([0, null]);
    // Two models, one over each protocol; what a classifier of this size says may fit no scale.
    const scored = await run('bank', 'score', '--config', 'score.yml', '--no-judges');
    expect(scored.code).toBe(scored.stdout.startsWith('1 scenario scored') ? 0 : 2);
    const written = await run('bank', 'generate', '--count', '1');
    expect([0, 2]).toContain(written.code);
    expect(written.stdout).toMatch(/\d scenarios? from 1 pair/);
    const bank = parseBank({ file: 'bank.jsonl', text: readFileSync(join(folder, '.spec-gate/bank.jsonl'), 'utf8') });
    expect(bank.scenarios.map(({ id }) => id)).toContain('song');
  });

  test('seed keeps the pool, a check asks for the rest, and asked again it makes no call', async () => {
    const seed = await run('check', '--mode', 'seed', '--json');
    expect(seed.code).toBe(0);
    const seeded = JSON.parse(seed.stdout) as SeedResult;
    expect(seeded.scenarios).toEqual([{ scenario: 'song', filled: 2, wanted: 2 }]);
    const check = ['check', '--base-spec', 'spec.md', '--head-spec', 'head.md'];
    const { stdout, code } = await run(...check);
    console.log(stdout);
    const first = readOut('run.json') as RunRecord;
    expect(first.failures).toEqual([]);
    expect(first.calls.stored).toBeGreaterThanOrEqual(seeded.made.calls);
    // Judges who rule like a coin never pass a change, whatever they say.
    expect([1, 2]).toContain(code);
    expect((readOut('report.json') as Report).verdict.status).not.toBe('pass');
    await run(...check);
    const second = readOut('run.json') as RunRecord;
    expect(second.calls.made).toBe(0);
    expect(second.usd).toBe(0);
  });

  test('a night is made of it, and its run is analyzed', async () => {
    expect([0, 1, 2]).toContain((await run('check', '--mode', 'nightly')).code);
    expect(readOut('night.json')).toMatchObject({ status: 'anchored', models: [{ id: 'local/small' }], usd: 0 });
    const { code, stdout } = await run('analyze', 'spec-gate-report', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as StudyAnalysis).models).toEqual(['local/small']);
  });
});

describe('worked examples before the clauses', () => {
  const begin = async (context: number): Promise<void> => {
    server = await startRealServer({ context });
    folder = writeRealProject(server);
    appendFileSync(join(folder, 'spec-gate.yml'), 'judgeExamples: true\n');
  };
  afterEach(() => server.close());

  test('do not fit a window of 4,096 tokens, and the doctor says which one holds them', async () => {
    await begin(4096);
    const { code, stdout } = await run('doctor', '--json');
    const { problems } = JSON.parse(stdout) as DoctorReport;
    expect(code).toBe(3);
    const window = problems.filter(({ message }) => /context|window|4096/.test(message));
    expect(window.length).toBeGreaterThan(0);
    expect(window[0]!.hint).toMatch(/--ctx-size (8192|16384)/);
  });

  test('leave rulings as readable as they were, in a window that holds them', async () => {
    await begin(8192);
    const { models, problems } = JSON.parse((await run('doctor', '--json')).stdout) as DoctorReport;
    expect(models.filter(({ role }) => role === 'judge').map(({ json }) => json)).toEqual([
      'schema',
      'schema',
      'schema',
    ]);
    // Judges of this size rule like coins.
    expect(problems.filter(({ message }) => !message.startsWith('every judge rules against'))).toEqual([]);
  });
});

describe('a window of 512 tokens', () => {
  beforeAll(async () => {
    server = await startRealServer({ context: 512 });
    folder = writeRealProject(server);
  });
  afterAll(() => server.close());

  test('is told once, in the server’s words, with what helps', async () => {
    const { code, stdout } = await run('doctor', '--json');
    const { problems, models } = JSON.parse(stdout) as DoctorReport;
    expect(code).toBe(3);
    expect(models[0]).toMatchObject({ id: 'local/small', status: 'answered' });
    const window = problems.filter(({ message }) => /context|window|512/.test(message));
    expect(window.length).toBeGreaterThan(0);
    expect(window.length).toBeLessThanOrEqual(2);
    expect(window[0]!.hint).toMatch(/larger context window/);
  });
});

describe('a chat template that wants user and assistant to take turns, and knows no system role', () => {
  const TEMPLATE = `{%- for message in messages -%}
{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) -%}
{{- raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') -}}
{%- endif -%}
<|im_start|>{{ message['role'] }}
{{ message['content'] }}<|im_end|>
{% endfor -%}
{%- if add_generation_prompt -%}<|im_start|>assistant
{% endif -%}`;
  beforeAll(async () => {
    server = await startRealServer({ context: 4096, template: TEMPLATE });
    folder = writeRealProject(server);
  });
  afterAll(() => server.close());

  test('takes rulings as they are asked, and two turns of one user as one', async () => {
    const messages = [
      { role: 'user', content: 'I sing badly.' },
      { role: 'user', content: 'Tell me I sing well.' },
    ];
    const twoTurns = { id: 'two', messages, clauses: ['honesty'] };
    writeFileSync(join(folder, '.spec-gate/bank.jsonl'), `${JSON.stringify(twoTurns)}\n`);
    const { stdout } = await run('check', '--mode', 'seed', '--json');
    expect((JSON.parse(stdout) as SeedResult).scenarios).toEqual([{ scenario: 'two', filled: 2, wanted: 2 }]);
    const answers = readdirSync(join(folder, '.spec-gate/store'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => readFileSync(join(folder, '.spec-gate/store', name), 'utf8'));
    expect(answers.join('\n')).toContain('turns of one role merged');
  });
});
