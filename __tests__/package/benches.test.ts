// Every bench can be run by its own name, runs with all the others, and has its place in bench/README.md.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

/** What measures nothing: it runs the others, or draws what they measured. */
const NONE = ['run', 'plots'];

const benches = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !NONE.includes(name));
const readme = readFileSync(join(ROOT, 'bench/README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

test.each(['--list', '--list --small'])('npm run bench -- %s names each of them', (options) => {
  const listed = execFileSync(process.execPath, [join(ROOT, 'bench/run.ts'), ...options.split(' ')], {
    encoding: 'utf8',
  });
  expect([...new Set(listed.match(/(?<=bench\/)[\w-]+(?=\.ts)/g))].sort()).toEqual(benches.sort());
});

test.each(benches)('%s has a script of its own and its place in bench/README.md', (name) => {
  expect(scripts[`bench:${name}`]).toBe(`node bench/${name}.ts`);
  expect(readme).toMatch(new RegExp(`(?:npm run bench:|node bench/)${name}\\b`));
});
