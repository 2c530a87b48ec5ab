// The store on disk: a folder of append-only JSONL segments, one per process. It is the journal: an answer that was
// written survives the death of this process at any moment.
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import type { Signer } from '../../core/signer.ts';
import { randomBytes } from 'node:crypto';
import { writeAnswerLine } from '../../evaluation/answer-record.ts';
import { createAnswerIndex, type AnswerStore, type StoredAnswer } from '../../evaluation/store.ts';
import { addSpending, type Ledger } from '../../models/cost/ledger.ts';
import { createAnswerTable } from './answer-table.ts';
import { createHeldAnswers, type HeldAnswers } from './held-answers.ts';
import { openIndexedSegment, type IndexedSegment, type IndexOptions } from './segment-index.ts';
import { createPutAnswers, type PutPlace } from './put-answers.ts';
import { isSideFile } from './side-file.ts';
import { makeFolder } from '../make-folder.ts';
import { keepHeapTight, keepRoomForNew } from '../tight-heap.ts';

/** Bytes of segments from which on reading them makes garbage for long, and from which on a store is large. */
const LONG = 4 * 1024 * 1024;
const LARGE = 16 * 1024 * 1024;

/** Counted misses; none of them is a failure. */
export interface StoreProblems {
  /** Lines that did not check out on reading. */
  readonly unreadable: number;
  /** Whole lines that nobody signed whose secret is known here: unsigned or forged. None where there is no signer. */
  readonly unsigned: number;
  /** Answers that could not be written. */
  readonly unwritten: number;
}

export interface StoreOptions extends IndexOptions {
  readonly now: Date;
  readonly extraFolders?: readonly string[];
  /** Signs what is written, and only what it has signed is read. Without one, records count by their checksums. */
  readonly signer?: Signer | undefined;
}

export interface SegmentStore extends AnswerStore {
  readonly problems: () => StoreProblems;
  readonly size: () => number;
  /** What all runs whose segments are here paid, by day. */
  readonly spending: () => Ledger;
  /** Says in the name of the segment that is still to be begun what its answers are for. */
  readonly label: (label: string) => void;
  readonly close: () => void;
}

/**
 * Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
 * time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
 */
export function openSegmentStore(folder: string, options: StoreOptions): SegmentStore {
  const { signer } = options;
  const held = createHeldAnswers();
  let read = 0;
  const segments = listSegments([folder, ...(options.extraFolders ?? [])]).flatMap((path) => {
    const segment = openSegment(path, { ...options, held });
    if (segment === undefined) return [];
    read += segment.bytes;
    if (read > LONG) keepRoomForNew();
    if (read > LARGE) keepHeapTight();
    return [segment];
  });
  const stored = createAnswerTable(segments, { signer, held });
  const problems = {
    unreadable: segments.reduce((sum, one) => sum + one.unreadable, 0),
    unsigned: segments.reduce((sum, one) => sum + one.unsigned, 0),
    unwritten: 0,
  };
  // Of what this process puts the answers, by where they were written; attempts, with those that their questions had before, and
  // what could not be written.
  const put = createPutAnswers(() => segment.file(), signer);
  const fresh = createAnswerIndex();
  const asked = new Set<string>();
  let answers = 0;
  let spent: Ledger = stored.spending();
  let label: string | undefined;
  const segment = createSegmentWriter(() => createSegment(folder, options.now, label));
  const get = (key: string): StoredAnswer | undefined =>
    put.get(key) ?? (asked.has(key) ? fresh.get(key) : stored.get(key));
  const keep = (key: string, answer: StoredAnswer, place: PutPlace | undefined): void => {
    if (answer.attempt !== true) answers += 1;
    if (answer.attempt !== true && place !== undefined) put.add(key, answer, place);
    else {
      if (!asked.has(key)) for (const attempt of stored.attemptsAt(key)) fresh.add(key, attempt);
      asked.add(key);
      fresh.add(key, answer);
    }
    const { paid } = answer;
    if (paid === undefined) return;
    spent = addSpending(spent, { at: Date.parse(paid.at), usd: paid.usd === 'unknown' ? 0 : paid.usd, calls: 1 });
  };
  return {
    get,
    attempts: (key) => (asked.has(key) ? fresh.attempts(key) : stored.attemptsAt(key).length),
    put: (key, answer) => {
      if (get(key) !== undefined) return;
      const place = segment.append(writeAnswerLine(key, answer, signer));
      if (place === undefined) problems.unwritten += 1;
      keep(key, answer, place);
    },
    problems: () => ({ ...problems, unreadable: problems.unreadable + stored.misread() }),
    size: () => stored.size() + answers,
    spending: () => spent,
    label: (given) => {
      label = given;
    },
    close: () => {
      stored.close();
      segment.close();
    },
  };
}

interface SegmentWriter {
  /** Where the line was written; undefined where it was not, or not to its end. */
  readonly append: (line: string) => PutPlace | undefined;
  /** Open for reading, too, from the first line on. */
  readonly file: () => number | undefined;
  readonly close: () => void;
}

function createSegmentWriter(create: () => number): SegmentWriter {
  let file: number | undefined;
  let end = 0;
  let isTorn = false;
  return {
    append: (line) => {
      try {
        file ??= create();
        // One write call per line: a line is whole or torn, and a torn one must not swallow the next.
        const bytes = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`);
        const offset = end + (isTorn ? 1 : 0);
        isTorn = true;
        const written = writeSync(file, bytes);
        end += written;
        if (written < bytes.length) return undefined;
        isTorn = false;
        return { offset, bytes: end - offset - 1 };
      } catch {
        return undefined;
      }
    },
    file: () => file,
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/**
 * Undefined where another run deleted it since it was listed: only answers of nights that nobody needs are.
 * @throws UserError where a segment is there and cannot be read: without it paid answers would be asked again.
 */
function openSegment(path: string, options: IndexOptions & { readonly held: HeldAnswers }): IndexedSegment | undefined {
  try {
    return openIndexedSegment(path, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError({
      message: `a segment of the store cannot be read (${reason})`,
      hint: 'Make it readable, or move it out of the folder: its answers are then asked anew.',
      place: { file: path },
    });
  }
}

/** A store that is never written: for the demo, which must leave nothing behind. */
export function createMemorySegmentStore(): SegmentStore {
  const index = createAnswerIndex();
  return {
    get: index.get,
    attempts: index.attempts,
    put: (key, answer) => void index.add(key, answer),
    problems: () => ({ unreadable: 0, unsigned: 0, unwritten: 0 }),
    size: index.size,
    spending: () => [],
    label: () => {},
    close: () => {},
  };
}

function createSegment(folder: string, now: Date, label: string | undefined): number {
  makeFolder(folder);
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const parts = [`${stamp}-${randomBytes(4).toString('hex')}`, label, 'jsonl'].filter((part) => part !== undefined);
  return openSync(join(folder, parts.join('.')), 'ax+');
}

/** Paths of the segments in these folders, oldest first. Regular files only: a restored cache may hold links. */
export function listSegments(folders: readonly string[]): readonly string[] {
  const found = folders.flatMap((folder) => readFolder(folder).map((name) => ({ name, path: join(folder, name) })));
  return found.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ path }) => path);
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl') && !isSideFile(entry.name))
      .map((entry) => entry.name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new UserError({
      message: `the store ${folder} cannot be read (${code})`,
      hint: 'name a folder with --store or storePath',
    });
  }
}
