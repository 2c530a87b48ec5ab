// When a history is not what it was: what is lost, and that nothing is where the anchor is there.
import { expect, test } from 'vitest';
import { findAnchoredNights } from '../../src/nightly/decision/anchor.ts';
import type { HistoryRecord } from '../../src/nightly/decision/record.ts';
import { earlierDate, findLostHistory, type EarlierAnchor } from '../../src/nightly/earlier-anchor.ts';
import { noteAnchor, parseNote, serializeNote } from '../../src/nightly/io/anchor-note.ts';
import { createSigner } from '../../src/core/signer.ts';
import { accepted, record } from '../support/night-record.ts';

const DATE = '2026-01-09';
const first = record('2026-01-01');
const second = record('2026-01-02');
const noted: EarlierAnchor = { kind: 'noted', note: noteAnchor(first) };

function lostOf(history: readonly HistoryRecord[], earlier = noted, subject = 'subject'): string | undefined {
  const known = findAnchoredNights(history, { subject, date: DATE });
  return findLostHistory(earlier, { history, subject, known })?.what;
}

test.each<[string, readonly HistoryRecord[], string | undefined]>([
  ['no night at all', [], 'missing'],
  ['the nights after the anchor without it: the second would be taken for the anchor', [second], 'anchor'],
  ['another night under the date of the anchor', [record('2026-01-01', { calls: 7 }), second], 'anchor'],
  ['an older archive, with the anchor before this one', [record('2025-12-01'), second], 'anchor'],
  ['the anchor and what came after it', [first, second], undefined],
  ['an anchor accepted since, where the note could not be written', [accepted(second)], undefined],
])('%s', (_name, history, what) => {
  expect(lostOf(history)).toBe(what);
});

test('with another spec or panel than noted, the nights under the old one must be there', () => {
  expect(lostOf([first], noted, 'edited')).toBeUndefined();
  expect(lostOf([], noted, 'edited')).toBe('missing');
  expect(lostOf([record('2026-01-01', { subject: 'edited' })], noted, 'edited')).toBe('anchor');
});

test('the night of the anchor once more has lost nothing', () => {
  const history = [first];
  const known = findAnchoredNights(history, { subject: 'subject', date: first.date });
  expect(findLostHistory(noted, { history, subject: 'subject', known })).toBeUndefined();
});

test('without a note: an issue shows that there were nights, and nobody can say where none could be read', () => {
  expect(lostOf([], { kind: 'none' })).toBeUndefined();
  expect(lostOf([], { kind: 'trace', where: 'issue #7' })).toBe('missing');
  expect(lostOf([first], { kind: 'trace', where: 'issue #7' })).toBeUndefined();
  expect(lostOf([], { kind: 'unknown', why: '403' })).toBe('unread');
});

test('an acceptance in the config counts where it is later than the anchor that was lost', () => {
  expect(earlierDate(noted, { date: DATE })).toBe('2026-01-01');
  expect(earlierDate({ kind: 'unknown', why: '403' }, { date: '2026-03-01' })).toBe('2026-02-28');
  expect(earlierDate({ kind: 'none' }, { date: DATE })).toBeUndefined();
});

test('a note is one word, read back whole; a forged or unsigned one does not count where there is a secret', () => {
  const note = noteAnchor(first);
  const signer = createSigner(['s'.repeat(32)]);
  const text = serializeNote(note, signer);
  expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(parseNote(text, signer)).toEqual(note);
  expect(parseNote(text)).toEqual(note);
  expect(parseNote(serializeNote(note), signer)).toBeUndefined();
  expect(parseNote(serializeNote(note, createSigner(['t'.repeat(32)])), signer)).toBeUndefined();
  for (const junk of ['', '=', 'bm90ZQ==', Buffer.from('{"note":{"__proto__":1}}').toString('base64')]) {
    expect(parseNote(junk)).toBeUndefined();
  }
});
