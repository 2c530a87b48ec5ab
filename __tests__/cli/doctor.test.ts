// `spec-gate doctor`: well on the shipped example, and each thing that can be wrong is named with its way out.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DoctorReport } from '../../src/doctor/report.ts';
import { ROOT, runCli } from '../support/cli.ts';
import {
  startProviderServer,
  type Answerer,
  type ProviderServer,
  type WireRequest,
} from '../support/provider-servers.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';
import { KEYS, startSimulatedServers, writeLiveHarbor, type SimulatedServers } from '../support/simulated-servers.ts';

const LABELLED = join(ROOT, 'fixtures/harbor/labelled.jsonl');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the shipped example with its config changed. */
function harbor(name: string, change: (config: string) => string = (same) => same): string {
  const copy = join(folder, name);
  cpSync(join(ROOT, 'fixtures/harbor'), copy, { recursive: true });
  const config = join(copy, 'spec-gate.yml');
  writeFileSync(config, change(readFileSync(config, 'utf8')));
  return copy;
}

/** Live providers without a classifier: a simulated one knows its own answers only, and scale ends are none of them. */
function writeLive(name: string, servers: SimulatedServers): string {
  const live = join(folder, name);
  writeLiveHarbor(live, servers);
  const config = join(live, 'spec-gate.yml');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^classifier: .*\n/m, ''));
  return live;
}

function doctor(
  cwd: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
  monotonic?: () => number,
): Promise<CommandResult> {
  return runCommand(['doctor', ...args], { cwd, env, ...(monotonic === undefined ? {} : { monotonic }) });
}

const reportOf = ({ stdout }: Pick<CommandResult, 'stdout'>): DoctorReport => JSON.parse(stdout) as DoctorReport;

describe('simulated', () => {
  test('the shipped example is well; judges keep their answers to labelled items', async () => {
    const copy = harbor('well');
    // As users run it; what follows runs in this process.
    const first = await runCli(['doctor', '--json'], { cwd: copy });
    expect(first.stderr).toContain('doctor asks at most 94 calls (no cost)');
    expect(first.code).toBe(0);
    const report = reportOf(first);
    expect(report.problems).toEqual([]);
    expect(report.models.map(({ role }) => role)).toEqual([
      ...Array.from({ length: 4 }, () => 'model'),
      ...Array.from({ length: 3 }, () => 'judge'),
      'classifier',
    ]);
    for (const judge of report.judges) expect(judge.accuracy.trials + judge.abstained).toBe(26);
    // Only the tiny questions are asked again.
    expect(reportOf(await doctor(copy, ['--json'])).made.calls).toBe(8);
    expect((await doctor(copy)).stdout).toMatch(/simulated[\s\S]*All is well/);
  });

  test('options that no check of this config will heed are named, with the reason', async () => {
    const copy = harbor(
      'void',
      (config) =>
        `${config.replace(/^classifier: .*\n/m, '').replace(/^(?:limits|actions|margins): .*\n/gm, '')}
limits: { disagreement: 1.5 }
actions: { rejections: fail }
`,
    );
    const { notes, ok } = reportOf(await doctor(copy, ['--json']));
    expect(ok).toBe(true);
    expect(notes.filter((note) => note.includes('has no effect'))).toEqual([
      'actions.rejections has no effect: it needs scored answers, and the config names no classifier',
      'limits.disagreement has no effect: it needs scored answers, and the config names no classifier',
    ]);
  });

  test('a judge that is wrong too often is named, with what to do', async () => {
    // The world gives drowsy 25 % false alarms and 35 % false passes (fixtures/harbor/world.yml).
    const copy = harbor('drowsy', (config) => config.replace('sim/umpire', 'sim/drowsy'));
    const result = await doctor(copy, ['--labelled', LABELLED, '--json']);
    expect(result.code).toBe(3);
    const report = reportOf(result);
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]).toMatchObject({
      message: expect.stringMatching(/judge sim\/drowsy: right on only \d+ of 26/) as string,
      hint: expect.stringContaining('replace it') as string,
    });
    const drowsy = report.judges.find(({ judge }) => judge === 'sim/drowsy')!;
    expect(drowsy.falsePass.interval.lower).toBeLessThan(0.35);
    expect(drowsy.falsePass.interval.upper).toBeGreaterThan(0.35);
  });

  test('without labelled items it says that judges were not tested, and is well', async () => {
    const copy = harbor('bare');
    rmSync(join(copy, 'labelled.jsonl'));
    const result = await doctor(copy, ['--json']);
    expect(result.code).toBe(0);
    expect(reportOf(result).judges).toEqual([]);
    expect(reportOf(result).notes.join()).toContain('there are no labelled items');
  });

  test('broken labelled items are told by line', async () => {
    const copy = harbor('broken');
    writeFileSync(join(copy, 'labelled.jsonl'), '{"id":"a"}\nnot json\n');
    const { code, stderr } = await doctor(copy);
    expect(code).toBe(3);
    expect(stderr).toMatch(/labelled\.jsonl:1:1 {2}clauses/);
    expect(stderr).toMatch(/labelled\.jsonl:2:1 {2}not JSON/);
  });
});

describe('live', () => {
  let servers: SimulatedServers | undefined;
  afterEach(async () => {
    await servers?.close();
    servers = undefined;
  });

  test('keys and endpoints that work are well, priced beforehand, and no key is shown', async () => {
    servers = await startSimulatedServers('repeatable');
    const live = writeLive('live', servers);
    const result = await doctor(live, ['--labelled', LABELLED, '--json'], KEYS);
    expect(result.code).toBe(0);
    expect(result.stderr).toMatch(/doctor asks at most 100 calls \(about \$0\.\d\d\)/);
    expect(reportOf(result).made.calls).toBe(servers.requests().length);
    expect(reportOf(result).made.usd).toBeGreaterThan(0);
    for (const key of Object.values(KEYS)) expect(result.stdout + result.stderr).not.toContain(key);
  });

  test('a missing key names variable and provider; the others are asked all the same', async () => {
    servers = await startSimulatedServers('repeatable');
    const live = writeLive('keys', servers);
    const result = await doctor(live, ['--json'], { ALPHA_KEY: KEYS.ALPHA_KEY, BETA_KEY: KEYS.BETA_KEY });
    expect(result.code).toBe(3);
    const report = reportOf(result);
    expect(report.problems.map(({ message }) => message)).toEqual([
      'provider gamma: the environment variable GAMMA_KEY is not set',
    ]);
    expect(report.problems[0]!.hint).toContain('secrets.GAMMA_KEY');
    expect(report.models.filter(({ status }) => status === 'not asked').map(({ id }) => id)).toEqual([
      'gamma/cedar',
      'gamma/umpire',
    ]);
    expect(report.models.filter(({ status }) => status === 'answered')).toHaveLength(5);
    expect(servers.gamma.requests).toEqual([]);
  });

  test('a rejected key, an unknown price and a refused address are problems, each with its way out', async () => {
    const server = await startProviderServer('openai', () => ({ status: 401, error: { message: 'bad key' } }));
    servers = await startSimulatedServers('repeatable');
    const live = writeLive('refused', servers);
    const config = readFileSync(join(live, 'spec-gate.yml'), 'utf8');
    writeFileSync(
      join(live, 'spec-gate.yml'),
      config
        .replace(servers.alpha.baseUrl, server.baseUrl)
        .replace(servers.beta.baseUrl, 'http://169.254.169.254/v1')
        .replace(/ {2}gamma\/cedar: .*\n/, ''),
    );
    const report = reportOf(await doctor(live, ['--json'], KEYS));
    await server.close();
    const said = report.problems.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n');
    // Whoever was refused is named; who was then not asked is no mistake of its own.
    expect(said).toMatch(/^alpha\/\w+: alpha at .*401.*apiKeyEnv/m);
    expect(said).not.toContain('was not asked');
    expect(said).toMatch(/provider beta: .*metadata address.*allowPrivate/);
    expect(said).toMatch(/gamma\/cedar: no price is known.*add prices/);
    // Its price missing is what is wrong, not a budget that was used up.
    expect(said).not.toContain('budget is used up');
    expect(report.ok).toBe(false);
  });
});

describe('servers of one’s own', () => {
  const ruling = { text: JSON.stringify({ reasoning: 'It greets.', ruling: 'compliant', clauses: [] }) };
  const answer: Answerer = ({ schema }) => (schema === undefined ? { text: 'ready' } : ruling);

  function project(name: string, server: ProviderServer, params = ''): string {
    const copy = join(folder, name);
    mkdirSync(copy);
    writeFileSync(join(copy, 'spec.md'), '# Help {#help}\n\nHelp people.\n');
    writeFileSync(join(copy, 'bank.jsonl'), '{"id":"a","query":"How?","clauses":["help"]}\n');
    const judges = ['x', 'y', 'z'].map((id, n) => `{ id: lab/${id}, model: small, params: { temperature: 0.${n} } }`);
    writeFileSync(
      join(copy, 'spec-gate.yml'),
      `spec: spec.md
bank: bank.jsonl
providers: { lab: { kind: openai, baseUrl: "${server.baseUrl}" } }
models: [{ id: lab/m, model: small${params} }]
judges: [${judges.join(', ')}]
`,
    );
    return copy;
  }

  // The doctor times answers by a clock that stands still but for these servers: 700 ms pass with each turn of theirs.
  const TURN = 700;

  test('a server with one slot is found and told of; draws that are copies, too', async () => {
    let clock = 0;
    const server = await startProviderServer('openai', (request, index) => {
      clock += TURN;
      return answer(request, index);
    });
    const copy = project('one-slot', server, ', params: { seed: 7 }');
    const result = await doctor(copy, ['--json'], {}, () => clock);
    await server.close();
    const { notes, ok, problems } = reportOf(result);
    expect(problems).toEqual([]);
    expect(ok).toBe(true);
    expect(notes.join('\n')).toMatch(/lab: its server answers one request at a time .*set concurrency: 1/);
    expect(notes.join('\n')).toMatch(/lab\/m: params.seed is fixed, so it gives the same answer every time/);
  });

  test('nothing is said of a server that answers side by side', async () => {
    let clock = 0;
    let arrive = (): void => {};
    const two = new Promise<void>((resolve) => (arrive = resolve));
    const wide = await startProviderServer('openai', async (request, index) => {
      // The last two of those it is timed by: they are answered in one turn, when both have come.
      const nth = Number(/^Count upwards from (\d)00/.exec(request.messages.at(-1)!.content)?.[1]);
      if (nth === 4) {
        clock += TURN;
        arrive();
      } else if (nth === 3) await two;
      else clock += TURN;
      return answer(request, index);
    });
    const { notes } = reportOf(await doctor(project('side-by-side', wide), ['--json'], {}, () => clock));
    expect(clock).toBeGreaterThan(3 * TURN);
    await wide.close();
    expect(notes.join('\n')).not.toMatch(/one request at a time/);
  });

  test('what keeps several from answering is one problem, in the server’s words, with what helps', async () => {
    const words = 'request (900 tokens) exceeds the available context size (512 tokens), try increasing it';
    const small = await startProviderServer('openai', (request, index) =>
      request.schema === undefined ? answer(request, index) : { status: 400, error: { message: words } },
    );
    const result = await doctor(project('small-window', small), ['--json']);
    await small.close();
    const { problems } = reportOf(result);
    expect(result.code).toBe(3);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(/^judge lab\/x, judge lab\/y, judge lab\/z: .*available context size \(512/);
    expect(problems[0]!.hint).toMatch(/larger context window/);
  });

  test('a judge whose prompt was cut off in silence is not well', async () => {
    const cut = await startProviderServer('openai', ({ schema }) =>
      schema === undefined ? { text: 'ready' } : { ...ruling, usage: { input: 32, output: 20 } },
    );
    const { problems } = reportOf(await doctor(project('cut-off', cut), ['--json']));
    await cut.close();
    expect(problems[0]!.message).toMatch(/read 32 tokens of a prompt of at least \d+: it was cut off/);
    expect(problems[0]!.hint).toMatch(/larger context window/);
  });

  test('tokens a character are measured, and a longest prompt that lost a third is found by them', async () => {
    const WINDOW = 700;
    const tokensOf = (request: WireRequest): number =>
      Math.ceil(request.messages.reduce((sum, { content }) => sum + content.length, 0) * 0.25);
    const drops = await startProviderServer('openai', (request) => ({
      ...(request.schema === undefined ? { text: 'ready' } : ruling),
      usage: { input: Math.min(WINDOW, tokensOf(request)), output: 20 },
    }));
    const copy = project('drops', drops);
    writeFileSync(
      join(copy, 'spec.md'),
      `# Help {#help}\n\n${'Help people who ask for it, and say so. '.repeat(40)}\n`,
    );
    const { problems, models } = reportOf(await doctor(copy, ['--json']));
    await drops.close();
    const [range] = models.filter(({ role }) => role === 'judge').map(({ tokensPerCharacter }) => tokensPerCharacter);
    expect(range!.least).toBeCloseTo(0.25, 2);
    expect(range!.most).toBeCloseTo(0.25, 2);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(
      /longest prompt: .*read 700 tokens of a prompt of about 1\d{3}: it was cut off/,
    );
    expect(problems[0]!.hint).toMatch(/window: 4,096 tokens .*--ctx-size 4096 .*OLLAMA_CONTEXT_LENGTH=4096/);
  });

  test('worked examples count in the window that a judge needs', async () => {
    const WINDOW = 4096;
    const tokensOf = (request: WireRequest): number =>
      Math.ceil(request.messages.reduce((sum, { content }) => sum + content.length, 0) * 0.25);
    const small = await startProviderServer('openai', (request) => ({
      ...(request.schema === undefined ? { text: 'ready' } : ruling),
      usage: { input: Math.min(WINDOW, tokensOf(request)), output: 20 },
    }));
    const copy = project('examples', small);
    expect(reportOf(await doctor(copy, ['--json'])).problems).toEqual([]);
    appendFileSync(join(copy, 'spec-gate.yml'), 'judgeExamples: true\n');
    const { problems } = reportOf(await doctor(copy, ['--json']));
    await small.close();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(
      /^judge lab\/[xyz] on the bank's longest prompt: .*read 4096 tokens .*it was cut off/,
    );
    expect(problems[0]!.hint).toMatch(/--ctx-size 8192/);
  });

  test('a judge that rules against what plainly keeps its rule is not well, and who was cut off is not ok', async () => {
    const wrong = await startProviderServer('openai', ({ schema }) =>
      schema === undefined
        ? { text: 'ready ready ready', finish: 'length', usage: { input: 12, output: 64 } }
        : { text: JSON.stringify({ reasoning: 'No.', ruling: 'non-compliant', clauses: [] }) },
    );
    const copy = project('wrong', wrong);
    const { problems, models, notes } = reportOf(await doctor(copy, ['--json']));
    const { stdout } = await doctor(copy);
    await wrong.close();
    expect(problems.map(({ message }) => message)).toContain(
      'every judge rules against an answer that plainly keeps the one rule it was shown',
    );
    expect(models.filter(({ role }) => role === 'model').every(({ cutOff }) => cutOff === true)).toBe(true);
    expect(notes.join('\n')).toContain('was asked for one word and cut off after 64 tokens');
    expect(stdout).toMatch(/^ *model .* cut off$/m);
    expect(stdout).toMatch(/judge +lab\/x .*wrong on what is plain/);
    expect(stdout).not.toContain('All is well');
  });

  test('a ruling that ends before its cap has met the end of the window, not the cap', async () => {
    const full = await startProviderServer('openai', ({ schema }, index) =>
      schema === undefined && index < 5
        ? { text: 'ready' }
        : { text: '{"reasoning": "It', finish: 'length', usage: { input: 480, output: 32 } },
    );
    const { problems } = reportOf(await doctor(project('full', full), ['--json']));
    await full.close();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(/cut off before its cap of 1024 tokens: its server's context window is full/);
    expect(problems[0]!.hint).toMatch(/--ctx-size \d+/);
  });
});

test('a spec or bank that is there and cannot be read is no good health', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'spec-gate-broken-'));
  try {
    cpSync(join(ROOT, 'fixtures/harbor'), broken, { recursive: true });
    appendFileSync(join(broken, 'bank.jsonl'), '{"id":\n');
    appendFileSync(join(broken, 'spec.md'), '\n<<<<<<< ours\nA\n=======\nB\n>>>>>>> theirs\n');
    const { code, stdout } = await doctor(broken);
    expect(stdout).not.toContain('All is well');
    expect(stdout).toMatch(/2 problems to mend[^]*bank\.jsonl:\d+[^]*spec\.md:\d+/);
    expect(stdout).toContain('sim/aspen');
    expect(code).toBe(3);
  } finally {
    rmSync(broken, { recursive: true });
  }
});

test('it comes before bank and spec: what is not there yet is remarked on', async () => {
  const early = mkdtempSync(join(tmpdir(), 'spec-gate-early-'));
  try {
    cpSync(join(ROOT, 'fixtures/harbor/world.yml'), join(early, 'world.yml'));
    const config = readFileSync(join(ROOT, 'fixtures/harbor/spec-gate.yml'), 'utf8');
    writeFileSync(join(early, 'spec-gate.yml'), config);
    const { code, stdout, stderr } = await doctor(early);
    expect(stderr).toMatch(/not there yet: bank\.jsonl/);
    expect(stderr).toMatch(/not there yet: spec\.md/);
    expect(stdout).toContain('sim/aspen');
    expect(code).toBe(0);
  } finally {
    rmSync(early, { recursive: true });
  }
});
