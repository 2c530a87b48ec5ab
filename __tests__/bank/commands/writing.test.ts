// `bank generate` and `bank score` from nothing, against loopback servers of both protocols: killed, torn, resumed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { afterEach, expect, test } from 'vitest';
import { addCommands } from '../../../src/commands.ts';
import { type CommandContext } from '../../../src/context/command-context.ts';
import { EXIT, type ExitCode } from '../../../src/core/exit-code.ts';
import { UserError } from '../../../src/core/errors.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { selectScenarios } from '../../../src/scenarios/selection/select.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';
import { ROOT } from '../../support/cli.ts';
import { changeOf } from '../../scenarios/scenario-builders.ts';
import {
  KEYS,
  startSimulatedServers,
  writeLiveHarbor,
  type SimulatedServers,
} from '../../support/simulated-servers.ts';

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Place {
  readonly folder: string;
  readonly bank: string;
}

function newPlace(servers: SimulatedServers): Place {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-writing-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  writeLiveHarbor(folder, servers);
  rmSync(join(folder, 'bank.jsonl'));
  return { folder, bank: join(folder, 'bank.jsonl') };
}

async function startServers(): Promise<SimulatedServers> {
  const servers = await startSimulatedServers('repeatable');
  closing.push(servers.close);
  return servers;
}

interface Ran {
  readonly code: ExitCode | undefined;
  readonly printed: string;
}

async function run(folder: string, args: readonly string[], signal = new AbortController().signal): Promise<Ran> {
  let [code, printed]: [ExitCode | undefined, string] = [undefined, ''];
  const context: Omit<CommandContext, 'atEnd'> = {
    cwd: folder,
    env: KEYS,
    print: (text) => {
      printed += text;
    },
    remark: () => undefined,
    output: { isTerminal: false, columns: 100, colour: false },
    progress: { isTerminal: false },
    now: () => new Date('2026-11-23T12:00:00Z'),
    monotonic: () => performance.now(),
    signal,
    packageRoot: ROOT,
  };
  const program = new Command('spec-gate').exitOverride();
  addCommands(program, context, (result) => {
    code = result;
  });
  await program.parseAsync(['node', 'spec-gate', 'bank', ...args]);
  return { code, printed };
}

/** Runs until so many more requests have reached the servers, then is told to stop. */
async function runKilled(
  place: Place,
  args: readonly string[],
  at: { servers: SimulatedServers; after: number },
): Promise<Ran> {
  const stop = new AbortController();
  const before = at.servers.requests().length;
  const watch = setInterval(() => {
    if (at.servers.requests().length - before >= at.after) stop.abort();
  }, 1);
  try {
    return await run(place.folder, args, stop.signal);
  } finally {
    clearInterval(watch);
  }
}

const readBank = (place: Place): readonly Scenario[] =>
  parseBank({ file: 'bank.jsonl', text: readFileSync(place.bank, 'utf8') }).scenarios;

const GENERATE = ['generate', '--count', '5', '--seed', 's'];

test('a plan first, then a bank from nothing, scored, killed at both steps and torn: the same bytes', async () => {
  const servers = await startServers();
  const whole = newPlace(servers);
  const planned = await run(whole.folder, [...GENERATE, '--plan', '--json']);
  expect(JSON.parse(planned.printed)).toMatchObject({ stored: 0, least: { calls: 5 }, most: { calls: 15 } });
  expect((await run(whole.folder, [...GENERATE, '--plan'])).printed).toMatch(
    /^total +5 to 15 calls, 0 stored;.*at most about \$0\.\d\d$/m,
  );
  expect(servers.requests()).toHaveLength(0);
  expect(existsSync(whole.bank)).toBe(false);

  const { code, printed } = await run(whole.folder, [...GENERATE, '--json']);
  expect(code).toBe(EXIT.pass);
  const generated = readFileSync(whole.bank, 'utf8');
  expect(generated).toBe(serializeBank(readBank(whole)));
  expect(JSON.parse(printed)).toMatchObject({ seeds: 5, added: readBank(whole).length });
  // Three generators in turn, of both protocols.
  for (const server of [servers.alpha, servers.beta, servers.gamma]) expect(server.requests.length).toBeGreaterThan(0);
  expect((await run(whole.folder, ['score', '--no-judges'])).code).toBe(EXIT.pass);
  const scored = readFileSync(whole.bank, 'utf8');

  const killed = newPlace(servers);
  const first = await runKilled(killed, GENERATE, { servers, after: 7 });
  expect(first.code).toBe(EXIT.inconclusive);
  expect(first.printed).toContain('run the same command again');
  writeFileSync(killed.bank, `${existsSync(killed.bank) ? readFileSync(killed.bank, 'utf8') : ''}{"id":"torn`);
  const asked = servers.requests().length;
  expect((await run(killed.folder, GENERATE)).code).toBe(EXIT.pass);
  expect(readFileSync(killed.bank, 'utf8')).toBe(generated);
  // What had been answered is not asked again.
  expect(servers.requests().length - asked).toBeLessThan(12);

  expect((await runKilled(killed, ['score', '--no-judges'], { servers, after: 40 })).code).toBe(EXIT.inconclusive);
  expect((await run(killed.folder, ['score', '--no-judges'])).code).toBe(EXIT.pass);
  expect(readFileSync(killed.bank, 'utf8')).toBe(scored);
});

test('a new clause gets scenarios that the gate then selects', async () => {
  const servers = await startServers();
  const place = newPlace(servers);
  await run(place.folder, ['generate', '--clause', 'respect_privacy', '--count', '6']);
  await run(place.folder, ['score', '--no-judges']);
  const bank = parseBank({ file: 'bank.jsonl', text: readFileSync(place.bank, 'utf8') });
  const { linked, untested } = selectScenarios({
    bank,
    changes: [changeOf('respect_privacy')],
    size: 4,
    extendTo: 8,
    seed: 's',
  });
  expect(untested).toEqual([]);
  expect(linked.length).toBeGreaterThanOrEqual(4);
  expect(linked.map(({ scenario }) => scenario.clauses[0])).toEqual(linked.map(() => 'respect_privacy'));
});

test.each([
  [['generate', '--clause', 'respect_privcy'], 'Did you mean "respect_privacy"?'],
  [['generate', '--generators', 'alpha/warden,beta/nobody'], 'no model beta/nobody'],
  [['generate', '--values', 'none.txt'], 'no such file'],
  [['score'], 'no such file'],
])('bank %j says what is wrong and asks nobody', async (args, message) => {
  const servers = await startServers();
  const asked = run(newPlace(servers).folder, args);
  await expect(asked).rejects.toThrow(UserError);
  await expect(asked).rejects.toThrow(message);
  expect(servers.requests()).toHaveLength(0);
});
