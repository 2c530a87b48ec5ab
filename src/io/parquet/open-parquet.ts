// Parquet, one row group at a time and only the columns that are used; read in a thread with a deadline.
import { Worker } from 'node:worker_threads';
import type { ByteSource } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';
import type { FromReader, ToReader } from './parquet-messages.ts';

/** Bytes of the used columns of one row group, uncompressed: what has to be in memory at once. */
const LARGEST_GROUP = 256 * 1024 * 1024;
/** The most rows of a file: a few bytes of Parquet can stand for any number of equal rows. */
const MOST_ROWS = 5_000_000;
/** Milliseconds that the thread may take for one answer; a valid file of any size needs a small part of that. */
const PATIENCE = 2000;
const PATIENCE_PER_MB = 1000;
/** Milliseconds in which the thread starts, on the busiest machine. */
const PATIENCE_TO_START = 60_000;
/** Pieces read for one answer; a few for each column of a group. */
const MOST_SLICES = 100_000;
const HEAP_MB = 2048;

export interface ParquetFile {
  readonly columns: readonly string[];
  /** Rows with the named columns only. Numbers count from 1. */
  rows(columns: readonly string[]): AsyncGenerator<RawRow>;
  /** Ends the thread. */
  close(): Promise<void>;
}

/** @throws UserError if it is no Parquet file, or (while reading) a row group is too large, broken, or takes too long. */
export async function openParquet(source: ByteSource): Promise<ParquetFile> {
  const fail = (message: string): never => {
    throw new UserError({ message, place: { file: source.name } });
  };
  const reader = startReader(source);
  try {
    await reader.hear('ready', PATIENCE_TO_START);
    reader.say({ kind: 'open', byteLength: source.byteLength });
    const { columns, groups } = await reader
      .hear('opened', PATIENCE + (PATIENCE_PER_MB * source.byteLength) / 2 ** 30)
      .catch((error: unknown) => fail(`not a readable Parquet file: ${describe(error)}`));
    return {
      columns,
      async *rows(used) {
        const wanted = columns.filter((column) => used.includes(column));
        let number = 0;
        for (const [index, group] of groups.entries()) {
          const megabytes = wanted.reduce((sum, column) => sum + (group.bytes[column] ?? 0), 0) / 2 ** 20;
          if (megabytes > LARGEST_GROUP / 2 ** 20 || group.rows > MOST_ROWS) {
            const size = `${Math.round(megabytes)} MB and ${group.rows} rows`;
            fail(`a row group of ${size}; write it with row groups of at most 256 MB`);
          }
          const place = `rows ${number + 1} to ${number + group.rows}`;
          reader.say({ kind: 'read', group: index, columns: wanted });
          for (;;) {
            const { rows, last } = await reader
              .hear('rows', PATIENCE + PATIENCE_PER_MB * megabytes)
              .catch((error: unknown) => fail(`${place} cannot be read: ${describe(error)}`));
            for (const fields of rows) yield { kind: 'row', number: (number += 1), fields };
            if (last) break;
            reader.say({ kind: 'next' });
          }
        }
      },
      close: () => reader.end(),
    };
  } catch (error) {
    await reader.end();
    throw error;
  }
}

interface Reader {
  readonly say: (message: ToReader) => void;
  /** The next message of a kind, with the file's bytes handed over in between; rejects after so many milliseconds without one. */
  readonly hear: <K extends FromReader['kind']>(kind: K, patience: number) => Promise<FromReader & { kind: K }>;
  readonly end: () => Promise<void>;
}

function startReader(source: ByteSource): Reader {
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  // The thread does not keep the program alive.
  worker.unref();
  // Messages that come before somebody listens; in practice one at most.
  const heard: (FromReader | Error)[] = [];
  let listener: ((message: FromReader | Error) => void) | undefined;
  const receive = (message: FromReader | Error): void => {
    if (listener === undefined) heard.push(message);
    else listener(message);
  };
  worker.on('message', receive);
  worker.on('error', receive);
  const say = (message: ToReader): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(message, message.kind === 'bytes' ? [message.bytes] : []);
  };
  const receiveNext = (patience: number): Promise<FromReader> =>
    new Promise((resolve, reject) => {
      const take = (message: FromReader | Error): void => {
        clearTimeout(timer);
        listener = undefined;
        if (message instanceof Error) reject(message);
        else resolve(message);
      };
      const timer = setTimeout(() => {
        listener = undefined;
        reject(new Error(`its reader came to no end in ${Math.round(patience / 100) / 10} seconds`));
      }, patience);
      listener = take;
      const first = heard.shift();
      if (first !== undefined) take(first);
    });
  return {
    say,
    async hear(kind, patience) {
      for (let slices = 0; slices < MOST_SLICES; slices += 1) {
        const message = await receiveNext(patience);
        if (message.kind === 'failed') throw new Error(message.message);
        if (message.kind === 'slice') {
          const { id, start, end } = message;
          if (!(start >= 0 && start <= end && end <= source.byteLength)) throw new Error('it points outside the file');
          say({ kind: 'bytes', id, bytes: await source.slice(start, end) });
        } else {
          return message as FromReader & { kind: typeof kind };
        }
      }
      throw new Error('its reader asks for pieces without end');
    },
    end: async () => {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}

/** Beside this file as it was written; beside the program as it was built. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./parquet-worker.ts', import.meta.url);
  const up = import.meta.url.includes('/chunks/') ? '..' : '.';
  return new URL(`${up}/parquet-worker.js`, import.meta.url);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
