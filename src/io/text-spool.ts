// Texts of more than memory should hold: the first in memory, the others in a file of their own for as long as the process runs.
import type { KeptTexts } from '../core/kept-texts.ts';
import { createAppender } from './appender.ts';
import { readAt } from './read-at.ts';
import { openUnnamedFile } from './unnamed-file.ts';

/** Bytes of texts in memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The file is made with the first text that needs one, in the folder for temporary files. */
export function keepInSpool(mostBytes: number = MOST_BYTES): KeptTexts {
  const held: string[] = [];
  let room = mostBytes;
  let spool: KeptTexts | undefined;
  return {
    add: (text) => {
      room -= 2 * text.length;
      if (spool === undefined && room >= 0) return held.push(text) - 1;
      spool ??= openSpool();
      return held.length + spool.add(text);
    },
    at: (number) => held[number] ?? spool!.at(number - held.length),
  };
}

function openSpool(): KeptTexts {
  const { file } = openUnnamedFile();
  const out = createAppender(file);
  /** Where each text begins, and where the last one ends. */
  const offsets = [0];
  return {
    add: (text) => {
      const bytes = Buffer.from(text);
      out.append(bytes);
      return offsets.push(offsets.at(-1)! + bytes.length) - 2;
    },
    at: (number) => {
      out.flush();
      const [start, end] = [offsets[number]!, offsets[number + 1]!];
      const bytes = Buffer.alloc(end - start);
      if (readAt(file, bytes, start) < bytes.length) throw new Error('the spool ended early');
      return bytes.toString('utf8');
    },
  };
}
