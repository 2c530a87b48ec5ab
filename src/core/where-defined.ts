// Members that are there only where they have a value: an absent member and one that is undefined are two things in our types
// (`exactOptionalPropertyTypes`) and in stored JSON.

/** The members that are not undefined. `{ a: 1, ...whereDefined({ b: undefined }) }` is `{ a: 1 }`. */
export function whereDefined<Members extends object>(
  members: Members,
): { readonly [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { readonly [Name in keyof Members]?: Exclude<Members[Name], undefined> };
}
