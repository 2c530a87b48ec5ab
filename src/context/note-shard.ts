// Notes in the store which part of a split work (`--shard`) a command has done.
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import { writeShardNote, type ShardNote } from '../io/store/shard-notes.ts';
import type { Shard } from '../scenarios/shard.ts';

/** Nothing where the command did the whole of it. */
export function noteShard(
  shard: Shard | undefined,
  note: Omit<ShardNote, keyof Shard>,
  { storeFolder }: { readonly storeFolder: string },
): void {
  if (shard !== undefined) writeShardNote(storeFolder, { ...note, ...shard }, new Date(SYSTEM_CLOCK.now()));
}
