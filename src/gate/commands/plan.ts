// `spec-gate plan`: what check would do, without doing it.
import { planWithWriting } from '../plan-with-writing.ts';
import { expectedPrices, unpricedModels } from '../../run/run-prices.ts';
import { renderPlan, type PlanView } from '../../report/terminal/plan-text.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { openCommandStore } from '../../context/command-store.ts';
import { createPaint } from '../../render/paint.ts';
import { prepareSides } from './prepare-sides.ts';
import { runSeedPlanCommand } from './seed.ts';
import { loadSides, type Sides } from './sides.ts';
import type { PlanOptions } from '../commands.ts';

export async function runPlanCommand(options: PlanOptions, context: CommandContext): Promise<ExitCode> {
  if (options.mode === 'seed') return runSeedPlanCommand(options, context);
  const sides = await loadSides({ ...options, cwd: context.cwd, env: context.env });
  const { checks, project } = prepareSides(sides);
  const { config } = project;
  const { store } = await openCommandStore({ root: sides.root, config, given: options.store }, context);
  const prices = expectedPrices(project, { attended: true });
  // Where spec and models change, each comparison has a plan of its own: one JSON value after the other.
  for (const prepared of [checks.spec, checks.models]) {
    if (prepared === undefined) continue;
    const plan = await planWithWriting(prepared, { project, store, prices });
    const budget = {
      usd: config.budget.usd,
      unpriced: config.budget.allowUnknownPrices ? [] : unpricedModels(project),
    };
    const models = prepared === checks.models ? sides.models : undefined;
    const view = {
      plan,
      budget,
      ...(models !== undefined && { models: idsOf(models) }),
      base: sides.base.spec,
      head: sides.head.spec,
      changes: prepared.changes,
    };
    const paint = createPaint(context.output.colour);
    context.print(
      options.json === true
        ? `${JSON.stringify(plan, null, 2)}\n`
        : renderPlan(view, { paint, width: context.output.columns }),
    );
  }
  return EXIT.pass;
}

/** By id, in the order of the lists. */
function idsOf({ base, head }: NonNullable<Sides['models']>): NonNullable<PlanView['models']> {
  return { base: base.map(({ ref }) => ref.id), head: head.map(({ ref }) => ref.id) };
}
