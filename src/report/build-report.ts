// Puts the one report together from what was compared, what was decided and the evidence behind it.
import { capFindings } from './build/cap-findings.ts';
import { whereDefined } from '../core/where-defined.ts';
import { tabulateReadings } from '../analysis/clause-readings.ts';
import type { Verdict } from '../decision/decision.ts';
import { judgeReach } from '../decision/judge-reach.ts';
import type { Count } from '../evaluation/tally.ts';
import type { SelectedScenario } from '../scenarios/selection/select.ts';
import { reportChanges } from './build/report-changes.ts';
import type { FindingContext } from './build/finding-numbers.ts';
import { chanceNote } from './build/chance-note.ts';
import { conflictFindings } from './build/conflict-findings.ts';
import { hasFailedAnswers } from './failing-scenarios.ts';
import { noteFindings, reasonFindings } from './build/report-findings.ts';
import { simulatedModels, standingNotes } from './build/standing-notes.ts';
import { textOrAnswers } from './build/text-or-answers.ts';
import { trainingGap } from './build/training-gap.ts';
import { reportedWorse } from './reported-worse.ts';
import { reportModels } from './build/report-models.ts';
import { measureEvidence, type Measured } from './build/measure-evidence.ts';
import { reportScenarios } from './build/report-scenarios.ts';
import { reportWritten } from './build/report-written.ts';
import { whyMissing } from './build/why-missing.ts';
import { createFinding } from './messages.ts';
import type { Finding, Report, ReportSelection } from './report.ts';
import { rankBySeverity, statusOfGrounds } from '../decision/severity.ts';
import type { ReportParts } from './report-parts.ts';

/** Clauses whose readings a report shows. */
const MOST_READINGS = 20;

/** The report of one comparison. Pure: the same parts give the same bytes. */
export function buildReport(parts: ReportParts): Report {
  const { comparison, verdict } = parts;
  const measured = measureEvidence(parts);
  const { deciding, everybody, judges, modelChanges } = measured;
  const { written } = parts.coverage ?? { written: [] };
  const writtenIds = new Set(written.map(({ scenario }) => scenario.id));
  const isWritten = (id: string): boolean => writtenIds.has(id);
  const context = findingContext(parts, measured);
  const reasons = capFindings(rankBySeverity([...(parts.grounds ?? []), ...ownReasons(parts, context)]));
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
    ...whereDefined({ acceptances: parts.acceptances }),
    changes: reportChanges(parts.changes),
    selection: parts.selected.map((one) => ({
      ...describeSelected(one, parts.affected),
      ...(isWritten(one.scenario.id) && { written: true as const }),
    })),
    ...(written.length > 0 && { written: reportWritten(written) }),
    ...whereDefined({ coverage: parts.specCoverage }),
    untested: parts.untested,
    endpoints: verdict.metrics,
    clauses: verdict.clauses,
    models: reportModels(everybody.comparison.slots, everybody),
    judges: {
      ...judges,
      ...whereDefined({
        reach: comparison.kind === 'model' ? undefined : judgeReach(verdict, measured.controls.rulings),
      }),
    },
    conflicts: measured.conflicts,
    tested: verdict.findings,
    readings: tabulateReadings(deciding, {
      panel: comparison.judges.map(({ id }) => id),
      reportedAs: (clause) => comparison.clauses.byId.get(clause)?.id ?? clause,
    }).slice(0, MOST_READINGS),
    ...whereDefined({ letThrough: measured.letThrough }),
    scenarios: reportScenarios({ ...measured, cells: deciding, disclosure: parts.disclosure }).map((row) =>
      isWritten(row.scenario) ? { ...row, written: true as const } : row,
    ),
    outliers: everybody.outliers,
    ...(modelChanges.length > 0 && { modelChanges }),
    findings: capFindings(listFindings(parts, measured)),
    rounds: parts.rounds,
    needed: describeNeeded(parts.needed),
    notes: capFindings(listNotes(parts, measured, context)),
  };
}

/** What the sentences about metrics are written from. */
function findingContext(
  parts: ReportParts,
  { everybody, models, causes, judges, letThrough }: Measured,
): FindingContext {
  const { comparison, verdict } = parts;
  return {
    kind: comparison.kind,
    verdict,
    ...(causes[0] !== undefined && { remedy: causes[0].remedy }),
    changes: parts.changes,
    cells: parts.cells,
    panel: judges.panel,
    base: parts.base.ref,
    ...whereDefined({ letThrough }),
    // Outliers of a model that replaces none are no reason for the verdict.
    outliers: everybody.outliers.filter(({ model }) => models.includes(model)),
    // A changed model answers on all clauses, so where it moved most is said beside the model, not as the place of the
    // change.
    movedClauses: comparison.kind === 'model' ? [] : movedClauses(verdict),
    changedModels: [...(parts.modelOrigins ?? new Map<never, never>()).keys()],
    untested: parts.untested,
    ...whereDefined({ linked: parts.linked }),
    ...priceOfScenario(parts),
  };
}

function ownReasons({ added }: ReportParts, context: FindingContext): readonly Finding[] {
  const found = reasonFindings(context);
  // "Nothing changed" would be wrong beside answers of new models.
  return (added?.cells.length ?? 0) > 0 ? found.filter(({ code }) => code !== 'noChange') : found;
}

/** What a person should see beside the verdict. */
function listFindings(parts: ReportParts, { deciding, readings, conflicts }: Measured): readonly Finding[] {
  const { comparison, verdict, changes } = parts;
  return [
    ...(parts.split === undefined ? [] : [textOrAnswers(parts.split)]),
    ...readings.filter(({ severity }) => severity !== 'notice'),
    ...conflictFindings(conflicts, { findings: verdict.findings, changes }),
    ...(parts.coverage?.findings ?? []),
    ...trainingGap({ comparison, verdict, cells: deciding, changes }),
  ];
}

/** What the numbers rest on, and what they do not show. */
function listNotes(parts: ReportParts, measured: Measured, context: FindingContext): readonly Finding[] {
  const { verdict } = parts;
  const { causes, readings, conflicts, everybody, allCells } = measured;
  const hasFailed = hasFailedAnswers(verdict.metrics);
  return [
    ...(parts.notes ?? []),
    ...(parts.coverage?.notes ?? []),
    ...whyMissing(causes),
    ...noteFindings(context),
    ...readings.filter(({ severity }) => severity === 'notice'),
    ...chanceNote({ tested: verdict.findings, conflicts, outliers: everybody.outliers, hasFailed }),
    ...standingNotes({ ...parts, comparison: everybody.comparison, cells: allCells }),
  ];
}

function passFinding(verdict: Verdict): Finding {
  const scenarios = Math.max(0, ...Object.values(verdict.metrics).map((metric) => metric.scenarios));
  const reported = reportedWorse(verdict.metrics);
  const args = { scenarios, ...(reported.length > 0 && { reported }) };
  return createFinding({ code: 'withinMargins', args, severity: 'notice' });
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

function describeSelected(selected: SelectedScenario, affected: readonly SelectedScenario[]): ReportSelection {
  const { scenario, reason } = selected;
  const { nudge, value1, value2, disagreement } = scenario;
  return {
    scenario: scenario.id,
    reason: reason.kind,
    clauses: reason.kind === 'linked' ? reason.clauses : [reason.clause],
    ...(reason.kind === 'suggested' && { similarity: reason.similarity }),
    ...whereDefined({ nudge }),
    ...(value1 !== undefined && value2 !== undefined && { values: [value1, value2] as const }),
    ...whereDefined({ disagreement }),
    affected: affected.includes(selected),
  };
}

function describeNeeded({ calls, inputTokens, outputTokens, usd }: Count): Report['needed'] {
  return { calls, inputTokens, outputTokens, ...(usd !== 'unknown' && { usd }) };
}

function priceOfScenario({ needed, affected }: ReportParts): { usdPerScenario?: number } {
  if (needed.usd === 'unknown' || affected.length === 0) return {};
  return { usdPerScenario: needed.usd / affected.length };
}
