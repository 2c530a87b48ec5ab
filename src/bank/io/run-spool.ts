// The runs of words of more texts than memory should hold: those of the first texts in memory, the others in a file of their own
// while a bank is written.
import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createAppender } from '../../io/appender.ts';
import { makeFolder } from '../../io/make-folder.ts';
import { readAt } from '../../io/read-at.ts';
import type { KeptRuns } from '../../writing/near-duplicates.ts';

export interface RunSpool extends KeptRuns {
  /** Removes the file. Call it whatever happens. */
  readonly close: () => void;
}

/** Bytes of runs in memory: some thirty thousand texts. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The file lies beside the bank; one that a killed run left is removed when the bank is written next. */
export function openRunSpool(bankPath: string, mostBytes: number = MOST_BYTES): RunSpool {
  makeFolder(dirname(bankPath));
  const path = `${bankPath}.${process.pid}.spool`;
  const file = openSync(path, 'w+');
  const out = createAppender(file);
  const held: Float64Array[] = [];
  let room = mostBytes;
  /** Where the runs of each text behind those begin, and where the last one's end. */
  const offsets: number[] = [0];
  return {
    push: (runs) => {
      room -= runs.byteLength;
      if (room >= 0) {
        held.push(runs);
        return;
      }
      const offset = out.append(new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength));
      offsets.push(offset + runs.byteLength);
    },
    at: (text) => {
      const known = held[text];
      if (known !== undefined) return known;
      out.flush();
      const place = text - held.length;
      const [start, end] = [offsets[place]!, offsets[place + 1]!];
      const runs = new Float64Array((end - start) / Float64Array.BYTES_PER_ELEMENT);
      const bytes = Buffer.from(runs.buffer);
      if (readAt(file, bytes, start) < bytes.length) throw new Error('the spool ended early');
      return runs;
    },
    close: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
