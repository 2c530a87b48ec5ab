// A store after many nights, pruned: the same verdict on the next one, and nobody else's answers lost.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { dropPruned, nightLabel, nightOfSegment, readPruned } from '../../src/io/store/pruned-files.ts';
import { openSegmentStore } from '../../src/io/store/segment-store.ts';
import { findAnchoredNights } from '../../src/nightly/decision/anchor.ts';
import { refusePruned } from '../../src/nightly/history.ts';
import { nightOf, type NightRecord } from '../../src/nightly/decision/record.ts';
import { appendHistory, readHistory, serializeHistory } from '../../src/nightly/io/history.ts';
import { pruneNights, type Pruned } from '../../src/nightly/io/prune.ts';
import type { NightReport } from '../../src/nightly/report/report.ts';
import { ROOT } from '../support/cli.ts';
import { day, record } from '../support/night-record.ts';
import { runCommand } from '../support/run-command.ts';
import { completion } from '../support/scripted-models.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'spec-gate-prune-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = (index: number): Date => new Date(`${day(index)}T03:00:00Z`);
const answersOf = (index: number): string => sha256(`answer of ${day(index)}`);

/** The answers of a night, in a segment of its own as a night names it. */
function putAnswers(folder: string, index: number): void {
  const name = `${day(index).replaceAll('-', '')}T020000Z-00000000.${nightLabel(day(index))}.jsonl`;
  writeFileSync(join(folder, name), `${writeAnswerLine(answersOf(index), { completion: completion('said') })}\n`);
}

function writeNights(folder: string, count: number, from = 0): void {
  mkdirSync(folder, { recursive: true });
  for (let index = from; index < count; index += 1) {
    putAnswers(folder, index);
    appendHistory(folder, [record(day(index))], { now: at(index) });
  }
}

/** Far fewer than any config may keep: the rule is the same. */
const KEPT = 32;

function prune(folder: string, night: number): Pruned | undefined {
  const { records, files } = readHistory([folder]);
  const rule = { date: day(night), nights: KEPT };
  return pruneNights(folder, { rule, history: records, files, now: at(night), signer: undefined });
}

test('files go whole, the nights stay in the history, and the anchor keeps its answers', () => {
  const folder = join(root, 'year');
  writeNights(folder, KEPT + 18);
  const check = openSegmentStore(folder, { now: at(3) });
  check.put(sha256('a check'), { completion: completion('its answer') });
  check.close();
  const before = readHistory([folder]).records;
  const { records, files } = readHistory([folder]);
  const mistyped = { rule: { date: '2099-01-01', nights: KEPT }, history: records, files, signer: undefined };
  expect(pruneNights(folder, { ...mistyped, now: at(KEPT + 5) })).toBeUndefined();
  expect(prune(folder, KEPT + 17)).toMatchObject({ nights: 16, from: day(17) });
  const after = readHistory([folder]);
  expect(after.unreadable).toBe(0);
  const told = (line: (typeof before)[number]): unknown => ({ ...nightOf(line), cells: 0, rejudged: 0, pruned: 0 });
  expect(after.records.map(told)).toEqual(before.map(told));
  expect(after.records.map((line) => nightOf(line).pruned !== undefined)).toEqual(
    before.map((_, index) => index > 0 && index < 17),
  );
  const store = openSegmentStore(folder, { now: at(KEPT + 18) });
  expect([0, 1, 16, 17, KEPT + 17].map((index) => store.get(answersOf(index)) !== undefined)).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect([store.size(), store.get(sha256('a check'))?.completion.text]).toEqual([KEPT + 18 - 16 + 1, 'its answer']);
  // Two files of each night that is left, the check's segment, the summaries and the note.
  expect(readdirSync(folder)).toHaveLength((KEPT + 2) * 2 + 3);
  // Less than a week's worth waits.
  writeNights(folder, KEPT + 21, KEPT + 18);
  expect(prune(folder, KEPT + 20)).toBeUndefined();
  writeNights(folder, KEPT + 25, KEPT + 21);
  expect(prune(folder, KEPT + 24)).toMatchObject({ nights: 7, from: day(24) });
});

test('another copy of the store loses the same files, and a run that brings one back does no harm', () => {
  const [folder, copy] = [join(root, 'one'), join(root, 'copy')];
  writeNights(folder, KEPT + 10);
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'other.jsonl'), '{}\n');
  prune(folder, KEPT + 9);
  const [note] = readdirSync(folder).filter((name) => name.endsWith('.pruned.jsonl'));
  cpSync(join(folder, note!), join(copy, note!));
  const summaries = readdirSync(folder).filter((name) => !readdirSync(copy).includes(name));
  // Until the note is looked at both are there, and the whole record counts.
  for (const name of summaries) cpSync(join(folder, name), join(copy, name));
  expect(readHistory([copy]).records.map((line) => nightOf(line).pruned)).toEqual(Array(KEPT + 10).fill(undefined));
  expect(dropPruned(copy)).toBe(2 * 8);
  expect(
    readdirSync(copy)
      .filter((name) => name !== 'other.jsonl')
      .sort(),
  ).toEqual(readdirSync(folder).sort());
});

test('a note can name files of nights only', () => {
  const folder = join(root, 'forged');
  mkdirSync(folder);
  const names = ['20260101T000000Z-00000000.jsonl', '../up.night-2026-01-01.jsonl', 'x.shard.jsonl', 'x.batches.jsonl'];
  const files = [...names, 'y.night-2026-01-01.jsonl'];
  writeFileSync(join(root, 'up.night-2026-01-01.jsonl'), 'x\n');
  for (const name of names) if (!name.startsWith('..')) writeFileSync(join(folder, name), 'x\n');
  writeFileSync(join(folder, 'a.pruned.jsonl'), `${JSON.stringify({ schema: 'spec-gate/pruned@1', files })}\n`);
  writeFileSync(join(folder, 'b.pruned.jsonl'), 'no note\n');
  expect(dropPruned(folder)).toBe(0);
  expect(readdirSync(root)).toContain('up.night-2026-01-01.jsonl');
  const isPruned = readPruned([folder]);
  expect(files.map(isPruned)).toEqual([false, false, false, false, true]);
  expect(isPruned('y.night-2026-01-01.from-12.jsonl')).toBe(true);
});

test('a file with one night that is needed, or a line that cannot be read, stays', () => {
  const folder = join(root, 'mixed');
  writeNights(folder, KEPT + 10);
  const [first, second] = readdirSync(folder)
    .filter((name) => name.endsWith('.history.jsonl'))
    .sort()
    .slice(1);
  appendFileSync(join(folder, first!), serializeHistory([record(day(KEPT + 9), { subject: 'another' })]));
  appendFileSync(join(folder, second!), 'torn\n');
  prune(folder, KEPT + 9);
  const left = readdirSync(folder);
  expect([left.includes(first!), left.includes(second!)]).toEqual([true, true]);
  expect(readHistory([folder]).records.filter((line) => nightOf(line).pruned !== undefined)).toHaveLength(8 - 2);
});

test('a night from before the present anchor is refused where its own anchor was pruned', () => {
  const anchor = record(day(3), { cells: [], pruned: day(200) });
  const known = findAnchoredNights([anchor], { subject: 'subject', date: day(9) });
  expect(() => refusePruned(known)).toThrow(`the answers of the anchor of ${day(3)} were pruned on ${day(200)}`);
  expect(() => refusePruned(findAnchoredNights([record(day(3))], { subject: 'subject', date: day(9) }))).not.toThrow();
});

interface Watched {
  readonly report: NightReport;
  readonly remarks: string;
}

test('the night after a pruned year finds what the night after the whole year finds', async () => {
  const [whole, pruned] = [join(root, 'whole'), join(root, 'pruned')];
  cpSync(join(ROOT, 'fixtures/harbor'), whole, { recursive: true });
  const config = readFileSync(join(whole, 'spec-gate.yml'), 'utf8').replace(/^ {2}- sim\/(cedar|dogwood)\n/gm, '');
  const configure = (folder: string, keepNights: string): void =>
    writeFileSync(
      join(folder, 'spec-gate.yml'),
      `${config}\nnightly: { sentinels: 3, rotation: 1, keepNights: ${keepNights} }\n`,
    );
  configure(whole, 'all');
  const watch = async (folder: string, index: number): Promise<Watched> => {
    const args = ['check', '--mode', 'nightly', '--json', '--date', day(index)];
    const { stdout, stderr } = await runCommand(args, { cwd: folder, now: at(index) });
    return { report: JSON.parse(stdout) as NightReport, remarks: stderr };
  };
  const store = join(whole, '.spec-gate/store');
  for (const index of [0, 1]) await watch(whole, index);
  expect(readdirSync(store).filter((name) => nightOfSegment(name) === day(1))).toHaveLength(1);
  const last = readHistory([store]).records.at(-1) as NightRecord;
  for (let index = 2; index < 130; index += 1) {
    appendHistory(store, [{ ...last, date: day(index), at: at(index).toISOString() }], { now: at(index) });
    putAnswers(store, index);
  }
  cpSync(whole, pruned, { recursive: true });
  configure(pruned, '92');
  expect((await watch(whole, 130)).remarks).not.toContain('pruned');
  // Night 1 stays as well as the anchor: a scenario of the rotation is held against its answers.
  const day130 = await watch(pruned, 130);
  expect(day130.remarks).toContain(`pruned 36 nights before ${day(130 - 92)} (nightly.keepNights)`);
  const [expected, found] = [await watch(whole, 131), await watch(pruned, 131)];
  expect(found.report).toEqual({ ...expected.report, nights: { all: 131, pruned: 36 } });
  // Judges saw the anchor's stored answers again: 3 sentinels by 2 models.
  expect(found.report.judges.map(({ answers }) => answers)).toEqual([6, 6, 6]);
  expect(found.report.spreads).toBeDefined();
  expect(readFileSync(join(pruned, 'spec-gate-report/night.md'), 'utf8')).toContain(
    'Of 131 nights since then 36 are kept without their single answers',
  );
}, 60_000);
