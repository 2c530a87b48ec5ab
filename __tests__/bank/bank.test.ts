// A bank from nothing, with simulated models and the store on disk: killed anywhere and resumed, it is the same bank.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { generateBank, scoreBankFile } from '../../src/bank/bank.ts';
import { createHeldScenarios } from '../../src/bank/generation/held-scenarios.ts';
import { parseValues } from '../../src/scenarios/values/parse-values.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { openSegmentStore, type SegmentStore } from '../../src/io/store/segment-store.ts';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { serializeBank } from '../../src/scenarios/serialize-scenario.ts';
import { fixture, harborSpec, harborWorld, JUDGES, PANEL, simulatedRef } from '../support/harbor.ts';
import { createSimulatedAsk, type SimulatedAskOptions } from '../support/simulated-ask.ts';

const world = await harborWorld();
const spec = await harborSpec('spec.md');
const values = await parseValues({ file: 'values.yml', text: fixture('values.yml') });
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-bank-'));
  folders.push(folder);
  return folder;
}

const openStore = (folder: string): SegmentStore => openSegmentStore(folder, { now: new Date('2026-11-23T12:00:00Z') });

type Disturbance = Pick<SimulatedAskOptions, 'killAfter' | 'disorder'>;

/** One process: generate what the file lacks, and the file as it then stands on disk. */
async function generate(file: string, folder: string, disturbance: Disturbance = {}): Promise<GenerateResult> {
  const store = openStore(folder);
  const held = createHeldScenarios();
  for (const scenario of parseBank({ file: 'bank.jsonl', text: file }).scenarios) held.add(scenario);
  const { ask, made } = createSimulatedAsk({ world, store, ...disturbance });
  const lines: string[] = [];
  const counts = await generateBank(
    { values, count: 16, seed: 'bank', generators: JUDGES.map(simulatedRef), held },
    { ask, writeLine: (line) => void lines.push(line) },
  );
  store.close();
  return { file: file + lines.map((line) => `${line}\n`).join(''), counts, made: made() };
}

interface GenerateResult {
  readonly file: string;
  readonly counts: Awaited<ReturnType<typeof generateBank>>;
  readonly made: number;
}

async function score(scenarios: readonly Scenario[], folder: string, disturbance: Disturbance = {}): Promise<string> {
  const store = openStore(folder);
  const { ask } = createSimulatedAsk({ world, store, scenarios, ...disturbance });
  const lines: string[] = [];
  await scoreBankFile(
    scenarios,
    {
      models: PANEL.map((name) => ({ ref: simulatedRef(name) })),
      classifier: simulatedRef('sorter'),
      judges: JUDGES.map(simulatedRef),
      spec,
      wording: JUDGE_PROMPT,
      specUse: 'target',
      date: '2026-11-23',
    },
    { ask, writeLine: (line) => void lines.push(line) },
  );
  store.close();
  return lines.map((line) => `${line}\n`).join('');
}

const whole = await generate('', newFolder());
const scenarios = parseBank({ file: 'bank.jsonl', text: whole.file }).scenarios;

test('generation writes a bank that the gate reads', () => {
  expect(scenarios.length).toBeGreaterThan(24);
  expect(whole.counts.scenarios).toBe(scenarios.length);
});

test.each([1, 5, 16, 17, 30, whole.made - 1])(
  'killed at call %i and resumed, the bank is the same to the byte',
  async (killAfter) => {
    const folder = newFolder();
    const killed = await generate('', folder, { killAfter, disorder: `kill ${killAfter}` });
    expect(killed.counts.stopped).toBe('aborted');
    expect(killed.made).toBeLessThanOrEqual(killAfter);
    expect(whole.file.startsWith(killed.file)).toBe(true);
    const resumed = await generate(killed.file, folder);
    expect(resumed.file).toBe(whole.file);
    expect(resumed.made).toBe(whole.made - killed.made);
    expect(resumed.counts).toEqual(whole.counts);
  },
);

test('killed between two lines of one group, the rest of the group is written', async () => {
  const folder = newFolder();
  await generate('', folder);
  const lines = whole.file.split('\n');
  const resumed = await generate(`${lines.slice(0, 4).join('\n')}\n`, folder);
  expect(resumed.file).toBe(whole.file);
  expect(resumed.made).toBe(0);
});

test('a finished bank grows by nothing, sorted or not', async () => {
  const folder = newFolder();
  const first = await generate('', folder);
  const sorted = serializeBank(scenarios);
  const second = await generate(sorted, folder);
  expect(second.file).toBe(sorted);
  expect(second.made).toBe(0);
  expect(first.file).toBe(whole.file);
});

const some = scenarios.slice(0, 12);
const once = await score(some, newFolder());

test.each([3, 50, 200])('scoring killed at call %i and resumed gives the same bank to the byte', async (killAfter) => {
  const folder = newFolder();
  await score(some, folder, { killAfter, disorder: 'score' });
  expect(await score(some, folder)).toBe(once);
  // Or from the half-scored file, as somebody who kept it would.
  const half = await score(some, newFolder(), { killAfter });
  expect(half).not.toBe(once);
  expect(await score(parseBank({ file: 'bank.jsonl', text: half }).scenarios, folder)).toBe(once);
  expect(parseBank({ file: 'bank.jsonl', text: once }).scenarios.every(({ scored }) => scored !== undefined)).toBe(
    true,
  );
});
