// One line of a store segment: key, checksum, signature, record. Whatever does not check out is a miss, never an answer.
import { whereDefined } from '../core/where-defined.ts';
import * as z from 'zod';
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { Signer } from '../core/signer.ts';
import { FINISHES } from '../models/model.ts';
import type { StoredAnswer } from './store.ts';

const Count = z.int().min(0);

const Record = z.strictObject({
  text: z.string(),
  finish: z.enum(FINISHES),
  ending: z.string().optional(),
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
  sig: z.string().optional(),
  record: Record,
  paid: z.strictObject({ at: z.iso.datetime(), usd: z.union([z.number().min(0), z.literal('unknown')]) }).optional(),
  attempt: z.literal(true).optional(),
});

/** What a line of a segment turned out to be. */
export type StoredLine =
  | { readonly status: 'answer'; readonly key: string; readonly answer: StoredAnswer; readonly sig?: string }
  /** Torn, foreign, altered or outdated. */
  | { readonly status: 'unreadable' }
  /** Whole, but not signed by anyone whose secret is known here. */
  | { readonly status: 'unsigned' };

/** The line, without its line end. */
export function writeAnswerLine(key: string, answer: StoredAnswer, signer?: Signer): string {
  const record = answer.completion as unknown as Json;
  const paid = answer.paid && { ...answer.paid };
  const { attempt } = answer;
  const content = contentOf({ key, record, paid, attempt });
  return JSON.stringify({ key, sum: checksum(content), sig: signer?.sign(signed(content)), record, paid, attempt });
}

/** What stands in a line. With a signer only what it has signed is an answer; without one signatures are not looked at. */
export function readAnswerLine(line: string, signer?: Signer): StoredLine {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { status: 'unreadable' };
  }
  const checked = Line.safeParse(parsed);
  if (!checked.success) return { status: 'unreadable' };
  const { key, sum, sig, record, paid, attempt } = checked.data;
  const content = contentOf({ key, record, paid, attempt });
  if (sum !== checksum(content)) return { status: 'unreadable' };
  if (signer !== undefined && !signer.hasSigned(signed(content), sig ?? '')) return { status: 'unsigned' };
  const completion = record as StoredAnswer['completion'];
  const answer: StoredAnswer = {
    completion,
    ...whereDefined({ paid, attempt }),
  };
  return { status: 'answer', key, answer, ...whereDefined({ sig }) };
}

/** What checksum and signature are of. Answers are as they were before there were attempts, so that old stores are read. */
function contentOf(line: {
  readonly key: string;
  readonly record: Json;
  readonly paid: Json | undefined;
  readonly attempt: true | undefined;
}): Json {
  const { key, record, paid, attempt } = line;
  return [key, record, paid ?? null, ...(attempt === undefined ? [] : ['attempt'])];
}

function checksum(content: Json): string {
  return hashJson(content).slice(0, 16);
}

/** The same secret signs other records of the store: each says what it is. */
function signed(content: Json): Json {
  return ['answer', content];
}
