// Reports go into the checkout or the job's temporary folder, also where the checkout has a link in their way.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutputFolder } from '../../src/context/output-folder.ts';
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

test('what a pull request put into the folder is gone, and what its links lead to stays', () => {
  const victim = join(folder, 'elsewhere/post.js');
  writeFileSync(victim, 'original');
  mkdirSync(join(folder, 'root/reports'));
  symlinkSync(victim, join(folder, 'root/reports/report.json'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'root/reports/deeper'));
  expect(readdirSync(open('reports'))).toEqual([]);
  expect(readFileSync(victim, 'utf8')).toBe('original');
});

test('a link to another folder of the checkout becomes a folder of its own', () => {
  mkdirSync(join(folder, 'root/src'));
  writeFileSync(join(folder, 'root/src/main.ts'), 'source');
  symlinkSync('src', join(folder, 'root/reports'));
  expect(lstatSync(open('reports')).isDirectory()).toBe(true);
  expect(readFileSync(join(folder, 'root/src/main.ts'), 'utf8')).toBe('source');
});

test('the job’s temporary folder is not emptied', () => {
  mkdirSync(join(folder, 'temp/reports'));
  writeFileSync(join(folder, 'temp/reports/kept.txt'), '');
  expect(readdirSync(open(join(folder, 'temp/reports')))).toEqual(['kept.txt']);
});

test.each(['.git', '.git/hooks', 'vendored'])('%s is not emptied but refused', (name) => {
  for (const path of ['.git/hooks', 'vendored/.git']) mkdirSync(join(folder, 'root', path), { recursive: true });
  expect(() => open(name)).toThrow(/not a folder for reports alone/);
  expect(readdirSync(join(folder, 'root/.git'))).toEqual(['hooks']);
});

test.each(['file', 'broken'])('a %s in the way is the user’s to mend', (name) => {
  writeFileSync(join(folder, 'root/file'), '');
  symlinkSync('nowhere', join(folder, 'root/broken'));
  expect(() => open(name)).toThrow(/cannot be made/);
});
