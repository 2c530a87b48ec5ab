// Commands on a store that lies in a bucket: two machines that share nothing else.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';
import { BUCKET, S3_KEYS, startS3rver, type S3Server } from '../support/s3-server.ts';

let s3: S3Server;
let root = '';
beforeAll(async () => {
  s3 = await startS3rver();
  root = mkdtempSync(join(tmpdir(), 'spec-gate-bucket-'));
  for (const machine of ['one', 'two']) {
    cpSync(join(ROOT, 'fixtures/harbor'), join(root, machine), { recursive: true });
    const bank = readFileSync(join(root, machine, 'bank.jsonl'), 'utf8')
      .split('\n')
      .slice(0, 3);
    writeFileSync(join(root, machine, 'bank.jsonl'), `${bank.join('\n')}\n`);
  }
});
beforeEach(() => {
  for (const [name, value] of Object.entries(S3_KEYS)) vi.stubEnv(name, value);
});
afterAll(async () => {
  await s3.close();
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const seed = (machine: string, store: string, endpoint = s3.endpoint): Promise<CommandResult> =>
  runCommand(['check', '--mode', 'seed', '--store', store, '--json'], {
    cwd: join(root, machine),
    env: { AWS_ENDPOINT_URL_S3: endpoint },
  });
const made = ({ stdout }: CommandResult): number => (JSON.parse(stdout) as { made: { calls: number } }).made.calls;

test('what one machine paid for another finds; both print the same scenarios', async () => {
  const url = `s3://${BUCKET}/shared`;
  const first = await seed('one', url);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain(`1 segment of answers sent to ${url}`);
  expect(made(first)).toBeGreaterThan(0);
  const second = await seed('two', url);
  expect([made(second), second.stderr]).toEqual([0, '']);
  const scenarios = ({ stdout }: CommandResult): unknown => (JSON.parse(stdout) as { scenarios: unknown }).scenarios;
  expect(scenarios(second)).toEqual(scenarios(first));
  // Copies of a bucket lie by themselves: a folder without the option knows nothing of them.
  const copies = readdirSync(join(root, 'two/.spec-gate/store'));
  expect(copies).toEqual([expect.stringMatching(/^s3-/)]);
});

test('answers that cannot be sent stay, and are sent by the next command', async () => {
  const url = `s3://${BUCKET}/later`;
  await seed('one', url);
  const folder = join(root, 'one/.spec-gate/store');
  const before = readdirSync(folder);
  const other = await startS3rver();
  // The same bucket at another address, as after a move: what lies here goes there, and nothing is asked.
  const moved = await seed('one', url, other.endpoint);
  expect([made(moved), readdirSync(folder)]).toEqual([0, before]);
  expect(moved.stderr).toContain('1 segment of answers sent');
  await other.close();
});

test.each([
  [
    'no such bucket',
    's3://not-there/x',
    /the object store cannot be read: s3:\/\/not-there\/x: there is no such bucket/,
  ],
  ['an address that is none', 's3:/bucket', /--store s3:\/bucket: not the address of an object store/],
])('%s is a mistake, told before anything is asked', async (_what, url, expected) => {
  const run = await seed('one', url);
  expect(run.code).toBe(3);
  expect(run.stderr).toMatch(expected);
});
