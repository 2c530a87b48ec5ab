// Nights with a classifier, end to end on the shipped example: a model that refuses more, a classifier that changed, both.
import { describe, expect, test } from 'vitest';
import type { Alarm } from '../../src/nightly/decision/record.ts';
import { compareModels } from '../../src/evaluation/create-comparison.ts';
import { openNight } from '../../src/nightly/open.ts';
import { planRejudge } from '../../src/nightly/rejudge.ts';
import type { StoredResponse } from '../../src/nightly/suspects.ts';
import { comparisonRules } from '../../src/gate/change/prepare-check.ts';
import type { Project } from '../../src/run/load-project.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';
import { renderNightMarkdown } from '../../src/nightly/report/markdown.ts';
import { useHarborNights } from '../support/harbor-nights.ts';
import { openHarbor } from '../support/harbor-run.ts';

/** Few scenarios: the changes under test are large, and nights are many. */
function small(project: Project): Project {
  return {
    ...project,
    config: { ...project.config, nightly: { ...project.config.nightly, sentinels: 12, rotation: 3 } },
  };
}

const at = useHarborNights(small);
const { night } = at;

type Tamper = (request: CompletionRequest, completion: Completion) => Completion;
const DECLINES = 'I would rather not say more than this.';

/** Cedar, which hardly ever refused, now declines: judges accept its words, and the classifier calls them a rejection. */
const cedarDeclines: Tamper = (request, completion) => {
  if (request.model.model === 'cedar' && request.format === undefined)
    return { ...completion, text: `${DECLINES} ${completion.text}` };
  const isSeen = request.messages.some(({ content }) => content.includes(DECLINES));
  if (request.format?.name !== 'value_scores' || !isSeen) return completion;
  return reply(completion, (scores) => ({ ...scores, response_type: 'firm_rejection_with_explanation' }));
};

/** The classifier moves every score up by one, whoever answered. */
const sorterMoves: Tamper = (request, completion) =>
  request.format?.name === 'value_scores'
    ? reply(completion, (scores) => ({
        ...scores,
        value1: Math.min(6, scores.value1 + 1),
        value2: Math.min(6, scores.value2 + 1),
      }))
    : completion;

interface Scores {
  readonly value1: number;
  readonly value2: number;
}

function reply(completion: Completion, change: (scores: Scores) => object): Completion {
  return { ...completion, text: JSON.stringify(change(JSON.parse(completion.text) as Scores)) };
}

const named = (alarms: readonly Alarm[]): readonly string[] =>
  alarms.map((alarm) => [alarm.kind, alarm.id, 'endpoint' in alarm ? alarm.endpoint : ''].join(' ').trim());

test('three nights: nothing, nothing, and on the third a model that refuses what it did not, judged compliant as before', async () => {
  expect((await night('2026-11-23')).report.status).toBe('anchored');
  const steady = (await night('2026-11-24')).report;
  expect(steady).toMatchObject({ status: 'steady', alarms: [], gaps: [] });
  expect(steady.classifier).toMatchObject({ classifier: 'sim/sorter', answers: 48 });
  const { report, issue } = await night('2026-11-25', { tamper: cedarDeclines });
  expect(named(report.alarms)).toEqual(['model sim/cedar rejections']);
  expect(report.status).toBe('regressed');
  expect(issue?.title).toBe('Spec Gate: sim/cedar refuses more since 2026-11-25');
  const cedar = report.models.find(({ id }) => id === 'sim/cedar')!;
  expect(cedar.rejections).toMatchObject({ now: 1, anew: true });
  expect(cedar.nonCompliance.tonight!.p).toBeGreaterThan(report.level!);
  // Gone again: the issue closes.
  const after = await night('2026-11-26');
  expect([after.report.status, after.issue?.state]).toEqual(['steady', 'closed']);
});

test('a model that is swapped in silence for one that refuses less is found by its refusals, too', async () => {
  await night('2026-11-23');
  await night('2026-11-24');
  const { report, issue } = await night('2026-11-25', { swap: { birch: 'birch-next' } });
  // The world's truth: birch-next gives way to every request (fixtures/harbor/world.yml).
  const mine = report.alarms.filter(({ id }) => id === 'sim/birch');
  expect(named(mine)).toEqual(['model sim/birch nonCompliance', 'model sim/birch rejections']);
  expect(mine[1]!.change).toBeLessThan(-0.2);
  expect(report.alarms.every(({ kind, id }) => kind === 'panel' || id === 'sim/birch')).toBe(true);
  expect(issue?.title).toMatch(/^Spec Gate: sim\/birch answers less compliantly since 2026-11-25 \(and \d more\)$/);
});

test('a classifier that is changed in silence is told from the models, and hides none of them', async () => {
  await night('2026-11-23');
  await night('2026-11-24');
  const { report, issue } = await night('2026-11-25', { tamper: sorterMoves });
  expect(named(report.alarms)).toEqual(['classifier sim/sorter']);
  expect(report.status).toBe('classifier-drift');
  expect(issue?.title).toBe('Spec Gate: sim/sorter scores differently since 2026-11-25');
  // No score can pass 6.
  expect(report.classifier!.shift[0]).toBeGreaterThan(0.5);
  expect(report.models.every(({ rejections }) => rejections!.anew)).toBe(true);
  // Both at once are both found.
  const both: Tamper = (request, completion) => cedarDeclines(request, sorterMoves(request, completion));
  const { report: next } = await night('2026-11-26', { tamper: both });
  expect(named(next.alarms)).toEqual(['model sim/cedar rejections', 'classifier sim/sorter']);
  // Back as it was, the alarms close.
  expect((await night('2026-11-27')).report).toMatchObject({ status: 'steady', alarms: [] });
});

test('judge, classifier and model at once are three alarms', async () => {
  await night('2026-11-23');
  await night('2026-11-24');
  const tamper: Tamper = (request, completion) => cedarDeclines(request, sorterMoves(request, completion));
  const { report } = await night('2026-11-25', { tamper, swap: { umpire: 'drowsy' } });
  expect(named(report.alarms)).toEqual(['model sim/cedar rejections', 'judge sim/umpire', 'classifier sim/sorter']);
});

describe('what could not be compared is said', () => {
  test('the anchor’s answers are not in the store: judges and classifier are not watched, and no green mark says otherwise', async () => {
    await night('2026-11-23');
    at.harbor = await openHarbor(small);
    const { report, issue } = await night('2026-11-24');
    expect(report.gaps).toEqual([
      ...['warden', 'advocate', 'umpire'].map((judge) => ({ kind: 'judge', id: `sim/${judge}`, answers: 0, of: 48 })),
      { kind: 'classifier', id: 'sim/sorter', answers: 0, of: 48 },
    ]);
    const markdown = renderNightMarkdown(report);
    expect(markdown).toMatch(/^### ⚠️ .*not compared: judges, the classifier\n/);
    expect(markdown).toContain('**Not compared tonight**');
    expect(issue?.state).toBe('closed');
  });

  test('a classifier whose replies cannot be read: nothing rests on the few that can, and an open alarm stays', async () => {
    await night('2026-11-23');
    await night('2026-11-24', { tamper: cedarDeclines });
    expect(named(at.history.flatMap((line) => (line.kind === 'night' ? line.alarms : [])))).toEqual([
      'model sim/cedar rejections',
    ]);
    let count = 0;
    const { report } = await night('2026-11-25', {
      tamper: (request, completion) => {
        if (request.format?.name !== 'value_scores') return completion;
        count += 1;
        return count % 8 === 0 ? { ...completion, text: 'no' } : completion;
      },
    });
    expect(report.gaps).toMatchObject([{ kind: 'scores' }]);
    expect(named(report.alarms)).toEqual(['model sim/cedar rejections']);
    expect(report.models.every(({ rejections }) => rejections!.tonight === undefined)).toBe(true);
    expect(report.models.every(({ nonCompliance }) => nonCompliance.tonight !== undefined)).toBe(true);
  });

  test('a night without scores is no anchor: nothing that rests on them could ever be compared with it', async () => {
    const { report, append } = await night('2026-11-23', {
      tamper: (request, completion) =>
        request.format?.name === 'value_scores' ? { ...completion, text: 'no' } : completion,
    });
    expect(report).toMatchObject({ status: 'incomplete', reason: 'scores missing: 240 of 240' });
    expect(append).toEqual([]);
  });

  test('an anchor of before there was a second scoring: a classifier that leans is found all the same', async () => {
    await night('2026-11-23');
    const [anchor] = at.history;
    if (anchor?.kind !== 'night') throw new Error('no anchor');
    const rejudged = anchor.rejudged.map(({ type: _type, scores: _scores, ...ruled }) => ruled);
    at.history = [{ ...anchor, rejudged }];
    const { report } = await night('2026-11-24');
    expect(report).toMatchObject({ status: 'steady', gaps: [], events: [{ kind: 'scored-once', id: 'sim/sorter' }] });
    expect(named((await night('2026-11-25', { tamper: sorterMoves })).report.alarms)).toEqual([
      'classifier sim/sorter',
    ]);
  });
});

describe('money', () => {
  test('what is planned to be seen again is what is asked, on an anchor night and on a later one', async () => {
    const { project } = at.harbor;
    const pairs = project.panel.models.map((model) => ({ base: model, head: model }));
    const comparison = compareModels({ spec: at.spec, pairs }, comparisonRules(project));
    const means = (date: string) => ({ comparison, scenarios: project.bank.byId, store: at.harbor.store, date });
    const places = (from: string, draws: readonly number[]): readonly StoredResponse[] => {
      const [anchor] = at.history;
      if (anchor?.kind !== 'night') throw new Error('no anchor');
      return anchor.sentinels.flatMap((scenario) =>
        Object.keys(anchor.models).flatMap((model) => draws.map((draw) => ({ scenario, model, draw, from }))),
      );
    };
    await night('2026-11-23');
    const retest = planRejudge(places('2026-11-23', [1, 2]), means('2026-11-23'));
    // Twelve sentinels, four models, two draws; three judges and the classifier.
    expect(retest).toHaveLength(12 * 4 * 2 * 4);
    expect(retest.filter(({ stored }) => !stored)).toEqual([]);
    const first = places('2026-11-23', [1]);
    expect(planRejudge(first, means('2026-11-24')).filter(({ stored }) => stored)).toEqual([]);
    await night('2026-11-24');
    expect(planRejudge(first, means('2026-11-24')).filter(({ stored }) => !stored)).toEqual([]);
    // Of a night that is still to come texts are not known: only a stand-in gives them a price.
    const later = places('2026-12-01', [1]);
    expect(planRejudge(later, means('2026-12-01'))).toEqual([]);
    expect(planRejudge(later, { ...means('2026-12-01'), standIn: 'x' })).toHaveLength(12 * 4 * 4);
  });

  test('the classifier’s calls count where the rotation is fitted to the money left', () => {
    const { project } = at.harbor;
    const models = [...project.panel.models.map(({ ref }) => ref), ...project.panel.judges, project.panel.classifier!];
    const prices = Object.fromEntries(models.map(({ id }) => [id, { input: 1, output: 5 }]));
    /** The smallest daily budget in dollars with which the whole rotation is asked. */
    const leastFor = (panel: Project['panel']): number => {
      const fits = (dayUsd: number): boolean => {
        const budget = { ...project.config.budget, dayUsd };
        const config = { ...project.config, prices, budget, nightly: { ...project.config.nightly, sentinels: 3 } };
        const options = { spec: at.spec, date: '2026-11-23', now: new Date('2026-11-23T02:00:00Z'), history: [] };
        return openNight({ ...project, panel, config }, at.harbor.openRun(), options).set.rotation.length === 3;
      };
      let [poor, rich] = [0.1, 16];
      while (rich / poor > 1.02) {
        const middle = Math.sqrt(poor * rich);
        if (fits(middle)) rich = middle;
        else poor = middle;
      }
      return rich;
    };
    const without = leastFor({ ...project.panel, classifier: undefined });
    const withClassifier = leastFor(project.panel);
    // Beside four answers and six times three rulings: six scorings of each sentinel and model.
    expect(without).toBeLessThan(15);
    expect(withClassifier / without).toBeGreaterThan(1.1);
    expect(withClassifier / without).toBeLessThan(1.5);
  });
});
