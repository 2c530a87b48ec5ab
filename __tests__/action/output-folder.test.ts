// Reports go into the checkout or the job's temporary folder, also where the checkout has a link in their way.
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutputFolder } from '../../src/action/output-folder.ts';
import { readInputs } from '../../src/io/actions/inputs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
  for (const name of ['root', 'temp', 'elsewhere']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(outputDir: string): string {
  const inputs = { ...readInputs({}), outputDir };
  return openOutputFolder({ root: join(folder, 'root'), temp: join(folder, 'temp'), inputs });
}

test('a folder below the checkout is made', () => {
  expect(existsSync(open('a/b'))).toBe(true);
  expect(existsSync(open(join(folder, 'temp/reports')))).toBe(true);
});

test.each(['.', '..', '../elsewhere', '/tmp'])('%s is refused', (name) => {
  expect(() => open(name)).toThrow(/output-dir/);
});

test('a link that leads out is refused', () => {
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'root/link'));
  expect(() => open('link')).toThrow(/output-dir/);
  expect(() => open('link/inside')).toThrow(/output-dir/);
});
