// The store of a command: its folder opened, under the secret of the environment where there is one.
import { openSegmentStore, type SegmentStore } from '../io/store/segment-store.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { plural } from '../render/format-numbers.ts';
import type { Door } from './command-context.ts';

/** @throws UserError for a folder that cannot be read, or a secret that is too short. */
export function openCommandStore(folder: string, door: Door): SegmentStore {
  const store = openSegmentStore(folder, { now: door.now(), signer: createStoreSigner(door.storeSecret) });
  const { unsigned } = store.problems();
  if (unsigned > 0) door.remark(`${plural(unsigned, 'stored answer')} unsigned or forged: counted as missing\n`);
  return store;
}
