// Outcomes from lm-eval's samples (`lm_eval --log_samples`): JSON Lines, a row for each document and way of reading its answer.
import * as z from 'zod';
import { UserError } from '../../core/errors.ts';
import { chooseOutcome, type ScoreOptions } from './choose-outcome.ts';
import { createReplicateCounter, type MissingOutcome, type OutcomeRow, type OutcomeRows } from './outcome-row.ts';

const Sample = z.looseObject({
  doc_id: z.union([z.string(), z.number()]),
  doc_hash: z.string(),
  filter: z.string(),
  metrics: z.array(z.string()).min(1),
});
type Sample = z.output<typeof Sample>;

/** The samples of one task, as one file has them. */
export interface TaskSamples {
  readonly file: string;
  /** Absent where the file's name does not say it. */
  readonly task?: string;
  readonly values: readonly unknown[];
}

/** Whether a parsed line is one sample. */
export function isLmEvalSample(value: unknown): boolean {
  return Sample.safeParse(value).success;
}

/** `samples_gsm8k_2026-11-29T16-06-10.809991.jsonl` holds `gsm8k`. */
export function taskOf(name: string): string | undefined {
  return /(?:^|[\\/])samples_(.+?)(?:_\d{4}-\d\d-\d\dT[\d.-]+)?\.jsonl(?:\.gz)?$/.exec(name)?.[1];
}

/**
 * The scenario is the document's number with its content's hash, so that two documents that only share a number stay apart; with its task
 * before it where there are several. The metric is the only one, or `--scorer`; where answers were read in several ways it is
 * `metric,filter`, as lm-eval's own results name it. The model is in none of these files: all rows are one's.
 * @throws UserError where several metrics are there and none was chosen, or what is no sample.
 */
export function lmEvalOutcomes(files: readonly TaskSamples[], options: ScoreOptions): OutcomeRows {
  const samples = files.flatMap(({ file, task, values }) =>
    values.map((value) => ({ file, task, sample: readSample(file, value) })),
  );
  const hasFilters = new Set(samples.map(({ sample }) => sample.filter)).size > 1;
  const nameOf = (metric: string, { filter }: Sample): string => (hasFilters ? `${metric},${filter}` : metric);
  const given = samples.flatMap(({ sample }) =>
    sample.metrics.map((metric) => ({ name: nameOf(metric, sample), value: sample[metric] })),
  );
  const outcome = chooseOutcome(files[0]!.file, given, { ...options, word: 'metric' });
  const hasTasks = new Set(files.map(({ task }) => task)).size > 1;
  const replicateOf = createReplicateCounter();
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  for (const { file, task, sample } of samples) {
    const metric = sample.metrics.find((name) => nameOf(name, sample) === outcome.name);
    if (metric === undefined) continue;
    const document = `${sample.doc_id} [${sample.doc_hash.slice(0, 8)}]`;
    const scenario = hasTasks && task !== undefined ? `${task}/${document}` : document;
    const place = { scenario, model: 'model', replicate: replicateOf(scenario, '') };
    const problematic = outcome.isProblem(sample[metric], file);
    if (problematic === undefined) missing.push({ ...place, reason: 'no-score' });
    else rows.push({ ...place, problematic });
  }
  if (rows.length > 0) return { rows, missing };
  const message = `the metric ${outcome.name} is no number for any of ${missing.length} documents`;
  throw new UserError({
    message,
    hint: `There are ${[...new Set(given.map(({ name }) => name))].join(', ')}.`,
    place: { file: files[0]!.file },
  });
}

function readSample(file: string, value: unknown): Sample {
  const parsed = Sample.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError({ message: `not a sample of lm-eval: ${parsed.error.issues[0]!.message}`, place: { file } });
}
