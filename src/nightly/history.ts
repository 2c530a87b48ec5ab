// What the history of nights means for tonight: an acceptance in the config, alarms that are still open, a date too early.
import { UserError } from '../core/errors.ts';
import type { AnchoredNights } from './decision/anchor.ts';
import type { Alarm, HistoryRecord } from './decision/record.ts';

/** `anchored` is the day of the anchor so far. A day in the config is an acceptance that was reviewed; it holds once, for the first whole night from then on. */
export function acceptedByConfig(
  anchorFrom: string | undefined,
  { anchored, date }: { readonly anchored: string | undefined; readonly date: string },
): string | undefined {
  if (anchorFrom === undefined || anchored === undefined || date < anchorFrom || anchored >= anchorFrom)
    return undefined;
  return `nightly.anchorFrom: ${anchorFrom}`;
}

/** A night before the first one would pin itself as the anchor, unaccepted. */
export function refuseBackdated(
  history: readonly HistoryRecord[],
  tonight: { readonly subject: string; readonly date: string; readonly known: AnchoredNights | undefined },
): void {
  const nights = history.map((record) => (record.kind === 'night' ? record : record.night));
  const later = nights.find(({ subject, date }) => subject === tonight.subject && date > tonight.date);
  if (tonight.known !== undefined || later === undefined) return;
  throw new UserError({
    message: `the night of ${tonight.date} lies before the anchor of ${later.date}`,
    hint: 'the anchor moves by acceptance only: --accept-anchor REASON, or nightly.anchorFrom',
  });
}

/** Only a night before the anchor that counts now could still be held against such a one. */
export function refusePruned(known: AnchoredNights | undefined): void {
  const pruned = known?.anchor.pruned;
  if (pruned === undefined) return;
  throw new UserError({
    message: `the answers of the anchor of ${known!.anchor.date} were pruned on ${pruned}, so nothing can be held against them`,
    hint: 'a night from the day of the present anchor on can be run; nightly.keepNights: all keeps all of them',
  });
}

/** The alarms of the last night before `date`. */
export function openAlarms(history: readonly HistoryRecord[], date: string): readonly Alarm[] {
  const nights = history
    .map((line) => (line.kind === 'night' ? line : line.night))
    .filter((night) => night.date < date);
  return nights.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)?.alarms ?? [];
}

/** With another spec or panel the old alarms can be neither confirmed nor cleared: they stay until somebody accepts. */
export function carriedAlarms(
  history: readonly HistoryRecord[],
  { subject, date }: { subject: string; date: string },
): { readonly date: string; readonly alarms: readonly Alarm[] } | undefined {
  const nights = history.map((line) => (line.kind === 'night' ? line : line.night));
  const last = nights
    .filter((night) => night.date < date && night.subject !== subject)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  return last === undefined ? undefined : { date: last.date, alarms: last.alarms };
}
