// Seeding: the draws it fills are the ones a check reads, the most useful first, and a budget only makes it shorter.
import { expect, test } from 'vitest';
import { check } from '../../src/gate/check.ts';
import type { Project } from '../../src/run/load-project.ts';
import { runSeed } from '../../src/gate/seed.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { renderSeed, renderSeedPlan } from '../../src/report/terminal/seed.ts';
import { planSeed } from '../../src/gate/price-seed.ts';
import { planCalls } from '../../src/evaluation/plan.ts';
import { harborSpec } from '../support/harbor.ts';
import { openHarbor } from '../support/harbor-run.ts';

test('after seeding a first pull request asks for its head only', async () => {
  const { project, openRun } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const seeded = await runSeed(project, openRun(), { spec, now: 0 });
  expect(seeded.stopped).toBeUndefined();
  expect(seeded.scenarios.every(({ filled, wanted }) => filled === wanted && wanted === 16)).toBe(true);

  const head = await harborSpec('head-harmless/spec.md');
  const prepared = prepareSpecCheck(project, { base: { ref: 'main', spec }, head: { ref: 'pr', spec: head } });
  const run = openRun();
  await check(prepared.subject, {
    ask: run.ask,
    onRound: (round, tasks) => {
      const base = tasks.filter(({ arm, stage }) => arm === 'base' && stage === 'screen');
      const missing = planCalls(prepared.subject.comparison, base, run.store).filter(({ stored }) => !stored);
      expect(missing, `${round.stage} asks for base draws`).toEqual([]);
    },
  });
});

test('the most disagreed-on scenarios come first, and a stop leaves the others for the next run', async () => {
  const { project, openRun } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const first = await runSeed(project, openRun({ killAfter: 300 }), { spec, now: 0 });
  expect(first.stopped).toBe('signal');
  const weights = first.scenarios.map(({ scenario }) => project.bank.byId.get(scenario)!.disagreement ?? 1);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  const whole = first.scenarios.map(({ filled, wanted }) => filled === wanted);
  expect(whole[0]).toBe(true);
  expect(whole.at(-1)).toBe(false);
  expect(first.made.calls).toBeLessThanOrEqual(300);

  const second = await runSeed(project, openRun(), { spec, now: 0 });
  expect(second.scenarios.every(({ filled, wanted }) => filled === wanted)).toBe(true);
  const third = await runSeed(project, openRun(), { spec, now: 0 });
  expect(third.made.calls).toBe(0);
  expect(third.scenarios).toEqual(second.scenarios);
});

test('scenarios that test no clause are left out and counted', async () => {
  const { project, openRun } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const [one, two, ...rest] = project.bank.scenarios;
  const scenarios = [{ ...one!, clauses: [] }, { ...two!, clauses: ['gone'] }, ...rest.slice(0, 2)];
  const seeded = await runSeed({ ...project, bank: { ...project.bank, scenarios } }, openRun(), { spec, now: 0 });
  expect(seeded.unlinked).toBe(2);
  expect(seeded.scenarios.map(({ scenario }) => scenario).sort()).toEqual(
    rest
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
});

test('by the history only scenarios of edited clauses are filled, and what that saves is told', async () => {
  const { project, openRun } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const [clause] = project.bank.scenarios.flatMap(({ clauses }) => clauses);
  const all = await runSeed(project, openRun(), { spec, now: 0 });
  const { project: again, openRun: open } = await openHarbor();
  const seeded = await runSeed(again, open(), { spec, now: 0, edited: new Map([[clause!, 1]]) });
  const linked = again.bank.scenarios.filter(({ clauses }) => clauses.includes(clause!)).map(({ id }) => id);
  expect(seeded.scenarios.map(({ scenario }) => scenario).sort()).toEqual(linked.sort());
  expect(seeded.unedited).toMatchObject({ scenarios: all.scenarios.length - linked.length, edited: 1 });
  expect(seeded.unedited!.calls).toBeGreaterThan(0);
  expect(renderSeed(seeded)).toMatch(/touched 1 clause; \d+ scenarios of other clauses were left out/);
  // A shallow checkout shows no edit: everything is filled.
  const shallow = await runSeed(project, openRun(), { spec, now: 0, edited: new Map() });
  expect(shallow.scenarios).toHaveLength(all.scenarios.length);
  expect(shallow.unedited).toBeUndefined();
});

test('answers alone are filled without a ruling, and the plan says what either way of seeding costs', async () => {
  const seeding = (draws: 'answers' | 'nightly') => (own: Project) => ({
    ...own,
    config: { ...own.config, seeding: { ...own.config.seeding, draws } },
  });
  const { project, openRun } = await openHarbor(seeding('answers'));
  const spec = await harborSpec('spec.md');
  const run = openRun();
  const plan = planSeed(project, run.store, { spec, now: 0 });
  const { made, scenarios } = await runSeed(project, run, { spec, now: 0 });
  expect(made.calls).toBe(scenarios.length * project.panel.models.length);
  expect(plan.now.toMake).toBe(made.calls);
  expect(scenarios.every(({ filled, wanted }) => filled === wanted && wanted === project.panel.models.length)).toBe(
    true,
  );
  expect((await runSeed(project, openRun(), { spec, now: 0 })).made.calls).toBe(0);

  const nightly = await openHarbor(seeding('nightly'));
  const other = planSeed(nightly.project, nightly.store, { spec, now: 0 });
  expect(plan.otherwise).toMatchObject({ toMake: other.whole.toMake, draws: other.wanted });
  expect(other.otherwise).toMatchObject({ toMake: plan.now.toMake, draws: 1 });
  expect(renderSeedPlan(plan)).toMatch(/^First answers to 39 scenarios: .*\n4 draws with rulings under today's text/);
  const price = (flexSaves?: number): string =>
    renderSeedPlan({ ...plan, batched: 1.98, ...(flexSaves !== undefined && { flexSaves }) });
  expect(price()).toContain('In batches (`--batch`) this run: about $1.98.');
  expect(price()).not.toContain('flex');
  expect(price(1.05)).toContain('is reckoned with: $1.05 less for this run.');
  expect(renderSeedPlan(other)).toContain('The first answers alone (`seeding.draws: answers`): ');
});

test('batches are priced without prompt caches, so that the plan shows what worked examples cost there', async () => {
  const { project, store } = await openHarbor((own) => ({
    ...own,
    config: { ...own.config, seeding: { ...own.config.seeding, draws: 'nightly' } },
    panel: {
      ...own.panel,
      judges: own.panel.judges.map((judge) => ({
        ...judge,
        kind: 'openai',
        origin: 'https://api.openai.com',
        model: 'gpt-5',
      })),
    },
  }));
  const spec = await harborSpec('spec.md');
  const priceWith = (judgeExamples: boolean): { readonly now: number; readonly batched: number } => {
    const { now, batched } = planSeed({ ...project, config: { ...project.config, judgeExamples } }, store, {
      spec,
      now: 0,
    });
    return { now: now.usd as number, batched: batched as number };
  };
  const [plain, guided] = [priceWith(false), priceWith(true)];
  const [interactive, inBatches] = [guided.now - plain.now, guided.batched - plain.batched];
  // A tenth of the price where caches keep them; half of it in a batch.
  expect(inBatches).toBeGreaterThan(4 * interactive);
  expect(inBatches / plain.batched).toBeGreaterThan(0.5);
});

test('a plan says what a seeding asks, and of clauses with many scenarios it fills those that a check begins with', async () => {
  const { project, openRun } = await openHarbor((own) => ({
    ...own,
    config: {
      ...own.config,
      selection: { ...own.config.selection, scenarios: 3, replicates: { base: 2, confirm: 1 } },
    },
  }));
  const spec = await harborSpec('spec.md');
  const run = openRun();
  const plan = planSeed(project, run.store, { spec, now: 0 });
  const { made, scenarios, beyond } = await runSeed(project, run, { spec, now: 0 });
  expect(plan.scenarios).toBe(scenarios.length);
  expect(plan.beyond).toBe(beyond);
  expect(beyond).toBeGreaterThan(0);
  // The plan counts the judges who are asked for certain; those who break ties come on top.
  expect(plan.now.toMake).toBeLessThanOrEqual(made.calls);
  expect(made.calls).toBeLessThan(1.25 * plan.now.toMake);
  expect(renderSeedPlan(plan)).toContain(
    `${scenarios.length} scenarios: ${plan.now.toMake.toLocaleString('en-US')} calls, 0 stored`,
  );
  expect(planSeed(project, run.store, { spec, now: 0 }).now.toMake).toBe(0);

  const seeded = new Set(scenarios.map(({ scenario }) => scenario));
  const counts = new Map<string, number>();
  for (const { clauses } of project.bank.scenarios) for (const id of clauses) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [crowded] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
  const head = spec.clauses.map((one) => (one.id === crowded ? { ...one, text: `${one.text} Be kind.` } : one));
  const edited = { ...spec, hash: 'edited', clauses: head };
  const prepared = prepareSpecCheck(project, { base: { ref: 'main', spec }, head: { ref: 'pr', spec: edited } });
  const first = prepared.subject.selected.slice(0, 3).map(({ scenario }) => scenario.id);
  expect(first.filter((id) => !seeded.has(id))).toEqual([]);
});
