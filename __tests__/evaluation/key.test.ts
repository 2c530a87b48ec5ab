import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashJson, sha256 } from '../../src/core/canonical-json.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { anyCharacter } from '../support/any-character.ts';
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

test('is the hash of canonical JSON, whatever stands in a request', () => {
  const text = fc.string({ unit: anyCharacter });
  const requests = fc.record<CompletionRequest>(
    {
      model: fc.record(
        {
          id: text,
          kind: fc.constantFrom('openai', 'anthropic', 'simulated'),
          origin: text,
          basePath: text,
          model: text,
          version: text,
          params: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text))),
        },
        { requiredKeys: ['id', 'kind', 'origin', 'model', 'params'] },
      ),
      messages: fc.array(fc.record({ role: fc.constantFrom('system', 'user', 'assistant', 'tool'), content: text })),
      sharedMessages: fc.nat(3),
      format: fc.record({ name: text, schema: fc.dictionary(text, text) }),
      draw: text,
    },
    { requiredKeys: ['model', 'messages', 'sharedMessages', 'draw'] },
  );
  fc.assert(
    fc.property(requests, (asked) => {
      const { kind, origin, basePath, model, version, params } = asked.model;
      const messages = asked.messages.map(({ role, content }) => ({ role, content: sha256(content) }));
      const { draw } = asked;
      const format = asked.format && { ...asked.format };
      const of = { schema: 'spec-gate/key@1', kind, origin, basePath, model, version, params, messages, format, draw };
      expect(requestKey(asked)).toBe(hashJson(of));
    }),
    { numRuns: 40 },
  );
});

test('the name in the configuration and the cache breakpoint are not', () => {
  const other = { ...request, sharedMessages: 1, model: { ...request.model, id: 'renamed/m' } };
  expect(requestKey(other)).toBe(requestKey(request));
});
