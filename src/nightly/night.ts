// A night: asks the sentinels and a part of the bank anew, and says who has changed since the anchor.
import { decideNight } from './decision/decide.ts';
import type { AnchoredNights } from './decision/anchor.ts';
import { MOST_MISSING } from '../decision/bounds.ts';
import type { HistoryRecord } from './decision/record.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import { buildNightReport, type NightReportInput } from './report/build.ts';
import { writeNightIssue } from './report/issue.ts';
import type { NightEvent, NightIssue, NightReport } from './report/report.ts';
import { findNightGaps, isSilent } from './gaps.ts';
import { carriedAlarms, openAlarms } from './history.ts';
import { hasSimulated, openNight, type NightOptions, type OpenNight } from './open.ts';
import { findLostHistory } from './earlier-anchor.ts';
import { askSuspects } from './suspects.ts';

export interface NightResult {
  readonly report: NightReport;
  /** Lines for the history; none after an incomplete night, or where this night stands there already. */
  readonly append: readonly HistoryRecord[];
  /** The text of evidence.jsonl, for `spec-gate analyze`. */
  readonly evidence: string;
  /** For `syncIssue`; undefined after an incomplete night: an issue stays as it is. */
  readonly issue?: NightIssue;
}

/** Runs a night to its end. A night that is stopped or lacks answers changes nothing: no record, no issue. */
export async function runNight(project: Project, run: Run, options: NightOptions): Promise<NightResult> {
  const open = openNight(project, run, options);
  const { night, baseline } = open;
  const lost = findLost(open, { simulated: hasSimulated(project), options });
  if (lost !== undefined) return lost;
  await night.ask(open.models, { from: 1, to: open.first });
  const events: NightEvent[] = [...open.set.events];
  if (baseline === undefined) await night.rejudge(open.seenAgain);
  else {
    const input = (): ReturnType<OpenNight['input']> => open.input(baseline);
    events.push(...(await askSuspects({ night, baseline, input, draws: open.first, names: open.names })));
  }
  const reason = whyIncomplete(open, run);
  const common = { simulated: hasSimulated(project), set: open.set, history: options.history, baseline };
  const evidence = open.evidence();
  if (reason !== undefined) {
    return { report: buildNightReport({ ...common, events, record: open.record([]), reason }), append: [], evidence };
  }
  const found =
    baseline === undefined
      ? pinAnchor(open, options, { ...common, events })
      : compareNights(open, { baseline, common: { ...common, events } });
  return { ...found, evidence };
}

/**
 * Without its history a night has nothing to compare with. It does not become the anchor by itself then, only if
 * somebody accepts it.
 */
function findLost(open: OpenNight, { simulated, options }: LostInput): NightResult | undefined {
  const { accepted, subject, baseline, record } = open;
  const { earlier, history } = options;
  if (accepted !== undefined || earlier === undefined) return undefined;
  const lost = findLostHistory(earlier, { history, subject, known: baseline });
  if (lost === undefined) return undefined;
  const set = { sentinels: [], rotation: [] };
  const events: readonly NightEvent[] = [{ kind: 'history-lost', lost }];
  const reason = 'its history is missing';
  const about = { simulated, set, history, baseline: undefined };
  return { report: buildNightReport({ ...about, events, record: record([]), reason }), append: [], evidence: '' };
}

interface LostInput {
  readonly simulated: boolean;
  readonly options: NightOptions;
}

type Found = Omit<NightResult, 'evidence'>;

type Common = Omit<NightReportInput, 'record' | 'decision' | 'gaps' | 'reason' | 'closed'>;

/** Tonight is what later nights are held against: the first one, or one that somebody accepted. */
function pinAnchor({ subject, accepted, record }: OpenNight, options: NightOptions, common: Common): Found {
  const { date, now, history } = options;
  const carried = accepted === undefined ? carriedAlarms(history, { subject, date }) : undefined;
  const changed: readonly NightEvent[] =
    carried === undefined ? [] : [{ kind: 'new-subject', lastDate: carried.date, carried: carried.alarms.length }];
  const closed = accepted === undefined ? [] : openAlarms(history, date);
  const pinned = record(carried?.alarms ?? []);
  const report = buildNightReport({ ...common, events: [...common.events, ...changed], record: pinned, closed });
  const line: HistoryRecord =
    accepted === undefined
      ? pinned
      : { schema: 'spec-gate/night@1', kind: 'anchor', at: now.toISOString(), reason: accepted, night: pinned };
  return finish(report, line, history);
}

function compareNights(
  { input, record, scores }: OpenNight,
  { baseline, common }: { readonly baseline: AnchoredNights; readonly common: Common },
): Found {
  const evidence = input(baseline);
  const decision = decideNight(evidence);
  const decided = record(decision.alarms);
  const gaps = findNightGaps(evidence, decision, scores());
  return finish(buildNightReport({ ...common, record: decided, decision, gaps }), decided, common.history);
}

/** A night that stands in the history already is not written again. */
function finish(report: NightReport, line: HistoryRecord, history: readonly HistoryRecord[]): Found {
  const isKnown =
    line.kind === 'night' &&
    history.some((known) => known.kind === 'night' && known.date === line.date && known.subject === line.subject);
  return { report, append: isKnown ? [] : [line], issue: writeNightIssue(report) };
}

/**
 * Too much missing for any model, or a run that was stopped: such a night is no baseline and says nothing. One that would be
 * the anchor must have its scores, too, or nothing that rests on them could ever be compared with it.
 */
function whyIncomplete({ night, baseline, scores, models }: OpenNight, run: Run): string | undefined {
  const stop = run.stopped();
  if (stop?.kind === 'batch') return 'its answers are in batches that are out';
  if (stop !== undefined) return stop.kind;
  const silent = models.filter((model) => {
    const own = night.cells().filter((cell) => cell.model === model);
    return own.filter(({ against }) => against === 'missing').length > MOST_MISSING * own.length;
  });
  if (silent.length > 0) return `answers missing: ${silent.join(', ')}`;
  const scored = scores();
  if (baseline !== undefined || scored === undefined || !isSilent(scored)) return undefined;
  return `scores missing: ${scored.of - scored.scored} of ${scored.of}`;
}
