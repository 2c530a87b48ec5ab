// The house: a trunk that a change goes down, wings on top of it, doors above; and only some rooms touch the world.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));
/** The trunk, in the order in which a change goes from text to verdict: a folder imports itself and the folders before it. */
const TRUNK = [
  'core',
  'stats',
  'spec',
  'render',
  'models',
  'scenarios',
  'evaluation',
  'writing',
  'analysis',
  'decision',
  'report',
  'config',
  'io',
  'run',
  'context',
  'gate',
] as const;

/** Each use of the product beside the gate, whole in one folder; with the wings it is built on. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
  bank: [],
  study: ['bank'],
  nightly: [],
  doctor: [],
  migrate: ['nightly', 'doctor'],
  calibrate: [],
  compare: [],
  coverage: [],
  repair: ['study'],
  demo: ['repair'],
  init: [],
};

/** Rooms that may use files, the process, the clock and the network. Above `io` in the trunk, everything may. */
const FIRST_WORLDLY_ROOM = 'io';
/** Parts of a wing that work on data alone, as the trunk's rooms below `io` do. */
const PURE_PARTS = /^(?:\w+\/(?:decision|report|generation|import|care|findings)\/)/;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

function roomOf(file: string): string {
  const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : 'doors';
  if (room !== 'doors' && !isTrunk(room) && !(room in WINGS)) throw new Error(`${file} lies in no room`);
  return room;
}

function isTrunk(room: string): boolean {
  return (TRUNK as readonly string[]).includes(room);
}

function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'doors') return true;
  if (isTrunk(from)) return isTrunk(to) && TRUNK.indexOf(to as never) <= TRUNK.indexOf(from as never);
  return isTrunk(to) || WINGS[from]!.includes(to);
}

/** Every module a file names in an import, an export from, or a dynamic import. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^\s*import\s+)'([^']+)'/gm)].map((match) => match[1]!);
}

/** Published schemas are data, and lie in no room. */
function localImports(file: string): readonly string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.') && !name.endsWith('.json'))
    .map((name) => relative(SOURCE, resolve(dirname(join(SOURCE, file)), name)).replaceAll('\\', '/'));
}

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('imports go down the trunk; the trunk knows no wing; a wing knows only those it is built on', () => {
  const forbidden = files.flatMap((file) =>
    localImports(file)
      .filter((target) => !mayImport(roomOf(file), roomOf(target)))
      .map((target) => `${file} -> ${target}`),
  );
  expect(forbidden).toEqual([]);
});

test('no wing is named that is not there, and none is left out of the list', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...TRUNK, ...Object.keys(WINGS)].filter((room) => !rooms.has(room))).toEqual([]);
});

test('CONTRIBUTING says of each room and wing what it is for', () => {
  const guide = readFileSync(join(SOURCE, '../CONTRIBUTING.md'), 'utf8');
  const unsaid = [
    ...TRUNK.filter((room) => !new RegExp(`^ +${room} {2,}\\S`, 'm').test(guide)),
    ...Object.keys(WINGS).filter((wing) => !guide.includes(`\n| \`${wing}\` | `)),
  ];
  expect(unsaid).toEqual([]);
});

test('a wing is whole: what carries its name lies in it', () => {
  // A bank, a study and a comparison are words of the trunk, too; these are words of one wing alone.
  const ofOneWing = /(?:^|[/-])(nightly|migrate|doctor|calibrate)(?:[-/.])/;
  const strays = files.filter((file) => {
    const named = ofOneWing.exec(file)?.[1];
    return named !== undefined && roomOf(file) !== named;
  });
  expect(strays).toEqual([]);
});

test('only io, what stands on it, and the doors touch the world', () => {
  const world = /^(?:node:(?:fs|child_process|process|http|https|dns|worker_threads|os)(?:\/.*)?|@actions\/.*)$/;
  const isPure = (file: string): boolean => {
    const room = roomOf(file);
    if (isTrunk(room)) return TRUNK.indexOf(room as never) < TRUNK.indexOf(FIRST_WORLDLY_ROOM);
    return PURE_PARTS.test(file);
  };
  const touching = files.filter(isPure).flatMap((file) => {
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

test('every folder says in its README what it is for', () => {
  const folders = new Set(files.map((file) => dirname(file)).filter((folder) => folder !== '.'));
  const silent = [...folders].filter((folder) => {
    const file = join(SOURCE, folder, 'README.md');
    return !existsSync(file) || !readFileSync(file, 'utf8').startsWith(`# ${folder.replaceAll('\\', '/')}\n\n`);
  });
  expect(silent).toEqual([]);
});
