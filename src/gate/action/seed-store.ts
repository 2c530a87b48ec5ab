// Mode seed: on the default branch, fills the store with the base draws that pull requests are compared with.
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { UserError } from '../../core/errors.ts';
import { openEnd } from '../../run/change-ends.ts';
import { findEditedClauses } from '../../run/edited-clauses.ts';
import { runSeed } from '../seed.ts';
import { writeOutputs } from '../../io/actions/outputs.ts';
import { writeSummary } from '../../io/actions/summary.ts';
import { loadSpec } from '../../run/load-project.ts';
import { fencedBlock } from '../../render/safe-markdown.ts';
import { renderSeed, renderSeedPlan } from '../../report/terminal/seed.ts';
import { loadBaseProject } from '../../context/base-project.ts';
import { noteShard } from '../../context/note-shard.ts';
import { openActionRun } from '../../context/open-action-run.ts';
import type { ActionContext } from '../../context/action-context.ts';

/**
 * Ends well also where the budget stops it: what is filled is a gain, and the next run goes on.
 * @throws UserError off the default branch, where nobody would read what was paid for.
 */
export async function seedStore(context: ActionContext): Promise<ExitCode> {
  const { event, root, inputs } = context;
  if (!event.onDefaultBranch) {
    throw new UserError({ message: 'mode seed fills the store of the default branch, and this run is not on it' });
  }
  const end = await openEnd(root, event.headSha);
  const project = await loadBaseProject(end, context);
  const spec = await loadSpec(end.source, { configFile: inputs.config, config: project.config });
  const { shard } = inputs;
  const { run, folders } = await openActionRun(context, { project, restricted: false });
  const edited =
    project.config.seeding.clauses === 'all'
      ? undefined
      : await findEditedClauses({ repo: root, sha: event.headSha, project, spec });
  const result = await runSeed(project, run, {
    spec,
    now: context.clock.now(),
    edited,
    shard,
    onPlan: (plan) => context.log(renderSeedPlan(plan)),
  });
  const { calls, usd } = run.close();
  noteShard(
    shard,
    { work: 'seed', subject: result.subject, finished: result.stopped === undefined },
    { storeFolder: folders[0] },
  );
  const text = renderSeed(result);
  context.log(text);
  await writeSummary(`### Spec Gate: base draws\n${fencedBlock(text)}`, context.env);
  await writeOutputs({ verdict: 'none', calls: calls.made, costUsd: usd === 'unknown' ? undefined : usd });
  return EXIT.pass;
}
