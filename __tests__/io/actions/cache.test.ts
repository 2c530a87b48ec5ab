// The store between runs, against the cache service: who sees what, and archives nobody should trust.
import { link, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packAs } from '../../../src/io/actions/cache-archive.ts';
import { pruneFiles } from '../../../src/io/store/pruned-files.ts';
import { restoreFromCache, saveToCache, type RestoredStore, type SaveResult } from '../../../src/io/actions/cache.ts';
import { storePrefixes } from '../../../src/io/actions/store-prefixes.ts';
import { accessOf, type CacheAccess } from '../../support/runner/cache-service.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

const MAIN = accessOf('refs/heads/main');
const main = storePrefixes({ onDefaultBranch: true });
const queue = storePrefixes({ onDefaultBranch: false });
const pull = (number: number) => storePrefixes({ onDefaultBranch: false, pullRequest: { number } });
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
      : await saveToCache({ root: store.root, prefix: prefixes.save, restoredKey });
  return { store, lines, saved };
}

/** Packs a folder as the client does, after `tamper`: in the place of the only entry, or under a key of its own. */
async function poison(tamper: (folder: string) => Promise<void>, key?: string): Promise<void> {
  const own = temp;
  const original = key === undefined ? server.cache.entries.pop()! : server.cache.entries.at(-1)!;
  temp = await mkdtemp(join(tmpdir(), 'poison-'));
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', server.cache.tokenFor(MAIN));
  const { folder, root } = await restoreFromCache({ prefixes: main, temp, config: 'spec-gate.yml' });
  await tamper(folder);
  expect(await packAs(root, key ?? original.key)).toBe(true);
  expect(server.cache.entries.at(-1)).toMatchObject({ key: key ?? original.key, version: original.version });
  await rm(temp, { recursive: true });
  temp = own;
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

  test('a runner with another temporary folder and workspace finds them all the same', async () => {
    await run(MAIN, main, { add: ['base-1'] });
    const before = temp;
    temp = await mkdtemp(join(tmpdir(), 'another-'));
    vi.stubEnv('RUNNER_TEMP', temp);
    vi.stubEnv('GITHUB_WORKSPACE', join(temp, 'deep/in/it'));
    const { lines } = await run(MAIN, main);
    await rm(temp, { recursive: true });
    temp = before;
    expect(lines).toEqual(['base-1']);
  });
});

describe('runs that overlap', () => {
  /** Another run on another machine, from start to end. */
  async function another(line: string): Promise<void> {
    const own = temp;
    temp = await mkdtemp(join(tmpdir(), 'another-'));
    await run(MAIN, main, { add: [line] });
    await rm(temp, { recursive: true });
    temp = own;
  }

  test('the later one adds what the earlier saved meanwhile to its own', async () => {
    await run(MAIN, main, { add: ['seed'] });
    const late = await run(MAIN, main, { add: ['late'], tamper: () => another('early') });
    expect(late.saved).toMatchObject({ status: 'saved', merged: 1 });
    expect((await run(MAIN, main)).lines).toEqual(['early', 'late', 'seed']);
  });

  test('whoever is not the newest after their upload brings both together', async () => {
    await another('theirs');
    const [theirs] = server.cache.entries.splice(0);
    let isUploaded = false;
    server.prepend(({ path }) => {
      if (path.endsWith('/FinalizeCacheEntryUpload')) isUploaded = true;
      // They looked when nothing was there, and upload a moment later than we.
      else if (isUploaded && !server.cache.entries.includes(theirs!)) server.cache.entries.push(theirs!);
      return undefined;
    });
    expect((await run(MAIN, main, { add: ['ours'] })).saved).toMatchObject({ status: 'saved', merged: 1 });
    expect((await run(MAIN, main)).lines).toEqual(['ours', 'theirs']);
  });

  test('one that was still uploading at our first look is waited for', async () => {
    await another('theirs');
    const [theirs] = server.cache.entries.splice(0);
    let looks: number | undefined;
    server.prepend(({ path }) => {
      if (path.endsWith('/FinalizeCacheEntryUpload')) looks ??= 0;
      else if (path.endsWith('/GetCacheEntryDownloadURL') && looks !== undefined) {
        looks += 1;
        if (looks === 2 && !server.cache.entries.includes(theirs!)) server.cache.entries.push(theirs!);
      }
      return undefined;
    });
    expect((await run(MAIN, main, { add: ['ours'] })).saved).toMatchObject({ status: 'saved', merged: 1 });
    expect((await run(MAIN, main)).lines).toEqual(['ours', 'theirs']);
  });

  test('nights that one of them pruned do not come back with the other', async () => {
    const night = 'x.night-2026-01-01.jsonl';
    await run(MAIN, main, { tamper: (folder) => writeFile(join(folder, night), 'old\n'), add: ['seed'] });
    const late = await run(MAIN, main, {
      add: ['late'],
      tamper: async (folder) => {
        pruneFiles(folder, [night], new Date('2026-06-01T00:00:00Z'));
        await another('early');
      },
    });
    expect(late.saved).toMatchObject({ status: 'saved', merged: 1 });
    const { lines } = await run(MAIN, main);
    expect(lines.filter((line) => !line.includes('pruned'))).toEqual(['early', 'late', 'seed']);
  });

  test('an archive that is none of ours is not brought in', async () => {
    await run(MAIN, main, { add: ['good'] });
    const late = await run(MAIN, main, {
      add: ['late'],
      tamper: () => poison((folder) => writeFile(join(folder, 'run.sh'), 'true'), 'spec-gate-v2-base-ffff'),
    });
    expect(late.saved).toMatchObject({ status: 'saved', merged: 0 });
    expect((await run(MAIN, main)).lines).toEqual(['good', 'late']);
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
