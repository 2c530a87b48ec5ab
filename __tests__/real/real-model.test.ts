// A real model behind a real server, over both protocols it speaks. What it says is not judged: that it can be asked, that
// its replies are read, that nothing is asked twice, and that what a small window and a narrow template refuse is told.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DoctorReport } from '../../src/doctor/report.ts';
import type { Report, RunRecord } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { startRealServer, writeRealProject, type RealServer } from './real-server.ts';

let server: RealServer;
let folder = '';
const run = (...args: string[]) => runCli(args, { cwd: folder });
const readOut = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'spec-gate-report', name), 'utf8'));

describe('a window of 4,096 tokens', () => {
  beforeAll(async () => {
    server = await startRealServer({ context: 4096 });
    folder = writeRealProject(server);
  });
  afterAll(() => server.close());

  test('the doctor finds everybody: answers, and rulings under a schema over both protocols', async () => {
    const { stdout } = await run('doctor', '--json');
    const { models, problems, made } = JSON.parse(stdout) as DoctorReport;
    expect(models.map(({ id, status }) => [id, status])).toEqual([
      ['local/small', 'answered'],
      ['local/cold', 'answered'],
      ['local/strict', 'answered'],
      ['messages/judge', 'answered'],
    ]);
    expect(models.filter(({ json }) => json === 'schema' || json === 'plain')).toHaveLength(3);
    expect(problems.map(({ message }) => message).join()).not.toMatch(/aborted|no price/);
    expect(made.usd).toBe(0);
  });

  test('a check asks, and asked again it makes no call but for replies that could not be read', async () => {
    const check = ['check', '--base-spec', 'spec.md', '--head-spec', 'head.md'];
    expect([0, 1, 2]).toContain((await run(...check)).code);
    const first = readOut('run.json') as RunRecord;
    expect(first.failures).toEqual([]);
    expect(first.calls.made).toBeGreaterThan(4);
    const { verdict } = readOut('report.json') as Report;
    // One scenario proves nothing about any judge.
    expect(verdict.status).not.toBe('pass');
    await run(...check);
    const second = readOut('run.json') as RunRecord;
    expect(second.calls.made).toBeLessThanOrEqual(2 * first.calls.unusable);
    expect(second.usd).toBe(0);
  });

  test('seed keeps the pool, and a night is made of it', async () => {
    expect([0, 2]).toContain((await run('check', '--mode', 'seed')).code);
    expect([0, 1, 2]).toContain((await run('check', '--mode', 'nightly')).code);
    expect(existsSync(join(folder, 'spec-gate-report', 'report.json'))).toBe(true);
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

  test('is found out, and the instructions go into the user’s turn', async () => {
    const { stdout } = await run('doctor', '--json');
    const { models, notes } = JSON.parse(stdout) as DoctorReport;
    expect(models.filter(({ status }) => status === 'answered').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['local/small', 'local/cold', 'local/strict']),
    );
    expect(notes.join('\n')).toMatch(/system -> user turn/);
  });
});
