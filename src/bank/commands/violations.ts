// `spec-gate bank generate --violations`: answers that break the spec's clauses, labelled, for the checks and the doctor.
import { toJson, toText } from './print-result.ts';
import { name, say } from '../../render/sentence.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { promptsOf } from '../../evaluation/prompts/judging-prompts.ts';
import { whileHeld } from '../../io/hold-file.ts';
import { MOST_VIOLATIONS } from '../../evaluation/controls/select-controls.ts';
import { openLabelledFile } from '../io/labelled-file.ts';
import { findClauseToWriteFor } from '../generation/basis.ts';
import { describePlan } from '../generation/describe-bank-run.ts';
import { describeViolations, type ViolationRun } from '../generation/describe-violations.ts';
import { generateViolations, type ClauseViolations, type ViolationOptions } from '../generation/generate-violations.ts';
import { planViolations } from '../generation/plan-violations.ts';
import { isLinkable } from '../../writing/show-spec.ts';
import type { Clause, Spec } from '../../spec/clause.ts';
import type { BankGenerateOptions } from '../commands.ts';
import { findGenerators } from './generators.ts';
import type { CallPlan } from '../../writing/call-plan.ts';
import { loadBankProject, type BankProject } from './project.ts';

/**
 * Each clause is in the file as soon as it is finished. Ends inconclusive where violations were missing and none could
 * be written.
 */
export async function runBankViolationsCommand(
  options: BankGenerateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const bankProject = await loadBankProject(options, context);
  const { project, store, priceOf, labelledPath, labelledName } = bankProject;
  const spec = await bankProject.loadSpec();
  const task: ViolationOptions = {
    spec,
    clauses: clausesOf(spec, options.clause),
    count: options.count ?? MOST_VIOLATIONS,
    existing: project.labelled,
    generators: findGenerators(project, options.generators),
    judges: project.panel.judges,
    judgeContext: project.config.judgeContext,
    wording: promptsOf(project.config).judge,
  };
  const plan = await planViolations(task, { store, priceOf });
  if (options.plan === true) {
    context.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
    return EXIT.pass;
  }
  const words = { name: labelledName, otherwise: 'name another file with the option labelled' };
  const clauses = await whileHeld(labelledPath, words, () => writeViolations(task, bankProject, plan));
  const done: ViolationRun = { clauses, count: task.count };
  context.print(
    options.json === true ? toJson(done) : toText([...describeViolations(done), say`in ${name(labelledName)}`]),
  );
  const isShort = clauses.some(({ before }) => before < task.count);
  const isEmpty = clauses.every(({ items }) => items.length === 0);
  const isStopped = clauses.some(({ stopped }) => stopped !== undefined);
  return isStopped || (isShort && isEmpty) ? EXIT.inconclusive : EXIT.pass;
}

/** @throws UserError where the spec has no such clause, or it has no text. */
function clausesOf(spec: Spec, clause: string | undefined): readonly Clause[] {
  return clause === undefined ? spec.clauses.filter(isLinkable) : [findClauseToWriteFor(spec, clause)];
}

async function writeViolations(
  task: ViolationOptions,
  { openRun, project, labelledPath, labelledName }: BankProject,
  plan: CallPlan,
): Promise<readonly ClauseViolations[]> {
  // Another run may have written since the project was read, and has let go of the file.
  const { existing, append, close } = openLabelledFile(labelledPath, labelledName);
  const run = openRun('violations', { plan, bank: project.bank });
  const clauses: ClauseViolations[] = [];
  for await (const result of generateViolations({ ...task, existing }, run.ask)) {
    clauses.push(result);
    append(result.items);
  }
  run.close();
  close();
  return clauses;
}
