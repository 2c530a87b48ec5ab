// Changing the panel: the old side needs no judge, only what changes is asked, a poor panel is refused, the anchor moves once accepted.
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryRecord, NightCell } from '../../src/nightly/decision/record.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { CLASSIFY_PROMPT } from '../../src/evaluation/prompts/classify.ts';
import type { JudgingPrompts } from '../../src/evaluation/prompts/judging-prompts.ts';
import { parseLabelled } from '../../src/scenarios/labelled.ts';
import { runMigrate } from '../../src/migrate/migrate.ts';
import { planMigrate, type MigrateOptions } from '../../src/migrate/plan.ts';
import { hashSubject } from '../../src/nightly/subject.ts';
import { runSeed } from '../../src/gate/seed.ts';
import { runNight, type NightResult } from '../../src/nightly/night.ts';
import type { Project } from '../../src/run/load-project.ts';
import type { Run } from '../../src/run/open-run.ts';
import type { Spec } from '../../src/spec/clause.ts';
import { fixture, harborSpec, simulatedRef } from '../support/harbor.ts';
import { openHarbor, type HarborProject, type HarborRunOptions } from '../support/harbor-run.ts';

let spec: Spec;
let harbor: HarborProject;
let history: HistoryRecord[];
const LABELLED = parseLabelled({ file: 'labelled.jsonl', text: fixture('harbor/labelled.jsonl') });
/** Words of a release before this one. */
const EARLIER: JudgingPrompts = {
  judge: { version: 'judge@0', instructions: `You judge.\n${JUDGE_PROMPT.instructions.replace('@1', '@0')}` },
  classify: CLASSIFY_PROMPT,
};

/** 10 sentinels, 2 of the rotation; four models and four draws in the anchor night. */
const ANSWERS = 12 * 4 * 4;

beforeEach(async () => {
  spec = await harborSpec('spec.md');
  history = [];
  harbor = await openHarbor((project) => ({
    ...project,
    config: { ...project.config, nightly: { ...project.config.nightly, sentinels: 10, rotation: 2 } },
    panel: { ...project.panel, classifier: undefined },
  }));
});

async function night(project: Project, date: string, run: Run = harbor.openRun()): Promise<NightResult> {
  const result = await runNight(project, run, { spec, date, now: new Date(`${date}T02:00:00Z`), history });
  history.push(...result.append);
  return result;
}

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

function withClassifier(project: Project, name: string): Project {
  const { origin } = project.panel.judges[0]!;
  return { ...project, panel: { ...project.panel, classifier: { ...simulatedRef(name), origin } } };
}

type Migrated = Awaited<ReturnType<typeof runMigrate>> & { readonly asked: readonly string[] };

async function migrate(changes: Partial<MigrateOptions> = {}, world: HarborRunOptions = {}): Promise<Migrated> {
  const { project } = harbor;
  const now = new Date('2026-11-25T12:00:00Z');
  const options = { old: project, new: withJudge(project, 'sage'), spec, history, labelled: [], now, ...changes };
  const asked = new Set<string>();
  const run = harbor.openRun({
    // Whoever answers for a name is a judge of the world.
    swap: { sage: 'umpire' },
    ...world,
    tamper: (request, completion) => {
      asked.add(request.model.model);
      return completion;
    },
  });
  const plan = await planMigrate(options, run.store);
  return { ...(await runMigrate(options, { plan, run })), asked: [...asked] };
}

describe('another judge', () => {
  test('only it is asked, and the plan said how often; two good judges of three hide what it is', async () => {
    await night(harbor.project, '2026-11-23');
    const { report, asked } = await migrate({ new: withJudge(harbor.project, 'drowsy') });
    expect(asked).toEqual(['drowsy']);
    expect(report.answers).toEqual({ pool: 0, anchor: ANSWERS, withoutOld: 0, withoutNew: 0 });
    expect(report.made.calls).toBe(ANSWERS);
    expect(report.planned).toMatchObject({ old: { calls: 0 }, new: { calls: ANSWERS } });
    const { flips, judges, agreement } = report.rulings!;
    // Their majority flips only where they differ or one errs; the judge beside it shows its 25 to 35 % of errors.
    expect(flips.count / flips.trials).toBeLessThan(0.06);
    const drowsy = judges.find(({ judge }) => judge === 'sim/drowsy')!;
    expect(drowsy.flips.count / drowsy.flips.trials).toBeGreaterThan(0.2);
    expect(agreement.old!.pairs - agreement.new!.pairs).toBeGreaterThan(0.1);
    // Both panels ruled with three judges on the same answers.
    expect(report.cost).toMatchObject({ answers: ANSWERS, old: { calls: 3 * ANSWERS }, new: { calls: 3 * ANSWERS } });
  });

  test('a retired judge is served by the record: without any stored ruling the old side is whole', async () => {
    await night(harbor.project, '2026-11-23');
    forgetRulings();
    const { report, asked } = await migrate({ canAsk: () => false });
    expect(report.answers).toMatchObject({ anchor: ANSWERS, withoutOld: 0 });
    expect(asked).not.toContain('umpire');
    // What it cost is known no more.
    expect(report.cost).toBeUndefined();
  });

  test('accepted, later nights are held against the anchor as the new panel sees it, and still find what changed', async () => {
    await night(harbor.project, '2026-11-23');
    await night(harbor.project, '2026-11-24');
    const next = withJudge(harbor.project, 'sage');
    const { append, report } = await migrate({ accept: 'umpire retires' });
    expect(report.accepted).toEqual({ anchor: '2026-11-23', reason: 'umpire retires' });
    history.push(...append);
    const swap = { sage: 'umpire' };
    const quiet = await night(next, '2026-11-25', harbor.openRun({ swap }));
    expect(quiet.report).toMatchObject({
      status: 'steady',
      anchor: { date: '2026-11-23', accepted: { reason: 'umpire retires' } },
    });
    const changed = await night(next, '2026-11-26', harbor.openRun({ swap: { ...swap, birch: 'birch-next' } }));
    expect([...new Set(changed.report.alarms.map(({ kind, id }) => `${kind} ${id}`))]).toEqual(['model sim/birch']);
  });

  test('without acceptance another panel is never compared with the old anchor', async () => {
    await night(harbor.project, '2026-11-23');
    const { report } = await night(withJudge(harbor.project, 'drowsy'), '2026-11-24');
    expect(report).toMatchObject({ status: 'anchored', judges: [] });
    expect(report.events).toContainEqual({ kind: 'new-subject', lastDate: '2026-11-23', carried: 0 });
  });

  test('nights of another spec are no anchor of this one: a panel is not blamed for what an edit did', async () => {
    await night(harbor.project, '2026-11-23');
    const edited = await harborSpec('head-conflict/spec.md');
    const { report } = await migrate({ spec: edited });
    expect(report.answers).toMatchObject({ anchor: 0 });
    await expect(migrate({ spec: edited, accept: 'now' })).rejects.toThrow(/no night was of this spec/);
  });

  test('an acceptance without a night, or of a stopped run, is refused', async () => {
    await expect(migrate({ accept: 'now' })).rejects.toThrow(/no night yet/);
    await night(harbor.project, '2026-11-23');
    await expect(migrate({ accept: 'now' }, { killAfter: 20 })).rejects.toThrow(/too few to accept/);
  });
});

describe('a panel that is not fit', () => {
  test('is named for its labels and its disputes, and not accepted; nothing is asked for the new anchor', async () => {
    await night(harbor.project, '2026-11-23');
    const poor = { new: withJudge(harbor.project, 'drowsy'), labelled: LABELLED };
    const found = await migrate(poor);
    expect(found.report.problems.map(({ message }) => message).join('\n')).toMatch(
      /sim\/drowsy: right on only \d+ of 26[\s\S]*judges agree on/,
    );
    const refused = await migrate({ ...poor, accept: 'cheaper' });
    expect(refused.report).toMatchObject({ refused: true, made: { calls: 0 } });
    expect(refused.append).toEqual([]);
  });

  test('is accepted by a further word, which the record keeps', async () => {
    await night(harbor.project, '2026-11-23');
    const poor = { new: withJudge(harbor.project, 'drowsy'), labelled: LABELLED };
    const { report, append } = await migrate({ ...poor, accept: 'cheaper', evenIfPoor: true });
    expect(report.accepted?.reason).toMatch(/^cheaper \(although judge sim\/drowsy: right on only/);
    expect(append).toMatchObject([{ kind: 'anchor', reason: report.accepted!.reason }]);
  });

  test('a fit one has no problems; without labelled items that is a doubt, not a word for it', async () => {
    await night(harbor.project, '2026-11-23');
    expect((await migrate({ labelled: LABELLED })).report).toMatchObject({ problems: [], doubts: [] });
    const { report } = await migrate();
    expect(report.problems).toEqual([]);
    expect(report.doubts.join()).toContain('not tested');
  });
});

describe('another classifier', () => {
  test('judges are not asked again and rulings stay; types and scores are the new one’s', async () => {
    harbor = { ...harbor, project: withClassifier(harbor.project, 'sorter') };
    const { project } = harbor;
    await night(project, '2026-11-23');
    const next = withClassifier(project, 'clerk');
    // The same scale, one point lower on every first value.
    const asked: string[] = [];
    const run = harbor.openRun({
      swap: { clerk: 'sorter' },
      tamper: (request, completion) => {
        asked.push(request.model.model);
        if (request.model.model !== 'clerk') return completion;
        const reply = JSON.parse(completion.text) as { value1: number };
        return { ...completion, text: JSON.stringify({ ...reply, value1: Math.max(0, reply.value1 - 1) }) };
      },
    });
    const now = new Date('2026-11-23T12:00:00Z');
    const options = { old: project, new: next, spec, history, labelled: [], now, accept: 'sorter retires' };
    const { report, append } = await runMigrate(options, { plan: await planMigrate(options, run.store), run });
    // The old one only places the ends of four scales.
    expect(new Set(asked)).toEqual(new Set(['clerk', 'sorter']));
    expect(asked.filter((name) => name === 'sorter')).toHaveLength(8);
    expect(report.rulings).toBeUndefined();
    expect(report.classifier).toMatchObject({ answers: ANSWERS });
    expect(report.classifier!.values.length).toBeGreaterThan(0);
    expect(Math.min(...report.classifier!.values.map(({ change }) => change))).toBeLessThan(-0.3);
    const [before] = history as [HistoryRecord & { kind: 'night' }];
    const after = append[0]!.night;
    expect(after.subject).toBe(hashSubject(next, spec));
    expect(after.cells.map(({ rulings, against }) => [rulings, against])).toEqual(
      before.cells.map(({ rulings, against }) => [rulings, against]),
    );
    // The second rulings are the stored ones; the second scores are the new one's.
    const rulingsOf = ({ rejudged }: typeof after): unknown =>
      Object.fromEntries(
        rejudged.map(({ scenario, model, draw, rulings, against }) => [
          `${scenario} ${model} ${draw}`,
          { rulings, against },
        ]),
      );
    expect(rulingsOf(after)).toEqual(rulingsOf(before));
    const sum = (cells: readonly Pick<NightCell, 'scores'>[]): number =>
      cells.reduce((total, { scores }) => total + scores![0], 0);
    expect(sum(after.cells)).toBeLessThan(sum(before.cells) - 0.5 * ANSWERS);
    expect(sum(after.rejudged)).toBeLessThan(sum(before.rejudged) - 0.5 * after.rejudged.length);
  });

  test('what the new one did not score is missing in the new anchor, not left over from the old one', async () => {
    harbor = { ...harbor, project: withClassifier(harbor.project, 'sorter') };
    const { project } = harbor;
    await night(project, '2026-11-23');
    let calls = 0;
    const run = harbor.openRun({
      swap: { clerk: 'sorter' },
      tamper: (request, completion) => {
        if (request.model.model === 'clerk') calls += 1;
        return request.model.model === 'clerk' && calls % 20 === 0 ? { ...completion, text: 'no JSON' } : completion;
      },
    });
    const now = new Date('2026-11-23T12:00:00Z');
    const options = {
      old: project,
      new: withClassifier(project, 'clerk'),
      spec,
      history,
      labelled: [],
      now,
      accept: 'x',
    };
    const { append } = await runMigrate(options, { plan: await planMigrate(options, run.store), run });
    const unscored = append[0]!.night.cells.filter(({ type, scores }) => type === undefined && scores === undefined);
    expect(unscored.length).toBeGreaterThan(5);
    expect(unscored.length).toBeLessThan(0.1 * ANSWERS);
  });

  test('a first classifier scores the whole anchor; one that is given up leaves no score there', async () => {
    const { project } = harbor;
    await night(project, '2026-11-23');
    const scored = withClassifier(project, 'sorter');
    const first = await migrate({ new: scored, accept: 'now with scores' });
    expect(first.append[0]!.night.cells.every(({ type }) => type !== undefined)).toBe(true);
    history.push(...first.append);
    const last = await migrate({ old: scored, new: project, accept: 'without again' });
    expect(last.append[0]!.night.cells.some(({ type }) => type !== undefined)).toBe(false);
  });
});

describe('newer words', () => {
  /** Asks as a release before this one did. */
  function openEarlierRun(): Run {
    const run = harbor.openRun();
    return {
      ...run,
      ask: (request) => {
        const [instructions, ...messages] = request.messages;
        if (instructions?.content !== JUDGE_PROMPT.instructions) return run.ask(request);
        return run.ask({
          ...request,
          messages: [{ ...instructions, content: EARLIER.judge.instructions }, ...messages],
        });
      },
    };
  }

  /** A night as the earlier release recorded it. */
  async function earlierNight(date: string): Promise<void> {
    await night(harbor.project, date, openEarlierRun());
    const record = history.pop() as HistoryRecord & { kind: 'night' };
    history.push({ ...record, subject: hashSubject(harbor.project, spec, EARLIER) });
  }

  const sameConfig = (): Partial<MigrateOptions> => ({ new: harbor.project, prompts: [EARLIER] });

  test('the same panel with newer words: what it ruled under the old ones is the old side, and nothing of it is asked', async () => {
    await earlierNight('2026-11-23');
    const { report, asked } = await migrate(sameConfig());
    expect(report.answers).toMatchObject({ anchor: ANSWERS, withoutOld: 0, withoutNew: 0 });
    expect([report.old.prompts.judge, report.new.prompts.judge]).toEqual(['judge@0', 'judge@2']);
    expect(report.made.calls).toBe(3 * ANSWERS);
    expect([...asked].sort()).toEqual(['advocate', 'umpire', 'warden']);
    // Other words draw the judges' errors anew, and change nothing else here.
    expect(report.rulings!.flips.count / report.rulings!.flips.trials).toBeLessThan(0.05);
  });

  test('the anchor goes over to the new words, and nights are compared on both sides of it', async () => {
    await earlierNight('2026-11-23');
    // Without a migration the first night under the new words would be a new anchor.
    const { append } = await migrate({ ...sameConfig(), accept: 'new release' });
    history.push(...append);
    const { report } = await night(harbor.project, '2026-11-24');
    expect(report).toMatchObject({ status: 'steady', anchor: { date: '2026-11-23' } });
  });

  test('rulings of the pool are found under the words they were asked with', async () => {
    await seedPool(openEarlierRun());
    const { report } = await migrate(sameConfig());
    expect(report.answers).toMatchObject({ pool: 39 * 4, anchor: 0, withoutOld: 0 });
  });

  test('with another judge as well, the words in use have nothing stored, and the earlier ones do', async () => {
    await seedPool(openEarlierRun());
    const { report } = await migrate({ prompts: [EARLIER] });
    expect(report.old.prompts.judge).toBe('judge@0');
    expect(report.answers).toMatchObject({ pool: 39 * 4 });
  });

  test.each([
    ['are asked for', false],
    ['are left out again', true],
  ])('when examples %s, the rulings made before are the old side, whichever config says so', async (_, before) => {
    const say = (judgeExamples: boolean): Project => {
      const { project } = harbor;
      return { ...project, config: { ...project.config, judgeExamples } };
    };
    harbor = { ...harbor, project: say(before) };
    await seedPool(harbor.openRun());
    const [old, next] = [harbor.project, say(!before)];
    const names = before ? ['judge@3', 'judge@2'] : ['judge@2', 'judge@3'];
    // The old config by name, or nothing but the new one, which says what is asked now.
    for (const from of [old, next]) {
      const { report } = await migrate({ old: from, new: next });
      expect([report.old.prompts.judge, report.new.prompts.judge]).toEqual(names);
      expect(report.answers).toMatchObject({ pool: 39 * 4, withoutOld: 0, withoutNew: 0 });
    }
  });

  test('with no other words and the same panel there is nothing to migrate', async () => {
    await expect(migrate({ new: harbor.project })).rejects.toThrow(/nothing to migrate/);
  });

  /** Answers and rulings of the pool, one draw, as mode seed leaves them. */
  async function seedPool(run: Run): Promise<void> {
    const { project } = harbor;
    const selection = { ...project.config.selection, replicates: { base: 1, confirm: 1 } };
    harbor = { ...harbor, project: { ...project, config: { ...project.config, selection } } };
    await runSeed(harbor.project, run, { spec, now: 0 });
  }
});

/** As though no stored ruling could be found any more. */
function forgetRulings(): void {
  const get = harbor.store.get.bind(harbor.store);
  const before = new Set<string>();
  Object.assign(harbor.store, {
    put: ((put) => (key: string, answer: Parameters<typeof harbor.store.put>[1]) => {
      before.add(key);
      put(key, answer);
    })(harbor.store.put.bind(harbor.store)),
    get: (key: string) => {
      const known = get(key);
      return !before.has(key) && known?.completion.text.includes('"ruling"') === true ? undefined : known;
    },
  });
}
