// Main and post as the runner starts them: state passes from one to the other, commands in model text do nothing.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accessOf } from '../../support/runner/cache-service.ts';
import { readCommands, readKeyValues } from '../../support/runner/commands.ts';
import { pushEvent } from '../../support/runner/events.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';
import { startAction, type ActionOptions } from '../../support/runner/start-action.ts';

const main = fileURLToPath(new URL('../../support/runner/store-step.ts', import.meta.url));
const post = fileURLToPath(new URL('../../../src/post.ts', import.meta.url));
let server: RunnerServer;
let workspace: string;

beforeEach(async () => {
  server = await startRunnerServer();
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'));
});
afterEach(async () => {
  await server.close();
  await rm(workspace, { recursive: true });
});

function step(action: 'main' | 'post', more: Partial<ActionOptions> = {}): ActionOptions {
  return {
    action,
    server,
    ...pushEvent(server.github, { before: 'a'.repeat(40), after: 'b'.repeat(40) }),
    workspace,
    temp: join(workspace, 'temp'),
    cacheToken: server.cache.tokenFor(accessOf('refs/heads/main')),
    entry: action === 'main' ? main : post,
    ...more,
  };
}

test('a failed gate keeps its paid answers for the next run', async () => {
  const first = await startAction(step('main'));
  expect(first).toMatchObject({ exitCode: 1, outputs: { restored: '0' }, masks: [], otherCommands: [], exported: '' });
  expect(first.annotations).toEqual([{ level: 'error', message: 'the gate failed', properties: {} }]);
  const saved = await startAction(step('post', { state: first.state }));
  expect(saved).toMatchObject({ exitCode: 0, annotations: [] });
  expect(saved.log).toMatch(/stored answers: saved as spec-gate-v2-base-[0-9a-f]{16}/);
  expect((await startAction(step('main'))).outputs).toEqual({ restored: '1' });
});

test.each([
  ['main never came that far', {}],
  ['the state is not ours', { 'spec-gate-store': '{"folder":' }],
  ['the store branch has no token', { 'spec-gate-store': '{"kind":"branch","folder":"/x","owner":"o","repo":"r"}' }],
  ['the folder is gone', { 'spec-gate-store': '{"kind":"cache","folder":"/nowhere","prefix":"p-"}' }],
])('post ends green when %s', async (_name, state) => {
  expect(await startAction(step('post', { state }))).toMatchObject({ exitCode: 0, annotations: [] });
});

test('the double reads commands and files as the runner does', () => {
  const log =
    'x\n  ::error file=a.md,line=3,title=A%3A b::one%0Atwo\ntext ##[warning]three\n::add-mask::m\n::set-env name=P::v\n';
  expect(readCommands(log)).toEqual({
    annotations: [
      { level: 'error', message: 'one\ntwo', properties: { file: 'a.md', line: '3', title: 'A: b' } },
      { level: 'warning', message: 'three', properties: {} },
    ],
    masks: ['m'],
    otherCommands: ['::set-env name=P::v'],
  });
  expect(readKeyValues('a<<EOF\n1\n2\nEOF\nb=3=4\na=5\n')).toEqual({ a: '5', b: '3=4' });
});
