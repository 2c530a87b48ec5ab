// The log of openai/evals (`oaieval`): JSON Lines of events; a `match` event says whether a sample was right.
import * as z from 'zod';
import { createReplicateCounter, type MissingOutcome, type OutcomeRow, type OutcomeRows } from './outcome-row.ts';
import { outcomeValue, passMark } from './outcome-value.ts';

const Event = z.object({
  sample_id: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const Spec = z.object({ spec: z.object({ completion_fns: z.array(z.string()).nullish() }) });

/** Whether the lines are such a log. */
export function isOpenAiEvalsLog(lines: readonly unknown[]): boolean {
  return (
    lines.some((line) => typeof line === 'object' && line !== null && 'spec' in line) &&
    lines.some((line) => Event.safeParse(line).success)
  );
}

/** `match` events where there are any, else the `metrics` of a model-graded eval by their `score`; an `error` is missing. */
export function openAiEvalsOutcomes(
  lines: readonly unknown[],
  { file, passAt }: { readonly file: string; readonly passAt: number | undefined },
): OutcomeRows {
  const model = lines
    .map((line) => Spec.safeParse(line).data?.spec.completion_fns?.[0])
    .find((name) => name !== undefined);
  const events = lines.flatMap((line) => Event.safeParse(line).data ?? []);
  const kind = events.some(({ type }) => type === 'match') ? 'match' : 'metrics';
  const replicateOf = createReplicateCounter();
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  const judged = new Set<string>();
  const placeOf = (scenario: string): Omit<MissingOutcome, 'reason'> => {
    judged.add(scenario);
    return { scenario, model: model ?? 'model', replicate: replicateOf(scenario, '') };
  };
  for (const { sample_id: scenario, type, data } of events) {
    if (type === 'error') missing.push({ ...placeOf(scenario), reason: 'error' });
    if (type !== kind) continue;
    const value = outcomeValue(kind === 'match' ? data?.['correct'] : data?.['score']);
    if (value === undefined) missing.push({ ...placeOf(scenario), reason: 'no-score' });
    else rows.push({ ...placeOf(scenario), problematic: value < passMark(value, passAt, file) });
  }
  // Samples that were asked and have no judgment are missing.
  for (const scenario of new Set(events.map(({ sample_id: id }) => id))) {
    if (!judged.has(scenario)) missing.push({ ...placeOf(scenario), reason: 'no-score' });
  }
  return { rows, missing };
}
