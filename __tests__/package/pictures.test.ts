// The pictures of README and docs: each that a page shows can be made again, and none lies about unused.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PICTURES } from '../../tools/pictures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const docs = readdirSync(join(ROOT, 'docs'));
const texts = [
  readFileSync(join(ROOT, 'README.md'), 'utf8'),
  ...docs.filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(ROOT, 'docs', name), 'utf8')),
];

test('docs/ holds the pictures that tools/screenshots.ts makes', () => {
  const made = PICTURES.map(({ file }) => file).sort();
  expect(docs.filter((name) => name.endsWith('.png')).sort()).toEqual(made);
});

test('README and docs show each of them, and say in words what is seen', () => {
  const shown = texts.flatMap((text) => [...text.matchAll(/!\[([^\]]*)\]\((?:docs\/)?([\w-]+\.png)\)/g)]);
  expect(new Set(shown.map(([, , file]) => file!))).toEqual(new Set(PICTURES.map(({ file }) => file)));
  expect(shown.filter(([, words]) => words!.length < 40).map(([all]) => all)).toEqual([]);
});
