// Whether answers can be kept at all is said before any is paid for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeProblem } from '../../src/doctor/problems.ts';
import { storeProblems } from '../../src/doctor/surroundings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a store that is there, or can be made, is no problem', () => {
  mkdirSync(join(folder, 'store'));
  expect(storeProblems(join(folder, 'store'))).toEqual([]);
  expect(storeProblems(join(folder, 'not/made/yet'))).toEqual([]);
});

test('a file in its place is one, with the way out', () => {
  writeFileSync(join(folder, '.spec-gate'), '');
  expect(storeProblems(join(folder, '.spec-gate/store')).map(writeProblem)).toEqual([
    {
      message: expect.stringMatching(/\.spec-gate is no folder, so no answer can be kept/),
      hint: expect.stringContaining('storePath'),
    },
  ]);
});
