// One run of the Action: the mode that its inputs ask for, as far as its event allows it.
import type { ExitCode } from './core/exit-code.ts';
import { UserError } from './core/errors.ts';
import type { AfterCheckOf } from './gate/action/after-check.ts';
import type { ActionContext } from './context/action-context.ts';

/** Loaded where the policy asks for it alone: most checks suggest nothing. */
const suggestRepair: AfterCheckOf = async (checked) =>
  checked.project.config.repair === 'suggest'
    ? (await import('./repair/suggest-repair.ts')).suggestRepair(checked)
    : undefined;

type Mode = (context: ActionContext) => Promise<ExitCode>;

/** Each is loaded when it is its turn: what is wrong with a set-up is said at once, and nobody reads what they do not run. */
const MODES: Readonly<Record<ActionContext['inputs']['mode'], Mode>> = {
  check: async (context) => (await import('./gate/action/gate-change.ts')).gateChange(context, suggestRepair),
  seed: async (context) => (await import('./gate/action/seed-store.ts')).seedStore(context),
  nightly: async (context) => (await import('./nightly/mode.ts')).watchNight(context),
};

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
  if (inputs.mode === 'check' && (inputs.batch !== 'off' || inputs.shard !== undefined)) {
    throw new UserError({
      message: `input ${inputs.batch === 'off' ? 'shard' : 'batch'}: goes with mode seed and nightly`,
      hint: 'what a check asks next depends on what came before, and somebody waits for it',
    });
  }
  return MODES[inputs.mode](context);
}
