// The questions of `init` on a real terminal: prompts that are drawn, and answered with keys.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { ROOT } from '../support/cli.ts';

/** util-linux's `script` gives a program a terminal. */
const HAS_TERMINAL = spawnSync('script', ['--version']).status === 0;

const [DOWN, SPACE, ENTER, CTRL_C] = ['\u001B[B', ' ', '\r', '\u0003'];

/** Answers each question once it is asked. Gives what was on the screen, and the exit code. */
async function answer(
  folder: string,
  answers: readonly (readonly [question: string, keys: readonly string[]])[],
): Promise<{ readonly screen: string; readonly code: number | null }> {
  // A terminal that a program made has no width of its own.
  const command = `stty cols 100 rows 40; "${process.execPath}" "${join(ROOT, 'dist/cli.js')}" init`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: folder,
    timeout: 150_000,
    // None of a CI service, in whose jobs nobody is asked.
    env: { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm' },
  });
  let screen = '';
  const waiting = [...answers];
  child.stdout.on('data', (bytes: Buffer) => {
    screen += stripVTControlCharacters(bytes.toString('utf8'));
    const [next] = waiting;
    if (next === undefined || !screen.includes(next[0])) return;
    waiting.shift();
    // One key after another, as fingers do: what comes at once is one key to a terminal.
    next[1].forEach((key, index) => setTimeout(() => child.stdin.write(key), 30 * (index + 1)));
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { screen, code };
}

describe.skipIf(!HAS_TERMINAL)('on a terminal', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-ask-'));
    writeFileSync(
      join(folder, 'spec.md'),
      '# Kind\n\nBe kind.\n\n# Honest\n\nSay what is true.\n\n# Safe\n\nDo no harm.\n',
    );
    writeFileSync(
      join(folder, 'AGENTS.md'),
      '# Tests\n\nRun them.\n\n# Style\n\nKeep it plain.\n\n# Care\n\nAsk first.\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  test('the second file, paragraphs, a prompt, and one workflow less', async () => {
    const { screen, code } = await answer(folder, [
      ['Which file is the spec?', [DOWN, ENTER]],
      ['What counts as a clause?', [DOWN, DOWN, ENTER]],
      ['How is it used?', [ENTER]],
      ['Which workflows?', [SPACE, ENTER]],
    ]);
    expect([code, screen]).toEqual([
      0,
      expect.stringContaining('spec-gate.yml guards AGENTS.md: 3 clauses by paragraphs'),
    ]);
    const config = parseConfig({ file: 'spec-gate.yml', text: readFileSync(join(folder, 'spec-gate.yml'), 'utf8') });
    expect(config).toMatchObject({ spec: 'AGENTS.md', clauses: 'paragraphs', specUse: 'prompt' });
    expect(existsSync(join(folder, '.github/workflows/spec-gate.yml'))).toBe(false);
    expect(existsSync(join(folder, '.github/workflows/spec-gate-seed.yml'))).toBe(true);
  });

  test('left with Ctrl-C nothing is written', async () => {
    const { screen, code } = await answer(folder, [['Which file is the spec?', [CTRL_C]]]);
    expect([code, screen]).toEqual([3, expect.stringMatching(/Nothing was written\.[^]*init was left/)]);
    expect(existsSync(join(folder, 'spec-gate.yml'))).toBe(false);
  });
});
