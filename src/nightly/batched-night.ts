// The day of a night whose calls go in batches: it may be collected on another day than it was submitted on.
import type { BatchedNight, BatchFile } from '../io/store/batch-file.ts';

const DAY_MS = 86_400_000;
/** A batch of answers may take a day, and the batch of rulings on them another. */
const MOST_DAYS = 3;

/** A night that was begun goes on under its own date, as its draws are named by it; after a few days it is given up. */
export function dateOfNight(batches: BatchFile, { config, date: today }: BatchedNight): string {
  const age = (date: string): number => (Date.parse(today) - Date.parse(date)) / DAY_MS;
  const begun = batches.nights(config).findLast((date) => age(date) >= 0 && age(date) <= MOST_DAYS);
  if (begun === undefined) batches.noteNight({ config, date: today }, 'begun');
  return begun ?? today;
}
