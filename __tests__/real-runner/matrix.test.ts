// The shipped workflows that split work, under act: parts as jobs of their own, and one that brings them together.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegistry } from '../support/npm-registry.ts';
import { dispatchEvent, scheduleEvent } from '../support/runner/events.ts';
import { harborConfig, harborFile, QUICK } from '../support/runner/gated-repository.ts';
import type { LoopbackServer } from '../support/runner/http.ts';
import { openStory, type Story } from './story.ts';

/** Milliseconds a workflow may take, on a busy machine. */
const LONG = 300_000;

let story: Story;
let registry: LoopbackServer;
beforeAll(async () => {
  registry = await startRegistry('1.0.0');
  const bank = harborFile('bank.jsonl').split('\n').slice(0, 6).join('\n');
  story = await openStory({
    '.spec-gate/bank.jsonl': `${bank}\n`,
    'bank.jsonl': `${bank}\n`,
    'spec-gate.yml': `${harborConfig(QUICK, ['bank: bank.jsonl', 'bank: .spec-gate/bank.jsonl'])}nightly: { sentinels: 4, rotation: 1 }\n`,
  });
});
afterAll(async () => {
  await story.close();
  await registry.close();
});

test('a bank is scored in parts, merged by name, and written by one job', { timeout: LONG }, async () => {
  const { gated, temp } = story;
  const artifacts = join(temp, 'artifacts');
  mkdirSync(artifacts);
  const told = await story.run('score-matrix.yml', dispatchEvent(gated.server.github, { sha: gated.base }), {
    env: { ARTIFACTS: artifacts, npm_config_registry: registry.origin, npm_config_cache: join(temp, 'npm') },
  });
  expect(told.exitCode).toBe(0);
  expect(told.log).toMatch(/bank score: 1\/4 in parts\/spec-gate-part-1, 2\/4 in parts\/spec-gate-part-2/);
  expect(readdirSync(artifacts).sort()).toEqual([
    'scored-bank',
    ...[1, 2, 3, 4].map((part) => `spec-gate-part-${part}`),
  ]);
  const scored = readFileSync(join(artifacts, 'scored-bank'), 'utf8').trim().split('\n');
  expect(scored).toHaveLength(6);
  for (const line of scored) expect(JSON.parse(line)).toHaveProperty('scored');
});

test('a night is asked in parts that meet on the branch, and decided by one job', { timeout: LONG }, async () => {
  const { github } = story.gated.server;
  const told = await story.run('nightly-matrix.yml', scheduleEvent(github, story.gated.base));
  expect(told.exitCode).toBe(0);
  for (const part of [1, 2, 3, 4]) expect(told.log).toMatch(new RegExp(`Part ${part} of 4 of the night of `));
  expect(told.log).toContain('ANCHORED');
  expect(existsSync(join(story.temp, 'artifacts'))).toBe(true);
});
