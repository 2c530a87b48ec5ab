// Every known fault of a provider, everywhere it can strike: nothing half evaluated passes. Against the command in this
// process, and one fault of each sort of ending against the built one in another.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { readDataBlocks } from '../../src/core/data-block.ts';
import { LEAST_ANSWERED, MOST_MISSING } from '../../src/decision/bounds.ts';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { countInputs } from '../support/count-inputs.ts';
import { runCommand } from '../support/run-command.ts';
import type { Answer, WireRequest } from '../support/provider-servers.ts';
import { KEYS, shrinkHarbor, startSimulatedServers, writeLiveHarbor } from '../support/simulated-servers.ts';

/** Milliseconds that one run may take, on a busy machine. */
const DEADLINE = 300_000;
/** The command is ended before its test is. */
const PATIENCE = DEADLINE - 10_000;
/** Runs mostly wait for their servers. */
const AT_ONCE = 4;

/**
 * Waits of the command end fifty times sooner, so that backoffs and Retry-After take no time here. Attempts are still
 * given almost 5 s.
 */
const wait = timers.setTimeout;
const hurry: typeof timers.setTimeout = (ms, ...rest) => wait((ms ?? 0) / 50, ...rest);
function useTimer(timer: typeof timers.setTimeout): void {
  timers.setTimeout = timer;
  syncBuiltinESMExports();
}

/** The same in another process. */
const HURRY = `--import=data:text/javascript,${encodeURIComponent(`
  import timers from 'node:timers/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const wait = timers.setTimeout;
  timers.setTimeout = (ms, ...rest) => wait(ms / 50, ...rest);
  syncBuiltinESMExports();`)}`;

type Role = 'model' | 'judge' | 'classifier';
type Target = (request: WireRequest) => boolean;
type Fault = (request: WireRequest) => Answer;

const ROLES: Readonly<Record<string, Role>> = {
  aspen: 'model',
  birch: 'model',
  warden: 'judge',
  advocate: 'judge',
  umpire: 'judge',
  sorter: 'classifier',
};
const roleOf = ({ model }: WireRequest): Role => ROLES[model]!;

/** A provider that quotes the key it was given, as some do. */
const error = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Fault => {
  return ({ headers: sent }) => ({
    status,
    headers,
    error: { type: code, code, message: `${code}: you sent ${sent['authorization']} ${sent['x-api-key']}` },
  });
};

/** A judge's or classifier's reply with some members replaced. */
const reply = (change: Readonly<Record<string, unknown>>): Fault => {
  return ({ messages }) => {
    const item = readDataBlocks(messages.map(({ content }) => content).join('\n')).get('item');
    const judgment = { item, reasoning: 'r', ruling: 'compliant', clauses: [] };
    return { text: JSON.stringify({ ...judgment, ...change }) };
  };
};

const scores = (change: Readonly<Record<string, unknown>>): Fault => {
  return reply({ value1: 3, value2: 3, confidence: 1, response_type: 'balanced', ...change });
};

const length: Fault = ({ protocol }) => ({
  text: 'An answer that was cut o',
  finish: protocol === 'openai' ? 'length' : 'max_tokens',
});

interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** Which of them the fault can strike. Default: models and judges. */
  readonly roles?: readonly Role[];
  /** What a run ends with whose whole model or judge is struck. */
  readonly exit: 2 | 3;
  /** Transient: gone at the next attempt, so that striking one request once changes nothing. */
  readonly passes?: true;
  /** Where it strikes all it is waited out for minutes: `models/transport/rate.test.ts`, by a clock that jumps. */
  readonly waits?: true;
  /** One request that is refused so is missing; only where all are is it a fault of the set-up. */
  readonly once?: 'missing';
}

const FAULTS: readonly FaultCase[] = [
  {
    name: '429 with Retry-After',
    fault: error(429, 'rate_limit', { 'retry-after': '1' }),
    exit: 2,
    passes: true,
    waits: true,
  },
  { name: '429 for ever', fault: error(429, 'rate_limit', { 'retry-after': '86400' }), exit: 2 },
  { name: 'quota', fault: error(429, 'insufficient_quota'), exit: 2 },
  { name: '500', fault: error(500, 'server_error'), exit: 2, passes: true },
  { name: '529', fault: error(529, 'overloaded_error'), exit: 2, passes: true },
  { name: '400', fault: error(400, 'invalid_request_error'), exit: 2 },
  { name: '401', fault: error(401, 'authentication_error'), exit: 3 },
  { name: '403', fault: error(403, 'permission_error'), exit: 3, once: 'missing' },
  { name: '404', fault: error(404, 'not_found_error'), exit: 3 },
  { name: '413', fault: error(413, 'request_too_large'), exit: 2 },
  { name: 'reset mid body', fault: () => ({ fault: 'reset-mid-body' }), exit: 2, passes: true },
  { name: 'cut JSON', fault: () => ({ fault: 'cut' }), exit: 2, passes: true },
  { name: 'a login page', fault: () => ({ fault: 'html' }), exit: 2, passes: true },
  { name: 'no body', fault: () => ({ fault: 'no-body' }), exit: 2, passes: true },
  { name: 'an empty answer', fault: () => ({ text: '' }), exit: 2 },
  { name: 'cut off at the length', fault: length, exit: 2 },
  { name: 'a judge without JSON', fault: () => ({ text: '{"ruling": "compli' }), roles: ['judge'], exit: 2 },
  { name: 'another ruling', fault: reply({ ruling: 'fine' }), roles: ['judge'], exit: 2 },
  { name: 'a member too many', fault: reply({ verdict: 'pass' }), roles: ['judge'], exit: 2 },
  { name: 'a judge that refuses', fault: () => ({ refusal: 'I will not judge.' }), roles: ['judge'], exit: 2 },
  { name: 'the score "5"', fault: scores({ value1: '5' }), roles: ['classifier'], exit: 2 },
  { name: 'the score 7', fault: scores({ value1: 7 }), roles: ['classifier'], exit: 2 },
];

/** Where a command runs: in this process, from the source, or in one of its own, from what was built. */
type Where = 'here' | 'built';

/** The faults that are also run against the built command; one for each way to end, since those do not depend on who is struck. */
const BUILT: ReadonlySet<string> = new Set([
  'quota, whole model',
  'quota, whole judge',
  '401, whole model',
  'reset mid body, whole model',
  'a login page, whole judge',
  'the score 7, whole classifier',
  '429 with Retry-After, first',
]);

interface Run {
  readonly code: number | null | undefined;
  /** What ended the process, where it did not end by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly report: Report | undefined;
  /** Everything that was printed or written anywhere. */
  readonly texts: readonly string[];
  readonly struck: number;
  readonly asked: number;
}

vi.setConfig({ maxConcurrency: AT_ONCE });

let root = '';
let calm: Run;
beforeAll(async () => {
  useTimer(hurry);
  root = mkdtempSync(join(tmpdir(), 'spec-gate-faults-'));
  calm = await runStruck(() => false, error(500, 'never'), 'built');
}, DEADLINE);
afterAll(() => {
  useTimer(wait);
  rmSync(root, { recursive: true, force: true });
});

/** Three scenarios, two models, three judges and margins so wide that an undisturbed run passes. */
async function runStruck(target: Target, fault: Fault, where: Where = 'here'): Promise<Run> {
  let struck = 0;
  const servers = await startSimulatedServers('repeatable', {
    inject: (request) => {
      if (!target(request)) return undefined;
      struck += 1;
      return fault(request);
    },
  });
  const folder = mkdtempSync(join(root, 'run-'));
  try {
    writeLiveHarbor(folder, servers);
    shrink(folder);
    const args = ['check', '--base-spec', 'spec.md', '--head-spec', 'head-harmless/spec.md'];
    const result = where === 'here' ? await runHere(args, folder) : await runBuilt(args, folder);
    const path = join(folder, 'spec-gate-report/report.json');
    const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    return {
      ...result,
      report,
      texts: [result.stdout, result.stderr, ...written],
      struck,
      asked: servers.requests().length,
    };
  } finally {
    countInputs('faulted runs', Math.min(1, struck));
    countInputs('faulted requests', struck);
    await servers.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runHere(args: readonly string[], cwd: string) {
  const stop = AbortSignal.timeout(PATIENCE);
  const { code, stdout, stderr } = await runCommand(args, { cwd, env: KEYS, signal: stop });
  return { code, stdout, stderr, signal: stop.aborted ? ('SIGKILL' as const) : null };
}

/** One after another, so that one process serves them all. */
let lastBuilt: Promise<unknown> = Promise.resolve();

function runBuilt(args: readonly string[], cwd: string) {
  const start = () =>
    runCli(args, {
      cwd,
      env: { ...KEYS, NODE_OPTIONS: HURRY },
      onStart: (kill) => setTimeout(() => kill('SIGKILL'), PATIENCE).unref(),
    });
  const run = lastBuilt.then(start, start);
  lastBuilt = run;
  return run;
}

/** So small that it is soon over, with two models whose answers are compared and few answers with a known ruling. */
function shrink(folder: string): void {
  shrinkHarbor(folder, 3);
  const labelled = readFileSync(join(folder, 'labelled.jsonl'), 'utf8').split('\n').slice(0, 4);
  writeFileSync(join(folder, 'labelled.jsonl'), `${labelled.join('\n')}\n`);
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8')
    .replace(/ {2}- gamma\/cedar\n {2}- alpha\/dogwood\n/, '')
    .replace('specUse: target', 'specUse: prompt');
  writeFileSync(join(folder, 'spec-gate.yml'), config);
}

/** What holds whatever happened: it ended by itself, says one thing, and shows no key. */
function expectSound({ code, signal, report, texts }: Run): void {
  expect(signal).toBeNull();
  // Anything else, or one of these without its report, is a crash.
  expect([0, 1, 2, 3]).toContain(code);
  expect(report?.verdict.status).toBe(['pass', 'fail', 'inconclusive', undefined][code!]);
  const leaks = texts.filter((text) => Object.values(KEYS).some((key) => text.includes(key)));
  expect(leaks).toEqual([]);
  if (code === 0) expectEnough(report!);
}

/** What a pass may lack: a few cells, a few rulings. */
function expectEnough({ models, judges }: Report): void {
  const missing = models.reduce((sum, model) => sum + model.missing, 0);
  const asked = models.reduce((sum, model) => sum + model.responses + model.missing, 0);
  expect(missing / asked).toBeLessThanOrEqual(MOST_MISSING);
  expect(judges.panel).toHaveLength(3);
  for (const { rulings, abstained } of judges.panel) {
    expect(rulings / (rulings + abstained)).toBeGreaterThanOrEqual(LEAST_ANSWERED);
  }
}

/** All of one model, judge or classifier; the servers of two of them serve others, too. */
const WHOLE: Readonly<Record<Role, string>> = { model: 'birch', judge: 'umpire', classifier: 'sorter' };

function firstOf(role: Role): Target {
  let hit = false;
  return (request) => {
    if (hit || roleOf(request) !== role) return false;
    hit = true;
    return true;
  };
}

function someOf(roles: readonly Role[], seed: string): Target {
  const random = createRandom(seed);
  return (request) => roles.includes(roleOf(request)) && random.next() < 0.03;
}

function whereOf(name: string): Where {
  return BUILT.has(name) ? 'built' : 'here';
}

test('undisturbed, it passes', () => {
  expectSound(calm);
  expect(calm.code).toBe(0);
  expect(calm.asked).toBeGreaterThan(80);
});

describe.concurrent.each(FAULTS)('$name', ({ name, fault, roles = ['model', 'judge'], exit, waits, once }) => {
  test.each(waits ? [] : roles)(
    'for a whole %s: never a pass',
    async (role) => {
      const run = await runStruck(({ model }) => model === WHOLE[role], fault, whereOf(`${name}, whole ${role}`));
      expect(run.struck).toBeGreaterThan(0);
      expectSound(run);
      // A 403 is the key's where nothing of the key was answered before, and else this model's: both are no pass.
      expect(once === 'missing' ? [2, 3] : [exit]).toContain(run.code);
      expect(run.report?.verdict.status).toBe(run.code === 3 ? undefined : 'inconclusive');
    },
    DEADLINE,
  );

  test(
    'for one request in thirty: a pass only where enough is left',
    async () => {
      const run = await runStruck(someOf(roles, name), fault);
      expectSound(run);
      expect(run.asked).toBeGreaterThan(0);
    },
    DEADLINE,
  );
});

describe.concurrent('for the first request only', () => {
  const transient = FAULTS.filter(({ passes }) => passes);
  const fatal = FAULTS.filter(({ exit, once }) => exit === 3 && once === undefined);
  const others = FAULTS.filter((one) => !transient.includes(one) && !fatal.includes(one));
  const lasting = others.filter(({ roles }) => roles === undefined);
  test.each(transient)(
    '$name: it is asked again, and nothing changes',
    async ({ name, fault }) => {
      const run = await runStruck(firstOf('model'), fault, whereOf(`${name}, first`));
      expect(run.struck).toBe(1);
      expectSound(run);
      expect(run.report).toEqual(calm.report);
    },
    DEADLINE,
  );

  test.each(fatal)(
    '$name: the run ends, for nobody but the user can mend it',
    async ({ fault }) => {
      const run = await runStruck(firstOf('model'), fault);
      expectSound(run);
      expect(run.code).toBe(3);
    },
    DEADLINE,
  );

  test.each(lasting)(
    '$name: it is missing',
    async ({ fault }) => {
      const run = await runStruck(firstOf('model'), fault);
      expect(run.struck).toBe(1);
      expectSound(run);
    },
    DEADLINE,
  );
});

test(
  'a model that declines everything has behaved, not failed: its refusals are judged and counted',
  async () => {
    const run = await runStruck(
      ({ model }) => model === WHOLE.model,
      () => ({ refusal: 'I cannot help with that.' }),
    );
    expectSound(run);
    expect(run.code).not.toBe(3);
    const model = run.report!.models.find((one) => one.model.endsWith(WHOLE.model))!;
    expect(model.missing).toBe(0);
    expect(model.responses).toBeGreaterThan(0);
  },
  DEADLINE,
);
