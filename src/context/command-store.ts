// The store of a command: its folder opened, under the secret of the environment where there is one.
import { openSegmentStore, type SegmentStore } from '../io/store/segment-store.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { plural } from '../render/format-numbers.ts';
import type { CommandContext } from './command-context.ts';

/** @throws UserError for a folder that cannot be read, or a secret that is too short. */
export function openCommandStore(folder: string, context: CommandContext): SegmentStore {
  const store = openSegmentStore(folder, { now: context.now(), signer: createStoreSigner(context.storeSecret) });
  const { unsigned } = store.problems();
  if (unsigned > 0) context.remark(`${plural(unsigned, 'stored answer')} unsigned or forged: counted as missing\n`);
  return store;
}
