// What doctor says of the workflows: the shipped ones are well but for the release's commit, and each thing that is missing is named.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeNote } from '../../src/doctor/notes.ts';
import { workflowNotes } from '../../src/doctor/workflow-notes.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { ROOT } from '../support/cli.ts';

const KEYS = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY'];
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spec-gate-workflows-'));
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const example = (name: string): string =>
  readFileSync(join(ROOT, 'examples', name), 'utf8').replaceAll('0'.repeat(40), 'a'.repeat(40));
const put = (text: string, name = 'gate.yml'): void => writeFileSync(join(root, '.github/workflows', name), text);
const notes = (): readonly string[] => workflowNotes(root, KEYS).map((note) => plainText(writeNote(note)));

test('the shipped workflows want nothing once they name a release', () => {
  for (const name of ['gate-spec-pull-requests.yml', 'seed-store.yml', 'nightly.yml', 'approve-fork.yml'])
    put(example(name), name);
  expect(notes()).toEqual([]);
  cpSync(join(ROOT, 'examples/seed-store.yml'), join(root, '.github/workflows/seed-store.yml'));
  expect(notes()).toEqual([expect.stringMatching(/seed-store\.yml names no release yet/)]);
});

test('none at all leads to the command that writes some', () => {
  expect(notes()).toEqual([expect.stringContaining('spec-gate init --workflows gate,seed')]);
});

test.each([
  ['git@gitlab.com:team/specs.git', '.gitlab-ci.yml', 'init --workflows gitlab writes one'],
  ['https://bitbucket.org/team/specs', 'bitbucket-pipelines.yml', 'init --workflows script writes a script'],
])(
  'on another service (%s) its own pipeline is looked for, and no workflow of GitHub asked for',
  (url, file, expected) => {
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, '.git/config'), `[remote "origin"]\n\turl = ${url}\n`);
    expect(notes()).toEqual([expect.stringContaining(expected)]);
    writeFileSync(join(root, file), 'test: { script: [make] }\n');
    expect(notes()).toEqual([expect.stringContaining(expected)]);
    writeFileSync(join(root, file), 'gate: { script: [bash spec-gate.sh] }\n');
    expect(notes()).toEqual([]);
  },
);

test('a gate alone is told that nothing fills the store', () => {
  put(example('gate-spec-pull-requests.yml'));
  expect(notes()).toEqual([expect.stringMatching(/no workflow fills the store.*init --workflows seed/)]);
});

test.each([
  ['the comment', /^ *pull-requests: write.*\n/m, /no pull-requests: write, without which no comment can be written/],
  ['the commits', /^ *contents: read.*\n/m, /no contents: read, without which the spec of both sides cannot be read/],
  ['a key', /^ *ANTHROPIC_API_KEY:.*\n/m, /does not hand ANTHROPIC_API_KEY on to the gate/],
])('what is missing for %s is named', (_what, line, expected) => {
  const text = example('gate-spec-pull-requests.yml');
  expect(text).toMatch(line);
  put(text.replace(line, ''));
  put(example('seed-store.yml'), 'seed.yml');
  expect(notes()).toEqual([expect.stringMatching(expected)]);
});

test('the reusable workflow is a gate and fills the store; what its caller does not allow is named', () => {
  const uses = 'uses: spec-gate/spec-gate/.github/workflows/gate.yml@v1';
  put(`jobs: { gate: { permissions: { contents: read, pull-requests: write, issues: write }, ${uses} } }\n`);
  expect(notes()).toEqual([]);
  put(`jobs: { gate: { permissions: { contents: read, pull-requests: write }, ${uses} } }\n`);
  expect(notes()).toEqual([expect.stringContaining('no issues: write')]);
});

test.each<[string, boolean]>([
  ['pull_request', true],
  ['[push, pull_request]', true],
  ['{ pull_request: }', true],
  ['{ pull_request: { types: [opened, synchronize] } }', true],
  ['{ pull_request: { types: [opened, synchronize, edited] } }', false],
  ['{ pull_request: { branches: [main] } }', false],
  ['{ push: { branches: [main] } }', false],
])('on: %s: a check earned for another base would stand: %s', (on, isTold) => {
  put(`on: ${on}\njobs: { gate: { steps: [{ uses: spec-gate/spec-gate@${'a'.repeat(40)}, env: { A: b } }] } }\n`);
  const told = workflowNotes(root, []).filter(({ kind }) => kind === 'any-base');
  expect(told).toHaveLength(isTold ? 1 : 0);
});

test('a workflow that is no YAML, or nobody else’s business, is left alone', () => {
  put('a: [');
  put('jobs: { test: { steps: [{ uses: actions/checkout@v4 }] } }', 'test.yml');
  expect(notes()).toHaveLength(1);
});
