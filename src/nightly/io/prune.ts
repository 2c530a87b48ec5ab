// Takes out of a store what its nights left and no later night can need. Files are deleted whole, never rewritten: answers of a night
// lie in segments of their own, and a record that loses its single answers is written anew, in a new file, before its file goes.
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Signer } from '../../core/signer.ts';
import { nightOfSegment, pruneFiles } from '../../io/store/pruned-files.ts';
import { findNeededNights, type KeepRule, type NeededNights } from '../decision/needed-nights.ts';
import { nightOf, type HistoryRecord, type NightRecord } from '../decision/record.ts';
import { appendHistory, type HistoryFile } from './history.ts';

export interface Pruned {
  /** Nights that lost their answers, their single answers in the history, or both. */
  readonly nights: number;
  /** Before this day. */
  readonly from: string;
  /** Of what was deleted. */
  readonly bytes: number;
}

/** Nights that are pruned at once: about once a week, so that a store is not given two new files each night to lose two. */
const LEAST_AT_ONCE = 7;

export interface PruneOptions {
  readonly rule: KeepRule;
  /** With tonight. */
  readonly history: readonly HistoryRecord[];
  /** What the history was read from. */
  readonly files: readonly HistoryFile[];
  readonly now: Date;
  readonly signer: Signer | undefined;
}

/** Undefined where too little has become needless. @throws what the file system says. */
export function pruneNights(folder: string, { rule, history, files, now, signer }: PruneOptions): Pruned | undefined {
  // A mistyped date of some later year makes no night of today old.
  const tonight = earlier(rule.date, now.toISOString().slice(0, 10));
  const needed = findNeededNights(history, { ...rule, date: tonight });
  const records = files.filter(
    ({ path, ...file }) => resolve(dirname(path)) === resolve(folder) && isDue(file, needed),
  );
  const segments = listDueSegments(folder, needed);
  const summarised = records.flatMap((file) => file.records);
  const dates = new Set([...summarised.map((record) => nightOf(record).date), ...segments.map(({ date }) => date)]);
  if (dates.size < LEAST_AT_ONCE) return undefined;
  const unwritten = appendHistory(
    folder,
    summarised.map((record) => summarise(record, tonight)),
    { now, signer },
  );
  if (unwritten !== undefined) throw new Error(unwritten);
  const paths = [...records, ...segments].map(({ path }) => path);
  const bytes = paths.reduce((sum, path) => sum + sizeOf(path), 0);
  pruneFiles(
    folder,
    paths.map((path) => basename(path)),
    now,
  );
  return { nights: dates.size, from: needed.from, bytes };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** A file goes only where all that it holds may. */
function isDue({ records, isWhole }: Omit<HistoryFile, 'path'>, needed: NeededNights): boolean {
  return (
    isWhole &&
    records.length > 0 &&
    records.every((record) => !needed.records.has(record) && nightOf(record).pruned === undefined)
  );
}

function listDueSegments(
  folder: string,
  { from, dates }: NeededNights,
): readonly { readonly path: string; readonly date: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const date = nightOfSegment(name);
    return date === undefined || date >= from || dates.has(date) ? [] : [{ path: join(folder, name), date }];
  });
}

/** The record without its single answers: who was asked, the alarms and the cost stay. */
function summarise(record: HistoryRecord, date: string): HistoryRecord {
  const strip = (night: NightRecord): NightRecord => ({ ...night, cells: [], rejudged: [], pruned: date });
  return record.kind === 'night' ? strip(record) : { ...record, night: strip(record.night) };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
