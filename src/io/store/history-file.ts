// Which files of a store's folder hold nights and not answers.

export function isHistoryFile(name: string): boolean {
  return name.endsWith('.history.jsonl');
}
