// Who speaks in a conversation, by the names that data sets give.

const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['ai', 'assistant'],
  ['bot', 'assistant'],
  ['model', 'assistant'],
]);

/** In any case; a name of its own stays. `roleNamed('Human') === 'user'` */
export function roleNamed(who: string): string {
  const name = who.toLowerCase();
  return ROLES.get(name) ?? name;
}
