// Which edits of files beside the config count as loosening the policy.
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { filesLoosened } from '../../../src/gate/change/policy-files.ts';
import type { ChangeEnd } from '../../../src/run/change-ends.ts';

const config = parseConfig({
  file: 'gate/spec-gate.yml',
  text: `spec: spec.md
providers:
  live: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" }
  world: { kind: simulated, world: world.yml }
  tape: { kind: recorded, file: tape.jsonl }
models: [live/a, { id: mine/b, answers: answers }, { id: live/c, system: kind.md }]
judges: [{ id: live/j, system: strict.md }, live/k, live/l]
classifier: { id: live/m, system: scale.md }
`,
});

const FILES = {
  'gate/world.yml': '1',
  'gate/tape.jsonl': '1',
  'gate/answers/one.jsonl': '1',
  'gate/answers/two.jsonl': '1',
  'gate/strict.md': '1',
  'gate/scale.md': '1',
  'gate/labelled.jsonl': '1',
};

function end(files: Readonly<Record<string, string>>): ChangeEnd {
  return { sha: '1', source: { kind: 'worktree', root: '.' }, paths: new Map(Object.entries(files)) };
}

function loosened(
  head: Readonly<Record<string, string | undefined>>,
  configs = [config],
): readonly (readonly string[])[] {
  const kept = Object.entries({ ...FILES, ...head }).flatMap(([name, oid]) => (oid === undefined ? [] : [[name, oid]]));
  const ends = { base: end(FILES), head: end(Object.fromEntries(kept) as Record<string, string>) };
  return filesLoosened(ends, { configFile: 'gate/spec-gate.yml', configs }).map(({ option, head: now }) => [
    option,
    now,
  ]);
}

test.each<[string, string]>([
  ['gate/world.yml', 'providers.world.world'],
  ['gate/tape.jsonl', 'providers.tape.file'],
  ['gate/strict.md', 'judges.live/j.system'],
  ['gate/scale.md', 'classifier.system'],
  ['gate/labelled.jsonl', 'labelled'],
])('%s edited or removed', (file, option) => {
  expect(loosened({ [file]: '2' })).toEqual([[option, 'edited']]);
  expect(loosened({ [file]: undefined })).toEqual([[option, 'removed']]);
});

test('a folder of recorded answers: a file of it edited, added or gone, or all of it', () => {
  const edited = [['models.mine/b.answers', 'edited']];
  expect(loosened({ 'gate/answers/one.jsonl': '2' })).toEqual(edited);
  expect(loosened({ 'gate/answers/three.jsonl': '1' })).toEqual(edited);
  expect(loosened({ 'gate/answers/one.jsonl': undefined })).toEqual(edited);
  expect(loosened({ 'gate/answers/one.jsonl': undefined, 'gate/answers/two.jsonl': undefined })).toEqual([
    ['models.mine/b.answers', 'removed'],
  ]);
});

test('other files, and a model’s own system prompt, which is compared, are none', () => {
  expect(loosened({ 'gate/kind.md': '2', 'gate/answers.md': '2', 'README.md': '2' })).toEqual([]);
});

test('a file that the base branch has come to name since the change began', () => {
  const began = { ...config, judges: config.judges.slice(1) };
  expect(loosened({ 'gate/strict.md': '2' }, [began])).toEqual([]);
  expect(loosened({ 'gate/strict.md': '2' }, [began, config])).toEqual([['judges.live/j.system', 'edited']]);
});
