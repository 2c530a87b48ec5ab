// One run of the Action: the mode that its inputs ask for, as far as its event allows it.
import type { ExitCode } from './core/exit-code.ts';
import { UserError } from './core/errors.ts';
import { gateChange } from './gate/action/gate-change.ts';
import { seedStore } from './gate/action/seed-store.ts';
import { watchNight } from './nightly/mode.ts';
import type { AfterCheckOf } from './gate/action/after-check.ts';
import type { ActionContext } from './context/action-context.ts';

/** Loaded where the policy asks for it alone: most checks suggest nothing. */
const suggestRepair: AfterCheckOf = async (checked) =>
  checked.project.config.repair === 'suggest'
    ? (await import('./repair/suggest-repair.ts')).suggestRepair(checked)
    : undefined;

const MODES = {
  check: (context: ActionContext) => gateChange(context, suggestRepair),
  seed: seedStore,
  nightly: watchNight,
} as const;

/** @throws UserError for a mode that would let a change pass without being judged. */
export async function runAction(context: ActionContext): Promise<ExitCode> {
  const { event, inputs } = context;
  const isChange = event.kind === 'pull_request' || event.kind === 'merge_group';
  if (isChange && inputs.mode !== 'check') {
    throw new UserError({
      message: `input mode: ${inputs.mode} judges nothing, and a ${event.kind} run is there to judge`,
      hint: 'leave mode out, or use check',
    });
  }
  return MODES[inputs.mode](context);
}
