// Puts the one report together from what was compared, what was decided and the evidence behind it.
import { capFindings } from './build/cap-findings.ts';
import { whereDefined } from '../core/where-defined.ts';
import { findCellOutliers } from '../analysis/cell-outliers.ts';
import { tabulateReadings } from '../analysis/clause-readings.ts';
import { measureAgreement, summariseJudges } from '../analysis/agreement.ts';
import { findConflicts } from '../analysis/conflicts.ts';
import { pairedCells } from '../analysis/paired-cells.ts';
import type { Verdict } from '../decision/decision.ts';
import { isKnown, isRight } from '../decision/judge-panel.ts';
import { judgeReach } from '../decision/judge-reach.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import type { Count } from '../evaluation/tally.ts';
import type { SelectedScenario } from '../scenarios/selection/select.ts';
import { reportChanges } from './build/report-changes.ts';
import { chanceNote } from './build/chance-note.ts';
import { conflictFindings } from './build/conflict-findings.ts';
import { hasFailedAnswers } from './failing-scenarios.ts';
import { noteFindings, reasonFindings } from './build/report-findings.ts';
import { simulatedModels, standingNotes } from './build/standing-notes.ts';
import { textOrAnswers } from './build/text-or-answers.ts';
import { trainingGap } from './build/training-gap.ts';
import { readingFindings } from './build/reading-findings.ts';
import { reportModelChanges } from './build/report-model-changes.ts';
import { reportLetThrough } from './build/report-let-through.ts';
import { reportModels } from './build/report-models.ts';
import { reportOutliers, respondentOf } from './build/report-outliers.ts';
import { reportScenarios } from './build/report-scenarios.ts';
import { reportWritten } from './build/report-written.ts';
import { listCauses, whyMissing } from './build/why-missing.ts';
import { createFinding } from './messages.ts';
import type { Finding, Report, ReportJudge, ReportSelection } from './report.ts';
import { rankBySeverity, statusOfGrounds } from '../decision/severity.ts';
import type { ReportParts } from './report-parts.ts';

/** Clauses whose readings a report shows. */
const MOST_READINGS = 20;

const NOBODY = { slots: [], cells: [] } as const;

/** The report of one comparison. Pure: the same parts give the same bytes. */
export function buildReport(parts: ReportParts): Report {
  const { comparison, verdict, cells } = parts;
  const stage = parts.rounds.at(-1)?.stage ?? 'screen';
  const deciding = cells.filter((cell) => cell.stage === stage);
  const scenarios = parts.affected.map(({ scenario }) => scenario);
  const models = comparison.slots.map(({ id }) => id);
  const { written } = parts.coverage ?? { written: [] };
  const writtenIds = new Set(written.map(({ scenario }) => scenario.id));
  const isWritten = (id: string): boolean => writtenIds.has(id);
  const { disclosure, added = NOBODY, modelOrigins = new Map<never, never>() } = parts;
  // Models that replace none are shown beside the panel; they are no part of the decision.
  const together = {
    comparison: { ...comparison, slots: [...comparison.slots, ...added.slots] },
    cells: [...deciding, ...added.cells],
    disclosure,
  };
  const outliers = reportOutliers(findCellOutliers(together.cells, { kind: comparison.kind, panel: new Set(models) }), {
    ...together,
    scenarios: parts.selected.map(({ scenario }) => scenario),
    touched: new Set(parts.changes.filter(({ kind }) => kind !== 'cosmetic').map(({ id }) => id)),
  });
  const everybody = { ...together, outliers };
  const modelChanges = reportModelChanges({
    ...everybody,
    scenarios: parts.selected.map(({ scenario }) => scenario),
    origins: new Map([...modelOrigins, ...added.slots.map(({ id }) => [id, 'added'] as const)]),
    categories: parts.categories ?? new Map<never, never>(),
    stage,
    seed: parts.seed,
  });
  // The screen holds four base draws against one of the head: counts of both sides need the same draws.
  const conflicts = findConflicts(pairedCells(deciding));
  const tested = verdict.findings;
  const readings = readingFindings({ verdict, cells: deciding, changes: parts.changes });
  const { controls = { controls: [], rulings: [] } } = parts;
  const panel = summariseJudges(
    deciding,
    comparison.judges.map(({ id }) => id),
  ).map((judge) => ({ ...judge, ...knownOf(judge.judge, controls.rulings) }));
  const causes = listCauses([...cells, ...added.cells], (cell) => respondentOf(everybody.comparison, cell));
  const letThrough = reportLetThrough({ comparison, scenarios, cells: deciding, stage, controls, disclosure });
  const context = {
    kind: comparison.kind,
    verdict,
    ...(causes[0] !== undefined && { remedy: causes[0].remedy }),
    changes: parts.changes,
    cells,
    panel,
    base: parts.base.ref,
    ...whereDefined({ letThrough }),
    // Outliers of a model that replaces none are no reason for the verdict.
    outliers: outliers.filter(({ model }) => models.includes(model)),
    // A changed model answers on all clauses, so where it moved most is said beside the model, not as the place of the
    // change.
    movedClauses: comparison.kind === 'model' ? [] : movedClauses(verdict),
    changedModels: [...modelOrigins.keys()],
    untested: parts.untested,
    ...whereDefined({ linked: parts.linked }),
    ...priceOfScenario(parts),
  };
  const found = reasonFindings(context);
  // "Nothing changed" would be wrong beside answers of new models.
  const own = added.cells.length > 0 ? found.filter(({ code }) => code !== 'noChange') : found;
  const reasons = capFindings(rankBySeverity([...(parts.grounds ?? []), ...own]));
  return {
    schema: 'spec-gate/report@1',
    simulated: simulatedModels(everybody.comparison).length > 0,
    comparison: comparison.kind,
    verdict: {
      status: worstOf(verdict.verdict, parts.grounds ?? []),
      reasons: reasons.length > 0 ? reasons : [passFinding(verdict)],
    },
    base: parts.base,
    head: parts.head,
    policyHash: parts.policyHash,
    ...(parts.approvers.length > 0 && { approvers: parts.approvers }),
    changes: reportChanges(parts.changes),
    selection: parts.selected.map((one) => ({
      ...describeSelected(one, parts.affected.includes(one)),
      ...(isWritten(one.scenario.id) && { written: true as const }),
    })),
    ...(written.length > 0 && { written: reportWritten(written) }),
    ...whereDefined({ coverage: parts.specCoverage }),
    untested: parts.untested,
    endpoints: verdict.metrics,
    clauses: verdict.clauses,
    models: reportModels(everybody.comparison.slots, everybody),
    judges: {
      panel,
      base: measureAgreement(deciding.filter(({ arm }) => arm === 'base')),
      head: measureAgreement(deciding.filter(({ arm }) => arm === 'head')),
      ...whereDefined({ reach: comparison.kind === 'model' ? undefined : judgeReach(verdict, controls.rulings) }),
    },
    conflicts,
    tested,
    readings: tabulateReadings(deciding, {
      panel: comparison.judges.map(({ id }) => id),
      reportedAs: (clause) => comparison.clauses.byId.get(clause)?.id ?? clause,
    }).slice(0, MOST_READINGS),
    ...whereDefined({ letThrough }),
    scenarios: reportScenarios({ scenarios, models, cells: deciding, stage, disclosure }).map((row) =>
      isWritten(row.scenario) ? { ...row, written: true as const } : row,
    ),
    outliers,
    ...(modelChanges.length > 0 && { modelChanges }),
    findings: capFindings([
      ...(parts.split === undefined ? [] : [textOrAnswers(parts.split)]),
      ...readings.filter(({ severity }) => severity !== 'notice'),
      ...conflictFindings(conflicts, { findings: tested, changes: parts.changes }),
      ...(parts.coverage?.findings ?? []),
      ...trainingGap({ comparison, verdict, cells: deciding, changes: parts.changes }),
    ]),
    rounds: parts.rounds,
    needed: describeNeeded(parts.needed),
    notes: capFindings([
      ...(parts.notes ?? []),
      ...(parts.coverage?.notes ?? []),
      ...whyMissing(causes),
      ...noteFindings(context),
      ...readings.filter(({ severity }) => severity === 'notice'),
      ...chanceNote({ tested, conflicts, outliers, hasFailed: hasFailedAnswers(verdict.metrics) }),
      ...standingNotes({ ...parts, comparison: everybody.comparison, cells: [...cells, ...added.cells] }),
    ]),
  };
}

/** What a judge's rulings on answers of known ruling say: canaries, and labelled violations under the base text. */
function knownOf(judge: string, rulings: readonly ControlRuling[]): Pick<ReportJudge, 'known'> {
  const own = rulings.filter(isKnown);
  const right = own.filter((one) =>
    one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)),
  );
  return own.length === 0 ? {} : { known: { right: right.length, asked: own.length } };
}

function passFinding(verdict: Verdict): Finding {
  const scenarios = Math.max(0, ...Object.values(verdict.metrics).map((metric) => metric.scenarios));
  return createFinding({ code: 'withinMargins', args: { scenarios }, severity: 'notice' });
}

function worstOf(status: Verdict['verdict'], grounds: readonly Finding[]): Verdict['verdict'] {
  const outer = statusOfGrounds(grounds);
  return status === 'fail' || outer === 'pass' ? status : outer;
}

/** Clauses whose scenarios changed, largest rise first. */
function movedClauses(verdict: Verdict): readonly string[] {
  return verdict.clauses
    .filter(({ status, change }) => status === 'changed' && (change ?? 0) > 0)
    .sort((a, b) => (b.change ?? 0) - (a.change ?? 0))
    .map(({ id }) => id);
}

function describeSelected({ scenario, reason }: SelectedScenario, affected: boolean): ReportSelection {
  const { nudge, value1, value2, disagreement } = scenario;
  return {
    scenario: scenario.id,
    reason: reason.kind,
    clauses: reason.kind === 'linked' ? reason.clauses : [reason.clause],
    ...(reason.kind === 'suggested' && { similarity: reason.similarity }),
    ...whereDefined({ nudge }),
    ...(value1 !== undefined && value2 !== undefined && { values: [value1, value2] as const }),
    ...whereDefined({ disagreement }),
    affected,
  };
}

function describeNeeded({ calls, inputTokens, outputTokens, usd }: Count): Report['needed'] {
  return { calls, inputTokens, outputTokens, ...(usd !== 'unknown' && { usd }) };
}

function priceOfScenario({ needed, affected }: ReportParts): { usdPerScenario?: number } {
  if (needed.usd === 'unknown' || affected.length === 0) return {};
  return { usdPerScenario: needed.usd / affected.length };
}
