// A night: asks the sentinels and a part of the bank anew, and says who has changed since the anchor.
import { UserError } from '../core/errors.ts';
import { decideNight, type NightInput } from '../decision/nightly/decide.ts';
import { findBaseline, type Baseline } from '../decision/nightly/anchor.ts';
import type { Alarm, HistoryRecord, NightCell, NightRecord } from '../decision/nightly/record.ts';
import { MOST_MISSING } from '../decision/bounds.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { compareModels } from '../evaluation/create-comparison.ts';
import type { Project } from '../io/load-project.ts';
import type { Run } from '../io/open-run.ts';
import { buildNightReport } from '../report/nightly-build.ts';
import { writeNightIssue } from '../report/nightly-markdown.ts';
import type { NightEvent, NightIssue, NightReport } from '../report/nightly-report.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import { comparisonRules } from './prepare-check.ts';
import { askSuspects, createNight, placeOf } from './nightly-evidence.ts';
import { watchNames } from './nightly-names.ts';
import { chooseScenarios } from './nightly-set.ts';
import { hashModel, hashScenario, hashSubject } from './nightly-subject.ts';

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
  const set = chooseScenarios(project, { comparison, store: run.store, date, at: now.getTime(), draws: first });
  const asked = [...set.sentinels, ...set.rotation];
  const night = createNight({ comparison, asked, run, ask: watch.ask, date });
  const record = (alarms: readonly Alarm[]): NightRecord => ({
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at: now.toISOString(),
    subject,
    models: Object.fromEntries(panel.models.map((model) => [model.ref.id, hashModel(model)])),
    scenarios: Object.fromEntries(asked.map((scenario) => [scenario.id, hashScenario(scenario)])),
    sentinels: set.sentinels.map(({ id }) => id),
    cells: [...night.cells()],
    rejudged: [...night.rejudged()],
    answeredAs: watch.names(),
    alarms: [...alarms],
    calls: run.tally.needed().calls,
    usd: run.tally.needed().usd,
  });

  await night.ask(
    panel.models.map(({ ref }) => ref.id),
    { from: 1, to: first },
  );
  const events: NightEvent[] = [...set.events];
  const input = (held: Baseline): NightInput => ({
    tonight: record([]),
    baseline: held,
    judges: panel.judges.map(({ id }) => id),
    margin: config.margins.nonCompliance,
    seed: config.seed,
  });
  if (baseline === undefined) {
    await night.rejudge(
      night
        .cells()
        .filter(isRetested(set.sentinels))
        .map((cell) => ({ ...placeOf(cell), from: date })),
    );
  } else {
    await askSuspects({ night, baseline, input, draws, events, names: watch.names });
  }
  const reason = whyIncomplete(night.cells(), run);
  const common = { date, simulated: isSimulated(project), set, events, history, subject, run };
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
  const decision = decideNight(input(baseline));
  for (const { model, tonight, judgedAnew } of decision.models) {
    if (tonight !== undefined && tonight.p <= 0.05 && !judgedAnew) events.push({ kind: 'not-judged-anew', id: model });
  }
  const decided = record(decision.alarms);
  return finish(buildNightReport({ ...common, record: decided, baseline, decision }), decided, history);
}

/** A day in the config is an acceptance that was reviewed; it holds once, for the first whole night from then on. */
function acceptedByConfig(
  anchorFrom: string | undefined,
  { known, date }: { readonly known: Baseline | undefined; readonly date: string },
): string | undefined {
  if (anchorFrom === undefined || known === undefined || date < anchorFrom || known.anchor.date >= anchorFrom)
    return undefined;
  return `nightly.anchorFrom: ${anchorFrom}`;
}

/** A night that stands in the history already is not written again. */
function finish(report: NightReport, line: HistoryRecord, history: readonly HistoryRecord[]): NightResult {
  const isKnown =
    line.kind === 'night' &&
    history.some((known) => known.kind === 'night' && known.date === line.date && known.subject === line.subject);
  return { report, append: isKnown ? [] : [line], issue: writeNightIssue(report) };
}

/** A night before the first one would pin itself as the anchor, unaccepted. */
function refuseBackdated(
  history: NightOptions['history'],
  tonight: { readonly subject: string; readonly date: string; readonly known: Baseline | undefined },
): void {
  const nights = history.map((record) => (record.kind === 'night' ? record : record.night));
  const later = nights.find(({ subject, date }) => subject === tonight.subject && date > tonight.date);
  if (tonight.known !== undefined || later === undefined) return;
  throw new UserError({
    message: `the night of ${tonight.date} lies before the anchor of ${later.date}`,
    hint: 'the anchor moves by acceptance only: --accept-anchor REASON, or nightly.anchorFrom',
  });
}

/** Answers that the judges rule on a second time in the anchor night: how often each contradicts itself. */
function isRetested(sentinels: readonly Scenario[]): (cell: NightCell) => boolean {
  const ids = new Set(sentinels.map(({ id }) => id));
  return ({ scenario, draw }) => draw <= 2 && ids.has(scenario);
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

function openAlarms(history: readonly HistoryRecord[], date: string): readonly Alarm[] {
  const nights = history
    .map((line) => (line.kind === 'night' ? line : line.night))
    .filter((night) => night.date < date);
  return nights.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)?.alarms ?? [];
}

/** With another spec or panel the old alarms can be neither confirmed nor cleared: they stay until somebody accepts. */
function carriedAlarms(
  history: readonly HistoryRecord[],
  { subject, date }: { subject: string; date: string },
): { readonly date: string; readonly alarms: readonly Alarm[] } | undefined {
  const nights = history.map((line) => (line.kind === 'night' ? line : line.night));
  const last = nights
    .filter((night) => night.date < date && night.subject !== subject)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  return last === undefined ? undefined : { date: last.date, alarms: last.alarms };
}

function isSimulated({ panel }: Project): boolean {
  return [...panel.models.map(({ ref }) => ref), ...panel.judges].some(({ kind }) => kind === 'simulated');
}
