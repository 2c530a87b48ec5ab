// Files of recorded answers: what cannot be read is told, and what failed is only missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/io/answers/read-answers.ts';

async function textsOf(lines: readonly object[]): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'spec-gate-answers-'));
  writeFileSync(join(root, 'a.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const texts: string[] = [];
  try {
    for await (const { text } of readAnswers({ kind: 'worktree', root }, 'a.jsonl')) texts.push(text);
    return texts;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('rows of which none holds an answer are no file of answers, unless they say that they failed', async () => {
  const odd = { id: 'a', output: { blob: { words: 'A' } } };
  await expect(textsOf([odd, odd])).rejects.toThrow(/no answer can be read[^]*2 of its rows[^]*own-answers/);
  expect(await textsOf([{ id: 'a', output: 'boom', error: 'down' }])).toEqual([]);
  expect(await textsOf([odd, { id: 'b', output: 'B' }])).toEqual(['B']);
});
