// Members that are there only where they have a value: an absent member and one that is undefined are two things in our types
// (`exactOptionalPropertyTypes`) and in stored JSON. A member that depends on anything else is spread by
// `...(condition && { member })`; there is no third way, and `__tests__/package/optional-members.test.ts` holds that.

type Defined<Members> = { readonly [Name in keyof Members]?: Exclude<Members[Name], undefined> };

/** The members that are not undefined. `{ a: 1, ...whereDefined({ b: undefined }) }` is `{ a: 1 }`. */
export function whereDefined<Members extends object>(members: Members): Defined<Members> {
  const defined: Partial<Members> = {};
  for (const name of Object.keys(members) as (keyof Members)[]) {
    if (members[name] !== undefined) defined[name] = members[name];
  }
  return defined as Defined<Members>;
}
