// The store between runs, against the cache service: who sees what, and archives nobody should trust.
import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { restoreFromCache, saveToCache, type RestoredStore, type SaveResult } from '../../../src/io/actions/cache.ts';
import { storePrefixes } from '../../../src/io/actions/store-prefixes.ts';
import { accessOf, type CacheAccess } from '../../support/runner/cache-service.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

const MAIN = accessOf('refs/heads/main');
const main = storePrefixes({ onDefaultBranch: true }, 'spec-gate.yml');
const queue = storePrefixes({ onDefaultBranch: false }, 'spec-gate.yml');
const pull = (number: number) => storePrefixes({ onDefaultBranch: false, pullRequest: { number } }, 'spec-gate.yml');
const pullAccess = (number: number): CacheAccess => accessOf(`refs/pull/${number}/merge`, { base: 'refs/heads/main' });

let server: RunnerServer;
let temp: string;

beforeEach(async () => {
  server = await startRunnerServer();
  temp = await mkdtemp(join(tmpdir(), 'cache-'));
  vi.stubEnv('ACTIONS_CACHE_SERVICE_V2', 'True');
  vi.stubEnv('ACTIONS_RESULTS_URL', `${server.origin}/`);
  vi.stubEnv('RUNNER_TEMP', temp);
  vi.stubEnv('GITHUB_WORKSPACE', temp);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await server.close();
  await rm(temp, { recursive: true });
});

interface Job {
  readonly store: RestoredStore;
  /** Lines of all folders, as a store would read them. */
  readonly lines: readonly string[];
  readonly saved: SaveResult | undefined;
}

/** One run: restore, add lines, save. `tamper` works on the folder before it is saved. */
async function run(
  access: CacheAccess,
  prefixes: ReturnType<typeof pull>,
  { add = [], tamper }: { add?: readonly string[]; tamper?: (folder: string) => Promise<void> } = {},
): Promise<Job> {
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', server.cache.tokenFor(access));
  const store = await restoreFromCache({ prefixes, temp, config: 'spec-gate.yml' });
  const lines = await readLines([store.folder, ...store.extraFolders]);
  if (add.length > 0) await writeFile(join(store.folder, `segment-${add.join('-')}.jsonl`), `${add.join('\n')}\n`);
  await tamper?.(store.folder);
  const restoredKey = store.keys.find((key) => key.startsWith(prefixes.save ?? '-'));
  const saved =
    prefixes.save === undefined
      ? undefined
      : await saveToCache({ folder: store.folder, prefix: prefixes.save, restoredKey });
  return { store, lines, saved };
}

async function readLines(folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const name of await readdir(folder))
      found.push(...(await readFile(join(folder, name), 'utf8')).trim().split('\n'));
  }
  return found.sort();
}

describe('who sees what', () => {
  test('a pull request reads the default branch’s answers and its own, and keeps its own', async () => {
    await run(MAIN, main, { add: ['base-1'] });
    const first = await run(pullAccess(5), pull(5), { add: ['pr-1'] });
    expect(first.lines).toEqual(['base-1']);
    // The default branch moves on; the pull request's own older archive must not hide that.
    await run(MAIN, main, { add: ['base-2'] });
    const second = await run(pullAccess(5), pull(5), { add: ['pr-2'] });
    expect(second.lines).toEqual(['base-1', 'base-2', 'pr-1']);
    const third = await run(pullAccess(5), pull(5));
    expect(third.lines).toEqual(['base-1', 'base-2', 'pr-1', 'pr-2']);
  });

  test('nobody else reads a pull request’s answers', async () => {
    await run(pullAccess(5), pull(5), { add: ['pr-1'] });
    expect((await run(pullAccess(50), pull(50))).lines).toEqual([]);
    expect((await run(MAIN, main)).lines).toEqual([]);
    const queued = await run(accessOf('refs/heads/gh-readonly-queue/main/pr-5'), queue);
    expect(queued).toMatchObject({ lines: [], saved: undefined });
  });

  test('two gates of one repository do not share archives', async () => {
    await run(MAIN, main, { add: ['base-1'] });
    expect((await run(MAIN, storePrefixes({ onDefaultBranch: true }, 'models.yml'))).lines).toEqual([]);
  });
});

test('what holds nothing new is not uploaded', async () => {
  expect((await run(MAIN, main)).saved).toMatchObject({ reason: 'there are no answers to keep' });
  expect((await run(MAIN, main, { add: ['a', 'b'] })).saved).toMatchObject({ status: 'saved' });
  expect((await run(MAIN, main)).saved).toMatchObject({ reason: 'no answer is new' });
  // The same answer in a second segment is not new either.
  expect((await run(MAIN, main, { add: ['b'] })).saved).toMatchObject({ reason: 'no answer is new' });
  expect(server.cache.entries).toHaveLength(1);
});

describe('an archive that is not what we save', () => {
  const poisons: readonly [string, RegExp, (folder: string) => Promise<void>][] = [
    ['a symbolic link', /is not a regular file/, (folder) => symlink('/proc/self/environ', join(folder, 'x.jsonl'))],
    [
      'a hard link',
      /is not a regular file/,
      async (folder) => {
        await writeFile(join(temp, 'victim'), 'a secret of this machine');
        await link(join(temp, 'victim'), join(folder, 'x.jsonl'));
        await link(join(folder, 'x.jsonl'), join(folder, 'y.jsonl'));
      },
    ],
    ['another file', /unexpected entry "run.sh"/, (folder) => writeFile(join(folder, 'run.sh'), 'true')],
    ['a hidden file', /unexpected entry/, (folder) => writeFile(join(folder, '.x.jsonl'), 'true')],
    [
      'a folder',
      /unexpected entry/,
      async (folder) => {
        const inner = await mkdtemp(join(folder, 'inner'));
        await writeFile(join(inner, 'a.jsonl'), 'x');
      },
    ],
    [
      'a file in the folder’s place',
      /not a folder/,
      async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'x');
      },
    ],
    [
      'a link in the folder’s place',
      /not a folder/,
      async (folder) => {
        await rm(folder, { recursive: true });
        await symlink('/etc', folder);
      },
    ],
  ];

  test.each(poisons)('with %s is thrown away whole, and the run goes on', async (_name, reason, tamper) => {
    const { saved } = await run(MAIN, main, { add: ['good'] });
    expect(saved).toMatchObject({ status: 'saved' });
    await poison(tamper);
    const { store, lines } = await run(pullAccess(5), pull(5));
    expect(store.warnings).toEqual([expect.stringMatching(reason)]);
    expect(lines).toEqual([]);
    expect(await readdir(store.folder)).toEqual([]);
  });

  test.each([
    ['is no archive', Buffer.from('not zstd at all')],
    ['is cut short', Buffer.alloc(0)],
  ])('that %s is a miss', async (_name, archive) => {
    await run(MAIN, main, { add: ['good'] });
    server.cache.entries[0] = { ...server.cache.entries[0]!, archive };
    expect((await run(pullAccess(5), pull(5), { add: ['new'] })).saved).toMatchObject({ status: 'saved' });
  });

  /** Packs the folder as the client does, after `tamper`, under the key of the only entry. */
  async function poison(tamper: (folder: string) => Promise<void>): Promise<void> {
    const original = server.cache.entries.pop()!;
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', server.cache.tokenFor(MAIN));
    const { folder } = await restoreFromCache({ prefixes: main, temp, config: 'spec-gate.yml' });
    await tamper(folder);
    const { saveCache } = await import('@actions/cache');
    await saveCache([folder], original.key);
    expect(server.cache.entries).toHaveLength(1);
    expect(server.cache.entries[0]).toMatchObject({ key: original.key, version: original.version });
  }
});

describe('a service that does not serve', () => {
  test('a read-only token: answers are read, nothing is kept, nothing fails', async () => {
    await run(MAIN, main, { add: ['base-1'] });
    const readOnly = { read: ['refs/heads/main'], write: undefined };
    const { lines, saved } = await run(readOnly, pull(5), { add: ['new'] });
    expect(lines).toEqual(['base-1']);
    expect(saved).toMatchObject({ status: 'not-saved' });
  });

  test.each([429, 400, 403])('one that answers %i: the run goes on uncached', async (status) => {
    server.prepend(({ path }) => (path.startsWith('/twirp/') ? { status, body: { code: 'x', msg: 'no' } } : undefined));
    const { lines, saved } = await run(MAIN, main, { add: ['new'] });
    expect(lines).toEqual([]);
    expect(saved).toMatchObject({ status: 'not-saved' });
  });

  test('one that is gone: the run goes on uncached', async () => {
    await server.close();
    const { lines, saved } = await run(MAIN, main, { add: ['new'] });
    expect(lines).toEqual([]);
    expect(saved).toMatchObject({ status: 'not-saved' });
  });

  test('none at all: said, and the folder is there to write to', async () => {
    vi.stubEnv('ACTIONS_RESULTS_URL', '');
    const { store, saved } = await run(MAIN, main, { add: ['new'] });
    expect(store.warnings).toEqual([expect.stringContaining('not available')]);
    expect(saved).toMatchObject({ reason: expect.stringContaining('not available') as string });
    expect(await readdir(store.folder)).toEqual(['segment-new.jsonl']);
  });
});
