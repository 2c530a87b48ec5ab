// A bounded list of names from outside: a server may call itself something else in every answer.

/** More of them say nothing that these do not. */
const MOST = 20;

/** Each name once, sorted, the first of them only. */
export function fewNames(names: Iterable<string>): string[] {
  return [...new Set(names)].sort().slice(0, MOST);
}
