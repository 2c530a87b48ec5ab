// A store under a secret: what somebody without it wrote is a counted miss, however well it is made.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/core/canonical-json.ts';
import { UserError } from '../../../src/core/errors.ts';
import type { Signer } from '../../../src/core/signer.ts';
import { writeAnswerLine } from '../../../src/evaluation/answer-record.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import { createStoreSigner } from '../../../src/io/store/store-secret.ts';
import { completion } from '../../support/scripted-models.ts';

const SECRET = 'a1'.repeat(16);
const OTHER = 'b2'.repeat(16);
const KEY = sha256('question');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-signed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (text: string) => ({ completion: completion(text) });
const open = (secret?: string) =>
  openSegmentStore(folder, { now: new Date('2026-11-23T10:00:00Z'), signer: createStoreSigner(secret) });
const lineOf = (text: string, secret?: string, key = KEY): string =>
  writeAnswerLine(key, answer(text), createStoreSigner(secret));
const writeSegment = (name: string, ...lines: readonly string[]): void =>
  writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
const read = (secret?: string): { text: string | undefined; unsigned: number; unreadable: number } => {
  const store = open(secret);
  const { unsigned, unreadable } = store.problems();
  return { text: store.get(KEY)?.completion.text, unsigned, unreadable };
};

test('what a run with the secret wrote, one with it and one without it read', () => {
  open(SECRET).put(KEY, answer('true'));
  expect(read(SECRET)).toEqual({ text: 'true', unsigned: 0, unreadable: 0 });
  expect(read()).toEqual({ text: 'true', unsigned: 0, unreadable: 0 });
});

test('no secret is written anywhere', () => {
  open(`${SECRET},${OTHER}`).put(KEY, answer('true'));
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(written.join('')).not.toMatch(new RegExp(`${SECRET}|${OTHER}`));
});

test.each([
  ['without a signature', lineOf('forged')],
  ['signed with another secret', lineOf('forged', OTHER)],
  ['with the signature of another answer', withSignature(lineOf('forged'), signatureOf(lineOf('true', SECRET)))],
  [
    'with the signature of this answer to another question',
    withSignature(lineOf('forged'), signatureOf(lineOf('forged', SECRET, sha256('other')))),
  ],
])('a forged ruling under a valid key and checksum, %s, is a miss', (_how, line) => {
  writeSegment('20260101T000000Z-a.jsonl', line);
  expect(read(SECRET)).toEqual({ text: undefined, unsigned: 1, unreadable: 0 });
  // Without the secret nothing tells it from a true one: this is what signing is for.
  expect(read().text).toBe('forged');
});

test('a payment that was altered voids the signature: it counts towards the caps', () => {
  const paid = (usd: number, signer?: Signer): string =>
    writeAnswerLine(KEY, { ...answer('true'), paid: { at: '2026-11-23T10:00:00Z', usd } }, signer);
  const signature = signatureOf(paid(1, createStoreSigner(SECRET)));
  writeSegment('20260101T000000Z-a.jsonl', withSignature(paid(0), signature));
  expect(read(SECRET)).toEqual({ text: undefined, unsigned: 1, unreadable: 0 });
});

test('an older forged answer does not stand before the signed one', () => {
  writeSegment('20200101T000000Z-a.jsonl', lineOf('forged'));
  open(SECRET).put(KEY, answer('true'));
  expect(read(SECRET)).toEqual({ text: 'true', unsigned: 1, unreadable: 0 });
});

test('answers outlive a change of secrets while the old one is listed after the new one', () => {
  open(OTHER).put(KEY, answer('true'));
  expect(read(`${SECRET},${OTHER}`)).toEqual({ text: 'true', unsigned: 0, unreadable: 0 });
  expect(read(SECRET)).toEqual({ text: undefined, unsigned: 1, unreadable: 0 });
  open(`${SECRET},${OTHER}`).put(sha256('next'), answer('new'));
  expect(open(SECRET).get(sha256('next'))).toEqual(answer('new'));
});

test('no truncated and no flipped line of a signed segment is another answer', () => {
  const line = lineOf('true', SECRET);
  for (let at = 0; at < line.length; at += 1) {
    const flipped = line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1);
    for (const bad of [line.slice(0, at), flipped]) {
      writeSegment('20260101T000000Z-a.jsonl', bad);
      const { text, unsigned, unreadable } = read(SECRET);
      expect({ bad, text, missed: unsigned + unreadable }).toEqual({
        bad,
        text: undefined,
        missed: bad === '' ? 0 : 1,
      });
    }
  }
});

test.each([undefined, '', ' ', ',', ' , '])('%j is no secret: forks get empty ones', (value) => {
  expect(createStoreSigner(value)).toBeUndefined();
});

test.each(['short-secret', `${SECRET},short-secret`, `short-secret,${SECRET}`])(
  'a short secret is a mistake that is told without it',
  (value) => {
    const make = (): unknown => createStoreSigner(value);
    expect(make).toThrow(UserError);
    expect(make).toThrow(/^(?!.*short-secret)[^]*fewer than 32 characters/);
  },
);

test('white space around a secret, and an old one that is not set, change nothing', () => {
  const signature = createStoreSigner(SECRET)!.sign('x');
  expect(createStoreSigner(` ${SECRET}\n,`)!.sign('x')).toBe(signature);
});

function signatureOf(line: string): string {
  return (JSON.parse(line) as { sig: string }).sig;
}

function withSignature(line: string, sig: string): string {
  return JSON.stringify({ ...(JSON.parse(line) as object), sig });
}
