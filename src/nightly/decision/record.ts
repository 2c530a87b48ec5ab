// What a night leaves behind, and what an acceptance does: the lines of the history. Nothing here is ever rewritten.
import { RESPONSE_TYPES } from '../../core/study-words.ts';
import * as z from 'zod';
import { MODEL_METRICS, PANEL_METRICS, type NightMetric } from './metrics.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** By judge: whether it ruled against the response. A judge that was not asked or abstained is left out. */
const Rulings = z.record(z.string(), z.boolean());
const Score = z.int().min(0).max(6);
/** The classifier's word; left out without a classifier or rubrics, and where it gave none. */
const Scored = {
  type: z.enum(RESPONSE_TYPES).optional(),
  /** Positions on the two value spectra. */
  scores: z.tuple([Score, Score]).optional(),
};

const Cell = z.strictObject({
  scenario: z.string(),
  model: z.string(),
  /** From 1 within the night. */
  draw: z.int().min(1),
  against: z.union([z.boolean(), z.literal('missing')]),
  rulings: Rulings,
  ...Scored,
});

/** A stored answer of the night `from`, ruled on and scored anew. */
const Rejudged = z.strictObject({
  scenario: z.string(),
  model: z.string(),
  draw: z.int().min(1),
  from: Day,
  against: z.union([z.boolean(), z.literal('missing')]),
  rulings: Rulings,
  ...Scored,
});

const Confirmed = {
  /** The night it was first confirmed. */
  since: Day,
  p: z.number(),
};

const Alarm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('model'),
    id: z.string(),
    /** Absent in lines that are older than the other metrics: non-compliance. */
    endpoint: z.enum(MODEL_METRICS).optional(),
    /** Of the share, from the anchor to tonight. */
    change: z.number(),
    ...Confirmed,
  }),
  z.strictObject({
    kind: z.literal('panel'),
    /** There is one panel; named so that `id` can be read off any alarm. */
    id: z.undefined().optional(),
    endpoint: z.enum(PANEL_METRICS),
    change: z.number(),
    ...Confirmed,
  }),
  z.strictObject({
    kind: z.literal('judge'),
    id: z.string(),
    /** Of the share ruled against, on the same answers. */
    change: z.number(),
    /** Share of the same answers that it rules otherwise than in the anchor night, beyond its own retest. */
    flips: z.number().optional(),
    ...Confirmed,
  }),
  z.strictObject({
    kind: z.literal('classifier'),
    id: z.string(),
    /** Of the share that it calls rejections, on the same answers. */
    change: z.number(),
    /** Mean change of its score for either value, on the same answers, in points. */
    shift: z.tuple([z.number(), z.number()]),
    /** As a judge's, over type and scores; absent where the anchor was scored once only. */
    flips: z.number().optional(),
    ...Confirmed,
  }),
]);

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
  /** Anchor answers ruled on and scored by this night's judges and classifier; on an anchor night its own, a second time. */
  rejudged: z.array(Rejudged),
  /** What each model and judge called itself: `model`, or `model fingerprint`. */
  answeredAs: z.record(z.string(), z.array(z.string())),
  alarms: z.array(Alarm),
  calls: z.int().min(0),
  usd: z.union([z.number(), z.literal('unknown')]),
  /** The night that pruned this one: its single answers (`cells`, `rejudged`) are gone, the rest stands. */
  pruned: Day.optional(),
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
export type MetricAlarm = Extract<Alarm, { readonly kind: 'model' | 'panel' }>;
/** One complete night. */
export type NightRecord = Readonly<z.infer<typeof Night>>;
/** A night that a person made the new normal. */
export type AnchorRecord = Readonly<z.infer<typeof Anchor>>;
export type HistoryRecord = NightRecord | AnchorRecord;

/** The night that a record tells of. */
export function nightOf(record: HistoryRecord): NightRecord {
  return record.kind === 'night' ? record : record.night;
}

/** What an alarm about models is about; undefined for a judge or a classifier. */
export function metricOf(alarm: MetricAlarm): NightMetric;
export function metricOf(alarm: Alarm): NightMetric | undefined;
export function metricOf(alarm: Alarm): NightMetric | undefined {
  if (alarm.kind === 'model') return alarm.endpoint ?? 'nonCompliance';
  return alarm.kind === 'panel' ? alarm.endpoint : undefined;
}

/** Names an alarm while it stands: who, what, and since when. What was named before there were metrics keeps its name. */
export function alarmKey(alarm: Alarm): string {
  const metric = metricOf(alarm);
  const who = alarm.kind === 'panel' ? 'panel' : `${alarm.kind} ${alarm.id}`;
  return metric === undefined || metric === 'nonCompliance'
    ? `${who} ${alarm.since}`
    : `${who} ${metric} ${alarm.since}`;
}
