// What harnesses write for "right" and "wrong", as a number from 0 to 1. Anything else is no outcome.

/** Inspect's letters as its `value_to_float` reads them, and the words of other harnesses. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['c', 1],
  ['p', 0.5],
  ['i', 0],
  ['n', 0],
  ...['true', 'yes', 'pass', 'passed', 'correct', 'compliant'].map((word) => [word, 1] as const),
  ...['false', 'no', 'fail', 'failed', 'incorrect', 'non-compliant'].map((word) => [word, 0] as const),
]);

/** Undefined for what is neither a finite number nor a known word: such a value is missing, not wrong and not right. */
export function outcomeValue(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  return WORDS.get(word) ?? (word === '' ? undefined : finite(Number(word)));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
