// The file of `check --record`: what goes in can be replayed, each answer once, at any moment.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecordingFile } from '../../src/run/recording-file.ts';
import { createRecordedModel, parseRecordings, type Recordings } from '../../src/models/recorded.ts';
import type { CompletionRequest, ModelRef } from '../../src/models/model.ts';
import { completion } from '../support/scripted-models.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-recording-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const live: ModelRef = { id: 'lab/m', kind: 'openai', origin: 'https://lab.test', model: 'm', params: {} };
const ask = (content: string, draw = 'pool:1'): CompletionRequest => ({
  model: live,
  messages: [{ role: 'user', content }],
  sharedMessages: 0,
  draw,
});
const read = (path: string): Recordings => parseRecordings({ file: path, text: readFileSync(path, 'utf8') });

test('every answer is in the file as soon as it is told, and a recorded model repeats it', async () => {
  const path = join(folder, 'new/deeper/tape.jsonl');
  const record = openRecordingFile(path);
  const texts = ['one', 'two\nlines', 'separators \u2028 and \u{1F980}'];
  for (const [index, text] of texts.entries()) {
    record(ask(text), completion(text));
    expect(read(path).size).toBe(index + 1);
  }
  const model = createRecordedModel(
    { ...live, id: 'tape/m', kind: 'recorded' },
    { recordings: read(path), file: path },
  );
  for (const text of texts) {
    expect(await model.complete(ask(text), { signal: new AbortController().signal })).toEqual(completion(text));
  }
});

test('an answer that is used twice is written once; another draw is another answer', () => {
  const path = join(folder, 'tape.jsonl');
  const record = openRecordingFile(path);
  for (let use = 0; use < 3; use += 1) record(ask('q'), completion('a'));
  record(ask('q', 'pool:2'), completion('b'));
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
  expect([...read(path).values()].map(({ text }) => text)).toEqual(['a', 'b']);
});

test('what an earlier run recorded is replaced, also by a run without answers', () => {
  const path = join(folder, 'tape.jsonl');
  writeFileSync(path, 'an old recording\n');
  openRecordingFile(path);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('');
});
