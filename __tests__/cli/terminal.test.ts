// When the command line writes in colour: on a terminal that shows it, and wherever somebody says so.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-terminal-'));
  writeFileSync(join(folder, 'old.md'), '# A\n\nBe kind.\n');
  writeFileSync(join(folder, 'new.md'), '# A\n\nBe very kind.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const TERMINAL = { NODE_OPTIONS: '--import=data:text/javascript,process.stdout.isTTY=true', TERM: 'xterm' };

test.each<[string, Readonly<Record<string, string>>, 'colour' | 'plain']>([
  ['a terminal', TERMINAL, 'colour'],
  ['a dumb terminal', { ...TERMINAL, TERM: 'dumb' }, 'plain'],
  ['a terminal, FORCE_COLOR=0', { ...TERMINAL, FORCE_COLOR: '0' }, 'plain'],
  ['a pipe', {}, 'plain'],
  ['a pipe of a CI service', { CI: 'true' }, 'plain'],
  ['a pipe, FORCE_COLOR=1', { FORCE_COLOR: '1' }, 'colour'],
  ['a terminal, NO_COLOR=1', { ...TERMINAL, NO_COLOR: '1' }, 'plain'],
])('%s', async (_where, env, expected) => {
  // A process of its own: what stands for a terminal would stay in one that other runs are made in.
  const place = { cwd: folder, node: process.execPath, env: { NO_COLOR: '', ...env } };
  const { code, stdout } = await runCli(['diff', 'old.md', 'new.md'], place);
  expect(code).toBe(0);
  expect(stdout).toContain('1 clause edited');
  expect(stdout.includes('\u001B[') ? 'colour' : 'plain').toBe(expected);
});
