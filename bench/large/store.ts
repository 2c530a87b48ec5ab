// A store of any number of answers on disk: one segment, each answer about as long as models answer.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/core/canonical-json.ts';
import { writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { NO_USAGE } from '../../src/models/model.ts';

export function keyOf(index: number): string {
  return sha256(`question ${index}`);
}

export interface LargeSegment {
  readonly count: number;
  readonly characters: number;
  readonly name?: string;
  /** The first answer's number. */
  readonly from?: number;
}

export function writeLargeStore(
  folder: string,
  { count, characters, name = '20260101T000000Z-00000000.jsonl', from = 0 }: LargeSegment,
): void {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, name), 'w');
  for (let index = from; index < from + count; index += 1) {
    const text = `${index} `.padEnd(characters, 'an answer goes on, ');
    const paid = { at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(), usd: 0.001 };
    const completion = { text, finish: 'stop', usage: NO_USAGE, adapted: [] } as const;
    writeSync(file, `${writeAnswerLine(keyOf(index), { completion, paid })}\n`);
  }
  closeSync(file);
}
