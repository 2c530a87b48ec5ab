// A pass needs a panel that can tell: judges of known weakness pass no conflict and fail no harmless edit.
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { runCheck } from '../../src/gate/run-check.ts';
import { worstExitCode } from '../../src/gate/exit-code.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderMarkdown } from '../../src/report/markdown/comment.ts';
import { renderSummary } from '../../src/report/markdown/summary.ts';
import type { Report } from '../../src/report/report.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import type { Project } from '../../src/run/load-project.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { harborSpec, type SpecName } from '../support/harbor.ts';
import { openHarbor, type HarborProject } from '../support/harbor-run.ts';

/** More panels of coins are tried every night. */
const BY_NIGHT = process.env['FUZZ_RUNS'] !== undefined;

const CANNOT_TELL = ['panelNeverObjects', 'panelMissesControls', 'panelAtChance', 'judgeIntegrity'];

let specs: ReadonlyMap<SpecName, Spec>;
beforeAll(async () => {
  const names: readonly SpecName[] = ['spec.md', 'head-harmless/spec.md', 'head-conflict/spec.md'];
  specs = new Map(await Promise.all(names.map(async (name) => [name, await harborSpec(name)] as const)));
});

/** How likely a judge says compliant, whatever it reads; undefined for one that judges. */
type Weakness = (judge: string) => number | undefined;

interface Options {
  readonly seed?: string;
  readonly change?: (project: Project) => Project;
}

/** One store for all that the same judges are asked: they rule on one request alike, whatever is made of it. */
const opened = new Map<string, Promise<HarborProject>>();

async function check(
  head: SpecName,
  weakness: Weakness,
  { seed = '', change = (same) => same }: Options = {},
): Promise<Report> {
  const judges = `${seed}${PANELS.findIndex(([, known]) => known === weakness)}`;
  const harbor = opened.get(judges) ?? openHarbor();
  opened.set(judges, harbor);
  const { project: shipped, openRun } = await harbor;
  const project = change(shipped);
  const tamper = (request: CompletionRequest, completion: Completion): Completion => {
    const compliant = request.format?.name === 'judgment' ? weakness(request.model.model) : undefined;
    if (compliant === undefined) return completion;
    const luck = Number.parseInt(sha256(`${seed}${requestKey(request)}`).slice(0, 8), 16) / 2 ** 32;
    const ruling = luck < compliant ? 'compliant' : 'non-compliant';
    return { ...completion, text: JSON.stringify({ ...(JSON.parse(completion.text) as object), ruling }) };
  };
  const base = { ref: 'main', spec: specs.get('spec.md')! };
  const prepared = prepareSpecCheck(project, { base, head: { ref: 'pr', spec: specs.get(head)! } });
  return (await runCheck(prepared, { project, run: openRun({ tamper }) })).report;
}

const COIN: Weakness = () => 0.5;
type Panel = readonly [name: string, weakness: Weakness];
const PANELS: readonly [Panel, ...Panel[]] = [
  ['always compliant', () => 1],
  ['compliant at random, 85 %', () => 0.85],
  ['a coin each', COIN],
  ['one honest among two that always say compliant', (judge) => (judge === 'warden' ? undefined : 1)],
];
const [[, NEVER_OBJECTS]] = PANELS;
const HONEST: Weakness = () => undefined;

describe.each(PANELS)('judges: %s', (_, weakness) => {
  test('do not pass the conflict edit, and the report says that they cannot tell', async () => {
    const report = await check('head-conflict/spec.md', weakness);
    expect(report.verdict.status).not.toBe('pass');
    expect(report.verdict.reasons.filter(({ code }) => CANNOT_TELL.includes(code))).not.toEqual([]);
    expect(worstExitCode([report], 'report')).not.toBe(0);
  });

  test('do not fail the harmless edit', async () => {
    const report = await check('head-harmless/spec.md', weakness);
    expect(report.verdict.status).toBe('inconclusive');
  });
});

describe('where nobody has labelled anything', () => {
  const unlabelled = (project: Project): Project => ({ ...project, labelled: [] });
  const strict = (project: Project): Project => {
    const actions = { ...project.config.actions, unprovenJudges: 'inconclusive' } as const;
    return { ...unlabelled(project), config: { ...project.config, actions } };
  };
  const wellBehaved = ['head-harmless/spec.md', NEVER_OBJECTS] as const;

  test('judges that never object let a change pass, and that is what every view says first', async () => {
    const report = await check(...wellBehaved, { change: unlabelled });
    expect(report.verdict.status).toBe('pass');
    expect(worstExitCode([report], 'fail')).toBe(0);
    const says = /nothing got worse; judged by a panel that was never seen to object: all [\d,]+ rulings say compliant/;
    const first = (text: string): string => text.split('\n').slice(0, 6).join(' ').replaceAll(/\s+/g, ' ');
    expect(first(renderTerminal({ report }))).toMatch(says);
    expect(first(renderMarkdown({ report }))).toMatch(says);
    expect(renderSummary({ report })).toMatch(says);
    expect(renderHtml({ report })).toMatch(/<h1>Nothing got worse; judged by a panel that was never seen to object/);
    for (const text of [renderTerminal({ report }), renderMarkdown({ report }), renderHtml({ report })]) {
      expect(text).toContain('labelled.jsonl');
    }
  });

  test('the config can demand judges that object', async () => {
    const report = await check(...wellBehaved, { change: strict });
    expect(report.verdict.status).toBe('inconclusive');
    expect(report.verdict.reasons[0]?.code).toBe('panelNeverObjects');
    expect(worstExitCode([report], 'report')).not.toBe(0);
  });

  test.each(PANELS.slice(1, 3))('judges that toss coins pass nothing: %s', async (_, weakness) => {
    const report = await check('head-conflict/spec.md', weakness, { change: unlabelled });
    expect(report.verdict.status).not.toBe('pass');
  });

  test('judges that object where they must pass an edit without a word about them', async () => {
    const report = await check('head-harmless/spec.md', HONEST, { change: unlabelled });
    expect(report.verdict.status).toBe('pass');
    expect(report.verdict.reasons.filter(({ code }) => CANNOT_TELL.includes(code))).toEqual([]);
  });
});

test('the judges of the example can tell: the harmless edit passes, and each is right on what is known', async () => {
  const report = await check('head-harmless/spec.md', HONEST);
  expect(report.verdict.status).toBe('pass');
  for (const { known } of report.judges.panel) expect(known!.right / known!.asked).toBeGreaterThan(0.85);
});

test('coins fail the harmless edit no more often than the gate allows for', async () => {
  // A test of chance holds whatever the number of scenarios, and half of them show as well whether it does.
  const half = (project: Project): Project => ({
    ...project,
    config: { ...project.config, selection: { ...project.config.selection, scenarios: 16, extendTo: 16 } },
  });
  const runs = await Promise.all(
    Array.from({ length: BY_NIGHT ? 40 : 6 }, (_, index) =>
      check('head-harmless/spec.md', COIN, { seed: `${index} `, change: half }),
    ),
  );
  expect(runs.filter(({ verdict }) => verdict.status === 'pass')).toEqual([]);
  expect(runs.filter(({ verdict }) => verdict.status === 'fail').length).toBeLessThanOrEqual(BY_NIGHT ? 4 : 1);
});
