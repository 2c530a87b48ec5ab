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
    ['a page', '<html>502 Bad Gateway</html>', {}],
    ['nothing', '', {}],
    ['null', 'null', {}],
    ['an empty list', '[]', {}],
  ])('%s', (_, body, detail) => {
    expect(parseProviderError(400, body, context)).toEqual({ status: 400, ...detail });
  });

  test('control characters, bidirectional marks and line breaks do not survive', () => {
    const message = 'one\r\n::error::two\u001b[31m\u202ethree\u2028four';
    expect(parseProviderError(400, JSON.stringify({ error: { message } }), context).message).toBe(
      'one ::error::two [31m three four',
    );
  });

  test('a message that quotes the request is left out, one that only names its parts is not', () => {
    const quoting = { error: { message: 'Blocked: a "quoted" prompt that is long enough to be known' } };
    expect(parseProviderError(400, JSON.stringify(quoting), context).message).toBeUndefined();
    expect(parseProviderError(400, '{"error":{"message":"Blocked: messages content"}}', context).message).toBeDefined();
  });
});
