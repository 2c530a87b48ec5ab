// Inspect's log in JSON (`inspect log dump`, or --log-format json): one sample a scenario and epoch.
import { z } from 'zod';
import { UserError } from '../../core/errors.ts';
import { parseJson } from './import-promptfoo.ts';
import type { OutcomeRow, OutcomeRows } from './outcome-row.ts';

const sample = z.object({
  id: z.union([z.string(), z.number()]),
  epoch: z.number().default(1),
  scores: z.record(z.string(), z.object({ value: z.unknown() })).nullish(),
  error: z.unknown().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const log = z.object({
  status: z.string().nullish(),
  eval: z.object({ model: z.string(), task: z.string().nullish() }),
  samples: z.array(sample),
});

export interface InspectOptions {
  /** Which scorer's value is the outcome; needed where a log has several. */
  readonly scorer?: string;
  /** The least value that is compliant, default 1: Inspect reads C as 1, P as 0.5, I and N as 0. */
  readonly passAt?: number;
}

/** Inspect's letters as numbers (its `value_to_float`). */
const LETTERS: Readonly<Record<string, number>> = { C: 1, P: 0.5, I: 0, N: 0 };

/**
 * The scenario is the sample's id, the replicate its epoch, the group `metadata.group`. A sample with an error, without the
 * scorer's value or with one that is no number is missing.
 * @throws UserError where the text is not such a log, or has several scorers and none was chosen.
 */
export function importInspect(file: string, text: string, options: InspectOptions = {}): OutcomeRows {
  const parsed = log.safeParse(parseJson(file, text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UserError({
      message: `not an Inspect log with samples: ${issue.path.join('.')}: ${issue.message}`,
      place: { file },
    });
  }
  const { samples } = parsed.data;
  const { model } = parsed.data.eval;
  const scorer = options.scorer ?? onlyScorer(file, samples);
  const rows: OutcomeRow[] = [];
  const missing: OutcomeRows['missing'][number][] = [];
  for (const one of samples) {
    const scenario = String(one.id);
    const value = valueOf(one.scores?.[scorer]?.value);
    if ((one.error !== undefined && one.error !== null) || value === undefined) {
      missing.push({ scenario, model, reason: value === undefined ? 'no-score' : 'error' });
      continue;
    }
    const group = one.metadata?.['group'];
    rows.push({
      scenario,
      model,
      replicate: String(one.epoch),
      problematic: value < (options.passAt ?? 1),
      ...(typeof group === 'string' ? { group } : {}),
    });
  }
  return { rows, missing };
}

function onlyScorer(file: string, samples: readonly z.infer<typeof sample>[]): string {
  const names = [...new Set(samples.flatMap(({ scores }) => Object.keys(scores ?? {})))].sort();
  if (names.length === 1) return names[0]!;
  const message = names.length === 0 ? 'no sample has a score' : `several scorers: ${names.join(', ')}`;
  throw new UserError({ message, hint: 'Choose one with --scorer.', place: { file } });
}

function valueOf(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return LETTERS[value] ?? (value.trim() === '' ? undefined : finite(Number(value)));
  return typeof value === 'number' ? finite(value) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
