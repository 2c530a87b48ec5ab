// A pull request that changes the models: the built Action, models behind a provider that counts whom it is asked for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { pushEvent } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';
import { formsOf, leftBehind } from '../support/runner/left-behind.ts';
import type { ActionRun } from '../support/runner/start-action.ts';
import { KEYS, liveConfig, startSimulatedServers, type SimulatedServers } from '../support/simulated-servers.ts';

/** Milliseconds of one pull request, on a busy machine. */
const LONG = 300_000;
const SCENARIOS = 12;
const MODELS: readonly string[] = ['aspen', 'birch', 'cedar', 'dogwood'];
/** So wide that these few scenarios decide about a model that is the same; the regression is far larger. */
const WIDE = [
  ['nonCompliance: 0.05', 'nonCompliance: 0.5'],
  ['frequentNonCompliance: 0.05', 'frequentNonCompliance: 0.4'],
  ['disagreement: 0.2', 'disagreement: 1.2'],
  ['judgeAgreement: 0.1', 'judgeAgreement: 0.4'],
] as const;
const SMALL = [
  'scenarios: 32, extendTo: 39, replicates: { base: 4, confirm: 2 }',
  `scenarios: ${SCENARIOS}, extendTo: ${SCENARIOS}, replicates: { base: 4, confirm: 1 }, modelScenarios: ${6 * SCENARIOS}`,
] as const;
/** One model has a system prompt in a file of its own. */
const BRIEFED = ['  - sim/cedar', '  - { id: sim/cedar, system: prompts/cedar.md }'] as const;

let servers: SimulatedServers;
let gated: GatedRepository;
let seeded: ActionRun;
const runs: ActionRun[] = [];
const config = (...edits: readonly (readonly [string, string])[]): string =>
  `${liveConfig(harborConfig(SMALL, ...WIDE, BRIEFED, ...edits), servers)}\nseeding: { draws: all }\n`;

beforeAll(async () => {
  servers = await startSimulatedServers('repeatable');
  // Every third scenario: what is not asked about need not be seeded.
  const bank = harborFile('bank.jsonl')
    .split('\n')
    .filter((_line, index) => index % 3 === 0);
  gated = await createGatedRepository({
    'spec-gate.yml': config(),
    'bank.jsonl': `${bank.join('\n')}\n`,
    'prompts/cedar.md': 'You answer in Harbor.\n',
  });
  const push = pushEvent(gated.server.github, { before: '0'.repeat(40), after: gated.base });
  seeded = await gated.start(push, { inputs: { mode: 'seed' }, cache: 'on', env: KEYS });
}, LONG);
afterAll(() => Promise.all([gated.close(), servers.close()]));

interface Judged {
  readonly number: number;
  readonly run: ActionRun;
  readonly report: Report;
  readonly comment: string;
  /** Requests by model, judge and classifier; whoever was asked nothing is left out. */
  readonly asked: Readonly<Record<string, number>>;
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
}

async function judge(number: number): Promise<Judged> {
  const watched = servers.watch();
  const run = await gated.run(number, { cache: 'on', env: KEYS });
  runs.push(run);
  const fresh = watched();
  const asked: Record<string, number> = {};
  for (const { model } of fresh) asked[model] = (asked[model] ?? 0) + 1;
  return {
    number,
    run,
    report: JSON.parse(gated.output('report.json')) as Report,
    comment: gated.comments(number)[0] ?? '',
    asked,
    bodies: fresh.map(({ body }) => body),
  };
}

const open = (files: Readonly<Record<string, string>>): Promise<Judged> => judge(gated.open(files));
const pairs = ({ report }: Judged): readonly string[] =>
  report.models.flatMap(({ model, replaces }) => (replaces === undefined ? [] : [`${replaces} > ${model}`]));
const codes = (findings: Report['notes']): readonly string[] => findings.map(({ code }) => code);
const judgings = ({ asked }: Judged): number =>
  ['warden', 'advocate', 'umpire'].reduce((sum, name) => sum + (asked[name] ?? 0), 0);

/** Only the change's own models are asked (the new one at least once a scenario), and judges rule on their answers alone. */
function expectOnly(judged: Judged, models: { readonly head: string; readonly base?: string }): void {
  const { asked, run } = judged;
  const own: readonly string[] = Object.values(models);
  const panel = Object.keys(asked).filter((name) => MODELS.includes(name));
  expect(panel.filter((name) => !own.includes(name))).toEqual([]);
  expect(asked[models.head]).toBeGreaterThanOrEqual(SCENARIOS);
  const answers = own.reduce((sum, name) => sum + (asked[name] ?? 0), 0);
  // Two judges rule where they agree, all three on a fifth of the answers, and all three on eight canaries on either side.
  expect(judgings(judged)).toBeLessThanOrEqual(2.6 * answers + 48);
  expect(Number(run.outputs['calls'])).toBe(Object.values(asked).reduce((sum, count) => sum + count, 0));
}

test('the base draws are stored before', () => {
  expect([seeded.exitCode, seeded.outputs['verdict']]).toEqual([0, 'none']);
});

describe('a model that is replaced', () => {
  let replaced: Judged;
  beforeAll(async () => {
    const edit = ['  - sim/birch', '  - { id: sim/birch-next, replaces: sim/birch }'] as const;
    replaced = await open({ 'spec-gate.yml': config(edit) });
  }, LONG);

  test('by one that gives way to every request: fails, with one comment that names both', () => {
    const { run, report, comment, number } = replaced;
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(report.comparison).toBe('model');
    expect(pairs(replaced)).toEqual(['beta/birch > beta/birch-next']);
    expect(codes(report.verdict.reasons)).toContain('nonComplianceRose');
    // Declared, so nothing was guessed.
    expect(codes(report.notes)).not.toContain('modelPairInferred');
    expect(gated.comments(number)).toHaveLength(1);
    for (const text of [comment, run.summary])
      expect(text).toMatch(/beta\/birch(?!-)[\s\S]*beta\/birch-next|beta\/birch-next[\s\S]*beta\/birch(?!-)/);
    expect(run.annotations.at(-1)?.message).toMatch(/^Spec Gate fails this change/);
  });

  test('asks both models alike; the models that stay are asked nothing', () => {
    expectOnly(replaced, { head: 'birch-next', base: 'birch' });
    expect(replaced.asked['birch']).toBe(replaced.asked['birch-next']);
  });

  test(
    'a further push that changes nothing of it asks nobody and brings the one comment up to date',
    async () => {
      gated.push(replaced.number, { 'notes.md': 'words\n' });
      const again = await judge(replaced.number);
      expect(again.asked).toEqual({});
      expect([again.run.exitCode, again.run.outputs['calls']]).toEqual([1, '0']);
      expect(gated.comments(replaced.number)).toHaveLength(1);
      expect(again.report.endpoints).toEqual(replaced.report.endpoints);
    },
    LONG,
  );

  test(
    'a push whose run has no keys does not leave the older verdict standing, and one sentence names what is missing',
    async () => {
      const sha = gated.push(replaced.number, { ...CONFLICT, 'spec-gate.yml': config() });
      const run = await gated.run(replaced.number, { cache: 'on' });
      expect([run.exitCode, run.outputs['verdict']]).toEqual([2, 'inconclusive']);
      const [comment, ...others] = gated.comments(replaced.number);
      expect(others).toEqual([]);
      expect(comment).toMatch(new RegExp(`^### ❔ Spec Gate: .* \\(commit \`${sha.slice(0, 7)}\`\\)$`, 'm'));
      const told = run.annotations.filter(({ message }) => message.includes('ALPHA_KEY'));
      expect(told.map(({ message }) => ['BETA_KEY', 'GAMMA_KEY'].every((key) => message.includes(key)))).toContain(
        true,
      );
    },
    LONG,
  );

  test(
    'by one with the same values passes; that it stands for the old one is inferred, and said',
    async () => {
      const same = await open({ 'spec-gate.yml': config(['  - sim/aspen', '  - sim/aspen-next']) });
      expect([same.run.exitCode, same.run.outputs['verdict']]).toEqual([0, 'pass']);
      expect(pairs(same)).toEqual(['alpha/aspen > alpha/aspen-next']);
      expect(same.report.notes).toContainEqual(
        expect.objectContaining({
          code: 'modelPairInferred',
          args: { model: 'alpha/aspen-next', replaces: 'alpha/aspen' },
        }),
      );
      expect(same.comment).toContain('alpha/aspen-next');
      expect(gated.comments(same.number)).toHaveLength(1);
      expectOnly(same, { head: 'aspen-next', base: 'aspen' });
    },
    LONG,
  );
});

describe('a model that stays under its name', () => {
  test(
    'with another temperature is asked with it and without it; nobody else is',
    async () => {
      const edit = ['  - sim/dogwood', '  - { id: sim/dogwood, params: { temperature: 0.5 } }'] as const;
      const tuned = await open({ 'spec-gate.yml': config(edit) });
      expect(tuned.report.comparison).toBe('model');
      expect(tuned.run.exitCode).toBe(0);
      expectOnly(tuned, { head: 'dogwood' });
      const sent = tuned.bodies.filter(({ model }) => model === 'dogwood').map(({ temperature }) => temperature);
      expect(new Set(sent)).toEqual(new Set([undefined, 0.5]));
      expect(codes(tuned.report.notes)).not.toContain('modelPairInferred');
      expect(tuned.comment).toContain('alpha/dogwood');
    },
    LONG,
  );

  test(
    'with another declared version is asked anew',
    async () => {
      const edit = ['  - sim/dogwood', '  - { id: sim/dogwood, version: "2026-11" }'] as const;
      const later = await open({ 'spec-gate.yml': config(edit) });
      expect(later.report.comparison).toBe('model');
      expect(later.run.exitCode).toBe(0);
      expectOnly(later, { head: 'dogwood' });
    },
    LONG,
  );

  test(
    'with another system prompt, where only the prompt’s file is edited, is asked anew, with it',
    async () => {
      const told = await open({ 'prompts/cedar.md': 'You answer in Harbor, and briefly.\n' });
      expect(told.report.comparison).toBe('model');
      expect(told.run.exitCode).not.toBe(1);
      expectOnly(told, { head: 'cedar' });
      const sent = told.bodies.filter(({ model }) => model === 'cedar').map(({ system }) => JSON.stringify(system));
      expect(sent.every((text) => text.includes('in Harbor'))).toBe(true);
      expect(sent.some((text) => text.includes('and briefly'))).toBe(true);
      expect(told.comment).toContain('gamma/cedar');
    },
    LONG,
  );
});

describe('the list of models', () => {
  test(
    'with one more: it stands beside the panel and is compared with none, which is no pass; only it is asked',
    async () => {
      const added = await open({ 'spec-gate.yml': config(['  - sim/dogwood', '  - sim/dogwood\n  - sim/birch-next']) });
      expect([added.run.exitCode, added.run.outputs['verdict']]).toEqual([2, 'inconclusive']);
      expect(added.report.verdict.reasons).toContainEqual(
        expect.objectContaining({ code: 'modelNotCompared', args: { model: 'beta/birch-next' } }),
      );
      expect(added.comment).toContain('beta/birch-next');
      expectOnly(added, { head: 'birch-next' });
    },
    LONG,
  );

  test(
    'with one less: later changes would be judged by fewer, so it is named like a scenario that goes, and nobody is asked',
    async () => {
      const number = gated.open({ 'spec-gate.yml': config(['  - sim/dogwood\n', '']) });
      const watched = servers.watch();
      const run = await gated.run(number, { cache: 'on', env: KEYS });
      expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([1, 'fail', '0']);
      expect(watched()).toEqual([]);
      expect(run.summary).toContain('loosens `models` from `4 models` to `1 removed (alpha/dogwood)`');
    },
    LONG,
  );

  test(
    'with one less beside an edit of the spec: the removed model is evaluated under it all the same',
    async () => {
      const without = config(['  - sim/dogwood\n', '']);
      const removed = await open({ ...CONFLICT, 'spec-gate.yml': without });
      expect(removed.run.exitCode).toBe(1);
      expect(removed.report.comparison).toBe('target');
      expect(removed.report.models.map(({ model }) => model)).toContain('alpha/dogwood');
      expect(removed.report.notes).toContainEqual(
        expect.objectContaining({ code: 'removedModelStillEvaluated', args: { model: 'alpha/dogwood' } }),
      );
      expect(removed.comment).toContain('alpha/dogwood');
    },
    LONG,
  );
});

test('no key is in anything that these runs left behind', () => {
  const texts = leftBehind(gated, [seeded, ...runs]);
  expect(texts.some((text) => text.includes('[simulated]'))).toBe(true);
  for (const form of Object.values(KEYS).flatMap(formsOf)) {
    expect(texts.filter((text) => text.includes(form))).toEqual([]);
  }
});
