// Nights end to end on the shipped example: a silent change of a model or of a judge, told apart; a killed night; the issue.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryRecord } from '../../src/nightly/decision/record.ts';
import { runNight, type NightResult } from '../../src/nightly/night.ts';
import type { Project } from '../../src/run/load-project.ts';
import { syncIssue } from '../../src/io/github/issues.ts';
import { harborSpec } from '../support/harbor.ts';
import { useHarborNights } from '../support/harbor-nights.ts';
import { openHarbor, type HarborRunOptions } from '../support/harbor-run.ts';
import { connect } from '../support/runner/github-client.ts';
import { startRunnerServer, type RunnerServer } from '../support/runner/server.ts';

/** Few scenarios and no classifier: the changes under test are large, and nights are many. */
function small(project: Project): Project {
  const config = { ...project.config, nightly: { ...project.config.nightly, sentinels: 12, rotation: 3 } };
  return { ...project, config, panel: { ...project.panel, classifier: undefined } };
}

const at = useHarborNights(small);
const { night } = at;

const ids = (alarms: NightResult['report']['alarms']): readonly string[] =>
  alarms.map(({ kind, id }) => `${kind} ${id}`);

test('three nights: nothing, nothing, and on the third a model that was swapped in silence', async () => {
  expect((await night('2026-11-23')).report.status).toBe('anchored');
  expect((await night('2026-11-24')).report).toMatchObject({ status: 'steady', alarms: [] });
  const { report, issue } = await night('2026-11-25', { swap: { birch: 'birch-next' } });
  expect(report.status).toBe('regressed');
  expect(ids(report.alarms)).toEqual(['model sim/birch']);
  expect(report.alarms[0]).toMatchObject({ since: '2026-11-25' });
  expect(report.alarms[0]!.p).toBeLessThanOrEqual(report.level!);
  // The world's truth: birch-next gives way to every request (fixtures/harbor/world.yml).
  expect(report.alarms[0]!.change).toBeGreaterThan(0.1);
  expect(report.models.find(({ id }) => id === 'sim/birch')!.nonCompliance.anew).toBe(true);
  expect(issue).toMatchObject({
    state: 'open',
    title: 'Spec Gate: sim/birch answers less compliantly since 2026-11-25',
  });
});

test('a judge that is swapped in silence is told from a model', async () => {
  await night('2026-11-23');
  await night('2026-11-24');
  const { report, issue } = await night('2026-11-25', { swap: { umpire: 'drowsy' } });
  expect(ids(report.alarms)).toEqual(['judge sim/umpire']);
  expect(report.status).toBe('judge-drift');
  expect(issue?.title).toBe('Spec Gate: sim/umpire rules differently since 2026-11-25');
  // Both at once are both found.
  const both = await night('2026-11-26', { swap: { umpire: 'drowsy', birch: 'birch-next' } });
  expect(ids(both.report.alarms)).toEqual(['model sim/birch', 'judge sim/umpire']);
});

test('a judge so lenient that totals stay put does not hide a regression', async () => {
  await night('2026-11-23');
  // Every judge acquits in silence what it would have condemned.
  const acquit = {
    tamper: (request, completion) =>
      request.format?.name === 'judgment'
        ? { ...completion, text: completion.text.replace('"non-compliant"', '"compliant"') }
        : completion,
  } satisfies HarborRunOptions;
  const { report } = await night('2026-11-24', { ...acquit, swap: { birch: 'birch-next' } });
  expect(report.status).not.toBe('steady');
  expect(ids(report.alarms)).toEqual(
    expect.arrayContaining(['judge sim/warden', 'judge sim/advocate', 'judge sim/umpire']),
  );
});

test('the anchor stays pinned: a regressed night is never normal, until somebody accepts it', async () => {
  await night('2026-11-23');
  const swap = { birch: 'birch-next' };
  for (const date of ['2026-11-24', '2026-11-25', '2026-11-26']) {
    const { report } = await night(date, { swap });
    expect(report.anchor?.date).toBe('2026-11-23');
    expect(report.alarms).toMatchObject([{ id: 'sim/birch', since: '2026-11-24' }]);
  }
  const accepted = await night('2026-11-27', { swap }, { acceptAnchor: 'birch was updated on purpose' });
  expect(accepted.report.status).toBe('anchored');
  expect(accepted.issue?.state).toBe('closed');
  const after = await night('2026-11-28', { swap });
  expect(after.report).toMatchObject({
    status: 'steady',
    anchor: { date: '2026-11-27', accepted: { reason: 'birch was updated on purpose' } },
  });
});

test('a day in the config accepts once: the first whole night from then on is the anchor', async () => {
  await night('2026-11-23');
  const swap = { birch: 'birch-next' };
  await night('2026-11-24', { swap });
  const { project } = at.harbor;
  const config = { ...project.config, nightly: { ...project.config.nightly, anchorFrom: '2026-11-25' } };
  at.harbor = { ...at.harbor, project: { ...project, config } };
  expect((await night('2026-11-25', { swap, killAfter: 100 })).report.status).toBe('incomplete');
  expect((await night('2026-11-26', { swap })).report).toMatchObject({
    status: 'anchored',
    alarms: [],
    closed: [{ id: 'sim/birch' }],
  });
  const { report } = await night('2026-11-27', { swap });
  expect(report).toMatchObject({
    status: 'steady',
    anchor: { date: '2026-11-26', accepted: { reason: 'nightly.anchorFrom: 2026-11-25' } },
  });
});

test('a night that is killed half way leaves no record and no issue; run again it is the night it would have been', async () => {
  await night('2026-11-23');
  const before = JSON.stringify(at.history);
  const killed = await night('2026-11-24', { killAfter: 150 });
  expect(killed).toMatchObject({ report: { status: 'incomplete', reason: 'signal' }, append: [] });
  expect(killed.issue).toBeUndefined();
  expect(JSON.stringify(at.history)).toBe(before);
  const next = await night('2026-11-25');
  expect(next.report).toMatchObject({ status: 'steady', last: '2026-11-23' });

  at.history = JSON.parse(before) as HistoryRecord[];
  const resumed = await night('2026-11-24');
  const undisturbed = await openHarbor(small);
  const [first, second] = [[] as HistoryRecord[], [] as HistoryRecord[]];
  for (const [date, into] of [
    ['2026-11-23', first],
    ['2026-11-24', second],
  ] as const) {
    const options = { spec: at.spec, date, now: new Date(`${date}T02:00:00Z`), history: first };
    into.push(...(await runNight(undisturbed.project, undisturbed.openRun(), options)).append);
  }
  expect(resumed.append).toEqual(second);
});

test('the same night again costs nothing, says the same and stands in the history once', async () => {
  await night('2026-11-23');
  const first = await night('2026-11-24');
  const run = at.harbor.openRun();
  const again = await runNight(at.harbor.project, run, {
    spec: at.spec,
    date: '2026-11-24',
    now: new Date('2026-11-24T09:00:00Z'),
    history: at.history,
  });
  expect(run.tally.made().calls).toBe(0);
  expect(again.append).toEqual([]);
  expect({ ...again.report, calls: 0 }).toEqual({ ...first.report, calls: 0 });
});

test('a model that fails to answer makes a night incomplete, however well the others did', async () => {
  await night('2026-11-23');
  const { report, append } = await night('2026-11-24', {
    tamper: (request, completion) =>
      request.model.model === 'cedar' && request.format === undefined
        ? { ...completion, text: 'cut', finish: 'length' }
        : completion,
  });
  expect(report).toMatchObject({ status: 'incomplete', reason: 'answers missing: sim/cedar' });
  expect(append).toEqual([]);
});

test('another returned id is an event, and the model is asked twice as much', async () => {
  await night('2026-11-23');
  await night('2026-11-24');
  const { report, append } = await night('2026-11-25', {
    tamper: (request, completion) =>
      request.model.model === 'aspen'
        ? { ...completion, returnedModel: 'aspen-2026-11', fingerprint: 'fp_2' }
        : completion,
  });
  expect(report.events).toContainEqual({
    kind: 'renamed',
    id: 'sim/aspen',
    before: ['aspen'],
    now: ['aspen-2026-11 fp_2'],
  });
  expect(report.alarms).toEqual([]);
  const [record] = append;
  const draws =
    record?.kind === 'night' ? record.cells.filter(({ model }) => model === 'sim/aspen').map(({ draw }) => draw) : [];
  expect(Math.max(...draws)).toBe(4);
});

test('with another spec nights are not compared: a new anchor is pinned and an open alarm stays open', async () => {
  await night('2026-11-23');
  await night('2026-11-24', { swap: { birch: 'birch-next' } });
  const edited = await harborSpec('head-harmless/spec.md');
  const pinned = await night('2026-11-25', { swap: { birch: 'birch-next' } }, { spec: edited });
  expect(pinned.report.events).toContainEqual({ kind: 'new-subject', lastDate: '2026-11-24', carried: 1 });
  expect(ids(pinned.report.alarms)).toEqual(['model sim/birch']);
  const next = await night('2026-11-26', { swap: { birch: 'birch-next' } }, { spec: edited });
  expect(ids(next.report.alarms)).toEqual(['model sim/birch']);
  // Figures of another spec are no part of the line.
  expect(next.report.trend.dates).toEqual(['2026-11-25', '2026-11-26']);
});

test('where the money left of the day is short the rotation gives way, the sentinels never', async () => {
  const price = { input: 1, output: 5 };
  const all = [
    ...at.harbor.project.panel.models.map(({ ref }) => ref.id),
    ...at.harbor.project.panel.judges.map(({ id }) => id),
  ];
  const prices = Object.fromEntries(all.map((id) => [id, price]));
  const ask = async (dayUsd: number, date: string): Promise<NightResult['report']> => {
    const budget = { ...at.harbor.project.config.budget, dayUsd };
    const project = { ...at.harbor.project, config: { ...at.harbor.project.config, prices, budget } };
    const now = new Date(`${date}T02:00:00Z`);
    return (await runNight(project, at.harbor.openRun(), { spec: at.spec, date, now, history: [] })).report;
  };
  const rich = await ask(1000, '2026-11-23');
  expect(rich).toMatchObject({ asked: { sentinels: 12, rotation: 3 }, events: [] });
  const poor = await ask(0.5, '2026-11-24');
  expect(poor.asked).toEqual({ sentinels: 12, rotation: 0 });
  expect(poor.events).toEqual([{ kind: 'shortened', dropped: 3, usdLeft: 0.5 }]);
});

describe('the issue', () => {
  let server: RunnerServer;
  beforeEach(async () => {
    server = await startRunnerServer();
  });
  afterEach(() => server.close());

  test('opened on a confirmed regression, kept up to date, left alone by a killed night, closed when it is gone', async () => {
    const { client } = await connect(server);
    const sync = async (result: NightResult): Promise<string> =>
      result.issue === undefined
        ? 'left alone'
        : (await syncIssue({ client, key: 'spec-gate.yml', label: 'spec-gate', ...result.issue })).status;
    const swap = { birch: 'birch-next' };
    const steps: string[] = [];
    steps.push(await sync(await night('2026-11-23')));
    steps.push(await sync(await night('2026-11-24', { swap })));
    steps.push(await sync(await night('2026-11-25', { swap })));
    steps.push(await sync(await night('2026-11-26', { swap, killAfter: 100 })));
    expect(server.github.issues).toMatchObject([{ state: 'open' }]);
    steps.push(await sync(await night('2026-11-27')));
    expect(steps).toEqual(['none', 'opened', 'updated', 'left alone', 'closed']);
    expect(server.github.issues).toMatchObject([{ state: 'closed' }]);
    expect(server.github.comments.get(100)?.[0]?.body).toContain('No alarm any more on 2026-11-27');
  });
});
