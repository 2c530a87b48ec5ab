// What a night leaves behind, and what an acceptance does: the lines of the history. Nothing here is ever rewritten.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import * as z from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** By judge: whether it ruled against the response. A judge that was not asked or abstained is left out. */
const Rulings = z.record(z.string(), z.boolean());
const Score = z.int().min(0).max(6);

const Cell = z.strictObject({
  scenario: z.string(),
  model: z.string(),
  /** From 1 within the night. */
  draw: z.int().min(1),
  against: z.union([z.boolean(), z.literal('missing')]),
  rulings: Rulings,
  type: z.enum(RESPONSE_TYPES).optional(),
  /** Positions on the two value spectra. */
  scores: z.tuple([Score, Score]).optional(),
});

/** A stored answer of the night `from`, ruled on anew. */
const Rejudged = z.strictObject({
  scenario: z.string(),
  model: z.string(),
  draw: z.int().min(1),
  from: Day,
  against: z.union([z.boolean(), z.literal('missing')]),
  rulings: Rulings,
});

const Alarm = z.strictObject({
  kind: z.enum(['model', 'judge']),
  id: z.string(),
  /** The night it was first confirmed. */
  since: Day,
  /** Models: rise of the non-compliance share. Judges: change of the share ruled against, on the same answers. */
  change: z.number(),
  p: z.number(),
  /** Judges: share of the same answers that it rules otherwise than in the anchor night, beyond its own retest. */
  flips: z.number().optional(),
});

const Night = z.strictObject({
  schema: z.literal('spec-gate/night@1'),
  kind: z.literal('night'),
  date: Day,
  at: z.iso.datetime(),
  /** Hash of what must be the same for nights to be compared: spec, judges, classifier, prompts, context. */
  subject: z.string(),
  /** Hash of each model's reference and system prompt, by id. */
  models: z.record(z.string(), z.string()),
  /** Hash of each scenario as it was asked. */
  scenarios: z.record(z.string(), z.string()),
  /** Scenarios of the fixed part of the set. */
  sentinels: z.array(z.string()),
  cells: z.array(Cell),
  /** Anchor answers ruled on by this night's judges; on an anchor night its own answers, a second time. */
  rejudged: z.array(Rejudged),
  /** What each model and judge called itself: `model`, or `model fingerprint`. */
  answeredAs: z.record(z.string(), z.array(z.string())),
  alarms: z.array(Alarm),
  calls: z.int().min(0),
  usd: z.union([z.number(), z.literal('unknown')]),
});

const Anchor = z.strictObject({
  schema: z.literal('spec-gate/night@1'),
  kind: z.literal('anchor'),
  at: z.iso.datetime(),
  reason: z.string(),
  night: Night,
});

export const HistoryLine = z.discriminatedUnion('kind', [Night, Anchor]);

export type NightCell = Readonly<z.infer<typeof Cell>>;
export type RejudgedCell = Readonly<z.infer<typeof Rejudged>>;
export type Alarm = Readonly<z.infer<typeof Alarm>>;
/** One complete night. */
export type NightRecord = Readonly<z.infer<typeof Night>>;
/** A night that a person made the new normal. */
export type AnchorRecord = Readonly<z.infer<typeof Anchor>>;
export type HistoryRecord = NightRecord | AnchorRecord;
