// What `spec-gate report` is pointed at: the file, its folder, or another file that is mistaken for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failingReport } from '../support/report-builder.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-read-'));
  writeFileSync(join(folder, 'report.json'), JSON.stringify(failingReport()));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(['report.json', '.'])('reads %s', async (named) => {
  const { code, stdout } = await runCommand(['report', named], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^FAIL/);
});

test.each([
  ['a night', { schema: 'spec-gate/nightly@1' }, /night's result.*night\.(?:md|html)/s],
  ['a run record', { schema: 'spec-gate/run@1' }, /what a run did.*report\.json/s],
  ['another JSON', { hello: 1 }, /not a report of this version/],
])('%s is named, with the way out', async (_what, json, expected) => {
  writeFileSync(join(folder, 'other.json'), JSON.stringify(json));
  const { code, stderr } = await runCommand(['report', 'other.json'], { cwd: folder });
  expect(code).toBe(3);
  expect(stderr).toMatch(expected);
});
