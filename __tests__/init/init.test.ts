// `init`: a config that is valid as it is written and with every comment taken as an option; nothing is overwritten.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const init = (...args: readonly string[]): Promise<CommandResult> => runCommand(['init', ...args], { cwd: folder });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('the config', () => {
  test('is valid, and its comments state the defaults', async () => {
    expect((await init()).code).toBe(0);
    const text = read('spec-gate.yml');
    const config = parseConfig({ file: 'spec-gate.yml', text });
    const uncommented = text.replaceAll(/^# (\w+: .*)$/gm, (line, option: string) =>
      /^(target|outcome):/.test(option) ? line : option,
    );
    expect(uncommented.split('\n').filter((line) => !line.startsWith('#')).length).toBeGreaterThan(
      text.split('\n').filter((line) => !line.startsWith('#')).length + 6,
    );
    expect(parseConfig({ file: 'spec-gate.yml', text: uncommented })).toEqual(config);
  });

  test.each([
    ['the first usual place that is there', 'constitution.md', [], 'constitution.md'],
    ['the one that is named', 'a "b": c.md', ['--spec', 'a "b": c.md'], 'a "b": c.md'],
  ])('guards %s', async (_what, file, args, expected) => {
    writeFileSync(join(folder, file), '# Spec\n');
    const { stdout } = await init(...args);
    expect(parseConfig({ file: 'spec-gate.yml', text: read('spec-gate.yml') }).spec).toBe(expected);
    expect(stdout).toContain('spec-gate.yml guards');
  });
});

test('a second time, and in a project that has its own files, changes nothing', async () => {
  writeFileSync(join(folder, 'spec-gate.yml'), 'mine\n');
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\n.spec-gate/store/');
  const { stdout } = await init();
  expect(stdout).toMatch(/kept as it is +spec-gate\.yml/);
  expect(read('spec-gate.yml')).toBe('mine\n');
  expect(read('.gitignore')).toBe('node_modules/\n.spec-gate/store/\nspec-gate-report/\n');
  const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  await init();
  expect(read('.gitignore')).toBe('node_modules/\n.spec-gate/store/\nspec-gate-report/\n');
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
});

test.each([
  ['a spec that is not there', 'nowhere.md', /no file nowhere\.md/],
  ['a spec outside', '../elsewhere.md', /outside/],
])('%s is a mistake, and nothing is written', async (_what, spec, expected) => {
  mkdirSync(join(folder, 'project'));
  writeFileSync(join(folder, 'elsewhere.md'), '# Spec\n');
  const { code, stderr } = await runCommand(['init', '--spec', spec], { cwd: join(folder, 'project') });
  expect(code).toBe(3);
  expect(stderr).toMatch(expected);
  expect(readdirSync(join(folder, 'project'))).toEqual([]);
});
