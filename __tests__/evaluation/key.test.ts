import { expect, test } from 'vitest';
import { requestKey } from '../../src/evaluation/key.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { modelRef } from '../support/scripted-models.ts';

const request: CompletionRequest = {
  model: { ...modelRef('m'), kind: 'openai', origin: 'https://api.example.com', params: { temperature: 1 } },
  messages: [{ role: 'user', content: 'hello' }],
  sharedMessages: 0,
  draw: 'pool:1',
};

test.each<[string, Partial<CompletionRequest>]>([
  ['the draw', { draw: 'pool:2' }],
  ['the origin', { model: { ...request.model, origin: 'https://other.example.com' } }],
  ['the path below the origin', { model: { ...request.model, basePath: '/candidate/v1' } }],
  ['the model', { model: { ...request.model, model: 'm2' } }],
  ['the declared version', { model: { ...request.model, version: 'ckpt-2' } }],
  ['a parameter', { model: { ...request.model, params: { temperature: 0 } } }],
  ['a role', { messages: [{ role: 'system', content: 'hello' }] }],
  ['the words', { messages: [{ role: 'user', content: 'hello ' }] }],
  ['the reply format', { format: { name: 'judgment', schema: {} } }],
])('%s is part of the key', (_what, change) => {
  expect(requestKey({ ...request, ...change })).not.toBe(requestKey(request));
});

test('the name in the configuration and the cache breakpoint are not', () => {
  const other = { ...request, sharedMessages: 1, model: { ...request.model, id: 'renamed/m' } };
  expect(requestKey(other)).toBe(requestKey(request));
});
