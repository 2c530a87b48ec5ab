// An edit of a target spec, the same edit where the spec is the prompt, and a change of models: every row has its figures,
// they add up, and `analyze` counts the same outliers on the same evidence.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRIC_NAMES } from '../../src/report/metric-words.ts';
import { renderComment } from '../../src/report/markdown/comment.ts';
import type { MetricName, Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import type { StudyAnalysis } from '../../src/study/analyze-study.ts';
import { junitProblems, reportProblems, runProblems, sarifProblems } from '../support/official-schemas.ts';
import { ROOT } from '../support/cli.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-three-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'prompt.yml'), config.replace('specUse: target', 'specUse: prompt'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EDIT = ['--base-spec', 'spec.md', '--head-spec', 'head-conflict/spec.md'];
const MODELS = ['--base-model', 'sim/willow', '--head-model', 'sim/willow-next'];

async function check(name: string, args: readonly string[]): Promise<Report> {
  const { code, stderr } = await runCommand(['check', ...args, '--output-dir', name], { cwd: folder });
  expect({ code, stderr: stderr.slice(-400) }).toMatchObject({ code: 1 });
  return JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as Report;
}

async function analyze(name: string): Promise<StudyAnalysis> {
  const { stdout } = await runCommand(['analyze', name, '--format', 'json'], { cwd: folder });
  return JSON.parse(stdout) as StudyAnalysis;
}

describe.each([
  ['target', ['--config', 'spec-gate.yml', ...EDIT], 'rulings'],
  ['prompt', ['--config', 'prompt.yml', ...EDIT], 'scores'],
  ['model', ['--config', 'careful-panel.yml', ...MODELS], 'scores'],
] as const)('%s', (kind, args, basis) => {
  let report: Report;
  beforeAll(async () => {
    report = await check(kind, args);
  }, 240_000);

  test('what is written for programs is valid by their schemas', async () => {
    const read = (file: string): string => readFileSync(join(folder, kind, file), 'utf8');
    expect(reportProblems(report)).toEqual([]);
    expect(runProblems(JSON.parse(read('run.json')))).toEqual([]);
    expect(sarifProblems(read('report.sarif'))).toEqual([]);
    expect(await junitProblems(read('report.junit.xml'))).toEqual([]);
  });

  test('the outcomes as CSV are what compare reads', async () => {
    for (const arm of ['base', 'head']) {
      const { stdout } = await runCommand(['report', kind, '--format', 'csv', '--arm', arm], { cwd: folder });
      writeFileSync(join(folder, `${kind}.${arm}.csv`), stdout);
    }
    const { stdout } = await runCommand(['compare', `${kind}.base.csv`, `${kind}.head.csv`, '--json'], { cwd: folder });
    const scenarios = Math.max(...Object.values(report.endpoints).map((metric) => metric.scenarios));
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'spec-gate/compare@1', scenarios });
  });

  test('every row has its figures; what a spec edit cannot move says so', () => {
    expect(report.comparison).toBe(kind);
    const isFilled = (metric: MetricName): boolean => {
      const { base, head } = report.endpoints[metric] ?? {};
      return base !== undefined && head !== undefined;
    };
    // Rejections only report, so they have no row where they cannot move. What a text lets through needs answers under two texts.
    const empty = METRIC_NAMES.filter((metric) => !isFilled(metric));
    const expected = { target: ['rejections'], prompt: [], model: ['letThrough'] };
    expect(empty).toEqual(expected[kind]);
    expect(report.endpoints.disagreement?.unchanged).toBe(kind === 'target' ? true : undefined);
  });

  test('outliers add up in the table and over the models, and analyze counts the same', async () => {
    const { base = 0, head = 0, change = 0, gone = 0 } = report.endpoints.newOutliers!;
    expect(base + change - gone).toBe(head);
    const sum = (read: (model: Report['models'][number]) => number): number =>
      report.models.reduce((total, model) => total + read(model), 0);
    expect([sum((one) => one.outliers.base), sum((one) => one.outliers.head)]).toEqual([base, head]);
    const { outliers } = await analyze(kind);
    expect(outliers.basis).toBe(basis);
    for (const { model, outliers: own } of report.models) {
      expect(outliers.models.find((row) => row.model === model)?.arms).toEqual(own);
    }
  }, 60_000);
});

test('a change of one careful model: models part, and the comment says who stands apart, on what and which way', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'model', name), 'utf8'));
  const report = read('report.json') as Report;
  expect(report.endpoints.disagreement).toMatchObject({ status: 'fail' });
  expect(report.endpoints.newOutliers!.change).toBeGreaterThan(3);
  const run = { ...(read('run.json') as RunRecord), seconds: 0 };
  const comment = renderComment([{ report, run }]);
  expect(comment).toMatch(
    /\*\*New outliers\*\*\n\n- `sim\/willow-next` stands apart on \d+ scenarios about `chemical safety`, always more permissive: /,
  );
  const page = `# What a change of models writes into a pull request

The comment on the demo's third pull request (models and judges are simulated). A test keeps this page as it is.

---

${comment}`;
  return expect(page).toMatchFileSnapshot(join(ROOT, 'docs/transcript-models.md'));
});
