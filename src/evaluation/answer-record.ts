// One line of a store segment: key, checksum, record. Whatever does not check out is a miss, never an answer.
import * as z from 'zod';
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { StoredAnswer } from './store.ts';

const Count = z.int().min(0);

const Record = z.strictObject({
  text: z.string(),
  finish: z.enum(['stop', 'length', 'refusal', 'content_filter']),
  returnedModel: z.string().optional(),
  fingerprint: z.string().optional(),
  usage: z.strictObject({
    inputTokens: Count,
    cachedInputTokens: Count,
    cacheWriteTokens: Count,
    outputTokens: Count,
  }),
  adapted: z.array(z.string()),
});

const Line = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  sum: z.string(),
  record: Record,
  paid: z.strictObject({ at: z.iso.datetime(), usd: z.union([z.number().min(0), z.literal('unknown')]) }).optional(),
});

/** The line, without its line end. */
export function writeAnswerLine(key: string, answer: StoredAnswer): string {
  const record = answer.completion as unknown as Json;
  const paid = answer.paid && { ...answer.paid };
  return JSON.stringify({ key, sum: checksum(key, record, paid), record, paid });
}

/** The answer of a line, or undefined for a torn, foreign, altered or outdated one. */
export function readAnswerLine(line: string): { readonly key: string; readonly answer: StoredAnswer } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  const checked = Line.safeParse(parsed);
  if (!checked.success) return undefined;
  const { key, sum, record, paid } = checked.data;
  if (sum !== checksum(key, record, paid)) return undefined;
  const completion = record as StoredAnswer['completion'];
  return { key, answer: paid === undefined ? { completion } : { completion, paid } };
}

function checksum(key: string, record: Json, paid: Json | undefined): string {
  return hashJson([key, record, paid ?? null]).slice(0, 16);
}
