// Runs what a change calls for: its spec comparison, its model comparison, or both, never blended.
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Finding } from '../report/report.ts';
import type { RunRecord } from '../report/run-record.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { addHeadScenarios, runWithAdditions } from './change/head-additions.ts';
import type { PreparedCheck } from './change/prepare-check.ts';
import type { PreparedModelCheck } from './change/prepare-model-check.ts';
import { coverChange } from './coverage/cover-change.ts';
import { runCheck, type CheckedRun, type RunCheckOptions } from './run-check.ts';
import { isWorse } from './worse.ts';
import { writeRunRecord } from './write-reports.ts';

export interface ChangeChecks {
  /** Also what carries a policy change that comes alone. */
  readonly spec: PreparedCheck | undefined;
  /** Scenarios that the change adds to the bank. */
  readonly added?: readonly Scenario[];
  readonly models?: PreparedModelCheck | undefined;
}

export interface NamedReport extends CheckedRun {
  readonly name: 'spec' | 'models';
}

/**
 * Runs the checks and closes the run; the report that blocks most comes first. What was paid for is told in `run.json` in
 * `folder`, whatever ended the run.
 */
export async function judgeChange(
  checks: ChangeChecks,
  means: {
    readonly project: Project;
    readonly run: Run;
    readonly folder: string;
    /** What else is asked while the store is open. */
    readonly whileOpen?: (reports: readonly NamedReport[]) => Promise<void>;
  },
  options: Parameters<typeof runChange>[2],
): Promise<{ readonly reports: readonly NamedReport[]; readonly record: RunRecord }> {
  const { project, run, folder, whileOpen } = means;
  const judge = async (): Promise<readonly NamedReport[]> => {
    const judged = await runChange(checks, { project, run }, options);
    await whileOpen?.(judged);
    return judged;
  };
  const reports = await judge().catch((error: unknown) => {
    writeRunRecord(folder, run.close());
    throw error;
  });
  return { reports: rankReports(reports), record: run.close() };
}

/** One report a comparison, spec first. Grounds and notes of the change stand in the first. */
export async function runChange(
  checks: ChangeChecks,
  context: { readonly project: Project; readonly run: Run },
  options: RunCheckOptions & { readonly grounds: readonly Finding[]; readonly notes: readonly Finding[] },
): Promise<readonly NamedReport[]> {
  const { spec, added = [], models } = checks;
  const reports: NamedReport[] = [];
  if (spec !== undefined) {
    const tally = context.run.startTally();
    const own = await coverChange(spec, { ...context, tally });
    const together = added.length === 0 ? undefined : addHeadScenarios(context.project, own, added);
    const checked = await runWithAdditions({ own, together }, context, { ...options, tally });
    reports.push({ name: 'spec', ...checked });
  }
  if (models !== undefined) {
    const outer = spec === undefined ? options : { grounds: [], notes: [] };
    const grounds = [...outer.grounds, ...models.grounds];
    const notes = [...outer.notes, ...models.notes];
    reports.push({ name: 'models', ...(await runCheck(models, context, { ...options, grounds, notes })) });
  }
  return reports;
}

/** The same reports, the one that blocks most first. */
export function rankReports(reports: readonly NamedReport[]): readonly NamedReport[] {
  return [...reports].sort((a, b) => Number(isWorse(b.report, a.report)) - Number(isWorse(a.report, b.report)));
}
