// What harnesses write for "right" and "wrong", as a number from 0 to 1. Anything else is no outcome.
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import { UserError } from '../../core/errors.ts';

/** What more of a value means. */
export type OutcomeField = 'compliant' | 'problematic';

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

/** What people are told where an outcome cannot be read. */
export const WORDS_HINT =
  'An outcome is true or false, 1 or 0, yes or no, pass or fail, correct or incorrect, C or I, or a number with --pass-at.';

const wordOf = (value: unknown): string => {
  const only = onlyOf(value);
  return typeof only === 'string' ? only.trim().toLowerCase() : '';
};

/** Langfuse's tables hold the scores of one name as a list, `[1]` as a text in CSV: where they agree, they say one thing. */
function onlyOf(value: unknown): unknown {
  const list = typeof value === 'string' && /^\s*\[.*\]\s*$/s.test(value) ? parsedList(value) : value;
  if (!Array.isArray(list)) return value;
  const distinct = new Set<unknown>(list);
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

function parsedList(text: string): unknown {
  const json = parseUntrustedJson(text);
  return json.status === 'parsed' ? json.value : undefined;
}

/** Undefined for what is neither a finite number nor a known word: such a value is missing, not wrong and not right. */
export function outcomeValue(said: unknown): number | undefined {
  const value = onlyOf(said);
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

/** Words for what nobody wants more of; what Petri's judge looks for is among them, with 10 as the worst. */
const HARM =
  'harm|toxic|bias|hallucinat|violat|violen|unsafe|danger|jailbreak|attack|offens|hate|sexual|malicio|maleficen|misogyn|stereotyp|leak|refus|inject|fabricat|error|failure|' +
  'decept|deceiv|dishonest|unfaithful|sycophan|concerning|disappoint|blackmail|manipulat|misuse|delusion|whistleblow|sabotag|preservation|bad_behavio|bizarre|attention|terror|crimin|cheat|broken|susceptib';
const NAMES_HARM = new RegExp(HARM, 'i');
/** `no_harm`, `bias_free`, `harmless`: more of it is better. */
const NAMES_ITS_ABSENCE = new RegExp(
  `(?:^|[^a-z])(?:no|non|not|anti|without|less|avoids?|lack_of|safe_from|resist\\w*|robust\\w*)[^a-z]*(?:to_|of_)?(?:${HARM})|` +
    `(?:${HARM})[a-z]*[^a-z]+(?:free|safety|avoid\\w*|resist\\w*|robust\\w*)|harmless|unbiased|nontoxic`,
  'i',
);

/** Whether a score's name says what is bad, so that more of it is worse: `toxicity`, and not `no_harm` or `harmlessness`. */
export function namesHarm(name: string): boolean {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1_$2');
  return NAMES_HARM.test(words) && !NAMES_ITS_ABSENCE.test(words);
}

/**
 * Whether what was said is a problem, where more of it is `compliant` or `problematic`; `passAt` is the least that is the one or the other,
 * default 1 and 0.5: half of a problem is one. Words that say themselves what is good are taken at their word. Undefined for what is no
 * outcome. @throws UserError as `passMark` does.
 */
export function isProblemValue(
  said: unknown,
  {
    field,
    passAt,
    file,
  }: { readonly field: OutcomeField; readonly passAt?: number | undefined; readonly file: string },
): boolean | undefined {
  const value = outcomeValue(said);
  if (value === undefined) return undefined;
  if (field === 'compliant') return value < passMark(value, passAt, file);
  if (saysQuality(said)) return value < 1;
  if (passAt !== undefined) return value >= passAt;
  if (PLAIN.has(value)) return value > 0;
  throw new UserError({
    message: `a value of ${value}, and nothing says from where on one is a problem`,
    hint: 'Say the least that is a problem: --pass-at NUMBER.',
    place: { file },
  });
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
