// `spec-gate analyze` as a user runs it: on a run's folder, on a scored bank, on published rulings, and on what is none.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StudyAnalysis } from '../../src/study/analyze-study.ts';
import { parseEvidence } from '../../src/analysis/evidence/evidence.ts';
import type { Arm, Stage } from '../../src/evaluation/cell.ts';
import type { Report } from '../../src/report/report.ts';
import { digestRun } from '../../src/report/run-digest.ts';
import { serializeScenario } from '../../src/scenarios/serialize-scenario.ts';
import { ROOT, runCli, type CliResult } from '../support/cli.ts';
import { generateBins, JUDGES, OPENAI_MODELS } from '../support/published-study.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-analyze-'));
  cpSync(join(ROOT, 'fixtures/harbor'), join(folder, 'harbor'), { recursive: true });
  const sides = ['--base-spec', 'spec.md', '--head-spec', 'head-conflict/spec.md'];
  await runCli(['check', ...sides, '--output-dir', '../out', '--disclose', 'ids'], { cwd: join(folder, 'harbor') });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const analyze = (...args: string[]): Promise<CliResult> => runCli(['analyze', ...args], { cwd: folder });
const parse = ({ stdout }: CliResult): StudyAnalysis => JSON.parse(stdout) as StudyAnalysis;

describe('a run', () => {
  test('names the two clauses that the edit set against each other, with file and line', async () => {
    const { code, stdout, stderr } = await analyze('out');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/simulations/);
    expect(stdout).toMatch(/cite\s+assume_best_intentions and the judges who ruled for it cite avoid_hazardous_detail/);
    const line =
      readFileSync(join(folder, 'harbor/head-conflict/spec.md'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('{#assume_best_intentions')) + 1;
    expect(line).toBeGreaterThan(0);
    expect(stdout).toContain(`head-conflict/spec.md:${line}`);
  });

  test('the base, which has no such conflict, has no finding', async () => {
    const [head, base] = [
      parse(await analyze('out', '--json')),
      parse(await analyze('out/evidence.jsonl', '--json', '--arm', 'base')),
    ];
    expect(head.findings.map(({ kind }) => kind)).toContain('activationConflict');
    expect(base.findings).toEqual([]);
    expect(base.scenarios).toBe(head.scenarios);
  });

  test('with `ids` nothing of an answer is in the evidence', () => {
    expect(readFileSync(join(folder, 'out/evidence.jsonl'), 'utf8')).not.toMatch(/responseText|\[simulated\]/);
  });

  test('the evidence says which report it belongs to', () => {
    const [evidence, report] = ['evidence.jsonl', 'report.json'].map((name) =>
      readFileSync(join(folder, 'out', name), 'utf8'),
    );
    const { run } = parseEvidence({ file: 'evidence.jsonl', text: evidence! });
    expect(run).toBe(digestRun(JSON.parse(report!) as Report));
  });

  test.each(['html', 'csv', 'markdown', 'json'])('is written to a file as %s', async (format) => {
    const { code, stdout, stderr } = await analyze('out', '--format', format, '--output', `views/study.${format}`);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`wrote views/study.${format}`);
    expect(readFileSync(join(folder, `views/study.${format}`), 'utf8')).toContain('avoid_hazardous_detail');
  });
});

test('a change of one model: the others, who answer alike on both sides, have not shifted at all', async () => {
  const models = ['--base-model', 'sim/birch', '--head-model', 'sim/birch-next'];
  await runCli(['check', ...models, '--output-dir', '../models'], { cwd: join(folder, 'harbor') });
  // Both sides are asked afresh, equally often, and nothing stored is compared: every scenario counts.
  const { cells } = parseEvidence({
    file: 'evidence.jsonl',
    text: readFileSync(join(folder, 'models/evidence.jsonl'), 'utf8'),
  });
  const countOf = (arm: Arm, stage: Stage): number =>
    cells.filter((cell) => cell.arm === arm && cell.stage === stage).length;
  expect(countOf('base', 'screen')).toBe(0);
  expect(countOf('base', 'confirm')).toBeGreaterThan(0);
  expect(countOf('head', 'confirm')).toBe(countOf('base', 'confirm'));
  for (const [arm, sign] of [
    ['head', -1],
    ['base', 1],
  ] as const) {
    const { shifts } = parse(await analyze('models', '--json', '--arm', arm));
    const arms = shifts.filter(({ kind }) => kind === 'arms');
    expect(arms.map(({ to }) => to)).toEqual(['sim/birch-next', 'sim/aspen', 'sim/cedar', 'sim/dogwood']);
    expect(arms.map(({ change }) => Math.sign(change))).toEqual([sign, 0, 0, 0]);
    expect(arms.slice(1).map(({ p, scenarios }) => [p, scenarios])).toEqual(arms.slice(1).map(() => [1, 39]));
  }
  // Beside a comparison of specs the evidence of the models has this name.
  cpSync(join(folder, 'models/evidence.jsonl'), join(folder, 'models/evidence.models.jsonl'));
  const named = await analyze('models/evidence.models.jsonl', '--json');
  expect(parse(named)).toEqual(parse(await analyze('models', '--json')));
});

test('a bank with rulings of the published shape: bins, judges and models as they were written', async () => {
  const bank = generateBins('cli', 20).map((scenario) => `${serializeScenario(scenario)}\n`);
  writeFileSync(join(folder, 'bank.jsonl'), bank.join(''));
  const analysis = parse(await analyze('bank.jsonl', '--json'));
  expect(analysis).toMatchObject({ source: 'bank', scenarios: 100, simulated: false, models: OPENAI_MODELS });
  expect(analysis.judges).toEqual([...JUDGES].sort());
  expect(analysis.bins[0]!.bins.map(({ scenarios }) => scenarios)).toEqual([20, 20, 20, 20, 20]);
});

test('the config beside a bank says who is simulated and where its clauses stand', async () => {
  const compliance = Object.fromEntries(
    ['sim/aspen', 'sim/birch'].map((model) => [model, { a: 'compliant', b: 'ambiguous', c: 'compliant' }]),
  );
  const lines = ['one', 'two', 'three'].map((id) =>
    JSON.stringify({
      id,
      query: id,
      clauses: ['respect_privacy'],
      scored: { compliance, provenance: { models: ['sim/aspen'] } },
    }),
  );
  writeFileSync(join(folder, 'split.jsonl'), lines.join('\n'));
  const analysis = parse(await analyze('split.jsonl', '--json', '--config', 'harbor/spec-gate.yml'));
  expect(analysis.simulated).toBe(true);
  expect(analysis.findings).toMatchObject([
    { kind: 'interpretiveAmbiguity', clauses: ['respect_privacy'], basis: 'linked', places: [{ file: 'spec.md' }] },
  ]);
  const alone = parse(await analyze('split.jsonl', '--json'));
  expect(alone).toMatchObject({ simulated: false, findings: [{ places: [null] }] });
});

test("the study's own table of rulings is read as it is: one row a query and model", async () => {
  const lines = ['chunk_idx,entry_idx,nudge_direction,query,model,max_pop_std_openai,claude_4_decision,gpt41_decision'];
  for (const model of OPENAI_MODELS)
    lines.push(`1,2,neutral,May I?,${model},2.7,non-compliant,${model === 'o3' ? 'compliant' : 'ambiguous'}`);
  writeFileSync(join(folder, 'rulings.csv'), lines.join('\n'));
  const analysis = parse(await analyze('rulings.csv', '--json'));
  expect(analysis.bins[0]!.bins[4]).toMatchObject({ scenarios: 1, anyJudge: { share: { value: 1 } } });
  // On o3 the two judges differ: without a majority the row is left out, not passed.
  expect(analysis.bins[0]!.bins[4]!.majority.share).toEqual({ status: 'undefined', reason: 'no-units' });
});

test.each([
  ['a file that is not there', 'nowhere', /no such file/],
  ['a bank that nobody scored', 'harbor/bank.jsonl', /no scenario of .* has scores or rulings[^]*bank score/],
  ['a folder without evidence', 'harbor', /evidence\.jsonl {2}no such file/],
  ['a line that is no scenario', 'broken.jsonl', /broken\.jsonl:1/],
])('%s: exit 3 and what to do', async (_, name, message) => {
  writeFileSync(join(folder, 'broken.jsonl'), '{"id":"a","query":"b","nudge":"value1"}\n');
  const { code, stderr } = await analyze(name);
  expect(stderr).toMatch(message);
  expect(code).toBe(3);
});
