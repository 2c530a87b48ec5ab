import { describe, expect, test } from 'vitest';
import { parseProviderError, type ProviderDetail } from '../../../src/models/transport/provider-error.ts';
import { createSecret } from '../../../src/models/transport/secret.ts';

const context = {
  secrets: [createSecret('sk-secret')],
  sent: JSON.stringify({ messages: [{ content: 'a "quoted" prompt that is long enough to be known' }] }),
};

describe('error bodies as servers write them', () => {
  test.each<[name: string, body: string, detail: Omit<ProviderDetail, 'status'>]>([
    [
      'OpenAI',
      '{"error":{"message":"Unsupported value","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}',
      { message: 'Unsupported value', type: 'invalid_request_error', param: 'temperature', code: 'unsupported_value' },
    ],
    [
      'Anthropic',
      '{"type":"error","error":{"type":"rate_limit_error","message":"Spend limit","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_1"}',
      { message: 'Spend limit', type: 'rate_limit_error', code: 'enforced_spend_limit_reached' },
    ],
    [
      'Gemini, a list of one with a number for a code',
      '[{"error":{"code":429,"message":"Resource has been exhausted","status":"RESOURCE_EXHAUSTED","details":[{}]}}]',
      { message: 'Resource has been exhausted', type: 'RESOURCE_EXHAUSTED' },
    ],
    [
      'vLLM, without an envelope',
      '{"object":"error","message":"too long","type":"BadRequestError","param":null,"code":400}',
      { message: 'too long', type: 'BadRequestError' },
    ],
    ['Ollama, a string', '{"error":"model not found"}', { message: 'model not found' }],
    ['a page', '<html>502 Bad Gateway</html>', { foreign: true }],
    [
      'a page with a title',
      '<html><title>502 Bad Gateway</title></html>',
      { foreign: true, message: '502 Bad Gateway' },
    ],
    ['a line of text', '404 page not found\n', { foreign: true, message: '404 page not found' }],
    ['nothing', '', { foreign: true }],
    [
      'Mistral, an object for a message',
      '{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","seed"],"msg":"Extra inputs are not permitted"}]},"type":"invalid_request_error","code":null}',
      {
        message: 'seed: Extra inputs are not permitted',
        type: 'invalid_request_error',
        code: 'extra_forbidden',
        param: 'seed',
      },
    ],
    ['FastAPI, words for a detail', '{"detail":"Not Found"}', { message: 'Not Found' }],
    [
      'xAI, a sentence for a code',
      '{"code":"The caller does not have permission","error":"Content violates usage guidelines."}',
      { message: 'Content violates usage guidelines.' },
    ],
    [
      'OpenRouter, the upstream inside',
      '{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\\"error\\":{\\"message\\":\\"top_k is not there\\"}}"}}}',
      { message: 'Provider returned error: top_k is not there' },
    ],
    [
      'Gemini, with the time to wait',
      '[{"error":{"code":429,"message":"Quota","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"7.5s"}]}}]',
      { message: 'Quota', type: 'RESOURCE_EXHAUSTED', retryAfterMs: 7500 },
    ],
    [
      'OpenAI and Groq, the time to wait in words',
      '{"error":{"message":"Rate limit reached. Please try again in 1m2.5s."}}',
      { message: 'Rate limit reached. Please try again in 1m2.5s.', retryAfterMs: 62_500 },
    ],
    ['null', 'null', {}],
    ['an empty list', '[]', {}],
  ])('%s', (_, body, detail) => {
    expect(parseProviderError(400, body, context)).toEqual({ status: 400, ...detail });
  });

  test('control characters, bidirectional marks and line breaks do not survive', () => {
    const message = 'one\r\n::error::two\u001b[31m\u202ethree\u2028four';
    expect(parseProviderError(400, JSON.stringify({ error: { message } }), context).message).toBe(
      'one :error:two [31m three four',
    );
  });

  test('what a message quotes of the request is left out, the rest and mere names of its parts are not', () => {
    const quoting = { error: { message: 'Blocked: a "quoted" prompt that is long enough to be known (code 7)' } };
    expect(parseProviderError(400, JSON.stringify(quoting), context).message).toBe('Blocked: [...] (code 7)');
    expect(parseProviderError(400, '{"error":{"message":"Blocked: messages content"}}', context).message).toBeDefined();
  });
});
