// Texts of more than memory should hold: the first in memory, the others in a file of their own for as long as the process runs.
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptTexts } from '../core/kept-texts.ts';
import { createAppender } from './appender.ts';
import { readAt } from './read-at.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-'));
  const file = openSync(join(folder, 'texts.spool'), 'w+');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // An open file without a name goes with the process, however that ends. Where there is no such thing, it goes at the end.
  try {
    remove();
  } catch {
    process.once('exit', () => {
      closeSync(file);
      remove();
    });
  }
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
