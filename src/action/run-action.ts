// One run of the Action: the mode that its inputs ask for, as far as its event allows it.
import type { ExitCode } from '../commands/door.ts';
import { UserError } from '../core/errors.ts';
import { gateChange } from './gate-change.ts';
import { seedStore } from './seed-store.ts';
import { watchNight } from './watch-night.ts';
import type { ActionWorld } from './world.ts';

const MODES = { check: gateChange, seed: seedStore, nightly: watchNight } as const;

/** @throws UserError for a mode that would let a change pass without being judged. */
export async function runAction(world: ActionWorld): Promise<ExitCode> {
  const { event, inputs } = world;
  const isChange = event.kind === 'pull_request' || event.kind === 'merge_group';
  if (isChange && inputs.mode !== 'check') {
    throw new UserError({
      message: `input mode: ${inputs.mode} judges nothing, and a ${event.kind} run is there to judge`,
      hint: 'leave mode out, or use check',
    });
  }
  return MODES[inputs.mode](world);
}
