// A path in a checkout that leads out of it by links, which a branch may bring along.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReportFolder } from '../../src/gate/write-reports.ts';
import { findWayOut } from '../../src/io/find-way-out.ts';

let top = '';
const at = (path: string): string => join(top, path);
beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'spec-gate-way-out-')));
  for (const folder of ['repo/kept', 'elsewhere']) mkdirSync(at(folder), { recursive: true });
  for (const [link, to] of [
    ['repo/out', at('elsewhere')],
    ['repo/up', '../elsewhere/new'],
    ['repo/twice', 'out'],
    ['repo/nothing', '/nothing/there'],
    ['repo/round', 'round'],
    ['repo/inside', 'kept'],
    ['checkout', 'repo'],
  ] as const)
    symlinkSync(to, at(link));
});
afterAll(() => rmSync(top, { recursive: true }));

test.each([
  ['a link', 'repo/out', 'elsewhere'],
  ['a folder that would be made behind a link', 'repo/out/a/b', 'elsewhere/a/b'],
  ['a link to what is not there yet', 'repo/up', 'elsewhere/new'],
  ['a link to a link', 'repo/twice/a', 'elsewhere/a'],
])('%s leads out', (_what, path, to) => {
  expect(findWayOut(at(path), at('repo'))).toBe(at(to));
  expect(() => openReportFolder(at(path), at('repo'))).toThrow(/a symbolic link leads from there out of the checkout/);
});

test('a link to a path of the system that is not there leads out', () => {
  expect(findWayOut(at('repo/nothing'), at('repo'))).toBe('/nothing/there');
});

test.each([
  ['a folder', 'repo/kept', 'repo'],
  ['a new one', 'repo/new/er', 'repo'],
  ['a link to a folder of the checkout', 'repo/inside/a', 'repo'],
  ['a link to itself', 'repo/round', 'repo'],
  ['one of a checkout behind a link', 'checkout/kept', 'checkout'],
  ['one that is named outside', 'elsewhere', 'repo'],
  ['one beside, whose name begins alike', 'elsewhere', 'else'],
])('%s does not', (_what, path, folder) => {
  expect(findWayOut(at(path), at(folder))).toBeUndefined();
});
