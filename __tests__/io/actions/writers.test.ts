// What the run shows: limits that the runner enforces by silently dropping things, and text that must stay text.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { writeAnnotations } from '../../../src/io/actions/annotations.ts';
import { writeCacheHit, writeCommentId, writeExitCode, writeOutputs } from '../../../src/io/actions/outputs.ts';
import { writeSummary } from '../../../src/io/actions/summary.ts';
import { readCommands, readKeyValues } from '../../support/runner/commands.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writers-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('an annotation keeps its place, and nothing in it becomes a command or another property', async () => {
  let log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += String(text);
    return true;
  });
  const message = 'first\n::set-output name=verdict::pass\r\n##[add-mask]x';
  const title = 'a,file=other.md::';
  await writeAnnotations([{ level: 'warning', title, message, file: 'docs/spec.md', line: 3, endLine: 5 }]);
  const { annotations, otherCommands } = readCommands(log);
  expect(otherCommands).toEqual([]);
  const properties = { title, file: 'docs/spec.md', line: '3', endLine: '5' };
  expect(annotations).toEqual([{ level: 'warning', message, properties }]);
});

test('outputs are exactly those of action.yml, and what is not known is not written', async () => {
  const path = join(folder, 'output');
  await writeFile(path, '');
  vi.stubEnv('GITHUB_OUTPUT', path);
  await writeOutputs({ verdict: 'fail', costUsd: undefined });
  expect(readKeyValues(await readFile(path, 'utf8'))).toEqual({ verdict: 'fail', resolution: 'none' });
  const counts = { newOutliers: 0, findingsCount: 3, calls: 40, costUsd: 0.5 };
  const shares = { nonCompliance: 0.25, disagreement: 1.5, interpretation: 0.1 };
  await writeOutputs({ verdict: 'fail', resolution: 'accepted', reportPath: 'out/report.json', ...shares, ...counts });
  await writeCommentId(9);
  await writeExitCode(1);
  await writeCacheHit('true');
  const manifest = parse(await readFile(new URL('../../../action.yml', import.meta.url), 'utf8')) as {
    outputs: object;
  };
  const written = readKeyValues(await readFile(path, 'utf8'));
  expect(Object.keys(written).sort()).toEqual(Object.keys(manifest.outputs).sort());
  expect(written).toMatchObject({ 'non-compliance': '0.25', 'new-outliers': '0' });
});

test('summaries are appended, and nothing happens where the runner offers none', async () => {
  const path = join(folder, 'summary.md');
  await writeSummary('one\n', { GITHUB_STEP_SUMMARY: path });
  await writeSummary('two\n', { GITHUB_STEP_SUMMARY: path });
  await writeSummary('three\n', {});
  expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
});

test('a summary over 900 KiB, counted in bytes, ends after a whole line with a note', async () => {
  const path = join(folder, 'summary.md');
  await writeSummary(`${'é'.repeat(99)}\n`.repeat(8000), { GITHUB_STEP_SUMMARY: path });
  const written = await readFile(path);
  expect(written.length).toBeLessThanOrEqual(900 * 1024);
  expect(written.length).toBeGreaterThan(899 * 1024);
  const lines = written.toString().split('\n');
  expect(lines.slice(-3)).toEqual([
    '',
    '_The rest does not fit here: see the report in the artifact of this run._',
    '',
  ]);
  expect(new Set(lines.slice(0, -3))).toEqual(new Set(['é'.repeat(99)]));
});
