// A repository that holds only the spec file and what `init --yes` writes, its vendors answered on loopback at listed prices.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseConfig } from '../../src/config/parse-config.ts';
import { PRICE_TABLE } from '../../src/models/cost/price-table.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const SHIFT_CLOCK = resolve(import.meta.dirname, 'shift-clock.ts');
const KEYS = { OPENAI_API_KEY: 'sk-simulated-openai-key-1', ANTHROPIC_API_KEY: 'sk-ant-simulated-key-1' };
const ORIGINS = { openai: 'https://api.openai.com', anthropic: 'https://api.anthropic.com' } as const;

export interface Addresses {
  readonly openai: string;
  readonly anthropic: string;
  /** Of OpenAI's: when its spare capacity is asked, as the config says it. */
  readonly flex: string;
}

/** The folder, with the spec committed on `main`; `options` are lines put over those of the config. */
export function makeProject(
  spec: string,
  addresses: Addresses,
  options: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-real-changes-'));
  writeFileSync(join(folder, 'spec.md'), spec);
  git(folder, 'init', '-q', '-b', 'main');
  runCli(folder, ['init', '--yes']);
  const path = join(folder, 'spec-gate.yml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, withOptions(atLoopback(text, addresses), options));
  commit(folder, 'Spec and gate');
  return folder;
}

/** The config with its vendors' addresses replaced and their listed prices written down: nothing else is changed. */
function atLoopback(text: string, addresses: Addresses): string {
  const config = parseConfig({ file: 'spec-gate.yml', text });
  const names = [...config.models, ...config.judges, ...(config.classifier === undefined ? [] : [config.classifier])];
  const ids = [...new Set(names.map((entry) => (typeof entry === 'string' ? entry : entry.id)))];
  const prices = ids.map((id) => {
    const [vendor, model] = [id.slice(0, id.indexOf('/')) as keyof typeof ORIGINS, id.slice(id.indexOf('/') + 1)];
    return `  ${id}: ${JSON.stringify(PRICE_TABLE[ORIGINS[vendor]]![model])}`;
  });
  const moved = (Object.keys(ORIGINS) as (keyof typeof ORIGINS)[]).reduce((now, vendor) => {
    const key = vendor === 'openai' ? 'OPENAI_API_KEY' : 'ANTHROPIC_API_KEY';
    const flex = vendor === 'openai' ? `, flex: ${addresses.flex}` : '';
    const here = `  ${vendor}: { kind: ${vendor}, apiKeyEnv: ${key}, baseUrl: "${addresses[vendor]}", allowPrivate: ["127.0.0.1"], concurrency: 20${flex} }`;
    return now.replace(new RegExp(`^  ${vendor}: .*$`, 'm'), () => here);
  }, text);
  return `${moved}\nprices:\n${prices.join('\n')}\n`;
}

function withOptions(text: string, options: Readonly<Record<string, string>>): string {
  return Object.entries(options).reduce((now, [name, value]) => {
    const line = `${name}: ${value}`;
    const known = new RegExp(`^${name}:.*$`, 'm');
    return known.test(now) ? now.replace(known, () => line) : `${now}${line}\n`;
  }, text);
}

export interface Checked {
  readonly code: number;
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A check in a process of its own, against this store. */
export function runCheck(folder: string, store: string): Promise<Checked> {
  return runCommand(folder, ['check', '--base', 'main', '--store', store]);
}

/** What is on `main` is what lies in the folder now. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '-q', '-m', message);
}

const DAY_MS = 86_400_000;

/** One command in a process of its own, so many days ago; the servers it asks live in this one. */
export async function runCommand(folder: string, args: readonly string[], daysAgo = 0): Promise<Checked> {
  const started = performance.now();
  const { spawn } = await import('node:child_process');
  const shifted = daysAgo === 0 ? [] : ['--import', pathToFileURL(SHIFT_CLOCK).href];
  const child = spawn(process.execPath, [...shifted, CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...KEYS, BENCH_CLOCK_SHIFT_MS: String(-daysAgo * DAY_MS) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? -1)));
  return { code, seconds: (performance.now() - started) / 1000, stdout, stderr };
}

export function runCli(folder: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...KEYS },
    encoding: 'utf8',
  });
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
}
