// A store of any number of answers on disk: one segment, each answer about as long as models answer.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/core/canonical-json.ts';
import { writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { NO_USAGE } from '../../src/models/model.ts';

export function keyOf(index: number): string {
  return sha256(`question ${index}`);
}

export function writeLargeStore(folder: string, { count, characters }: { count: number; characters: number }): void {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, '20260101T000000Z-00000000.jsonl'), 'w');
  for (let index = 0; index < count; index += 1) {
    const text = `${index} `.padEnd(characters, 'an answer goes on, ');
    const paid = { at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(), usd: 0.001 };
    const completion = { text, finish: 'stop', usage: NO_USAGE, adapted: [] } as const;
    writeSync(file, `${writeAnswerLine(keyOf(index), { completion, paid })}\n`);
  }
  closeSync(file);
}
