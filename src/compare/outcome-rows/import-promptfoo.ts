// promptfoo's JSON output (`promptfoo eval -o results.json`): one result a test, provider and repetition.
import { z } from 'zod';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import { UserError } from '../../core/errors.ts';
import type { OutcomeRow, OutcomeRows } from './outcome-row.ts';

/** promptfoo's `failureReason` for a test that did not run, as against one whose assertion failed (1). */
const ERROR = 2;

const result = z.object({
  success: z.boolean(),
  failureReason: z.number().nullish(),
  promptIdx: z.number().default(0),
  provider: z.union([z.string(), z.object({ id: z.string().nullish(), label: z.string().nullish() })]),
  vars: z.record(z.string(), z.unknown()).default({}),
  testCase: z
    .object({ description: z.string().nullish(), metadata: z.record(z.string(), z.unknown()).nullish() })
    .default({}),
});

const output = z.object({ results: z.object({ results: z.array(result) }) });

/**
 * A test that passes is compliant. The scenario is `metadata.scenario` where the test has one, else its description and
 * variables; the group is `metadata.group`. Repetitions are told apart by their order.
 * @throws UserError where the text is not promptfoo's output.
 */
export function importPromptfoo(file: string, text: string): OutcomeRows {
  const parsed = output.safeParse(parseJson(file, text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UserError({
      message: `not promptfoo's JSON output: ${issue.path.join('.')}: ${issue.message}`,
      place: { file },
    });
  }
  const { results } = parsed.data.results;
  const prompts = new Set(results.map(({ promptIdx }) => promptIdx)).size;
  const repetitions = new Map<string, number>();
  const rows: OutcomeRow[] = [];
  const missing: OutcomeRows['missing'][number][] = [];
  for (const one of results) {
    const scenario = scenarioOf(one);
    const provider =
      typeof one.provider === 'string' ? one.provider : one.provider.label || one.provider.id || 'unnamed';
    const model = prompts > 1 ? `${provider}, prompt ${one.promptIdx + 1}` : provider;
    const place = JSON.stringify([scenario, model]);
    const replicate = (repetitions.get(place) ?? 0) + 1;
    repetitions.set(place, replicate);
    if (one.failureReason === ERROR) {
      missing.push({ scenario, model, reason: 'error' });
      continue;
    }
    const group = one.testCase.metadata?.['group'];
    rows.push({
      scenario,
      model,
      replicate: String(replicate),
      problematic: !one.success,
      ...(typeof group === 'string' ? { group } : {}),
    });
  }
  return { rows, missing };
}

function scenarioOf({ testCase, vars }: z.infer<typeof result>): string {
  const named = testCase.metadata?.['scenario'];
  if (typeof named === 'string') return named;
  const digest = hashJson(vars as Json).slice(0, 8);
  return testCase.description ? `${testCase.description} [${digest}]` : `vars [${digest}]`;
}

/** @throws UserError where it is not JSON. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError({ message: 'not JSON', place: { file } });
  }
}
