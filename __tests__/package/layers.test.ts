// The house's one rule: a file imports its own folder or earlier ones, and only io/ and the doors touch the world.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));
const LAYERS = [
  'core',
  'stats',
  'spec',
  'models',
  'scenarios',
  'evaluation',
  'analysis',
  'decision',
  'report',
  'generation',
  'config',
  'io',
  'gate',
  'doors',
] as const;

/** Top-level files are the gate (check, bank and what they are made of) or doors. */
const GATE_FILES = new Set(['check.ts', 'bank.ts']);

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

function layerOf(file: string): number {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/')) : GATE_FILES.has(file) ? 'gate' : 'doors';
  const layer = folder === 'commands' || folder === 'action' ? 'doors' : folder;
  const index = (LAYERS as readonly string[]).indexOf(layer);
  if (index < 0) throw new Error(`${file} lies in no layer`);
  return index;
}

/** Every module a file names in an import, an export from, or a dynamic import. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)'([^']+)'/gm)].map((match) => match[1]!);
}

function localImports(file: string): readonly string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SOURCE, resolve(dirname(join(SOURCE, file)), name)).replaceAll('\\', '/'));
}

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('imports go one way', () => {
  const upward = files.flatMap((file) =>
    localImports(file)
      .filter((target) => layerOf(target) > layerOf(file))
      .map((target) => `${file} -> ${target}`),
  );
  expect(upward).toEqual([]);
});

test('only io and the doors touch the world', () => {
  const world = /^(?:node:(?:fs|child_process|process|http|https|dns|worker_threads|os)(?:\/.*)?|@actions\/.*)$/;
  const touching = files
    .filter((file) => layerOf(file) < LAYERS.indexOf('io'))
    .flatMap((file) => {
      const modules = importsOf(file).filter((name) => world.test(name));
      const text = readFileSync(join(SOURCE, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const globals = /(?<![.\w'"`])(?:process\.|console\.|Date\.now\(|Math\.random\(|globalThis\.)/.exec(text);
      return [...modules, ...(globals === null ? [] : [globals[0]])].map((what) => `${file}: ${what}`);
    });
  expect(touching).toEqual([]);
});

test('there is no import cycle', () => {
  const graph = new Map(files.map((file) => [file, localImports(file)]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('no default exports, no barrels, no rooms without a name', () => {
  const bad = files.filter((file) => /(?:^|\/)(?:utils?|helpers?|types|common|index)\.ts$/.test(file));
  const defaults = files.filter((file) => /^export default/m.test(readFileSync(join(SOURCE, file), 'utf8')));
  expect([...bad, ...defaults]).toEqual([]);
});
