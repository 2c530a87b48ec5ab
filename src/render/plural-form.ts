// Which form of a word goes with a number.

const RULES = new Intl.PluralRules('en');

/** The form alone: `pluralForm(1, 'is', 'are')` -> `is`. */
export function pluralForm<Form extends string>(value: number, one: Form, other: Form): Form {
  return RULES.select(value) === 'one' ? one : other;
}
