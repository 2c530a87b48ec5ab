// A disk that is full when the reports are written: said in words, nothing half written, and no word against the verdict.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeUnwritten, writeReports } from '../../src/gate/write-reports.ts';
import { describeDiskError, writeWhole } from '../../src/io/write-whole.ts';
import { ROOT } from '../support/cli.ts';
import { failingReport, runRecord } from '../support/report-builder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file whose disk has no space: Linux's own. */
const fill = (name: string): string => {
  const path = join(folder, name);
  symlinkSync('/dev/full', path);
  return path;
};

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test('takes no half file, and the files beside it are whole', () => {
    const full = fill('report.json');
    const other = join(folder, 'other.txt');
    expect(
      writeWhole([
        [full, 'a'],
        [other, 'b'],
      ]),
    ).toEqual([`${full} cannot be written or read: the disk is full (ENOSPC)`]);
    expect(existsSync(full)).toBe(false);
    expect(readFileSync(other, 'utf8')).toBe('b');
  });

  test('leaves the reports of a run that fit, and names the others', () => {
    fill('report.html');
    fill('run.json');
    const evidence = '{"schema":"spec-gate/evidence@1","comparison":"prompt","simulated":true,"clauses":[]}\n';
    const { unwritten, json } = writeReports(folder, { report: failingReport(), evidence, run: runRecord() });
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ verdict: { status: 'fail' } });
    expect(unwritten).toHaveLength(2);
    expect(describeUnwritten(unwritten)).toMatch(/run\.json .*disk is full[^]*report\.html[^]*stands/);
  });

  test('under what is printed is no pass and no bug', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), '--help'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([3, 'the output cannot be written or read: the disk is full (ENOSPC)\n']);
  });
});

test.each([
  ['another file', (target: string) => writeFileSync(target, 'mine')],
  ['where there is none', () => undefined],
])('nothing is written through a link to %s', (_what, prepare) => {
  const [target, link] = [join(folder, 'target'), join(folder, 'report.json')];
  prepare(target);
  symlinkSync(target, link);
  const before = existsSync(target);
  expect(writeWhole([[link, 'theirs']])).toEqual([
    `${link} is not written: a symbolic link stands in its place; remove it first`,
  ]);
  expect([existsSync(target), before && readFileSync(target, 'utf8')]).toEqual([before, before && 'mine']);
});

test('an error that is no disk is thrown as it is', () => {
  mkdirSync(join(folder, 'taken'));
  expect(() => writeWhole([[join(folder, 'taken'), 'a']])).toThrow('EISDIR');
  expect(describeDiskError(new TypeError('x is not a function'))).toBeUndefined();
  expect(describeDiskError({ code: 'constructor' })).toBeUndefined();
  expect(describeUnwritten([])).toBe('');
});
