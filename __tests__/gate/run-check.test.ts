// What becomes of a check whose answers fail to come, and what its report says first.
import { expect, test } from 'vitest';
import { resolvePanel } from '../../src/config/resolve-models.ts';
import { withModels } from '../../src/gate/change/prepare-change.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { prepareModelCheck } from '../../src/gate/change/prepare-model-check.ts';
import { runCheck } from '../../src/gate/run-check.ts';
import type { Project } from '../../src/run/load-project.ts';
import { CallError } from '../../src/models/model.ts';
import type { Report } from '../../src/report/report.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { harborSpec } from '../support/harbor.ts';
import { openHarbor, type HarborRunOptions } from '../support/harbor-run.ts';

type Config = Project['config'];

/** The report of a change of the list of models, on twelve scenarios. */
async function checkModels(
  change: {
    readonly list: (models: Config['models']) => Config['models'];
    readonly untested: 'inconclusive' | 'report';
  },
  options: HarborRunOptions = {},
): Promise<Report> {
  const { project, openRun } = await openHarbor(({ config, ...rest }) => ({
    ...rest,
    config: {
      ...config,
      selection: { ...config.selection, scenarios: 12, extendTo: 12 },
      actions: { ...config.actions, untested: change.untested },
    },
  }));
  const { offlineHashes, panel } = project;
  const models = change.list(project.config.models);
  const head = resolvePanel({ ...project.config, models }, { systems: new Map(), offlineHashes });
  const spec = await harborSpec('spec.md');
  const prepared = prepareModelCheck(project, {
    spec: { ref: 'main', spec },
    head: { ref: 'pr' },
    baseModels: panel.models,
    headModels: head.models,
  })!;
  const { grounds, notes } = prepared;
  const context = { project: withModels(project, head.models), run: openRun(options) };
  return (await runCheck(prepared, context, { grounds, notes })).report;
}

const codes = ({ verdict }: Report): readonly string[] => verdict.reasons.map(({ code }) => code);

test('a model that is exchanged is compared, whatever else the list gains', async () => {
  const { project } = await openHarbor();
  const models = project.panel.models;
  const [first, ...rest] = models as [(typeof models)[number], ...typeof models];
  const added = { ...first, ref: { ...first.ref, id: 'sim/another', model: 'another' } };
  const prepare = (head: typeof models) =>
    prepareModelCheck(project, {
      spec: { ref: 'main', spec },
      head: { ref: 'pr' },
      baseModels: models,
      headModels: head,
    });
  const spec = await harborSpec('spec.md');
  const exchanged = { ...first, system: 'Be brief.' };
  for (const [head, changed, news] of [
    [[exchanged, ...rest], 1, 0],
    [[...models, added], 0, 1],
    [[exchanged, ...rest, added], 1, 1],
  ] as const) {
    const prepared = prepare(head);
    expect([prepared?.subject.changedModels?.length, prepared?.added?.length]).toEqual([changed, news]);
  }
  expect(prepare(models)).toBeUndefined();
});

test('a new model that does not answer is no pass, whatever the policy says of models without a counterpart', async () => {
  const change = {
    list: (models: Config['models']) => [...models, 'sim/birch-next'],
    untested: 'report',
  } as const;
  const answered = await checkModels(change);
  expect(answered.verdict.status).toBe('pass');
  const silent = await checkModels(change, {
    tamper: (request, completion) => {
      if (request.model.model === 'birch-next') throw new CallError('server', 'down');
      return completion;
    },
  });
  expect(silent.verdict.status).toBe('inconclusive');
  expect(silent.verdict.reasons[0]).toMatchObject({
    code: 'modelUnanswered',
    args: { model: 'sim/birch-next', missing: 24, answers: 24 },
  });
});

test('what failed is said before what is only open', async () => {
  const report = await checkModels({
    list: () => [
      'sim/aspen',
      { id: 'sim/birch-next', replaces: 'sim/birch' },
      'sim/cedar',
      'sim/dogwood',
      'sim/aspen-next',
    ],
    untested: 'inconclusive',
  });
  expect(report.verdict.status).toBe('fail');
  expect(codes(report)[0]).toBe('nonComplianceRose');
  expect(codes(report)).toContain('modelNotCompared');
});

test('a rise is taken apart whole or not at all', async () => {
  const whole = await openHarbor((own) => ({ ...own, config: { ...own.config, specUse: 'prompt' } }));
  const { project, openRun } = whole.copy();
  const [base, head] = [await harborSpec('spec.md'), await harborSpec('head-conflict/spec.md')];
  const prepared = prepareSpecCheck(project, { base: { ref: 'main', spec: base }, head: { ref: 'pr', spec: head } });
  const hasParts = ({ findings }: Report): boolean => findings.some(({ code }) => code === 'textOrAnswers');
  const { report } = await runCheck(prepared, { project, run: whole.openRun() });
  expect(hasParts(report)).toBe(true);
  // The last calls of this run are those that split the rise into text and answers: killed there, the verdict stands.
  const killAfter = report.needed.calls - 20;
  const { report: stopped } = await runCheck(prepared, { project, run: openRun({ killAfter }) });
  expect(codes(stopped)).toContain('nonComplianceRose');
  expect(codes(stopped)[0]).not.toBe('interrupted');
  const { finished, needed } = stopped.verdict.reasons.find(({ code }) => code === 'interrupted')!.args as {
    finished: number;
    needed: number;
  };
  expect(finished).toBeLessThan(needed);
  expect(hasParts(stopped)).toBe(false);
});

test('a provider that names several models is told of whatever draw it was in, under the name that was asked for; its own constant name is no news', async () => {
  const list = (): Config['models'] => [
    'sim/aspen',
    { id: 'sim/birch-next', replaces: 'sim/birch' },
    'sim/cedar',
    'sim/dogwood',
  ];
  const report = await checkModels(
    { list, untested: 'inconclusive' },
    {
      tamper: (request, completion) => {
        const { model } = request.model;
        const isOther = model === 'aspen' || (model === 'birch' && request.draw.endsWith(':1'));
        return isOther ? { ...completion, returnedModel: `${model}-2026-11` } : completion;
      },
    },
  );
  expect(report.rounds.at(-1)!.stage).toBe('confirm');
  const named = report.notes.filter(({ code }) => code === 'modelDrift').map(({ args }) => args);
  expect(named).toEqual([{ model: 'sim/birch', returned: ['birch-2026-11'] }]);
});

test('a pass is held against the scenarios of the edited clause alone where that says less: named clauses carry none', async () => {
  const { project, openRun } = await openHarbor(({ config, ...rest }) => ({
    ...rest,
    config: {
      ...config,
      selection: { ...config.selection, scenarios: 12, extendTo: 12, replicates: { base: 2, confirm: 1 } },
      margins: {
        ...config.margins,
        nonCompliance: 0.5,
        judgeAgreement: 0.5,
        frequentNonCompliance: 0.5,
        letThrough: 0.5,
      },
    },
  }));
  const base = await harborSpec('spec.md');
  const edited = base.files.map(({ file, text }) => ({
    file,
    text: text.replace(
      'This gives way to [Settled questions](#settled_questions).',
      'This gives way to [Settled questions](#settled_questions) and to [hazardous detail](#avoid_hazardous_detail).',
    ),
  }));
  const head = await parseSpec(edited, { clauses: 'headings' });
  const prepared = prepareSpecCheck(project, { base: { ref: 'main', spec: base }, head: { ref: 'pr', spec: head } });
  const { report } = await runCheck(prepared, { project, run: openRun() });
  const named = report.selection.filter(({ reason }) => reason === 'named').length;
  const own = report.selection.length - named;
  expect(named).toBeGreaterThan(0);
  expect(report.endpoints.nonCompliance).toMatchObject({ status: 'pass', scenarios: own });
});
