// Node runs compiled code without looking at it again: it is kept in a folder that only this user can fill, or nowhere.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepCompiled } from '../../src/io/compile-cache.ts';
import { findSystemNode, ROOT, runCli } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'spec-gate-compiled-')));
  mkdirSync(join(folder, 'work'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where it would be kept; undefined where it is not kept. */
function keptIn(caches: string, env: Readonly<Record<string, string>> = {}): string | undefined {
  let given: string | undefined;
  const enable = (path: string): void => {
    given = path;
  };
  keepCompiled({ env: { XDG_CACHE_HOME: caches, ...env }, cwd: join(folder, 'work'), enable });
  return given;
}

test('in the user’s cache folder, which is made and which nobody else may look into', () => {
  const caches = join(folder, 'fresh');
  const kept = keptIn(caches);
  expect(kept).toBe(join(caches, 'spec-gate', 'compiled'));
  expect(readdirSync(caches)).toEqual(['spec-gate']);
});

describe('nowhere, and nothing is made', () => {
  test.each([
    ['on a CI machine', 'ci', { CI: 'true' }],
    ['below the working directory', 'work/.cache', {}],
    ['in a repository', 'repository/.cache', {}],
  ])('%s', (_, place, env) => {
    mkdirSync(join(folder, 'repository', '.git'), { recursive: true });
    const caches = join(folder, place);
    expect(keptIn(caches, env)).toBeUndefined();
    expect(existsSync(caches)).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('nowhere, though the name looks well', () => {
  test('a link leads into the working directory', () => {
    symlinkSync(join(folder, 'work'), join(folder, 'linked'));
    expect(keptIn(join(folder, 'linked'))).toBeUndefined();
  });

  test('others may write to it', () => {
    const caches = join(folder, 'open');
    mkdirSync(join(caches, 'spec-gate', 'compiled'), { recursive: true });
    chmodSync(join(caches, 'spec-gate', 'compiled'), 0o777);
    expect(keptIn(caches)).toBeUndefined();
  });

  test('it cannot be made', () => {
    expect(keptIn('/dev/null')).toBeUndefined();
  });
});

test('the built program keeps it there, and answers --version without', async () => {
  const caches = join(folder, 'built');
  const run = async (...args: readonly string[]): Promise<boolean> => {
    // Named, as a process that has run it before has a cache already.
    const result = await runCli(args, {
      cwd: join(folder, 'work'),
      node: process.execPath,
      env: { XDG_CACHE_HOME: caches },
    });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    return existsSync(join(caches, 'spec-gate', 'compiled'));
  };
  expect(await run('--version')).toBe(false);
  expect(await run('--help')).toBe(true);
  expect(readdirSync(join(caches, 'spec-gate', 'compiled'))).toHaveLength(1);
});

test('a Node that cannot keep it starts all the same', async () => {
  const node = findSystemNode();
  const { code, stdout } = await runCli(['--help'], { cwd: ROOT, ...(node === undefined ? {} : { node: node.path }) });
  expect({ code, names: stdout.includes('check') }).toEqual({ code: 0, names: true });
});
