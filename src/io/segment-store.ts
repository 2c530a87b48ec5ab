// The store on disk: a folder of append-only JSONL segments, one per process. It is the journal: an answer that was
// written survives the death of this process at any moment.
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { readAnswerLine, writeAnswerLine } from '../evaluation/answer-record.ts';
import type { AnswerStore, StoredAnswer } from '../evaluation/store.ts';
import { addSpending, type Ledger } from '../models/ledger.ts';
import { isHistoryFile } from './history-file.ts';

/** A segment is never larger than this; a larger file in the folder is foreign and is not read. */
const MAX_SEGMENT_BYTES = 512 * 1024 * 1024;

export interface SegmentStore extends AnswerStore {
  /** Lines that did not check out on reading, and answers that could not be written. Each is a miss, not a failure. */
  readonly problems: () => { readonly unreadable: number; readonly unwritten: number };
  readonly size: () => number;
  /** What all runs whose segments are here paid, by day. */
  readonly spending: () => Ledger;
  readonly close: () => void;
}

/**
 * Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
 * time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
 */
export function openSegmentStore(
  folder: string,
  options: { now: Date; extraFolders?: readonly string[] },
): SegmentStore {
  const answers = new Map<string, StoredAnswer>();
  let unreadable = 0;
  let unwritten = 0;
  let file: number | undefined;
  const spending = createSpending();
  const keep = (key: string, answer: StoredAnswer): void => {
    answers.set(key, answer);
    spending.add(answer);
  };
  for (const path of listSegments([folder, ...(options.extraFolders ?? [])])) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '') continue;
      const read = readAnswerLine(line);
      if (read === undefined) unreadable += 1;
      else if (!answers.has(read.key)) keep(read.key, read.answer);
    }
  }
  const append = (line: string): void => {
    try {
      file ??= createSegment(folder, options.now);
      // One write call per line: a line is whole or torn, and a torn one is a counted miss.
      writeSync(file, `${line}\n`);
    } catch {
      unwritten += 1;
    }
  };
  return {
    get: (key) => answers.get(key),
    put: (key, answer) => {
      if (answers.has(key)) return;
      append(writeAnswerLine(key, answer));
      keep(key, answer);
    },
    problems: () => ({ unreadable, unwritten }),
    size: () => answers.size,
    spending: spending.read,
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** A store that is never written: for the demo, which must leave nothing behind. */
export function createMemorySegmentStore(): SegmentStore {
  const answers = new Map<string, StoredAnswer>();
  return {
    get: (key) => answers.get(key),
    put: (key, answer) => {
      if (!answers.has(key)) answers.set(key, answer);
    },
    problems: () => ({ unreadable: 0, unwritten: 0 }),
    size: () => answers.size,
    spending: () => [],
    close: () => {},
  };
}

/** Adds up payments by day; the same answer in two segments was paid for once. */
function createSpending(): { add: (answer: StoredAnswer) => void; read: () => Ledger } {
  let ledger: Ledger = [];
  return {
    add: ({ paid }) => {
      if (paid === undefined) return;
      ledger = addSpending(ledger, { at: Date.parse(paid.at), usd: paid.usd === 'unknown' ? 0 : paid.usd, calls: 1 });
    },
    read: () => ledger,
  };
}

function createSegment(folder: string, now: Date): number {
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return openSync(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.jsonl`), 'ax');
}

/** Regular files only: a restored cache may hold links. */
function listSegments(folders: readonly string[]): readonly string[] {
  const found = folders.flatMap((folder) => readFolder(folder).map((name) => ({ name, path: join(folder, name) })));
  return found.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ path }) => path);
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl') && !isHistoryFile(entry.name))
      .map((entry) => entry.name)
      .filter((name) => statSync(join(folder, name)).size <= MAX_SEGMENT_BYTES);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
