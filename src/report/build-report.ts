// Puts the one report together from what was compared, what was decided and the evidence behind it.
import { measureAgreement, summariseJudges } from '../analysis/agreement.ts';
import { findConflicts } from '../analysis/conflicts.ts';
import { indexCells } from '../analysis/draw-row.ts';
import { findOutliers } from '../analysis/outliers.ts';
import type { Verdict } from '../decision/decision.ts';
import type { Round } from '../decision/round.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import type { EvaluatedCell } from '../evaluation/evaluate.ts';
import type { Count } from '../evaluation/tally.ts';
import type { SelectedScenario, UntestedClause } from '../scenarios/select.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { Disclosure } from './build/disclose.ts';
import { reportChanges } from './build/report-changes.ts';
import { conflictFindings } from './build/conflict-findings.ts';
import { noteFindings, reasonFindings } from './build/report-findings.ts';
import { simulatedModels, standingNotes } from './build/standing-notes.ts';
import { trainingGap } from './build/training-gap.ts';
import { reportModelChanges, type ModelChangeEvidence } from './build/report-model-changes.ts';
import { reportModels } from './build/report-models.ts';
import { reportOutliers } from './build/report-outliers.ts';
import { reportScenarios } from './build/report-scenarios.ts';
import { createFinding } from './messages.ts';
import type { Finding, Report, ReportSelection, ReportSide } from './report.ts';

export interface ReportParts {
  readonly comparison: Comparison;
  readonly base: ReportSide;
  readonly head: ReportSide;
  readonly policyHash: string;
  readonly changes: readonly ClauseChange[];
  readonly selected: readonly SelectedScenario[];
  readonly affected: readonly SelectedScenario[];
  readonly untested: readonly UntestedClause[];
  /** All scenarios that test the changed clauses, where the selection has taken every one of them. */
  readonly linked?: number;
  readonly verdict: Verdict;
  readonly rounds: readonly (Round & { readonly outcome: string })[];
  readonly cells: readonly EvaluatedCell[];
  readonly needed: Count;
  readonly disclosure: Disclosure;
  /** Slots whose model changed; only in a comparison of models. */
  readonly modelOrigins?: ModelChangeEvidence['origins'];
  /** Value (lower case) -> category; a value without one stands for itself. */
  readonly categories?: ReadonlyMap<string, string>;
  /** The policy's. */
  readonly seed: string;
  /** Grounds from outside the evidence (a stopped run, a loosened policy): the first of the verdict's reasons. */
  readonly grounds?: readonly Finding[];
  readonly notes?: readonly Finding[];
}

/** The report of one comparison. Pure: the same parts give the same bytes. */
export function buildReport(parts: ReportParts): Report {
  const { comparison, verdict, cells } = parts;
  const stage = parts.rounds.at(-1)?.stage ?? 'screen';
  const deciding = cells.filter((cell) => cell.stage === stage);
  const scenarios = parts.affected.map(({ scenario }) => scenario);
  const models = comparison.slots.map(({ id }) => id);
  const draws = { base: mostDraws(deciding, 'base'), head: mostDraws(deciding, 'head') };
  const query = { stage, scenarios: scenarios.map(({ id }) => id), models, draws } as const;
  const outliers = comparison.kind === 'target' ? [] : findOutliers(indexCells(deciding), query);
  const { disclosure, modelOrigins: origins = new Map<never, never>(), categories = new Map<never, never>() } = parts;
  const modelChanges = reportModelChanges({
    comparison,
    scenarios,
    outliers,
    origins,
    categories,
    disclosure,
    stage,
    cells: deciding,
    seed: parts.seed,
  });
  const conflicts = findConflicts(deciding);
  const panel = summariseJudges(
    deciding,
    comparison.judges.map(({ id }) => id),
  );
  const context = {
    verdict,
    changes: parts.changes,
    cells,
    panel,
    outliers,
    // A model answers everywhere: where it moved most is said of it, not of the change.
    movedClauses: comparison.kind === 'model' ? [] : movedClauses(verdict),
    changedModels: [...origins.keys()],
    untested: parts.untested,
    ...(parts.linked === undefined ? {} : { linked: parts.linked }),
    ...priceOfScenario(parts),
  };
  const reasons = [...(parts.grounds ?? []), ...reasonFindings(context)];
  return {
    schema: 'spec-gate/report@1',
    simulated: simulatedModels(comparison).length > 0,
    comparison: comparison.kind,
    verdict: {
      status: worstOf(verdict.verdict, parts.grounds ?? []),
      reasons: reasons.length > 0 ? reasons : [passFinding(verdict)],
    },
    base: parts.base,
    head: parts.head,
    policyHash: parts.policyHash,
    changes: reportChanges(parts.changes),
    selection: parts.selected.map((one) => describeSelected(one, parts.affected.includes(one))),
    untested: parts.untested,
    endpoints: verdict.endpoints,
    clauses: verdict.clauses,
    models: reportModels(comparison.slots, { cells: deciding, outliers }),
    judges: {
      panel,
      base: measureAgreement(deciding.filter(({ arm }) => arm === 'base')),
      head: measureAgreement(deciding.filter(({ arm }) => arm === 'head')),
    },
    conflicts,
    scenarios: reportScenarios({ scenarios, models, cells: deciding, stage, disclosure }),
    outliers: reportOutliers(outliers, { comparison, cells: deciding, disclosure }),
    ...(modelChanges.length === 0 ? {} : { modelChanges }),
    findings: [
      ...conflictFindings(conflicts, parts.changes),
      ...trainingGap({ comparison, verdict, cells: deciding, changes: parts.changes }),
    ],
    rounds: parts.rounds,
    needed: describeNeeded(parts.needed),
    notes: [...(parts.notes ?? []), ...noteFindings(context), ...standingNotes(parts)],
  };
}

function passFinding(verdict: Verdict): Finding {
  const scenarios = Math.max(0, ...Object.values(verdict.endpoints).map((endpoint) => endpoint.scenarios));
  return createFinding({ code: 'withinMargins', args: { scenarios }, severity: 'notice' });
}

function worstOf(status: Verdict['verdict'], grounds: readonly Finding[]): Verdict['verdict'] {
  if (status === 'fail' || grounds.some(({ severity }) => severity === 'error')) return 'fail';
  return grounds.some(({ severity }) => severity === 'warning') ? 'inconclusive' : status;
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
    ...(reason.kind === 'suggested' ? { similarity: reason.similarity } : {}),
    ...(nudge === undefined ? {} : { nudge }),
    ...(value1 === undefined || value2 === undefined ? {} : { values: [value1, value2] as const }),
    ...(disagreement === undefined ? {} : { disagreement }),
    affected,
  };
}

function mostDraws(cells: readonly EvaluatedCell[], arm: 'base' | 'head'): number {
  return cells.reduce((most, cell) => (cell.arm === arm ? Math.max(most, cell.draw) : most), 0);
}

function describeNeeded({ calls, inputTokens, outputTokens, usd }: Count): Report['needed'] {
  return { calls, inputTokens, outputTokens, ...(usd === 'unknown' ? {} : { usd }) };
}

function priceOfScenario({ needed, affected }: ReportParts): { usdPerScenario?: number } {
  if (needed.usd === 'unknown' || affected.length === 0) return {};
  return { usdPerScenario: needed.usd / affected.length };
}
