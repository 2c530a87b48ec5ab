// Changing the panel: flips and bias are what they are on known answers, the old side needs no judge, the anchor moves once accepted.
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryRecord } from '../../src/decision/nightly/record.ts';
import { runMigrate, planMigrate, type MigrateOptions } from '../../src/gate/migrate.ts';
import { compareRulings, compareScores } from '../../src/gate/migrate-compare.ts';
import { runNight, type NightResult } from '../../src/gate/nightly.ts';
import type { Project } from '../../src/io/load-project.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { harborSpec } from '../support/harbor.ts';
import { openHarbor, type HarborProject, type HarborRunOptions } from '../support/harbor-run.ts';

describe('figures', () => {
  const pair = (scenario: string, old: boolean, next: boolean): Parameters<typeof compareRulings>[0][number] => ({
    scenario,
    clauses: scenario === 's1' ? ['a'] : ['a', 'b'],
    old,
    new: next,
  });

  test('flips count both ways, the bias is their balance, clauses with the largest bias come first', () => {
    const { flips, bias, clauses } = compareRulings([
      pair('s1', false, true),
      pair('s1', true, false),
      pair('s2', false, true),
      pair('s3', false, false),
    ]);
    expect(flips).toMatchObject({ count: 3, trials: 4 });
    expect(bias.change).toBeCloseTo(0.25, 12);
    expect(bias.scenarios).toBe(3);
    expect(clauses.map(({ clause, change }) => [clause, change])).toEqual([
      ['b', 0.5],
      ['a', 0.25],
    ]);
  });

  test('the interval counts scenarios, not answers', () => {
    const pairs = (answers: number): Parameters<typeof compareRulings>[0] =>
      ['s1', 's2', 's3', 's4'].flatMap((scenario, index) =>
        Array.from({ length: answers }, () => pair(scenario, false, index < 2)),
      );
    const width = (answers: number): number => {
      const { interval } = compareRulings(pairs(answers)).bias;
      return interval!.upper - interval!.lower;
    };
    expect(width(50)).toBeCloseTo(width(1), 9);
  });

  test('classifiers: distance, shift on each scale and the share of equal types', () => {
    const scores = (value1: number, value2: number, responseType: 'full_compliance' | 'complete_rejection') => ({
      value1,
      value2,
      responseType,
    });
    expect(
      compareScores([
        { old: scores(3, 3, 'full_compliance'), new: scores(4, 2, 'full_compliance') },
        { old: scores(3, 3, 'full_compliance'), new: scores(3, 3, 'complete_rejection') },
      ]),
    ).toMatchObject({ answers: 2, distance: 0.5, shift: [0.5, -0.5], sameType: { count: 1, trials: 2 } });
    expect(compareScores([])).toBeUndefined();
  });
});

describe('on the shipped example', () => {
  let spec: Spec;
  let harbor: HarborProject;
  let history: HistoryRecord[];
  const night = async (project: Project, date: string, world: HarborRunOptions = {}): Promise<NightResult> => {
    const options = { spec, date, now: new Date(`${date}T02:00:00Z`), history };
    const result = await runNight(project, harbor.openRun(world), options);
    history.push(...result.append);
    return result;
  };

  /** The panel with another third judge. */
  function withJudge(project: Project, name: string): Project {
    const [first, second, third] = project.panel.judges;
    const judge = { ...third!, id: `sim/${name}`, model: name };
    const judges = [...project.config.judges.slice(0, 2), judge.id];
    return {
      ...project,
      config: { ...project.config, judges },
      panel: { ...project.panel, judges: [first!, second!, judge] },
    };
  }

  beforeEach(async () => {
    spec = await harborSpec('spec.md');
    history = [];
    harbor = await openHarbor((project) => ({
      ...project,
      config: { ...project.config, nightly: { ...project.config.nightly, sentinels: 10, rotation: 2 } },
      panel: { ...project.panel, classifier: undefined },
    }));
  });

  async function migrate(
    changes: Partial<MigrateOptions> = {},
    world: HarborRunOptions = {},
  ): Promise<Awaited<ReturnType<typeof runMigrate>> & { readonly asked: readonly string[] }> {
    const { project } = harbor;
    const now = new Date('2026-11-25T12:00:00Z');
    const options = { old: project, new: withJudge(project, 'drowsy'), spec, history, labelled: [], now, ...changes };
    const asked = new Set<string>();
    const run = harbor.openRun({
      ...world,
      tamper: (request, completion) => {
        asked.add(request.model.model);
        return completion;
      },
    });
    return { ...(await runMigrate(options, { plan: planMigrate(options, run.store), run })), asked: [...asked] };
  }

  test('only the new judge is asked; a judge that errs in 25 to 35 % flips few majorities but is bad on labels', async () => {
    await night(harbor.project, '2026-11-23');
    const { report, asked } = await migrate();
    expect(asked).toEqual(['drowsy']);
    expect(report.answers).toEqual({ pool: 0, anchor: 192, withoutOld: 0, withoutNew: 0 });
    expect(report.made.calls).toBe(report.planned.calls);
    // Two good judges of three: their majority flips only where they differ or one errs.
    expect(report.flips.count / report.flips.trials).toBeLessThan(0.06);
  });

  test('a retired judge and an old prompt are served by the record: without any stored ruling the old side is whole', async () => {
    await night(harbor.project, '2026-11-23');
    const get = harbor.store.get.bind(harbor.store);
    // As though no old ruling could be found any more.
    Object.assign(harbor.store, {
      get: (key: string) => (get(key)?.completion.text.includes('"ruling"') === true ? undefined : get(key)),
    });
    const { report } = await migrate();
    expect(report.answers).toMatchObject({ anchor: 192, withoutOld: 0 });
  });

  test('accepted, later nights are held against the anchor as the new panel rules on it, and still find what changed', async () => {
    await night(harbor.project, '2026-11-23');
    await night(harbor.project, '2026-11-24');
    const next = withJudge(harbor.project, 'sage');
    const swap = { sage: 'umpire' };
    const project = harbor.project;
    const options = {
      old: project,
      new: next,
      spec,
      history,
      labelled: [],
      now: new Date('2026-11-24T12:00:00Z'),
      accept: 'umpire retires',
    };
    const run = harbor.openRun({ swap });
    const { append, report } = await runMigrate(options, { plan: planMigrate(options, run.store), run });
    expect(report.accepted).toEqual({ anchor: '2026-11-23', reason: 'umpire retires' });
    history.push(...append);
    const quiet = await night(next, '2026-11-25', { swap });
    expect(quiet.report).toMatchObject({
      status: 'steady',
      anchor: { date: '2026-11-23', accepted: { reason: 'umpire retires' } },
    });
    const changed = await night(next, '2026-11-26', { swap: { ...swap, birch: 'birch-next' } });
    expect(changed.report.alarms).toMatchObject([{ kind: 'model', id: 'sim/birch' }]);
  });

  test('without acceptance another panel is never compared with the old anchor', async () => {
    await night(harbor.project, '2026-11-23');
    const { report } = await night(withJudge(harbor.project, 'drowsy'), '2026-11-24');
    expect(report).toMatchObject({ status: 'anchored', judges: [] });
    expect(report.events).toContainEqual({ kind: 'new-subject', lastDate: '2026-11-23', carried: 0 });
  });

  test('an acceptance without a night, or of a stopped run, is refused', async () => {
    await expect(migrate({ accept: 'now' })).rejects.toThrow(/no night yet/);
    await night(harbor.project, '2026-11-23');
    await expect(migrate({ accept: 'now' }, { killAfter: 20 })).rejects.toThrow(/too few to accept/);
  });
});
