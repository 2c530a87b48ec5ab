// A store after many nights: two real nights of the shipped example, the second of which is then repeated day after day, each with
// a segment of as many answers as it had.
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NightRecord } from '../../src/nightly/decision/record.ts';
import { nightLabel, nightOfSegment } from '../../src/io/store/pruned-files.ts';
import { readHistory, serializeHistory } from '../../src/nightly/io/history.ts';
import { writeLargeStore } from './store.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2025, 10, 1);
/** Characters of a simulated answer or ruling, about. */
const ANSWER = 700;

export function dayOf(night: number): string {
  return new Date(FIRST + night * DAY_MS).toISOString().slice(0, 10);
}

/** `night` runs the night of a date in the folder. Afterwards the folder holds the nights 0 to `nights` - 1. */
export function writeYear(folder: string, { nights, night }: { nights: number; night: (date: string) => void }): void {
  cpSync(new URL('../../fixtures/harbor', import.meta.url), folder, { recursive: true });
  night(dayOf(0));
  night(dayOf(1));
  const store = join(folder, '.spec-gate/store');
  const last = readHistory([store]).records.at(-1) as NightRecord;
  const answers = readdirSync(store).find((name) => nightOfSegment(name) !== undefined)!;
  const count = Math.round(statSync(join(store, answers)).size / (ANSWER + 350));
  for (let index = 2; index < nights; index += 1) {
    const date = dayOf(index);
    const record = { ...last, date, at: `${date}T04:00:00.000Z` };
    const name = date.replaceAll('-', '');
    writeFileSync(join(store, `${name}T040000Z-00000000.history.jsonl`), serializeHistory([record]));
    writeLargeStore(store, {
      count,
      characters: ANSWER,
      name: `${name}T030000Z-00000000.${nightLabel(date)}.jsonl`,
      from: index * count,
    });
  }
}

/** MiB of all files of the store. */
export function sizeOfStore(folder: string): number {
  const store = join(folder, '.spec-gate/store');
  return readdirSync(store).reduce((sum, name) => sum + readFileSync(join(store, name)).length, 0) / 2 ** 20;
}
