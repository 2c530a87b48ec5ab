// promptfoo's output (`promptfoo eval -o results.json`, or .jsonl): one result a test, prompt, provider and repetition.
import { largestOf } from '../../core/extremes.ts';
import * as z from 'zod';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import { UserError } from '../../core/errors.ts';
import { endingOf } from '../../models/finish.ts';

export interface PromptfooResult {
  readonly scenario: string;
  /** Who was tested: the provider, and the prompt too where the output has several. */
  readonly subject: string;
  /** The prompt as it was sent: a text, or the JSON text of messages. */
  readonly prompt: string;
  /** Absent where the provider gave none, or it was cut off at a limit. */
  readonly answer?: string;
  /**
   * `error`: nothing was tested, since the provider, or what calls it, failed. `ungraded`: the test asserts nothing, or nothing that
   * counts (`weight: 0`), so that promptfoo lets whatever was answered pass.
   */
  readonly outcome: 'passed' | 'failed' | 'error' | 'ungraded';
  readonly group?: string;
}

/** `failureReason` of a test whose assertion failed, as against one that did not run (2). Older versions have none. */
const ASSERTION_FAILED = 1;

const Result = z.object({
  success: z.boolean().nullish(),
  failureReason: z.number().nullish(),
  error: z.unknown().optional(),
  gradingResult: z.unknown().optional(),
  promptIdx: z.number().nullish(),
  prompt: z
    .object({ raw: z.string().default(''), label: z.string().nullish(), display: z.string().nullish() })
    .prefault({}),
  provider: z.union([z.string(), z.object({ id: z.string().nullish(), label: z.string().nullish() })]),
  response: z
    .object({ output: z.unknown().optional(), error: z.unknown().optional(), finishReason: z.unknown().optional() })
    .nullish(),
  vars: z.record(z.string(), z.unknown()).default({}),
  testCase: z
    .object({
      description: z.string().nullish(),
      metadata: z.record(z.string(), z.unknown()).nullish(),
      assert: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});
type Result = z.output<typeof Result>;

const Column = z.object({ provider: z.string().nullish(), label: z.string().nullish(), raw: z.string().nullish() });

/** Whether a parsed JSON value is the whole output. */
export function isPromptfooOutput(value: unknown): boolean {
  return resultsOf(value) !== undefined;
}

/** Whether a parsed line is one result. */
export function isPromptfooResult(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'vars' in value &&
    'provider' in value &&
    ('success' in value || 'response' in value)
  );
}

/** The results of a whole output. @throws UserError where one is not as promptfoo writes them. */
export function readPromptfooOutput(file: string, value: unknown): readonly PromptfooResult[] {
  const columns = (value as { results?: { prompts?: unknown } }).results?.prompts;
  return readPromptfooResults(file, resultsOf(value) ?? [], Array.isArray(columns) ? columns : []);
}

/** `columns` say each prompt's provider and label by its index, where the output has them. */
export function readPromptfooResults(
  file: string,
  values: readonly unknown[],
  columns: readonly unknown[] = [],
): readonly PromptfooResult[] {
  const results = values.map((value, index) => {
    const parsed = Result.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0]!;
    const where = ['results', index, ...issue.path].join('.');
    throw new UserError({ message: `not a promptfoo result: ${where}: ${issue.message}`, place: { file } });
  });
  const subjects = nameSubjects(results, columns);
  return results.map((result, index) => {
    const group = result.testCase?.metadata?.['group'];
    const output = result.response?.output;
    return {
      scenario: scenarioOf(result),
      subject: subjects[index]!,
      prompt: result.prompt.raw,
      outcome: outcomeOf(result),
      ...(typeof output === 'string' && isWhole(result) && { answer: output }),
      ...(typeof group === 'string' && { group }),
    };
  });
}

/** Cut off at a limit, a text is half an answer. */
function isWhole({ response }: Result): boolean {
  return endingOf(response?.finishReason).finish !== 'length';
}

function outcomeOf(result: Result): PromptfooResult['outcome'] {
  if (result.success !== true) return isError(result) ? 'error' : 'failed';
  return isUngraded(result) ? 'ungraded' : 'passed';
}

const Grading = z.object({
  reason: z.string().nullish(),
  componentResults: z
    .array(z.object({ assertion: z.object({ weight: z.number().nullish() }).nullish() }).nullish())
    .nullish(),
});

/** Older versions say it in words only, and some write no parts of a grading at all: only what is told counts. */
function isUngraded({ gradingResult, testCase }: Result): boolean {
  const { reason, componentResults } = Grading.safeParse(gradingResult).data ?? {};
  const parts = componentResults ?? [];
  if (parts.length > 0) return parts.every((part) => part?.assertion?.weight === 0);
  return reason === 'No assertions' || testCase?.assert?.length === 0;
}

/**
 * A failed assertion has a grading; where nothing was graded there was nothing to grade. Any failure reason that is not
 * known is taken for an error: what is not an outcome must not count as one.
 */
function isError({ success, failureReason, gradingResult, response }: Result): boolean {
  if (typeof success !== 'boolean') return true;
  if (failureReason !== undefined && failureReason !== null && failureReason !== 0)
    return failureReason !== ASSERTION_FAILED;
  return gradingResult === undefined || gradingResult === null || Boolean(response?.error);
}

/** Provider and prompt of each result, the prompt only where a provider has several. Two providers may share one id. */
function nameSubjects(results: readonly Result[], columns: readonly unknown[]): readonly string[] {
  const known = columns.map((column) => Column.safeParse(column).data);
  const named = results.map((result) => {
    const column = known[result.promptIdx ?? -1];
    const { provider, prompt } = result;
    const own = typeof provider === 'string' ? provider : provider.label || provider.id;
    return {
      provider: column?.provider || own || 'unnamed',
      scenario: scenarioOf(result),
      prompt: promptName(prompt, result, column?.label),
    };
  });
  const prompts = new Map<string, Map<string, Set<string>>>();
  for (const { provider, scenario, prompt } of named) {
    const scenarios = prompts.get(provider) ?? new Map<string, Set<string>>();
    prompts.set(provider, scenarios.set(scenario, (scenarios.get(scenario) ?? new Set()).add(prompt)));
  }
  return named.map(({ provider, scenario, prompt }) => {
    const scenarios = prompts.get(provider)!;
    // A provider has several prompts where one test was asked with several: texts that differ from test to test are no prompts.
    const most = largestOf([...scenarios.values()].map(({ size }) => size));
    if (most === 1) return provider;
    const names = new Set([...scenarios.values()].flatMap((own) => [...own]));
    const which = names.size === most ? `"${prompt}"` : String([...scenarios.get(scenario)!].indexOf(prompt) + 1);
    return `${provider}, prompt ${which}`;
  });
}

/** The prompt before the test's variables were filled in; what was sent differs from test to test. */
function promptName(prompt: Result['prompt'], { vars, promptIdx }: Result, label?: string | null): string {
  const template = label || prompt.label || prompt.display;
  if (template) return template;
  if (promptIdx !== undefined && promptIdx !== null) return String(promptIdx + 1);
  const values = Object.entries(vars).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
  );
  return values.reduce((text, [name, value]) => text.replaceAll(value, `{{${name}}}`), prompt.raw);
}

function scenarioOf({ testCase, vars }: Result): string {
  const named = testCase?.metadata?.['scenario'];
  if (typeof named === 'string') return named;
  const digest = hashJson(vars as Json).slice(0, 8);
  return testCase?.description ? `${testCase.description} [${digest}]` : `vars [${digest}]`;
}

function resultsOf(value: unknown): readonly unknown[] | undefined {
  const outer = (value as { results?: unknown } | null | undefined)?.results;
  // Version 1 had the list itself in its place.
  const results = Array.isArray(outer) ? outer : (outer as { results?: unknown } | null | undefined)?.results;
  return Array.isArray(results) && results.every(isPromptfooResult) ? results : undefined;
}
