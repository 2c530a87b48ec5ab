// Mode nightly: a night starts from a full pool of base draws.
import type { ExitCode } from '../commands/door.ts';
import { seedStore } from './seed-store.ts';
import type { ActionWorld } from './world.ts';

/** @throws UserError off the default branch. */
export function watchNight(world: ActionWorld): Promise<ExitCode> {
  return seedStore(world);
}
