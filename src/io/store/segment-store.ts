// The store on disk: a folder of append-only JSONL segments, one per process. It is the journal: an answer that was
// written survives the death of this process at any moment.
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import type { Signer } from '../../core/signer.ts';
import { randomBytes } from 'node:crypto';
import { readAnswerLine, writeAnswerLine } from '../../evaluation/answer-record.ts';
import { createAnswerIndex, type AnswerStore, type StoredAnswer } from '../../evaluation/store.ts';
import { addSpending, type Ledger } from '../../models/cost/ledger.ts';
import { isSideFile } from './side-file.ts';
import { makeFolder } from '../make-folder.ts';

/** A segment is never larger than this; a larger file in the folder is foreign and is not read. */
const MAX_SEGMENT_BYTES = 512 * 1024 * 1024;

/** Counted misses; none of them is a failure. */
export interface StoreProblems {
  /** Lines that did not check out on reading. */
  readonly unreadable: number;
  /** Whole lines that nobody signed whose secret is known here: unsigned or forged. None where there is no signer. */
  readonly unsigned: number;
  /** Answers that could not be written. */
  readonly unwritten: number;
}

export interface StoreOptions {
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
  readonly close: () => void;
}

/**
 * Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
 * time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
 */
export function openSegmentStore(folder: string, options: StoreOptions): SegmentStore {
  const { signer } = options;
  const index = createAnswerIndex();
  const problems = { unreadable: 0, unsigned: 0, unwritten: 0 };
  let file: number | undefined;
  let isTorn = false;
  const spending = createSpending();
  const keep = (key: string, answer: StoredAnswer): void => {
    index.add(key, answer);
    spending.add(key, answer);
  };
  for (const path of listSegments([folder, ...(options.extraFolders ?? [])])) {
    for (const line of readSegment(path).split('\n')) {
      if (line === '') continue;
      const read = readAnswerLine(line, signer);
      if (read.status === 'answer') keep(read.key, read.answer);
      else problems[read.status] += 1;
    }
  }
  const append = (line: string): void => {
    try {
      file ??= createSegment(folder, options.now);
      // One write call per line: a line is whole or torn, and a torn one must not swallow the next.
      const bytes = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`);
      isTorn = true;
      if (writeSync(file, bytes) === bytes.length) isTorn = false;
      else problems.unwritten += 1;
    } catch {
      problems.unwritten += 1;
    }
  };
  return {
    get: index.get,
    attempts: index.attempts,
    put: (key, answer) => {
      if (index.get(key) !== undefined) return;
      append(writeAnswerLine(key, answer, signer));
      keep(key, answer);
    },
    problems: () => ({ ...problems }),
    size: index.size,
    spending: spending.read,
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** @throws UserError where a segment is there and cannot be read: without it paid answers would be asked again. */
function readSegment(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
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
    close: () => {},
  };
}

/** Adds up payments by day. Two runs may have paid for one key; the same payment in two segments is one. */
function createSpending(): { add: (key: string, answer: StoredAnswer) => void; read: () => Ledger } {
  let ledger: Ledger = [];
  const seen = new Set<string>();
  return {
    add: (key, { paid }) => {
      if (paid === undefined || seen.has(`${key}${paid.at}`)) return;
      seen.add(`${key}${paid.at}`);
      ledger = addSpending(ledger, { at: Date.parse(paid.at), usd: paid.usd === 'unknown' ? 0 : paid.usd, calls: 1 });
    },
    read: () => ledger,
  };
}

function createSegment(folder: string, now: Date): number {
  makeFolder(folder);
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return openSync(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.jsonl`), 'ax');
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
      .map((entry) => entry.name)
      .filter((name) => statSync(join(folder, name)).size <= MAX_SEGMENT_BYTES);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new UserError({
      message: `the store ${folder} cannot be read (${code})`,
      hint: 'name a folder with --store or storePath',
    });
  }
}
