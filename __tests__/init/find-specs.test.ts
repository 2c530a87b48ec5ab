// Which file init takes for the spec, how it would be split, and why; and what it says of a config that was there before.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { findSpecs } from '../../src/init/find-specs.ts';
import { chooseClauses } from '../../src/init/read-clauses.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, text = '# Rules\n\nBe kind.\n'): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const init = (...args: readonly string[]): Promise<CommandResult> => runCommand(['init', ...args], { cwd: folder });
const config = () => parseConfig({ file: 'spec-gate.yml', text: readFileSync(join(folder, 'spec-gate.yml'), 'utf8') });

test.each([
  ['docs/model_spec.md'],
  ['policies/our-constitution.md'],
  ['rules.yml'],
  ['prompts/support/reply.md'],
  ['services/chat/prompts/system.txt'],
  ['AGENTS.md'],
  ['CLAUDE.md'],
  ['.github/copilot-instructions.md'],
  ['src/answer.prompt.md'],
  ['policies/privacy.md'],
])('finds %s', async (file) => {
  put(file);
  put('README.md');
  put('node_modules/other/AGENTS.md');
  expect(await findSpecs(folder)).toEqual([file]);
});

test('of several the most telling name is proposed, and the others are named', async () => {
  put('AGENTS.md');
  put('docs/model_spec.md');
  expect(await findSpecs(folder)).toEqual(['docs/model_spec.md', 'AGENTS.md']);
  const { stdout } = await init('--workflows', 'none');
  expect(stdout).toContain('guards docs/model_spec.md');
  expect(stdout).toContain('Also found: AGENTS.md');
});

describe('a spec in several files', () => {
  const put3 = (): void => {
    put('policy/10-privacy.md', '# Privacy\n\nKeep secrets.\n');
    put('policy/20-harm.md', '# Harm\n\nDo none.\n');
    put('policy/README.md', '# How we write policy\n\nIn small files.\n');
  };

  test('a folder of rules is one spec, without its README', async () => {
    put3();
    put('AGENTS.md');
    expect(await findSpecs(folder)).toEqual(['policy/', 'AGENTS.md']);
    const { stdout } = await init('--workflows', 'seed');
    expect(stdout).toContain('guards policy/**/*.md and !policy/README.md: 2 clauses in 2 files by headings');
    expect(config().spec).toEqual(['policy/**/*.md', '!policy/README.md']);
    const seed = readFileSync(join(folder, '.github/workflows/spec-gate-seed.yml'), 'utf8');
    expect(seed).toContain('      - "policy/**/*.md"\n      - "!policy/README.md"\n');
  });

  test.each([
    ['a folder', ['policy'], ['policy/**/*.md', '!policy/README.md']],
    ['a glob', ['policy/*-*.md'], 'policy/*-*.md'],
    ['files', ['policy/20-harm.md', 'policy/10-privacy.md'], ['policy/20-harm.md', 'policy/10-privacy.md']],
  ])('may be named as %s', async (_how, named, expected) => {
    put3();
    const { stdout } = await init('--workflows', 'none', '--spec', ...named);
    expect(stdout).toContain('2 clauses in 2 files');
    expect(config().spec).toEqual(expected);
  });
});

describe('what counts as a clause', () => {
  const section = (title: string, body: string): string => `## ${title}\n\n${body}\n\n`;
  const list = (count: number): string =>
    Array.from({ length: count }, (_, index) => `- Rule ${index} says this.`).join('\n');

  test('headings, where they divide the text', async () => {
    const text = ['One', 'Two', 'Three', 'Four'].map((title) => section(title, 'Some words of its own.')).join('');
    expect(await chooseClauses([{ file: 'spec.md', text }])).toMatchObject({
      mode: 'headings',
      clauses: 4,
      isLump: false,
    });
  });

  test('items, where each heading stands over a list of rules', async () => {
    const text = ['Before', 'After'].map((title) => section(title, list(6))).join('');
    expect(await chooseClauses([{ file: 'AGENTS.md', text }])).toMatchObject({ mode: 'items', clauses: 12 });
  });

  test('paragraphs, where there is neither', async () => {
    const text = Array.from({ length: 5 }, (_, index) => `You do thing ${index}, and nothing else.`).join('\n\n');
    expect(await chooseClauses([{ file: 'prompt.md', text }])).toMatchObject({ mode: 'paragraphs', clauses: 5 });
    // As `plan` counts: one without text above others is none, one that is still to be written is.
    const headings = '# Rules\n\n## Be kind\n\nBe kind.\n\n## Be brief\n';
    expect((await chooseClauses([{ file: 'spec.md', text: headings }], 'headings')).clauses).toBe(2);
  });

  test('one clause from a long text is a warning, with the way that would split it', async () => {
    put(
      'spec.md',
      `# Rules\n\n${'A long sentence about everything. '.repeat(100)}\n\n${'Another one. '.repeat(120)}\n`,
    );
    const { stdout } = await init('--clauses', 'headings', '--workflows', 'none');
    expect(stdout).toMatch(/Warning: one clause holds 100 % of the text/);
    expect(config().clauses).toBe('headings');
  });
});

test.each([
  ['AGENTS.md', '# Work\n\n- Run the tests.\n', 'prompt'],
  ['prompts/a.md', 'Answer in French.\n', 'prompt'],
  ['spec.md', 'You are a helpful assistant.\n', 'prompt'],
  ['docs/model_spec.md', '# Spec\n\nThe model should be kind.\n', 'target'],
])('%s is used as its name or words say', async (file, text, use) => {
  put(file, text);
  await init('--workflows', 'none');
  expect(config().specUse).toBe(use);
});

test('an old config is kept, and what it guards is said, not what was asked for', async () => {
  put('a.md');
  put('b.md');
  await init('--spec', 'a.md', '--workflows', 'none');
  const { stdout } = await init('--spec', 'b.md', '--workflows', 'none');
  expect(stdout).toContain('is kept: it guards a.md');
  expect(stdout).toContain('To guard b.md, set spec: b.md in it.');
  expect(config().spec).toBe('a.md');
});

test('nothing is laid beside the bank that a kept config names, and a night is told how it begins', async () => {
  put('a.md');
  await init('--workflows', 'none');
  rmSync(join(folder, '.spec-gate/bank.jsonl'));
  put('spec-gate.yml', `${readFileSync(join(folder, 'spec-gate.yml'), 'utf8')}\nbank: own.jsonl\n`);
  const { stdout } = await init('--workflows', 'nightly');
  expect(stdout).not.toContain('bank.jsonl');
  expect(existsSync(join(folder, '.spec-gate/bank.jsonl'))).toBe(false);
  expect(stdout).toMatch(/A night: spec-gate check --mode nightly/);
});

test('a kept config that guards what is not there is told the spec that is', async () => {
  await init('--yes');
  put('rules.md', '# Rules\n\nBe kind.\n\n# More\n\nNever lie.\n');
  const { stdout } = await init('--yes');
  expect(stdout).toContain('it guards docs/model_spec.md, which is not there');
  expect(stdout).toContain('To guard rules.md, set spec: rules.md in it.');
});

test('workflows are those that were chosen; an unknown one is a mistake before anything is written', async () => {
  put('spec.md');
  const wrong = await init('--workflows', 'gate,nightyl');
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toContain('did you mean nightly?');
  expect(() => config()).toThrow(/ENOENT/);
  await init('--workflows', 'gate,nightly');
  const written = readFileSync(join(folder, '.github/workflows/spec-gate-nightly.yml'), 'utf8');
  expect(written).toContain('mode: nightly');
});

describe('prompts kept as data', () => {
  const CHAT =
    '- role: system\n  content: |\n    You answer for a shop.\n\n    Offer a refund once.\n\n    Be brief.\n';

  test.each([
    ['prompts/support.yaml', CHAT],
    ['support.prompt.yml', `messages:\n${CHAT.replaceAll(/^/gm, '  ')}`],
    ['chat_prompt.json', JSON.stringify([{ role: 'system', content: 'Be kind.\n\nBe brief.\n\nNever lie.' }])],
  ])('%s is found, and split as its text is', async (file, text) => {
    put(file, text);
    expect(await findSpecs(folder)).toEqual([file]);
    const { stdout } = await init('--workflows', 'none');
    expect(stdout).toContain(`guards ${file}: 3 clauses by paragraphs`);
    expect(config()).toMatchObject({ specUse: 'prompt', clauses: 'paragraphs' });
  });

  test('what a promptfoo config names comes first; programs and texts in the config itself do not', async () => {
    put('AGENTS.md');
    put('texts/reply.txt', 'Be kind.\n');
    put('texts/other.json', JSON.stringify([{ role: 'system', content: 'Be brief.' }]));
    put('make.py', 'print()\n');
    const named = [
      'file://texts/reply.txt',
      '{ id: "file://texts/other.json", label: b }',
      'file://make.py',
      '"Answer {{q}}"',
    ];
    put('promptfooconfig.yaml', `prompts:\n${named.map((one) => `  - ${one}\n`).join('')}`);
    expect(await findSpecs(folder)).toEqual(['texts/other.json', 'texts/reply.txt', 'AGENTS.md']);
  });

  test('data that holds no instructions is passed over', async () => {
    put('prompts/examples.json', JSON.stringify([{ question: 'a', answer: 'b' }]));
    put('prompts/z.md', '# Rules\n\nBe kind.\n');
    const { stdout } = await init('--workflows', 'none');
    expect(stdout).toContain('guards prompts/z.md');
  });
});

describe('workflows', () => {
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  const workflow = (name: string): string => readFileSync(join(folder, '.github/workflows', name), 'utf8');

  test('name the branch and the spec that are there', async () => {
    git('init', '-q', '-b', 'trunk');
    put('AGENTS.md');
    const { stdout } = await init();
    expect(workflow('spec-gate.yml')).toContain('branches: [trunk]');
    expect(workflow('spec-gate-seed.yml')).toContain('- "AGENTS.md"');
    expect(workflow('spec-gate-seed.yml')).not.toContain('model_spec');
    expect(stdout).toContain('spec-gate check --base trunk');
  });

  test.each([
    'git@gitlab.com:team/specs.git',
    'https://gitlab.example.org/team/specs',
    'ssh://git@gitlab.x.org:22/a/b',
  ])('on GitLab (%s) its pipeline is written, and beside one that is there what that has to include', async (url) => {
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', url);
    put('AGENTS.md');
    const { stdout } = await init();
    expect(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')).toContain('spec-gate-seed:');
    expect(existsSync(join(folder, '.github'))).toBe(false);
    expect(stdout).toContain('CI/CD variables');
    expect(stdout).not.toContain('include:');
    await init();
    expect(existsSync(join(folder, '.gitlab'))).toBe(false);
    put('.gitlab-ci.yml', 'test: { script: [make] }\n');
    const again = await init();
    expect(readFileSync(join(folder, '.gitlab/spec-gate.yml'), 'utf8')).toContain('spec-gate-seed:');
    expect(again.stdout).toContain('include: [{ local: .gitlab/spec-gate.yml }]');
  });

  test.each([
    'git@bitbucket.org:team/specs.git',
    'https://dev.azure.com/team/specs/_git/specs',
    'https://codeberg.org/gitlab/specs',
  ])('on another service (%s) a script is written, with the branch that is there', async (url) => {
    git('init', '-q', '-b', 'trunk');
    git('remote', 'add', 'origin', url);
    put('AGENTS.md');
    const { stdout } = await init();
    const script = readFileSync(join(folder, 'spec-gate.sh'), 'utf8');
    expect(script).toContain('{told:-trunk}');
    expect(existsSync(join(folder, '.github'))).toBe(false);
    const [sentence] = /^.*bash spec-gate\.sh.*$/m.exec(stdout)!;
    // Nobody is asked for a variable that the script does not read.
    for (const variable of sentence.match(/\b[A-Z_]{3,}\b/g) ?? []) expect(script).toContain(variable);
  });

  test.each(['git@github.com:me/gitlab.git', 'https://github.com/gitlab/specs'])('%s is not on GitLab', async (url) => {
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', url);
    put('AGENTS.md');
    await init();
    expect(existsSync(join(folder, '.gitlab-ci.yml'))).toBe(false);
    expect(workflow('spec-gate.yml')).toContain('pull_request');
    // A mirror's pipeline is no word on where pull requests are.
    rmSync(join(folder, '.github'), { recursive: true });
    put('.gitlab-ci.yml', 'test: { script: [make] }\n');
    await init();
    expect(workflow('spec-gate.yml')).toContain('pull_request');
  });

  test('in a folder of a repository none is written, and that is said', async () => {
    git('init', '-q', '-b', 'main');
    put('service/AGENTS.md');
    const { stdout } = await runCommand(['init'], { cwd: join(folder, 'service') });
    expect(stdout).toMatch(/No workflow was written.*this is service/);
    expect(stdout).toContain('working-directory: service');
    expect(stdout).not.toContain('.github/workflows/spec-gate.yml');
  });
});

test('as JSON, too, a kept config is not said to be what was asked for', async () => {
  put('a.md');
  put('b.md', 'You are b.\n');
  await init('--spec', 'a.md', '--workflows', 'none');
  const { stdout } = await init('--spec', 'b.md', '--json', '--workflows', 'none');
  expect(JSON.parse(stdout)).toMatchObject({ spec: 'a.md', kept: true });
  expect(JSON.parse(stdout)).not.toHaveProperty('specUse');
});
