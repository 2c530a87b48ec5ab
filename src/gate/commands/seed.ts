// `spec-gate check --mode seed` fills the base draws that pull requests are screened against; `plan --mode seed` says for how much.
import { planSeed } from '../price-seed.ts';
import { runSeed } from '../seed.ts';
import { renderSeed, renderSeedPlan } from '../../report/terminal/seed.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { batchFolderOf, loadWorkingProject, type WorkingProject } from '../../context/working-project.ts';
import { findRepository } from '../../io/find-repository.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { findEditedClauses } from '../../run/edited-clauses.ts';
import type { CheckOptions, PlanOptions } from '../commands.ts';
import { openCommandRun } from '../../context/open-command-run.ts';
import { noteShard } from '../../context/note-shard.ts';

/**
 * Ends well also when the budget stops it: what is filled is a gain, and the next run goes on. Where everybody was asked and
 * not one draw could be used it does not.
 */
export async function runSeedCommand(options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const working = await loadWorkingProject(options, context);
  const run = openCommandRun({ ...working, ...batchFolderOf(options, working), unattended: true }, context);
  const edited = await editedIn(working);
  const result = await runSeed(working.project, run, {
    spec: working.spec,
    edited,
    shard: options.shard,
    now: context.now().getTime(),
    onPlan: (plan) => context.remark(renderSeedPlan(plan)),
  });
  run.close();
  noteShard(options.shard, { work: 'seed', subject: result.subject, finished: result.stopped === undefined }, working);
  context.print(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : renderSeed(result));
  const isInVain = result.scenarios.length > 0 && result.scenarios.every(({ filled }) => filled === 0);
  return isInVain && result.stopped === undefined ? EXIT.inconclusive : EXIT.pass;
}

/** Asks nobody. */
export async function runSeedPlanCommand(options: PlanOptions, context: CommandContext): Promise<ExitCode> {
  const working = await loadWorkingProject(options, context);
  const plan = planSeed(working.project, working.store, {
    spec: working.spec,
    edited: await editedIn(working),
    shard: options.shard,
    now: context.now().getTime(),
  });
  context.print(options.json === true ? `${JSON.stringify(plan, null, 2)}\n` : renderSeedPlan(plan));
  return EXIT.pass;
}

/** The clauses that the spec's history edited, where seeding goes by it. */
async function editedIn({ project, spec, root }: WorkingProject): Promise<ReadonlyMap<string, number> | undefined> {
  if (project.config.seeding.clauses === 'all' || (await findRepository(root)) === undefined) return undefined;
  return findEditedClauses({ repo: root, sha: await resolveRef(root, 'HEAD'), project, spec });
}
