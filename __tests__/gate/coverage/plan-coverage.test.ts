// A plan counts the scenarios that a check would write, and after the check it knows them.
import { expect, test } from 'vitest';
import { prepareSpecCheck } from '../../../src/gate/change/prepare-check.ts';
import { planWithWriting } from '../../../src/gate/plan-with-writing.ts';
import { runChange } from '../../../src/gate/run-change.ts';
import type { CompletionRequest } from '../../../src/models/model.ts';
import { createBank } from '../../../src/scenarios/parse-bank.ts';
import { harborSpec } from '../../support/harbor.ts';
import { openHarbor } from '../../support/harbor-run.ts';

const WRITING = ['change_scan', 'change_query', 'nudged_queries', 'clause_links'];

test('before and after a check', async () => {
  const { project, store, openRun } = await openHarbor((same) => ({
    ...same,
    bank: createBank('bank.jsonl', []),
    labelled: [],
    config: { ...same.config, coverage: { write: true, perClause: 12, usd: 3 } },
  }));
  const prepared = prepareSpecCheck(project, {
    base: { ref: 'main', spec: await harborSpec('spec.md') },
    head: { ref: 'pr', spec: await harborSpec('head-conflict/spec.md') },
  });
  const means = { project, store, prices: project.config.prices };
  const before = await planWithWriting(prepared, means);
  expect(before.writes!.clauses.map(({ scenarios }) => scenarios)).toEqual([12, 12]);
  expect(before.first).toEqual({ stage: 'confirm', draws: 1, scenarios: 24 });
  expect(before.untested).toEqual([]);
  const [now, more] = before.power!;
  expect(now!.scenarios).toBe(24);
  expect(more!.shows).toBeLessThan(now!.shows);

  const requests: CompletionRequest[] = [];
  const run = openRun();
  const watched = {
    ...run,
    ask: (request: CompletionRequest) => {
      requests.push(request);
      return run.ask(request);
    },
  };
  const [found] = await runChange({ spec: prepared }, { project, run: watched }, { grounds: [], notes: [] });
  const made = requests.filter(({ format }) => WRITING.includes(format?.name ?? '')).length;
  // Writers refuse one question in twenty, and a second linker reads what the first doubts.
  expect(Math.abs(made - before.writes!.toMake)).toBeLessThan(0.25 * before.writes!.toMake);

  const after = await planWithWriting(prepared, means);
  expect(after.writes!.toMake).toBe(0);
  expect(after.scenarios.map(({ scenario }) => scenario)).toEqual(
    found!.report.selection.map(({ scenario }) => scenario),
  );
  expect(after.minimum.toMake).toBe(0);
});
