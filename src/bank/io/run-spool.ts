// The runs of words (shingles) of more texts than memory should hold: those of the first texts in memory, the others in a file of their own
// for as long as the process runs.
import { createAppender } from '../../io/appender.ts';
import { readAt } from '../../io/read-at.ts';
import { openUnnamedFile } from '../../io/unnamed-file.ts';
import type { KeptRuns } from '../../writing/near-duplicates.ts';

/** Bytes of runs in memory: some ten thousand texts. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The file is made with the first runs that need one, in the folder for temporary files. */
export function createRunSpool(mostBytes: number = MOST_BYTES): KeptRuns {
  const held: Float64Array[] = [];
  let room = mostBytes;
  let behind: KeptRuns | undefined;
  return {
    push: (runs) => {
      room -= runs.byteLength;
      if (behind === undefined && room >= 0) {
        held.push(runs);
        return;
      }
      behind ??= createRunFile();
      behind.push(runs);
    },
    at: (text) => held[text] ?? behind!.at(text - held.length),
  };
}

function createRunFile(): KeptRuns {
  const { file } = openUnnamedFile();
  const out = createAppender(file);
  /** Where the runs of each text begin, and where the last one's end. */
  const offsets: number[] = [0];
  return {
    push: (runs) => {
      const offset = out.append(new Uint8Array(runs.buffer, runs.byteOffset, runs.byteLength));
      offsets.push(offset + runs.byteLength);
    },
    at: (text) => {
      out.flush();
      const [start, end] = [offsets[text]!, offsets[text + 1]!];
      const runs = new Float64Array((end - start) / Float64Array.BYTES_PER_ELEMENT);
      const bytes = Buffer.from(runs.buffer);
      if (readAt(file, bytes, start) < bytes.length) throw new Error('the spool ended early');
      return runs;
    },
  };
}
