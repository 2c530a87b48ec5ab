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
      text.split('\n').filter((line) => !line.startsWith('#')).length + 4,
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

describe('the panel', () => {
  const KEYS = { OPENAI_API_KEY: 'sk-1', ANTHROPIC_API_KEY: 'sk-2', GEMINI_API_KEY: 'sk-3' };
  const idOf = (entry: string | { readonly id: string }): string => (typeof entry === 'string' ? entry : entry.id);

  test.each<[string, readonly (keyof typeof KEYS)[], readonly string[]]>([
    ['no key', [], ['openai', 'anthropic']],
    ['both', ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY'], ['openai', 'anthropic']],
    ['OpenAI’s alone', ['OPENAI_API_KEY'], ['openai']],
    ['Anthropic’s alone', ['ANTHROPIC_API_KEY'], ['anthropic']],
    ['Anthropic’s and Google’s', ['ANTHROPIC_API_KEY', 'GEMINI_API_KEY'], ['anthropic', 'google']],
    ['all three', ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GEMINI_API_KEY'], ['openai', 'anthropic', 'google']],
  ])('with %s', async (_what, names, vendors) => {
    const env = Object.fromEntries(names.map((name) => [name, KEYS[name]]));
    const { stdout } = await runCommand(['init', '--yes'], { cwd: folder, env });
    const config = parseConfig({ file: 'spec-gate.yml', text: read('spec-gate.yml') });
    expect(Object.keys(config.providers)).toEqual(vendors);
    const [models, judges] = [config.models.map(idOf), config.judges.map(idOf)];
    // Nobody rules on answers of their own, and every vendor named has its key.
    expect(judges.filter((id) => models.includes(id))).toEqual([]);
    expect([...models, ...judges].every((id) => vendors.includes(id.split('/')[0]!))).toBe(true);
    expect(stdout).toMatch(/2 models, 3 judges and 40 scenarios .* fails in 8 of 10 checks, .* of 100; about \$\d/);
    expect(config.coverage.write).toBe(true);
    expect(read('.spec-gate/bank.jsonl')).toBe('');
  });
});
