// Builds a night's report from its record, the history and the decision. Depends on those alone.
import type { NightDecision } from '../decision/nightly/decide.ts';
import type { Baseline } from '../decision/nightly/anchor.ts';
import type { Alarm, HistoryRecord, NightCell, NightRecord } from '../decision/nightly/record.ts';
import type { NightEvent, NightModel, NightReport } from './nightly-report.ts';

export interface NightReportInput {
  readonly record: NightRecord;
  readonly baseline: Baseline | undefined;
  readonly history: readonly HistoryRecord[];
  readonly simulated: boolean;
  readonly set: { readonly sentinels: readonly unknown[]; readonly rotation: readonly unknown[] };
  readonly events: readonly NightEvent[];
  /** Absent for an anchor night and an incomplete one. */
  readonly decision?: NightDecision;
  /** Why the night is incomplete. */
  readonly reason?: string;
  /** Alarms that an acceptance closed. */
  readonly closed?: readonly Alarm[];
}

const TREND_NIGHTS = 30;

export function buildNightReport(input: NightReportInput): NightReport {
  const { record, baseline, decision, reason, events, set } = input;
  const accepted = baseline?.accepted;
  return {
    schema: 'spec-gate/nightly@1',
    status: statusOf(input),
    date: record.date,
    simulated: input.simulated,
    ...(reason === undefined ? {} : { reason }),
    ...(baseline === undefined
      ? {}
      : {
          anchor: {
            date: baseline.anchor.date,
            ...(accepted === undefined ? {} : { accepted: { at: accepted.at, reason: accepted.reason } }),
          },
          last: baseline.last.date,
        }),
    asked: { sentinels: set.sentinels.length, rotation: set.rotation.length },
    models: Object.keys(record.models).map((id) => describeModel(id, input)),
    judges: decision?.judges ?? [],
    alarms: record.alarms,
    closed: decision?.closed ?? input.closed ?? [],
    events,
    trend: readTrend(input),
    ...(decision === undefined ? {} : { level: decision.level, betweenNights: decision.betweenNights }),
    calls: record.calls,
    usd: record.usd,
  };
}

function statusOf({ record, reason, decision }: NightReportInput): NightReport['status'] {
  if (reason !== undefined) return 'incomplete';
  if (record.alarms.some(({ kind }) => kind === 'model')) return 'regressed';
  if (record.alarms.length > 0) return 'judge-drift';
  return decision === undefined ? 'anchored' : 'steady';
}

function describeModel(id: string, { record, baseline, decision }: NightReportInput): NightModel {
  const own = cellsOf(record, id);
  const test = decision?.models.find(({ model }) => model === id);
  const then = baseline === undefined ? [] : cellsOf(baseline.anchor, id);
  const refusals = shareRefused(own);
  const anchorRefusals = shareRefused(sharedWith(then, own));
  const lastChange = baseline === undefined ? undefined : meanChange(cellsOf(baseline.last, id), own);
  return {
    id,
    nonCompliance: shareAgainst(own),
    tonight: test?.tonight,
    week: test?.week,
    judgedAnew: test?.judgedAnew ?? false,
    ...(refusals === undefined ? {} : { refusals }),
    ...(anchorRefusals === undefined ? {} : { anchorRefusals }),
    ...(lastChange === undefined ? {} : { lastChange }),
  };
}

function readTrend({ record, history }: NightReportInput): NightReport['trend'] {
  const nights = new Map<string, NightRecord>();
  for (const line of history) {
    const night = line.kind === 'night' ? line : line.night;
    if (night.date < record.date && !nights.has(night.date)) nights.set(night.date, night);
  }
  const before = [...nights.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const shown = [...before, record].slice(-TREND_NIGHTS);
  const share = (night: NightRecord, id: string): number | null =>
    shareAgainst(cellsOf(night, id).filter(({ scenario }) => night.sentinels.includes(scenario))) ?? null;
  return {
    dates: shown.map(({ date }) => date),
    models: Object.fromEntries(Object.keys(record.models).map((id) => [id, shown.map((night) => share(night, id))])),
  };
}

function cellsOf(night: Pick<NightRecord, 'cells'>, id: string): readonly NightCell[] {
  return night.cells.filter(({ model }) => model === id);
}

function sharedWith(cells: readonly NightCell[], others: readonly NightCell[]): readonly NightCell[] {
  const scenarios = new Set(others.map(({ scenario }) => scenario));
  return cells.filter(({ scenario }) => scenarios.has(scenario));
}

function meanChange(before: readonly NightCell[], now: readonly NightCell[]): number | undefined {
  const [from, to] = [shareAgainst(sharedWith(before, now)), shareAgainst(sharedWith(now, before))];
  return from === undefined || to === undefined ? undefined : to - from;
}

/** Mean over scenarios of the share of draws ruled against, so that a second look at some weighs no more. */
function shareAgainst(cells: readonly NightCell[]): number | undefined {
  const draws = new Map<string, boolean[]>();
  for (const { scenario, against } of cells) {
    if (against === 'missing') continue;
    draws.set(scenario, [...(draws.get(scenario) ?? []), against]);
  }
  if (draws.size === 0) return undefined;
  return [...draws.values()].reduce((sum, own) => sum + own.filter(Boolean).length / own.length, 0) / draws.size;
}

function shareRefused(cells: readonly NightCell[]): number | undefined {
  const typed = cells.filter(({ type }) => type !== undefined);
  if (typed.length === 0) return undefined;
  return (
    typed.filter(({ type }) => type === 'firm_rejection_with_explanation' || type === 'complete_rejection').length /
    typed.length
  );
}
