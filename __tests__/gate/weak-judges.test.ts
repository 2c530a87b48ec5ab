// A pass needs a panel that can tell: judges of known weakness pass no conflict and fail no harmless edit.
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { runCheck } from '../../src/gate/run-check.ts';
import { worstExitCode } from '../../src/gate/exit-code.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';
import type { Report } from '../../src/report/report.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { harborSpec, type SpecName } from '../support/harbor.ts';
import { openHarbor } from '../support/harbor-run.ts';

const CANNOT_TELL = ['panelNeverObjects', 'panelMissesControls', 'panelAtChance', 'judgeIntegrity'];

let specs: ReadonlyMap<SpecName, Spec>;
beforeAll(async () => {
  const names: readonly SpecName[] = ['spec.md', 'head-harmless/spec.md', 'head-conflict/spec.md'];
  specs = new Map(await Promise.all(names.map(async (name) => [name, await harborSpec(name)] as const)));
});

/** How likely a judge says compliant, whatever it reads; undefined for one that judges. */
type Weakness = (judge: string) => number | undefined;

async function check(head: SpecName, weakness: Weakness, seed = ''): Promise<Report> {
  const { project, openRun } = await openHarbor();
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

const PANELS: readonly (readonly [name: string, weakness: Weakness])[] = [
  ['always compliant', () => 1],
  ['compliant at random, 85 %', () => 0.85],
  ['a coin each', () => 0.5],
  ['one honest among two that always say compliant', (judge) => (judge === 'warden' ? undefined : 1)],
];

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

test('the judges of the example can tell: the harmless edit passes, and each is right on what is known', async () => {
  const report = await check('head-harmless/spec.md', () => undefined);
  expect(report.verdict.status).toBe('pass');
  for (const { known } of report.judges.panel) expect(known!.right / known!.asked).toBeGreaterThan(0.85);
});

test('coins fail the harmless edit no more often than the gate allows for', async () => {
  const runs = await Promise.all(
    Array.from({ length: 12 }, (_, index) => check('head-harmless/spec.md', () => 0.5, `${index} `)),
  );
  expect(runs.filter(({ verdict }) => verdict.status === 'pass')).toEqual([]);
  expect(runs.filter(({ verdict }) => verdict.status === 'fail').length).toBeLessThanOrEqual(1);
});
