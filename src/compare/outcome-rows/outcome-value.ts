// What harnesses write for "right" and "wrong", as a number from 0 to 1. Anything else is no outcome.
import { UserError } from '../../core/errors.ts';

/** Words that say themselves what is good, whatever their column is called; Inspect's letters as its `value_to_float` reads them. */
const QUALITY: ReadonlyMap<string, number> = new Map([
  ['c', 1],
  ['p', 0.5],
  ['i', 0],
  ...[
    'pass',
    'passed',
    'correct',
    'right',
    'compliant',
    'safe',
    'success',
    'succeeded',
    'ok',
    '✅',
    '✔',
    '✔️',
    '✓',
  ].map((word) => [word, 1] as const),
  ...['fail', 'failed', 'incorrect', 'wrong', 'non-compliant', 'noncompliant', 'unsafe', 'failure', '❌', '✗', '✘'].map(
    (word) => [word, 0] as const,
  ),
]);
/** Words that say whether what the column is called holds; Inspect's N is none, too. */
const TRUTH: ReadonlyMap<string, number> = new Map([
  ...['true', 'yes', 'y'].map((word) => [word, 1] as const),
  ...['false', 'no', 'n'].map((word) => [word, 0] as const),
]);

const wordOf = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** Undefined for what is neither a finite number nor a known word: such a value is missing, not wrong and not right. */
export function outcomeValue(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return finite(value);
  const word = wordOf(value);
  return QUALITY.get(word) ?? TRUTH.get(word) ?? (word === '' ? undefined : finite(Number(word)));
}

/** Whether a value says itself what is good: `failed` in a column of problems is a problem, and `false` is none. */
export function saysQuality(value: unknown): boolean {
  return QUALITY.has(wordOf(value));
}

/** Right, wrong, and Inspect's P: what needs nobody to say from where on an outcome passes. */
const PLAIN: ReadonlySet<number> = new Set([0, 0.5, 1]);

/**
 * The least value that passes: the one given, else 1.
 * @throws UserError where a value is of a scale and nobody said from where on one passes: 2 of 10 would count as right, and 0.9 as
 * wrong as 0.2.
 */
export function passMark(value: number, passAt: number | undefined, file: string): number {
  if (passAt !== undefined || PLAIN.has(value)) return passAt ?? 1;
  throw new UserError({
    message: `an outcome of ${value}, and nothing says from where on one passes`,
    hint: 'Say the least value that passes: --pass-at NUMBER.',
    place: { file },
  });
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
