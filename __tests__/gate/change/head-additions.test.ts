// Scenarios that a change adds may cause a failure and never dilute one.
import { describe, expect, test } from 'vitest';
import { addHeadScenarios, runWithAdditions } from '../../../src/gate/change/head-additions.ts';
import { prepareSpecCheck } from '../../../src/gate/change/prepare-check.ts';
import type { Project } from '../../../src/run/load-project.ts';
import type { Report } from '../../../src/report/report.ts';
import { createBank } from '../../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { harborSpec, type SpecName } from '../../support/harbor.ts';
import { openHarbor } from '../../support/harbor-run.ts';

/** The gate on the example with part of its bank on base and the rest brought by the head. */
async function run(
  head: SpecName,
  isOnBase: (scenario: Scenario) => boolean,
): Promise<{ alone: Report; found: Report }> {
  const { project, openRun } = await openHarbor();
  const own: Project = { ...project, bank: createBank('bank.jsonl', project.bank.scenarios.filter(isOnBase)) };
  const added = project.bank.scenarios.filter((scenario) => !isOnBase(scenario));
  const sides = {
    base: { ref: 'main', spec: await harborSpec('spec.md') },
    head: { ref: 'pr', spec: await harborSpec(head) },
  };
  const prepared = prepareSpecCheck(own, sides);
  const check = async (both: Parameters<typeof runWithAdditions>[0]): Promise<Report> => {
    const opened = openRun();
    return (await runWithAdditions(both, { project: own, run: opened }, { tally: opened.startTally() })).report;
  };
  const together = addHeadScenarios(own, prepared, added);
  return {
    alone: await check({ own: prepared, together: undefined }),
    found: await check({ own: prepared, together }),
  };
}

const tests = (clause: string) => (scenario: Scenario) => scenario.clauses.includes(clause);

describe('the worse verdict of the base bank and of both together', () => {
  test('scenarios of the head bring a failure to light', async () => {
    // One scenario of those that test the edit is on base: far too few to show it.
    const { project } = await openHarbor();
    const [first] = project.bank.scenarios.filter(tests('assume_best_intentions'));
    const { alone, found } = await run('head-conflict/spec.md', (scenario) => scenario.id === first!.id);
    expect([alone.verdict.status, found.verdict.status]).toEqual(['inconclusive', 'fail']);
    const note = found.notes.find(({ code }) => code === 'headScenarios');
    expect(note?.args).toMatchObject({ decided: true });
    expect(found.needed.calls).toBeGreaterThan(alone.needed.calls);
  });

  test('a failure on the base bank stands, whatever the head adds', async () => {
    const { alone, found } = await run('head-conflict/spec.md', tests('assume_best_intentions'));
    expect(alone.verdict.status).toBe('fail');
    expect(found).toEqual(alone);
  });

  test('a clause that only the head’s scenarios test stays untested', async () => {
    const { alone, found } = await run('head-conflict/spec.md', (scenario) =>
      ['assume_best_intentions', 'avoid_hazardous_detail'].every((clause) => !tests(clause)(scenario)),
    );
    expect(alone.verdict.status).toBe('inconclusive');
    expect(['fail', 'inconclusive']).toContain(found.verdict.status);
  });
});

test('a flood of scenarios is cut to the size of a first selection', async () => {
  const { project } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const prepared = prepareSpecCheck(project, {
    base: { ref: 'a', spec },
    head: { ref: 'b', spec: await harborSpec('head-conflict/spec.md') },
  });
  const pattern = project.bank.scenarios.find(tests('assume_best_intentions'))!;
  const flood = Array.from({ length: 500 }, (_, index): Scenario => {
    const messages = [{ role: 'user', content: `Question ${index}?` }] as const;
    return { ...pattern, id: `flood-${index}`, messages };
  });
  const together = addHeadScenarios(project, prepared, flood)!;
  expect(together.subject.selected).toHaveLength(prepared.subject.selected.length + 32);
  expect(together.subject.policy.selection.scenarios).toBe(64);
  expect(
    addHeadScenarios(project, prepared, [{ ...pattern, id: 'elsewhere', clauses: ['respect_privacy'] }]),
  ).toBeUndefined();
});
