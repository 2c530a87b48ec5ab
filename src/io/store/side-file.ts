// Which files of a store's folder hold no answers, though they travel with them: nights, batches that
// are out, what part of a work a machine did, and which files were pruned.

/** Nights. */
export function isHistoryFile(name: string): boolean {
  return name.endsWith('.history.jsonl');
}

/** What part of a work a machine did. */
export function isShardFile(name: string): boolean {
  return name.endsWith('.shard.jsonl');
}

/** Batches that are out. */
export function isBatchFile(name: string): boolean {
  return name.endsWith('.batches.jsonl');
}

/** Which files were pruned. */
export function isPrunedFile(name: string): boolean {
  return name.endsWith('.pruned.jsonl');
}

/** Any of them: it holds no answers. */
export function isSideFile(name: string): boolean {
  return isHistoryFile(name) || isShardFile(name) || isBatchFile(name) || isPrunedFile(name);
}
