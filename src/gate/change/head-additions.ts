// Scenarios that a change adds to the bank: run on both arms beside the base bank's, to cause a failure but never dilute one.
import type { Tally } from '../../evaluation/tally.ts';
import type { Project } from '../../run/load-project.ts';
import type { Run } from '../../run/open-run.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import { createBank } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { selectScenarios } from '../../scenarios/selection/select.ts';
import { addScenarios } from './add-scenarios.ts';
import type { PreparedCheck } from './prepare-check.ts';
import { runCheck, type CheckedRun, type RunCheckOptions } from '../run-check.ts';
import { isWorse } from '../worse.ts';

/**
 * The same check with the head's scenarios first, so that every round has them; undefined where none tests the change. At
 * most as many as the policy's own first selection: a flood of them is not paid for.
 */
export function addHeadScenarios(
  project: Project,
  prepared: PreparedCheck,
  added: readonly Scenario[],
): PreparedCheck | undefined {
  const { subject, changes } = prepared;
  const { scenarios: size } = subject.policy.selection;
  const { linked } = selectScenarios({
    bank: createBank(project.bank.file, added),
    changes,
    size,
    extendTo: size,
    seed: subject.policy.seed,
    // The head's own scenarios test a clause where they say so, never because their words resemble it.
    suggestions: 'none',
  });
  if (linked.length === 0) return undefined;
  const tested = new Set(linked.flatMap(({ reason }) => (reason.kind === 'linked' ? reason.clauses : [])));
  const untested = subject.untested.filter(({ clause }) => !tested.has(clause));
  return { ...prepared, subject: addScenarios({ ...subject, untested }, linked) };
}

/**
 * Decides on the base bank alone and, unless that fails already, on both together; the worse verdict is the one reported.
 * Shared answers are asked once.
 */
export async function runWithAdditions(
  checks: { readonly own: PreparedCheck; readonly together: PreparedCheck | undefined },
  context: { readonly project: Project; readonly run: Run },
  options: RunCheckOptions & { readonly tally: Tally },
): Promise<CheckedRun> {
  const { own, together } = checks;
  const first = await runCheck(own, context, options);
  if (together === undefined || first.report.verdict.status === 'fail') return first;
  const scenarios = together.subject.selected.length - own.subject.selected.length;
  const second = await runCheck(together, context, options);
  const decided = isWorse(second.report, first.report);
  const note: Finding = createFinding({ code: 'headScenarios', args: { scenarios, decided }, severity: 'notice' });
  const { report, evidence } = decided ? second : first;
  return { evidence, report: { ...report, needed: second.report.needed, notes: [...report.notes, note] } };
}
