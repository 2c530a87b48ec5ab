// Folders made as `mkdir -p` makes them, also where Node's own way never ends.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../src/io/make-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spec-gate-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('with all above it, and again', () => {
  for (let time = 0; time < 2; time += 1) makeFolder(join(root, 'a/b/../c/d'));
  expect(existsSync(join(root, 'a/c/d'))).toBe(true);
  expect(existsSync(join(root, 'a/b'))).toBe(false);
});

test('a link to a folder is a folder', () => {
  mkdirSync(join(root, 'real'));
  symlinkSync(join(root, 'real'), join(root, 'link'));
  makeFolder(join(root, 'link'));
  makeFolder(join(root, 'link/new'));
  expect(existsSync(join(root, 'real/new'))).toBe(true);
});

test.each([
  ['a file where the folder should be', 'file', 'EEXIST'],
  ['a file above it', 'file/new', 'ENOTDIR'],
  ['a broken link', 'broken', 'EEXIST'],
])('%s', (_what, name, code) => {
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nowhere'), join(root, 'broken'));
  expect(() => makeFolder(join(root, name))).toThrow(expect.objectContaining({ code }) as Error);
});

test.runIf(existsSync('/proc/self'))('a file system that takes no folders, in an instant', () => {
  expect(() => makeFolder('/proc/spec-gate/a/b')).toThrow(expect.objectContaining({ code: 'ENOENT' }) as Error);
});
