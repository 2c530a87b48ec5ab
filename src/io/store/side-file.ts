// Which files of a store's folder hold no answers, though they travel with them: nights, batches that
// are out, and what part of a work a machine did.

export function isHistoryFile(name: string): boolean {
  return name.endsWith('.history.jsonl');
}

export function isShardFile(name: string): boolean {
  return name.endsWith('.shard.jsonl');
}

export function isBatchFile(name: string): boolean {
  return name.endsWith('.batches.jsonl');
}

export function isSideFile(name: string): boolean {
  return isHistoryFile(name) || isShardFile(name) || isBatchFile(name);
}
