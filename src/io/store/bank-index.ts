// What a check looks at of each scenario of a large bank, in a file of the store's folder, so that the next check need not go
// through all of the bank to find the few scenarios that a change touches.
//
// It holds for one state of one file: device, inode, size and both times must be the bank's, so one that came with a checkout
// or another machine is never taken. It is trusted with nothing else: a scenario that is used is read from its line in the bank, which
// must say the same of it. Only commands on a working tree have one: the Action reads the bank of a commit, and what it restores
// from a cache may be anybody's.
import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readLines, type ByteSource } from '../../core/byte-source.ts';
import { sha256 } from '../../core/canonical-json.ts';
import type { Bank } from '../../scenarios/bank.ts';
import { digestBank } from '../../scenarios/bank-digest.ts';
import { createLightBank, readLightBank, type LightBankOptions, type LightRow } from '../../scenarios/light-bank.ts';
import { createAppender, type Appender } from '../appender.ts';
import { makeFolder } from '../make-folder.ts';
import { openFile } from '../open-file.ts';
import { keepHeapTight } from '../tight-heap.ts';
import { readIndexRow, writeIndexRow } from './bank-index-row.ts';

const SCHEMA = 'spec-gate/bank-index@2';
/** Characters of a line: ids, links and topics of one scenario. */
const LONGEST = 1_000_000;
/** Milliseconds in which a file system may give two changes the same time. */
const CLOCK_TICK = 50;

export interface IndexedBankOptions extends LightBankOptions {
  /** Full path of the bank, which `source` reads. */
  readonly path: string;
  /** Folder the index is kept in; without one the whole bank is read. */
  readonly folder?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** By the index where it is this bank's, else by reading all of the bank, which makes the index. @throws as `readLightBank`. */
export async function readIndexedBank(source: ByteSource, options: IndexedBankOptions): Promise<Bank> {
  if (options.folder === undefined) return readLightBank(source, options);
  const index = join(options.folder, `bank-${sha256(resolve(options.path)).slice(0, 12)}.index`);
  const state = stateOf(options.path);
  const head = JSON.stringify([SCHEMA, state.text, options.without ?? '']);
  const known = await readIndex(index, head, { file: source.name, options });
  if (known !== undefined) return known;
  const writer = openWriter(index, head);
  try {
    const bank = await readLightBank(source, { ...options, keep: writer.add });
    if (stateOf(options.path).text === state.text && options.now - state.changed > CLOCK_TICK)
      writer.finish(digestBank(bank));
    return bank;
  } finally {
    writer.close();
  }
}

interface FileState {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

function stateOf(path: string): FileState {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(path, { bigint: true });
  return { text: [dev, ino, size, mtimeNs, ctimeNs].join(' '), changed: Number(ctimeMs) };
}

/** Undefined where there is none, it is another state's or unfinished, or a line of it is none of ours. */
async function readIndex(
  index: string,
  head: string,
  { file, options }: { readonly file: string; readonly options: LightBankOptions },
): Promise<Bank | undefined> {
  const opened = await openFile(index).catch(() => undefined);
  if (opened === undefined) return undefined;
  keepHeapTight();
  const { readAgain, without } = options;
  const { add, finish } = createLightBank(file, { readAgain, without });
  const lines = new Map<string, number>();
  try {
    let end: { readonly rows: number; readonly digest: string } | undefined;
    for await (const { number, text } of readLines(opened, LONGEST)) {
      const line = JSON.parse(text) as unknown;
      if (number === 1) {
        if (text !== head) return undefined;
      } else if (isEnd(line)) {
        end = line;
      } else {
        const row = readIndexRow(line);
        if (row === undefined || end !== undefined) return undefined;
        add(row);
        lines.set(row.kept.id, row.line);
      }
    }
    if (end === undefined) return undefined;
    const bank = finish(lines, end.digest);
    return end.rows === bank.scenarios.length && end.rows === lines.size ? bank : undefined;
  } catch {
    return undefined;
  } finally {
    await opened.close();
  }
}

/** Rows are lists. */
function isEnd(line: unknown): line is { readonly rows: number; readonly digest: string } {
  const { rows, digest } = Object(line) as { readonly rows?: unknown; readonly digest?: unknown };
  return typeof rows === 'number' && typeof digest === 'string';
}

interface IndexWriter {
  readonly add: (row: LightRow) => void;
  /** Puts the index in its place, with the bank's digest. */
  readonly finish: (digest: string) => void;
  readonly close: () => void;
}

/** Nothing rests on an index: where it cannot be written, as on a read-only disk, the next check reads the bank again. */
function openWriter(index: string, head: string): IndexWriter {
  const next = `${index}.${process.pid}.tmp`;
  const file = openNew(next);
  let out = file === undefined ? undefined : createAppender(file);
  let rows = 0;
  const attempt = (work: (appender: Appender) => void): void => {
    try {
      if (out !== undefined) work(out);
    } catch {
      out = undefined;
    }
  };
  const write = (line: string): void => attempt((appender) => appender.append(Buffer.from(`${line}\n`)));
  write(head);
  return {
    add: (row) => {
      rows += 1;
      write(writeIndexRow(row));
    },
    finish: (digest) => {
      write(JSON.stringify({ rows, digest }));
      attempt((appender) => {
        appender.flush();
        renameSync(next, index);
      });
    },
    close: () => {
      if (file === undefined) return;
      closeSync(file);
      rmSync(next, { force: true });
    },
  };
}

function openNew(path: string): number | undefined {
  try {
    makeFolder(dirname(path));
    return openSync(path, 'w');
  } catch {
    return undefined;
  }
}
