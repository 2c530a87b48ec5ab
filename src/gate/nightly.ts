// A night: asks the sentinels and a part of the bank anew, and says who has changed since the anchor.
import { decideNight, type NightInput } from '../decision/nightly/decide.ts';
import { findBaseline, type Baseline } from '../decision/nightly/anchor.ts';
import { MOST_MISSING } from '../decision/bounds.ts';
import type { Alarm, HistoryRecord, NightCell, NightRecord } from '../decision/nightly/record.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { compareModels } from '../evaluation/create-comparison.ts';
import type { Project } from '../io/load-project.ts';
import type { Run } from '../io/open-run.ts';
import { buildNightReport } from '../report/nightly-build.ts';
import { writeNightIssue } from '../report/nightly-issue.ts';
import type { NightEvent, NightIssue, NightReport } from '../report/nightly-report.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import { createNight } from './nightly-evidence.ts';
import { countScored, findGaps, isSilent } from './nightly-gaps.ts';
import { acceptedByConfig, carriedAlarms, openAlarms, refuseBackdated } from './nightly-history.ts';
import { watchNames } from './nightly-names.ts';
import { chooseScenarios } from './nightly-set.ts';
import { hashModel, hashScenario, hashSubject } from './nightly-subject.ts';
import { askSuspects, sentinelAnswers, type StoredResponse } from './nightly-suspects.ts';
import { comparisonRules } from './prepare-check.ts';

export interface NightOptions {
  readonly spec: Spec;
  /** The night's UTC date, `YYYY-MM-DD`: it names the draws, so the same night is never asked twice. */
  readonly date: string;
  readonly now: Date;
  readonly history: readonly HistoryRecord[];
  /** Makes tonight the anchor, and says why. */
  readonly acceptAnchor?: string;
}

export interface NightResult {
  readonly report: NightReport;
  /** Lines for the history; none after an incomplete night, or where this night stands there already. */
  readonly append: readonly HistoryRecord[];
  /** For `syncIssue`; undefined after an incomplete night: an issue stays as it is. */
  readonly issue?: NightIssue;
}

/** Runs a night to its end. A night that is stopped or lacks answers changes nothing: no record, no issue. */
export async function runNight(project: Project, run: Run, options: NightOptions): Promise<NightResult> {
  const { spec, date, now, history } = options;
  const { panel, config } = project;
  const subject = hashSubject(project, spec);
  const known = findBaseline(history, { subject, date });
  refuseBackdated(history, { subject, date, known });
  const acceptAnchor = options.acceptAnchor ?? acceptedByConfig(config.nightly.anchorFrom, { known, date });
  const baseline = acceptAnchor === undefined ? known : undefined;
  const pairs = panel.models.map((model) => ({ base: model, head: model }));
  const comparison: Comparison = {
    ...compareModels({ spec, pairs }, comparisonRules(project)),
    night: date,
    // What becomes the anchor is ruled on by every judge, so that each can be held against itself.
    ...(baseline === undefined ? { auditShare: 1 } : {}),
  };
  const watch = watchNames(run.ask);
  const draws = config.nightly.draws;
  const first = baseline === undefined ? 2 * draws : draws;
  const models = Object.fromEntries(panel.models.map((model) => [model.ref.id, hashModel(model)]));
  const seenAgain = (sentinels: readonly Scenario[]): readonly StoredResponse[] =>
    baseline === undefined
      ? retestedAnswers(sentinels, { models: Object.keys(models), date })
      : sentinelAnswers({ tonight: { models, scenarios: hashScenarios(sentinels) }, baseline }, 1);
  const money = { at: now.getTime(), draws: first, seenAgain };
  const set = chooseScenarios(project, { comparison, store: run.store, date, ...money });
  const asked = [...set.sentinels, ...set.rotation];
  const night = createNight({ comparison, asked, run, ask: watch.ask, date });
  const record = (alarms: readonly Alarm[]): NightRecord => ({
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at: now.toISOString(),
    subject,
    models,
    scenarios: hashScenarios(asked),
    sentinels: set.sentinels.map(({ id }) => id),
    cells: [...night.cells()],
    rejudged: [...night.rejudged()],
    answeredAs: watch.names(),
    alarms: [...alarms],
    calls: run.tally.needed().calls,
    usd: run.tally.needed().usd,
  });

  await night.ask(Object.keys(models), { from: 1, to: first });
  const events: NightEvent[] = [...set.events];
  const scores = (): ReturnType<typeof countScored> =>
    countScored(night.cells(), { asked, classifier: panel.classifier });
  const input = (held: Baseline): NightInput => {
    const scored = scores();
    return {
      tonight: record([]),
      baseline: held,
      judges: panel.judges.map(({ id }) => id),
      classifier: scored === undefined || isSilent(scored) ? undefined : panel.classifier!.id,
      margins: config.margins,
      seed: config.seed,
    };
  };
  if (baseline === undefined) await night.rejudge(seenAgain(set.sentinels));
  else {
    const ask = { night, baseline, input: () => input(baseline), draws, names: watch.names };
    events.push(...(await askSuspects(ask)));
  }
  const reason = whyIncomplete(night.cells(), run);
  const common = { simulated: isSimulated(project), set, events, history };
  if (reason !== undefined)
    return { report: buildNightReport({ ...common, record: record([]), baseline, reason }), append: [] };
  if (baseline === undefined) {
    const carried = acceptAnchor === undefined ? carriedAlarms(history, { subject, date }) : undefined;
    if (carried !== undefined)
      events.push({ kind: 'new-subject', lastDate: carried.date, carried: carried.alarms.length });
    const closed = acceptAnchor === undefined ? [] : openAlarms(history, date);
    const pinned = record(carried?.alarms ?? []);
    const report = buildNightReport({ ...common, record: pinned, baseline, closed });
    const line: HistoryRecord =
      acceptAnchor === undefined
        ? pinned
        : { schema: 'spec-gate/night@1', kind: 'anchor', at: now.toISOString(), reason: acceptAnchor, night: pinned };
    return finish(report, line, history);
  }
  const held = input(baseline);
  const decision = decideNight(held);
  const decided = record(decision.alarms);
  const gaps = findGaps(held, decision, scores());
  return finish(buildNightReport({ ...common, record: decided, baseline, decision, gaps }), decided, history);
}

/** A night that stands in the history already is not written again. */
function finish(report: NightReport, line: HistoryRecord, history: readonly HistoryRecord[]): NightResult {
  const isKnown =
    line.kind === 'night' &&
    history.some((known) => known.kind === 'night' && known.date === line.date && known.subject === line.subject);
  return { report, append: isKnown ? [] : [line], issue: writeNightIssue(report) };
}

/** Answers of the anchor night that are seen a second time in it: how often each judge, and the classifier, contradicts itself. */
function retestedAnswers(
  sentinels: readonly Scenario[],
  { models, date }: { readonly models: readonly string[]; readonly date: string },
): readonly StoredResponse[] {
  return sentinels.flatMap(({ id }) =>
    models.flatMap((model) => [1, 2].map((draw) => ({ scenario: id, model, draw, from: date }))),
  );
}

function hashScenarios(scenarios: readonly Scenario[]): NightRecord['scenarios'] {
  return Object.fromEntries(scenarios.map((scenario) => [scenario.id, hashScenario(scenario)]));
}

/** Too much missing for any model, or a run that was stopped: such a night is no baseline and says nothing. */
function whyIncomplete(cells: readonly NightCell[], run: Run): string | undefined {
  const stop = run.stopped();
  if (stop !== undefined) return stop.kind;
  const models = [...new Set(cells.map(({ model }) => model))];
  const silent = models.filter((model) => {
    const own = cells.filter((cell) => cell.model === model);
    return own.filter(({ against }) => against === 'missing').length > MOST_MISSING * own.length;
  });
  return silent.length === 0 ? undefined : `answers missing: ${silent.join(', ')}`;
}

function isSimulated({ panel }: Project): boolean {
  const { models, judges, classifier } = panel;
  return [...models.map(({ ref }) => ref), ...judges, ...(classifier === undefined ? [] : [classifier])].some(
    ({ kind }) => kind === 'simulated',
  );
}
