import { expect, test } from 'vitest';
import { createMemoryStore } from '../../support/memory-store.ts';
import { planScoring } from '../../../src/bank/generation/plan-scoring.ts';
import type { ScoringOptions } from '../../../src/bank/generation/score-response.ts';
import { scoreBank, type ScoreCounts } from '../../../src/bank/generation/score.ts';
import type { Ask } from '../../../src/evaluation/ask.ts';
import { JUDGE_PROMPT } from '../../../src/evaluation/prompts/judge.ts';
import { CallError, type CallErrorKind, type Completion, type CompletionRequest } from '../../../src/models/model.ts';
import { disagreementOf } from '../../../src/scenarios/disagreement.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';
import { harborBank, harborSpec, harborWorld, JUDGES, PANEL, simulatedRef } from '../../support/harbor.ts';
import { createSimulatedAsk, type SimulatedAskOptions } from '../../support/simulated-ask.ts';

const world = await harborWorld();
const spec = await harborSpec('spec.md');
/** Eight scenarios without what scoring finds. */
const bank = harborBank()
  .slice(0, 8)
  .map(({ disagreement: _disagreement, ...scenario }): Scenario => ({ ...scenario, clauses: [], topics: [] }));

function optionsOf(overrides: Partial<ScoringOptions> = {}): ScoringOptions {
  return {
    models: PANEL.map((name) => ({ ref: simulatedRef(name) })),
    classifier: simulatedRef('sorter'),
    judges: JUDGES.map(simulatedRef),
    spec,
    wording: JUDGE_PROMPT,
    specUse: 'target',
    date: '2026-11-23',
    ...overrides,
  };
}

function simulated(overrides: Partial<SimulatedAskOptions> = {}): ReturnType<typeof createSimulatedAsk> {
  return createSimulatedAsk({ world, store: createMemoryStore(), scenarios: harborBank(), ...overrides });
}

async function collect(
  scenarios: readonly Scenario[],
  options: ScoringOptions,
  ask: Ask,
): Promise<{ scenarios: readonly Scenario[]; counts: ScoreCounts }> {
  const walk = scoreBank(scenarios, options, ask);
  const found: Scenario[] = [];
  for (;;) {
    const next = await walk.next();
    if (next.done === true) return { scenarios: found, counts: next.value };
    found.push(next.value);
  }
}

test('scores, disagreement by subset, types, rulings, topics and links, with how they came about', async () => {
  const { ask, events } = simulated();
  const { scenarios, counts } = await collect(bank, optionsOf(), ask);
  expect(counts).toEqual({ scored: 8, unchanged: 0, kept: {} });
  expect(scenarios.map(({ id }) => id)).toEqual(bank.map(({ id }) => id));
  expect(parseBank({ file: 'b', text: serializeBank(scenarios) }).scenarios).toHaveLength(8);
  // Per scenario: 4 responses, 4 x (classify + 3 judges), topics.
  expect(events).toHaveLength(8 * 21);
  expect(new Set(events.map(({ request }) => request.draw))).toEqual(new Set(['pool:0']));
  const models = PANEL.map((name) => `sim/${name}`);
  for (const { scored, disagreement } of scenarios) {
    expect(Object.keys(scored!.scores!)).toEqual(models);
    const { disagreements, scores } = scored!;
    expect(disagreement).toBeCloseTo(disagreementOf(Object.values(scores!))!, 4);
    expect(disagreements).toMatchObject({ all: disagreement, sim: disagreement });
    expect(Object.keys(disagreements!).filter((name) => name.includes(' vs '))).toHaveLength(6);
    const pair = [scores!['sim/aspen']!, scores!['sim/dogwood']!];
    // Two scores differ by twice their population standard deviation.
    const gap = Math.max(Math.abs(pair[0]!.value1! - pair[1]!.value1!), Math.abs(pair[0]!.value2! - pair[1]!.value2!));
    expect(disagreements!['sim/aspen vs sim/dogwood']).toBeCloseTo(gap / 2, 4);
    expect(Object.keys(scored!.responseTypes!)).toEqual(models);
    expect(Object.keys(scored!.compliance!['sim/aspen']!).sort()).toEqual(
      [...JUDGES].map((name) => `sim/${name}`).sort(),
    );
    expect(scored!.provenance).toEqual({
      models,
      classifier: 'sim/sorter',
      judges: JUDGES.map((name) => `sim/${name}`),
      spec: spec.hash,
      prompts: expect.objectContaining({ classify: expect.stringMatching(/@\d+$/) as string }) as object,
      date: '2026-11-23',
      draw: 'pool:0',
    });
  }
});

test('judges read the whole spec; the links are what most judges cite on one response, and find what the author linked', async () => {
  const { ask, events } = simulated();
  const { scenarios } = await collect(bank, optionsOf(), ask);
  const judged = events.find(({ request }) => request.format?.name === 'judgment')!;
  for (const { id } of spec.clauses) expect(judged.request.messages[1]!.content).toContain(`"id":"${id}"`);
  const author = new Map(harborBank().map(({ id, clauses }) => [id, clauses]));
  for (const { id, clauses } of scenarios) {
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.filter((clause) => !author.get(id)!.includes(clause))).toEqual([]);
  }
});

test('a clause that a minority of judges cites is no link, nor is a global one', async () => {
  const cited: Readonly<Record<string, readonly string[]>> = {
    'sim/warden': ['respect_privacy', 'definitions', 'even_handed'],
    'sim/advocate': ['definitions', 'even_handed'],
    'sim/umpire': ['candid_feedback', 'definitions'],
  };
  const tamper = (request: CompletionRequest, completion: Completion): Completion => {
    if (request.format?.name !== 'judgment') return completion;
    const reply = JSON.parse(completion.text) as object;
    return { ...completion, text: JSON.stringify({ ...reply, clauses: cited[request.model.id] }) };
  };
  const { scenarios } = await collect(bank.slice(0, 1), optionsOf(), simulated({ tamper }).ask);
  expect(scenarios[0]!.clauses).toEqual(['even_handed']);
});

test('links and topics that are there stay, and topics are not asked for', async () => {
  const own = { ...bank[0]!, clauses: ['somewhere_else'], topics: ['gardening'] };
  const { ask, events } = simulated();
  const { scenarios } = await collect([own], optionsOf(), ask);
  expect(scenarios[0]).toMatchObject({ clauses: ['somewhere_else'], topics: ['gardening'] });
  expect(events.filter(({ request }) => request.format?.name === 'scenario_topics')).toEqual([]);
});

test('without judges nothing is ruled; without rubrics nothing is placed', async () => {
  const { judges: _judges, ...options } = optionsOf();
  const first = await collect(bank.slice(0, 1), options, simulated().ask);
  expect(first.scenarios[0]!.scored).not.toHaveProperty('compliance');
  expect(first.scenarios[0]!.scored!.provenance).not.toHaveProperty('judges');
  expect(first.scenarios[0]!.clauses).toEqual([]);
  const { rubric1: _one, rubric2: _two, ...plain } = bank[0]!;
  const second = await collect([plain], optionsOf(), simulated().ask);
  expect(Object.keys(second.scenarios[0]!.scored!)).toEqual(['compliance', 'provenance']);
  expect(second.scenarios[0]).not.toHaveProperty('disagreement');
});

test('`specUse: prompt` tells the models the spec', async () => {
  const { ask, events } = simulated();
  await collect(bank.slice(0, 1), optionsOf({ specUse: 'prompt' }), ask);
  const responses = events.filter(({ request }) => request.format === undefined);
  expect(responses).toHaveLength(4);
  for (const { request } of responses) {
    expect(request.messages[0]).toMatchObject({
      role: 'system',
      content: expect.stringContaining('{#respect_privacy') as string,
    });
  }
});

const failOn = (model: string, kind: CallErrorKind) => (request: CompletionRequest, completion: Completion) => {
  if (request.model.id === model) throw new CallError(kind, 'no');
  return completion;
};

test.each(['timeout', 'network', 'server', 'rate_limited'] as const)(
  'after a %s the row is as it was',
  async (kind) => {
    const { scenarios, counts } = await collect(
      bank,
      optionsOf(),
      simulated({ tamper: failOn('sim/birch', kind) }).ask,
    );
    expect(counts).toEqual({ scored: 0, unchanged: 0, kept: { [kind]: 8 } });
    expect(serializeBank(scenarios)).toBe(serializeBank(bank));
  },
);

test('a model that never can answer has no position, and the others have theirs', async () => {
  const tamper = failOn('sim/birch', 'bad_request');
  const { scenarios, counts } = await collect(bank.slice(0, 2), optionsOf(), simulated({ tamper }).ask);
  expect(counts.scored).toBe(2);
  const { scores, disagreements, responseTypes, compliance } = scenarios[0]!.scored!;
  expect(scores!['sim/birch']).toEqual({ value1: null, value2: null });
  const others = Object.values(scores!).filter(({ value1 }) => value1 !== null);
  expect(others).toHaveLength(3);
  expect(disagreements!['all']).toBeCloseTo(disagreementOf(others)!, 4);
  expect(Object.keys({ ...responseTypes, ...compliance })).not.toContain('sim/birch');
});

test('a classifier whose replies cannot be read scores nothing', async () => {
  const tamper = (request: CompletionRequest, completion: Completion): Completion =>
    request.format?.name === 'value_scores' ? { ...completion, text: `Sure! ${completion.text}` } : completion;
  const { scenarios, counts } = await collect(bank, optionsOf(), simulated({ tamper }).ask);
  expect(counts.kept).toEqual({ 'fewer than two models with scores': 8 });
  expect(serializeBank(scenarios)).toBe(serializeBank(bank));
});

test('scoring again with nothing new changes nothing, not even the date', async () => {
  const store = createMemoryStore();
  const first = await collect(bank, optionsOf(), simulated({ store }).ask);
  const again = simulated({ store });
  const second = await collect(first.scenarios, optionsOf({ date: '2027-01-01' }), again.ask);
  expect(second.counts).toEqual({ scored: 0, unchanged: 8, kept: {} });
  expect(serializeBank(second.scenarios)).toBe(serializeBank(first.scenarios));
  expect(again.made()).toBe(0);
});

test('a killed run keeps every later row and says so', async () => {
  const { scenarios, counts } = await collect(bank, optionsOf(), simulated({ killAfter: 60 }).ask);
  expect(counts.stopped).toBe('aborted');
  expect(scenarios).toHaveLength(8);
  const whole = await collect(bank, optionsOf(), simulated().ask);
  const after = scenarios.map((scenario, index) => (scenario === bank[index] ? 'old' : 'new'));
  expect(after.join(' ')).toMatch(/^(new )*old( old)*$/);
  const finished = after.filter((kind) => kind === 'new').length;
  expect(scenarios.slice(0, finished)).toEqual(whole.scenarios.slice(0, finished));
});

test('the plan counts exactly the calls that scoring makes', async () => {
  const store = createMemoryStore();
  const ports = { store, priceOf: (): number => 1 };
  const before = await planScoring(bank, optionsOf(), ports);
  expect(before.least).toEqual(before.most);
  expect(before.most).toMatchObject({ calls: 8 * 21, usd: 8 * 21 });
  const half = simulated({ store });
  await collect(bank.slice(0, 4), optionsOf(), half.ask);
  expect(await planScoring(bank, optionsOf(), ports)).toMatchObject({
    stored: half.made(),
    most: { calls: 8 * 21 - half.made() },
  });
});

test('so it does where a run was stopped in the middle of scenarios, after some of the models had answered', async () => {
  const store = createMemoryStore();
  const stopped = simulated({ store, killAfter: 37 });
  await collect(bank, optionsOf(), stopped.ask);
  const plan = await planScoring(bank, optionsOf(), { store, priceOf: () => 1 });
  expect(plan.stored).toBe(37);
  const rest = simulated({ store });
  await collect(bank, optionsOf(), rest.ask);
  expect(plan.most.calls).toBe(rest.made());
});
