// What all runs together spent by day, so that many cheap runs cannot add up unseen. Pure data; io keeps the file.
import * as z from 'zod';
import { createRecent } from '../../core/recent.ts';

/** One day (UTC) of spending. */
const LedgerDay = z.strictObject({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  usd: z.number().min(0),
  calls: z.int().min(0),
});
const LedgerFile = z.strictObject({ schema: z.literal('spec-gate/ledger@1'), days: z.array(LedgerDay).max(1000) });

/** Days in order, each once. */
export type Ledger = readonly z.infer<typeof LedgerDay>[];

export interface LedgerCaps {
  readonly dayUsd?: number | undefined;
  readonly weekUsd?: number | undefined;
}

/** Days kept: the running week and a month to look back on. */
const KEPT_DAYS = 40;
const DAY_MS = 86_400_000;

/** Reads a ledger's file. Undefined where it is not one: then nothing is known, and the caller says so. */
export function parseLedger(text: string): Ledger | undefined {
  try {
    const parsed = LedgerFile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.days : undefined;
  } catch {
    return undefined;
  }
}

export function serializeLedger(days: Ledger): string {
  return `${JSON.stringify({ schema: 'spec-gate/ledger@1', days }, undefined, 2)}\n`;
}

/** The ledger with a run's spending on the day of `at` (milliseconds since 1970) and without days long past. */
export function addSpending(
  ledger: Ledger,
  spent: { readonly at: number; readonly usd: number; readonly calls: number },
): Ledger {
  const day = dayOf(spent.at);
  const oldest = dayOf(spent.at - KEPT_DAYS * DAY_MS);
  const today = ledger.find((entry) => entry.day === day) ?? { day, usd: 0, calls: 0 };
  const others = ledger.filter((entry) => entry.day !== day && entry.day > oldest);
  const sum = { day, usd: today.usd + spent.usd, calls: today.calls + spent.calls };
  return [...others, sum].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** US dollars of the day and of the week from Monday, both UTC. */
export function spendingAt(ledger: Ledger, at: number): { readonly dayUsd: number; readonly weekUsd: number } {
  const day = dayOf(at);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  const monday = dayOf(at - sinceMonday * DAY_MS);
  const sum = (from: string): number =>
    ledger.filter((entry) => entry.day >= from && entry.day <= day).reduce((total, { usd }) => total + usd, 0);
  return { dayUsd: sum(day), weekUsd: sum(monday) };
}

/** US dollars a run may spend now: the run's own cap, or what is left of the day or the week if that is less. Never below 0. */
export function runCap(
  ledger: Ledger,
  { at, usd, caps }: { readonly at: number; readonly usd: number; readonly caps: LedgerCaps },
): number {
  const { dayUsd, weekUsd } = spendingAt(ledger, at);
  return Math.max(0, Math.min(usd, (caps.dayUsd ?? Infinity) - dayUsd, (caps.weekUsd ?? Infinity) - weekUsd));
}

/** The days asked for last, by their number since 1970: each call asks for two, and for the same ones all day. */
const nameOfDay = createRecent<string>(64);

function dayOf(at: number): string {
  return nameOfDay(`${Math.floor(at / DAY_MS)}`, () => new Date(at).toISOString().slice(0, 10));
}
