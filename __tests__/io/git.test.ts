// Git plumbing on real temporary repositories.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { mergeBases } from '../../src/io/merge-bases.ts';
import { fetchMissing, listCommits, resolveRef } from '../../src/io/git-commits.ts';
import { findRepository } from '../../src/io/find-repository.ts';
import { listTree, readBlob, streamBlob } from '../../src/io/git-files.ts';
import { listRenames } from '../../src/io/git-differences.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

const TEXT = Array.from({ length: 20 }, (_, line) => `Rule ${line}: be kind.\n`).join('');

const readStreamed = async (repo: string, oid: string): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of streamBlob(repo, oid)) parts.push(part);
  return Buffer.concat(parts).toString();
};

test('who signed a commit is asked of no program that the repository names', async () => {
  const own = createRepository();
  own.write('spec.md', TEXT);
  own.write('.git/gpg', `#!/bin/sh\ntouch ${own.path}/was-run\n`);
  chmodSync(join(own.path, '.git/gpg'), 0o755);
  own.commit('base');
  own.write(
    '.git/signed',
    own
      .git('cat-file', 'commit', 'HEAD')
      .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n'),
  );
  const signed = own.git('hash-object', '-t', 'commit', '-w', '.git/signed');
  own.git('config', 'log.showSignature', 'true');
  own.git('config', 'gpg.program', join(own.path, '.git/gpg'));
  expect(await listCommits(own.path, signed, { paths: ['spec.md'], most: 2 })).toEqual([signed]);
  expect(existsSync(join(own.path, 'was-run'))).toBe(false);
  own.git('log', '--format=%H', signed);
  expect(existsSync(join(own.path, 'was-run'))).toBe(true);
  own.remove();
});

describe('a repository with two branches', () => {
  let repo: GitRepository;
  let first: string;
  let onMain: string;
  let onBranch: string;

  beforeAll(() => {
    repo = createRepository();
    repo.write('docs/spec.md', TEXT);
    repo.write('ünï côdé.md', 'x\n');
    first = repo.commit('first');
    repo.branch('edit');
    repo.git('mv', 'docs/spec.md', 'policy.md');
    repo.write('policy.md', `${TEXT}One more rule.\n`);
    onBranch = repo.commit('rename and edit');
    repo.checkout('main');
    repo.write('other.md', 'y\n');
    onMain = repo.commit('second');
  });

  afterAll(() => repo.remove());

  test('names resolve to commits', async () => {
    expect(await resolveRef(repo.path, 'edit')).toBe(onBranch);
    expect(await resolveRef(repo.path, 'main~1')).toBe(first);
    expect(await resolveRef(repo.path, onMain)).toBe(onMain);
  });

  test.each(['nowhere', '--help', '--output=/tmp/x', '', 'main:docs/spec.md'])('"%s" is no commit', async (ref) => {
    await expect(resolveRef(repo.path, ref)).rejects.toThrow(UserError);
  });

  test('blobs are read by id, up to a limit', async () => {
    const tree = await listTree(repo.path, first);
    expect(tree.map(({ mode, path }) => [mode, path])).toEqual([
      ['100644', 'docs/spec.md'],
      ['100644', 'ünï côdé.md'],
    ]);
    const { oid } = tree[0]!;
    expect((await readBlob(repo.path, oid))?.toString('utf8')).toBe(TEXT);
    expect(await readBlob(repo.path, oid, 100)).toBeUndefined();
    // Whichever limit it was read with before.
    expect(await readBlob(repo.path, oid)).toHaveLength(TEXT.length);
    expect(await readBlob(repo.path, oid, 100)).toBeUndefined();
  });

  test('many folders are listed as few are: in the order of git', async () => {
    const files = Array.from({ length: 130 }, (_, index) => `${index % 7}/${index}/a b.md`);
    for (const file of [...files, '1.md', '1-a/x', '1/y']) repo.write(file, 'z');
    repo.branch('many');
    const whole = repo.commit('many');
    const part = repo.git('commit-tree', '-m', 'part', `${whole}:1`);
    for (const [sha, count] of [
      [part, 20],
      [whole, 135],
    ] as const) {
      const names = repo.git('ls-tree', '-r', '-z', '--name-only', sha).split('\0').filter(Boolean);
      expect((await listTree(repo.path, sha)).map(({ path }) => path)).toEqual(names);
      expect(names.length).toBeGreaterThanOrEqual(count);
    }
    repo.checkout('main');
  });

  test('only object ids go where ids belong', async () => {
    await expect(listTree(repo.path, '--name-only')).rejects.toThrow(TypeError);
    await expect(readBlob(repo.path, 'HEAD:policy.md')).rejects.toThrow(TypeError);
  });

  test('the merge base is where the branch left', async () => {
    expect(await mergeBases(repo.path, onMain, onBranch)).toEqual([first]);
  });

  test('branches that were merged into each other have several merge bases', async () => {
    const merge = (one: string, other: string): string =>
      repo.git('commit-tree', '-m', 'merge', '-p', one, '-p', other, `${one}^{tree}`);
    const [one, other] = [merge(onMain, onBranch), merge(onBranch, onMain)];
    expect([...(await mergeBases(repo.path, one, other))].sort()).toEqual([onMain, onBranch].sort());
    expect(await mergeBases(repo.path, one, merge(other, one))).toEqual([one]);
  });

  test('a renamed and edited file is followed', async () => {
    expect([...(await listRenames(repo.path, { from: first, to: onBranch }))]).toEqual([['docs/spec.md', 'policy.md']]);
    expect([...(await listRenames(repo.path, { from: first, to: onMain }))]).toEqual([]);
  });

  test('a folder outside of any repository has none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spec-gate-none-'));
    expect(await findRepository(folder)).toBeUndefined();
    await expect(resolveRef(folder, 'main')).rejects.toThrow(UserError);
    rmSync(folder, { recursive: true });
    expect(await findRepository(join(repo.path, 'docs'))).toBe(repo.path);
  });

  test('a repository without files, and a clone without the base, say the way out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spec-gate-bare-'));
    await expect(findRepository(join(repo.path, '.git'))).rejects.toThrow(/without its files[^]*git worktree add/);
    repo.git('clone', '-q', '--depth', '1', '--branch', 'edit', `file://${repo.path}`, folder);
    await expect(resolveRef(folder, 'HEAD~1')).rejects.toThrow(/newest commits only: git fetch --unshallow/);
    await expect(resolveRef(repo.path, 'trunk-of-old')).rejects.toThrow(/the branches here are .*main/);
    rmSync(folder, { recursive: true });
  });

  test('inherited GIT_ variables and replaced objects have no say', async () => {
    // One that nobody has asked yet.
    const fresh = createRepository();
    fresh.write('spec.md', TEXT);
    const oid = fresh.git('rev-parse', `${fresh.commit('only')}:spec.md`);
    fresh.write('forged.md', 'Anything goes.\n');
    fresh.git('replace', oid, fresh.git('hash-object', '-w', 'forged.md'));
    expect(fresh.git('cat-file', 'blob', oid)).toBe('Anything goes.');
    process.env['GIT_DIR'] = '/nonexistent';
    try {
      expect((await readBlob(fresh.path, oid))?.toString('utf8')).toBe(TEXT);
    } finally {
      delete process.env['GIT_DIR'];
    }
    fresh.remove();
  });
});

describe('a shallow clone', () => {
  let origin: GitRepository;
  let clone: GitRepository;
  let base: string;

  beforeAll(() => {
    origin = createRepository();
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    origin.write('spec.md', TEXT);
    base = origin.commit('base');
    origin.write('spec.md', `${TEXT}More.\n`);
    origin.commit('head');
    clone = createRepository();
    clone.git('remote', 'add', 'origin', `file://${origin.path}`);
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main');
  });

  afterAll(() => {
    origin.remove();
    clone.remove();
  });

  test('fetches exactly the commit it lacks', async () => {
    await expect(resolveRef(clone.path, base)).rejects.toThrow(UserError);
    await fetchMissing(clone.path, base);
    expect(await resolveRef(clone.path, base)).toBe(base);
    const [entry] = await listTree(clone.path, base);
    expect((await readBlob(clone.path, entry!.oid))?.toString('utf8')).toBe(TEXT);
  });

  test('says so where the remote does not have it', async () => {
    await expect(fetchMissing(clone.path, '0'.repeat(39) + '1')).rejects.toThrow(/could not be fetched from origin/);
  });

  test('names the remote branch that was meant', async () => {
    clone.git('update-ref', 'refs/remotes/origin/main', base);
    await expect(resolveRef(clone.path, 'main')).rejects.toThrow(/did you mean origin\/main/);
  });
});

test.each([
  ['main', 'refs/tags/main'],
  ['main~1', 'refs/tags/main'],
  ['origin/main', 'refs/tags/origin/main'],
  ['heads/main', 'refs/tags/heads/main'],
])('%s is not said where a branch and %s are called that: git would take the tag', async (ref, tag) => {
  const own = createRepository();
  const first = own.commit('first');
  own.git('update-ref', 'refs/remotes/origin/main', own.commit('second'));
  await expect(resolveRef(own.path, ref)).resolves.toMatch(/^[0-9a-f]{40}$/);
  own.git('update-ref', tag, first);
  await expect(resolveRef(own.path, ref)).rejects.toThrow(`"${ref}" is the name of several: `);
  await expect(resolveRef(own.path, 'HEAD')).resolves.toMatch(/^[0-9a-f]{40}$/);
  own.remove();
});

test('a tag is not taken for the branch of that name, which a checkout of a CI service has of the remote only', async () => {
  const own = createRepository();
  const first = own.commit('first');
  const second = own.commit('second');
  own.git('checkout', '--quiet', '--detach');
  own.git('branch', '--quiet', '-D', 'main');
  own.git('update-ref', 'refs/remotes/origin/main', second);
  await expect(resolveRef(own.path, 'main')).rejects.toThrow(/did you mean origin\/main/);
  own.git('update-ref', 'refs/tags/main', first);
  await expect(resolveRef(own.path, 'main')).rejects.toThrow(
    '"main" is the name of several: refs/remotes/origin/main, refs/tags/main',
  );
  await expect(resolveRef(own.path, 'refs/tags/main')).resolves.toBe(first);
  own.git('branch', '--quiet', 'side', first);
  own.git('update-ref', 'refs/remotes/origin/side', second);
  // Of a branch that is here the remote's own is another version, not another meaning.
  await expect(resolveRef(own.path, 'side')).resolves.toBe(first);
  own.remove();
});

describe('a clone without the content of files', () => {
  const clonePartly = (origin: GitRepository): string => {
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const folder = mkdtempSync(join(tmpdir(), 'spec-gate-partial-'));
    origin.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${origin.path}`, folder);
    return folder;
  };

  test('gets it from its remote, and by no command that its own config names', async () => {
    const origin = createRepository();
    origin.write('spec.md', TEXT);
    origin.write('large.md', TEXT.repeat(2));
    const entries = await listTree(origin.path, origin.commit('base'));
    const [large, spec] = entries.map(({ oid }) => oid);
    const folder = clonePartly(origin);
    const marker = join(folder, 'was-run');
    const set = (...option: readonly string[]): string => origin.git('-C', folder, 'config', ...option);
    const isRun = (): boolean => existsSync(marker);
    set('extensions.worktreeConfig', 'true');
    for (const [scope, option, url] of [
      ['--worktree', 'core.sshCommand', 'ssh://nobody@127.0.0.1/spec'],
      ['--local', 'core.sshCommand', 'ssh://nobody@127.0.0.1/spec'],
      ['--local', 'remote.origin.uploadpack', `file://${origin.path}`],
    ] as const) {
      set('remote.origin.url', url);
      set(scope, option, `touch ${marker};`);
      await expect(readBlob(folder, spec!)).rejects.toThrow(`(${option.toLowerCase()})`);
      await expect(readStreamed(folder, large!)).rejects.toThrow('names a command');
      expect(isRun()).toBe(false);
      set(scope, '--unset', option);
    }
    expect((await readBlob(folder, spec!))?.toString()).toBe(TEXT);
    expect(await readStreamed(folder, large!)).toBe(TEXT.repeat(2));
    origin.remove();
    rmSync(folder, { recursive: true });
  });

  test('whose remote is gone says so', async () => {
    const origin = createRepository();
    origin.write('spec.md', TEXT);
    const sha = origin.commit('base');
    const folder = clonePartly(origin);
    const [entry] = await listTree(origin.path, sha);
    origin.remove();
    await expect(readBlob(folder, entry!.oid)).rejects.toThrow(/without the content of older files[^]*--filter/);
    await expect(readBlob(folder, entry!.oid)).rejects.toThrow(UserError);
    rmSync(folder, { recursive: true });
  });

  test('that is broken says so', async () => {
    const broken = createRepository();
    broken.write('spec.md', TEXT);
    const [entry] = await listTree(broken.path, broken.commit('base'));
    const { oid } = entry!;
    rmSync(join(broken.path, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    const reading = readBlob(broken.path, oid);
    await expect(reading).rejects.toThrow(/lacks the content[^]*git fsck/);
    await expect(reading).rejects.toThrow(UserError);
    broken.remove();
  });

  test('that is cut off in the middle gives no half of it', async () => {
    const cut = createRepository();
    cut.write('spec.md', randomBytes(1000).toString('hex'));
    const [entry] = await listTree(cut.path, cut.commit('base'));
    const { oid } = entry!;
    const file = join(cut.path, '.git/objects', oid.slice(0, 2), oid.slice(2));
    const half = readFileSync(file).subarray(0, 500);
    rmSync(file);
    writeFileSync(file, half);
    await expect(readStreamed(cut.path, oid)).rejects.toThrow(/cat-file blob/);
    cut.remove();
  });
});
