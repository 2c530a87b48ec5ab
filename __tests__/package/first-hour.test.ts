// The first hour as README tells it: the packed package in an empty repository, each command as it stands there, models behind
// loopback servers, and at the end the Action on a pull request.
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGatedRepository, type GatedRepository } from '../support/runner/gated-repository.ts';
import { ROOT } from '../support/cli.ts';
import { fencedBlocks } from '../support/fenced-blocks.ts';
import { harborBank } from '../support/harbor.ts';
import { KEYS, liveConfig, startSimulatedServers, type SimulatedServers } from '../support/simulated-servers.ts';

const HARBOR = join(ROOT, 'fixtures/harbor');
const SPEC = 'docs/model_spec.md';
const QUERIES = 12;
/** Eight starts of the same package: what the first one compiles serves the others. */
const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'spec-gate-compile-cache') };

let folder = '';
let servers: SimulatedServers;
let gated: GatedRepository | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-first-hour-'));
  servers = await startSimulatedServers('independent');
});
afterAll(async () => {
  await servers.close();
  await gated?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The lines of README's numbered steps, in order: what a newcomer types. */
function readmeSteps(): readonly string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const steps = /<!-- first-gate -->([^]*?)<!-- \/first-gate -->/.exec(readme)![1]!;
  return fencedBlocks(steps)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'));
}

interface Typed {
  readonly code: number | null;
  readonly output: string;
}

/** Servers in this process answer, so the shell must not block it. */
function type(line: string): Promise<Typed> {
  return new Promise((resolve, reject) => {
    const path = [
      join(folder, 'bin'),
      join(folder, 'node_modules/.bin'),
      dirname(process.execPath),
      process.env['PATH'],
    ].join(delimiter);
    const env = { PATH: path, HOME: folder, NO_COLOR: '1', npm_config_offline: 'true', ...KEYS, ...COMPILED };
    const child = spawn('bash', ['-c', line], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Folders of the packages that npm laid down, and nothing of the source. */
function installed(): readonly string[] {
  const modules = join(folder, 'node_modules');
  expect(existsSync(join(modules, 'spec-gate/src'))).toBe(false);
  expect(existsSync(join(modules, 'spec-gate/node_modules'))).toBe(false);
  return readdirSync(modules).filter((name) => !name.startsWith('.'));
}

/**
 * `npx` for all commands but `--version`, which the real one starts: npm is loaded for half a second to start what stands in
 * `node_modules/.bin` anyway.
 */
function standInForNpx(): void {
  const npx = join(folder, 'bin/npx');
  write('bin/npx', `#!/bin/sh\nexec "${folder}/node_modules/.bin/$@"\n`);
  chmodSync(npx, 0o755);
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What README says between the commands: the spec is there, the config names models, a query a line, an edit. */
function doByHand(before: string): void {
  if (before.includes('doctor')) write('spec-gate.yml', ownModels(read('spec-gate.yml')));
  if (before.includes('bank import')) write('queries.txt', queries());
  if (before.includes('plan')) write(SPEC, readFileSync(join(HARBOR, 'head-conflict/spec.md'), 'utf8'));
}

function queries(): string {
  const single = harborBank().filter(({ messages }) => messages.length === 1 && !messages[0]!.content.includes('\n'));
  return single
    .slice(0, QUERIES)
    .map(({ messages }) => `${messages[0]!.content}\n`)
    .join('');
}

/** The written config with the newcomer's own models, few scenarios, and none written: the example's world has no others. */
function ownModels(config: string): string {
  const shipped = readFileSync(join(HARBOR, 'spec-gate.yml'), 'utf8');
  const own = liveConfig(/^providers:[^]*?^classifier: .*\n/m.exec(shipped)![0], servers);
  return config
    .replace(/^providers:[^]*?^classifier: .*\n/m, () => own)
    .replace(/^coverage: .*$/m, 'coverage: { write: false }')
    .replace(/^selection: .*$/m, 'selection: { scenarios: 4, extendTo: 4, replicates: { base: 2, confirm: 1 } }');
}

test('an empty repository is gated after the steps that README names, and no others', async () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  ) as readonly { readonly filename: string }[];
  write('package.json', '{"name":"specs","private":true}');
  // Offline: anything that it would need besides itself is missing.
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', packed!.filename], {
    cwd: folder,
    stdio: 'ignore',
  });
  expect(installed()).toEqual(['spec-gate']);
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: folder });
  for (const [key, value] of [
    ['user.name', 'Ana'],
    ['user.email', 'ana@example.org'],
  ] as const)
    execFileSync('git', ['config', key, value], { cwd: folder });
  appendFileSync(join(folder, '.gitignore'), 'node_modules/\n*.tgz\nbin/\n');
  write(SPEC, readFileSync(join(HARBOR, 'spec.md'), 'utf8'));

  const steps = readmeSteps().filter((line) => !line.startsWith('export '));
  expect(steps.map((line) => /spec-gate ((?:bank )?[a-z]+)|^(git \w+)/.exec(line)?.slice(1).find(Boolean))).toEqual([
    'init',
    'doctor',
    'bank import',
    'bank link',
    'git add',
    'git switch',
    'plan',
    'check',
  ]);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await type('npx spec-gate --version')).toEqual({ code: 0, output: `${version}\n` });
  standInForNpx();
  const outputs = new Map<string, Typed>();
  for (const line of steps) {
    doByHand(line);
    const typed = await type(line);
    outputs.set(line, typed);
    // The edit sets two clauses against each other: what the gate is there to say.
    const expected = line.includes(' check ') ? 1 : 0;
    expect({ line, code: typed.code, output: typed.code === expected ? '' : typed.output }).toMatchObject({
      code: expected,
    });
  }
  const said = (command: string): string => [...outputs].find(([line]) => line.includes(` ${command}`))![1].output;
  expect(said('init')).toContain(`spec-gate.yml guards ${SPEC}`);
  expect(said('doctor')).toMatch(/All is well/);
  expect(said('bank import')).toContain(`0 → ${QUERIES} scenarios`);
  expect(read('.spec-gate/bank.jsonl')).toMatch(/"clauses":\["/);
  expect(said('plan')).toMatch(/Next +spec-gate check/);
  expect(said('check')).toMatch(/^FAIL/m);
  expect(said('check')).toMatch(/Next[^]*spec-gate accept/);
  for (const file of ['report.json', 'report.html', 'report.junit.xml', 'report.sarif', 'evidence.jsonl', 'run.json'])
    expect(existsSync(join(folder, 'spec-gate-report', file))).toBe(true);

  // What was committed to main, with the edit as a pull request: the workflow's job is red and the comment says why.
  const onMain = (name: string): string =>
    execFileSync('git', ['show', `main:${name}`], { cwd: folder, encoding: 'utf8' });
  const files = ['spec-gate.yml', '.spec-gate/bank.jsonl', '.github/workflows/spec-gate.yml', SPEC];
  gated = await createGatedRepository({
    ...Object.fromEntries(['spec.md', 'bank.jsonl', 'world.yml'].map((name) => [name, null])),
    ...Object.fromEntries(files.map((name) => [name, onMain(name)])),
  });
  const number = gated.open({ [SPEC]: read(SPEC) });
  // The draws that the check at the desk was given.
  servers.rewind();
  const run = await gated.run(number, { env: KEYS });
  expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
  expect(gated.comments(number)).toEqual([expect.stringMatching(/^### ❌ Spec Gate: [^]*How to go on/)]);
}, 240_000);
