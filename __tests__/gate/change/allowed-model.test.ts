// A change may bring models of known providers; answers that it brings along are no evidence.
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { isAllowedModel } from '../../../src/gate/change/allowed-model.ts';
import { filesLoosened } from '../../../src/gate/change/policy-files.ts';
import type { Project } from '../../../src/run/load-project.ts';

const config = parseConfig({
  file: 'spec-gate.yml',
  text: `spec: spec.md
providers: { openai: { kind: openai } }
models: [openai/a, { id: study/b, answers: b.jsonl }]
judges: [openai/x, openai/y, openai/z]
`,
});
const answers = new Map([['study/b', { file: 'b.jsonl', to: () => [], scenarios: 0, digest: '' }]]);
const project = { config, answers } as unknown as Project;

test.each<[string, Parameters<typeof isAllowedModel>[1], boolean]>([
  ['a known provider', { id: 'openai/new' }, true],
  ['an unknown provider', { id: 'study/new' }, false],
  ['a provider called constructor', { id: 'constructor/new' }, false],
  ["the policy's own answers", { id: 'study/b', answers: 'b.jsonl' }, true],
  ['other answers under the same name', { id: 'study/b', answers: 'better.jsonl' }, false],
  ['answers of a model at a known provider', { id: 'openai/a', answers: 'better.jsonl' }, false],
])('%s', (_what, model, isAllowed) => {
  expect(isAllowedModel(project, model)).toBe(isAllowed);
});

test.each([
  ['as they were', 'one', []],
  ['edited', 'two', [{ option: 'models.study/b.answers', base: 'b.jsonl', head: 'edited' }]],
])("the policy's answers, %s", (_what, oid, loosened) => {
  const end = (id: string) => ({ paths: new Map([['b.jsonl', id]]) });
  const ends = { base: end('one'), head: end(oid) } as unknown as Parameters<typeof filesLoosened>[0];
  expect(filesLoosened(ends, { configFile: 'spec-gate.yml', configs: [config] })).toEqual(loosened);
});
