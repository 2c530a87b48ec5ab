// Refusals as vendors and servers send them (from public reports), and what each means: whoever is told has to know what helps.
import { describe, expect, test } from 'vitest';
import { REMEDIES, remedyOf, type Remedy } from '../../../src/models/remedy.ts';
import { readAnswer } from '../../../src/models/transport/answer-body.ts';
import { failureOfStatus, type Failure } from '../../../src/models/transport/failure.ts';
import { isPolicyRefusal } from '../../../src/models/transport/policy-refusal.ts';
import { parseProviderError } from '../../../src/models/transport/provider-error.ts';

const CONTEXT = { secrets: [], sent: '' };
const failureInBody = (text: string): Failure | undefined => {
  const read = readAnswer(text, CONTEXT);
  return 'failure' in read ? read.failure : undefined;
};
const google = (code: number, message: string, status: string, reason?: string) => [
  { error: { code, message, status, ...(reason !== undefined && { details: [{ '@type': 'ErrorInfo', reason }] }) } },
];

interface Expected {
  readonly kind: Failure['kind'];
  /** Attempts in all; 1 is no retry. */
  readonly attempts?: number;
  readonly waitMs?: number;
  readonly says?: RegExp;
}

const REFUSALS: readonly (readonly [who: string, status: number, body: unknown, expected: Expected])[] = [
  // Gateways in front of Bedrock: a limit a minute in words that sound like too long a prompt, models and keys under a 400.
  [
    'Bedrock: tokens a minute, as a 500',
    500,
    {
      detail:
        'An error occurred (ThrottlingException) when calling the Converse operation: Too many tokens, please wait before trying again.',
    },
    { kind: 'rate_limited' },
  ],
  ['Bedrock: no such model', 400, { message: 'The provided model identifier is invalid.' }, { kind: 'not_found' }],
  [
    'Bedrock: a session that is over',
    403,
    { message: 'The security token included in the request is expired' },
    { kind: 'auth' },
  ],
  [
    'LiteLLM: a key that the proxy does not know',
    400,
    {
      error: {
        message: 'Authentication Error, Invalid proxy server token passed. key=abc, not found in db.',
        type: 'token_not_found_in_db',
        code: '400',
      },
    },
    { kind: 'auth', attempts: 1 },
  ],
  [
    'LiteLLM: no such model',
    400,
    {
      error: {
        message: "{'error': '/chat/completions: Invalid model name passed in model=x. Call `/v1/models`'}",
        type: 'None',
        param: 'None',
        code: '400',
      },
    },
    { kind: 'not_found', says: /^400 400: / },
  ],
  [
    'OpenRouter: no such model',
    400,
    { error: { message: 'x/y is not a valid model ID', code: 400 }, user_id: 'u' },
    { kind: 'not_found' },
  ],
  [
    'OpenRouter: nobody takes these parameters',
    404,
    { error: { message: 'No endpoints found that can handle the requested parameters.', code: 404 } },
    { kind: 'bad_request' },
  ],
  [
    'OpenRouter: nobody takes a schema',
    404,
    { error: { message: 'No endpoints found that support structured outputs', code: 404 } },
    { kind: 'bad_request' },
  ],
  ['LM Studio: the model was put aside', 400, { error: 'Model unloaded.' }, { kind: 'server', attempts: 3 }],
  // A key that is wrong, under statuses that mean other things elsewhere.
  [
    'Gemini: a key that is none',
    400,
    google(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT', 'API_KEY_INVALID'),
    { kind: 'auth', attempts: 1 },
  ],
  [
    'xAI: a key that is none',
    400,
    {
      code: 'Client specified an invalid argument',
      error: 'Incorrect API key provided: xa***ab. You can obtain an API key from https://console.x.ai.',
    },
    { kind: 'auth', attempts: 1 },
  ],
  [
    'Perplexity: a page instead of an error',
    401,
    '<html><head><title>401 Authorization Required</title></head></html>',
    { kind: 'auth' },
  ],
  // No money left.
  [
    'Moonshot: no balance',
    403,
    {
      error: {
        message:
          'Your account is not active, organization <o> exceeded current quota, please check your plan and billing details',
        type: 'exceeded_current_quota_error',
      },
    },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'MiniMax: no balance, under 500',
    500,
    { type: 'error', error: { type: 'api_error', message: 'insufficient balance (1008)' } },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'MiniMax: no balance, inside a 200',
    200,
    { choices: null, base_resp: { status_code: 1008, status_msg: 'insufficient balance' } },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'DashScope: an overdue account',
    400,
    {
      error: {
        code: 'Arrearage',
        message: 'Access denied, please make sure your account is in good standing.',
        type: 'Arrearage',
      },
    },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'xAI: no credits yet',
    403,
    {
      code: 'The caller does not have permission to execute the specified operation',
      error: "Your newly created team doesn't have any credits yet. You can purchase credits on https://console.x.ai.",
    },
    { kind: 'quota' },
  ],
  [
    'LiteLLM: a budget of its own',
    400,
    {
      error: {
        message: 'Budget has been exceeded! Current cost: 10.1, Max budget: 10.0',
        type: 'budget_exceeded',
        param: null,
        code: '400',
      },
    },
    { kind: 'quota' },
  ],
  [
    'Zhipu: no balance',
    429,
    { error: { code: '1113', message: '余额不足或无可用资源包,请充值。' } },
    { kind: 'quota' },
  ],
  [
    'NIM: credits expired',
    402,
    { status: 402, title: 'Payment Required', detail: "Account 'x': Cloud credits expired" },
    { kind: 'quota', says: /Cloud credits expired/ },
  ],
  // The limit of a month or a week is not waited for.
  [
    'Anthropic: a limit that the account set itself',
    400,
    {
      type: 'error',
      error: {
        type: 'invalid_request_error',
        message: 'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
      },
    },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'xAI: the spending limit of a month',
    429,
    {
      code: 'Some resource has been exhausted',
      error: 'Your team has either used all available credits or reached its monthly spending limit.',
    },
    { kind: 'quota', attempts: 1 },
  ],
  [
    'Cohere: a key to try things with',
    429,
    { message: 'You are using a Trial key, which is limited to 1000 API calls / month.' },
    { kind: 'quota' },
  ],
  ['Ollama: the week', 429, { error: 'you have reached your weekly usage limit' }, { kind: 'quota' }],
  [
    'OpenRouter: the limit of a key',
    403,
    { error: { message: 'Key limit exceeded (total limit).', code: 403 } },
    { kind: 'quota' },
  ],
  [
    'a price a month, beside the limit of a minute',
    429,
    { message: 'Rate limit of 60 requests / minute. Upgrade for $20/month.' },
    { kind: 'rate_limited' },
  ],
  [
    'a prompt that is quoted, with a limit of a month in it',
    400,
    { error: { message: "Invalid input: 'our weekly limit is 1000 calls / month'" } },
    { kind: 'bad_request' },
  ],
  ['Cohere: the minute', 429, { message: 'limited to 40 API calls / minute' }, { kind: 'rate_limited' }],
  // Too fast, and how long to wait.
  [
    'Gemini: the quota of a minute',
    429,
    google(
      429,
      'You exceeded your current quota, please check your plan and billing details. Please retry in 38.2s.',
      'RESOURCE_EXHAUSTED',
    ),
    { kind: 'rate_limited', waitMs: 38_200 },
  ],
  [
    'GitHub Models: seconds to wait, said its own way',
    429,
    {
      error: {
        code: 'RateLimitReached',
        message: 'Rate limit of 15 per 60s exceeded for UserByModelByMinute. Please wait 43 seconds before retrying.',
      },
    },
    { kind: 'rate_limited', waitMs: 43_000 },
  ],
  [
    'Groq: no capacity for now',
    498,
    { error: { message: 'Flex tier capacity exceeded', type: 'capacity_exceeded' } },
    { kind: 'rate_limited' },
  ],
  [
    'Ollama: a full queue',
    503,
    { error: { message: 'server busy, please try again.  maximum pending requests exceeded', type: 'api_error' } },
    { kind: 'server', attempts: 3 },
  ],
  // Too long, in words that name no context.
  [
    'TGI: prompt and reply together',
    422,
    {
      error:
        'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4000 `inputs` tokens and 1024 `max_new_tokens`',
      error_type: 'validation',
    },
    { kind: 'too_large' },
  ],
  [
    'LM Studio: what it would have to keep',
    400,
    { error: 'Cannot truncate prompt with n_keep (5243) >= n_ctx (4096)' },
    { kind: 'too_large' },
  ],
  [
    'GitHub Models: the size of the body',
    413,
    {
      error: {
        code: 'tokens_limit_reached',
        message: 'Request body too large for gpt-4o model. Max size: 8000 tokens.',
      },
    },
    { kind: 'too_large' },
  ],
  // No such model, no such place.
  [
    'Groq: a model that was retired',
    400,
    {
      error: {
        message: 'The model `llama3-8b-8192` has been decommissioned and is no longer supported.',
        type: 'invalid_request_error',
        code: 'model_decommissioned',
      },
    },
    { kind: 'not_found', attempts: 1 },
  ],
  [
    'LM Studio: nothing loaded',
    400,
    {
      error: {
        message: 'No models loaded. Please load a model in the developer page or use the `lms load` command.',
        type: 'invalid_request_error',
        param: 'model',
        code: null,
      },
    },
    { kind: 'not_found' },
  ],
  [
    'LM Studio: a wrong path, inside a 200',
    200,
    { error: 'Unexpected endpoint or method. (POST /chat/completions)' },
    { kind: 'wrong_path', attempts: 1 },
  ],
  [
    'Azure: no such deployment',
    404,
    { error: { code: 'DeploymentNotFound', message: 'The API deployment for this resource does not exist.' } },
    { kind: 'not_found' },
  ],
  [
    'Ollama: a model that is not there',
    404,
    { error: { message: 'model "llama9" not found, try pulling it first', type: 'api_error' } },
    { kind: 'not_found' },
  ],
  ['Mistral: no such model', 400, { message: 'Invalid model: x', type: 'invalid_model' }, { kind: 'not_found' }],
  [
    'OpenAI: not for this project',
    403,
    { error: { message: 'Project `p` does not have access to model `m`', code: 'model_not_found' } },
    { kind: 'not_found' },
  ],
  [
    'Bedrock: only by an inference profile',
    400,
    { message: "Invocation of model ID x with on-demand throughput isn't supported." },
    { kind: 'not_found' },
  ],
  ['Kong: no such path', 404, { message: 'no Route matched with those values' }, { kind: 'wrong_path' }],
  [
    'Gemini: not from here',
    400,
    google(400, 'User location is not supported for the API use.', 'FAILED_PRECONDITION'),
    { kind: 'forbidden', attempts: 1 },
  ],
  // What it says has to arrive, wherever it stands.
  [
    'Cloudflare: a list of errors',
    400,
    {
      success: false,
      errors: [{ code: 7003, message: 'Could not route to /accounts/x, perhaps your object identifier is invalid?' }],
      result: null,
    },
    { kind: 'bad_request', says: /Could not route to/ },
  ],
  [
    'Qianfan: numbers and words of its own, inside a 200',
    200,
    { error_code: 336501, error_msg: 'Rate limit reached for RPM' },
    { kind: 'rate_limited', says: /Rate limit reached for RPM/ },
  ],
  [
    'a bare message inside a 200',
    200,
    { message: 'upstream connect error', code: 1 },
    { kind: 'server', says: /upstream connect error/ },
  ],
];

describe('what a refusal means', () => {
  test.each(REFUSALS)('%s', (_, status, body, { kind, attempts, waitMs, says }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const detail = parseProviderError(status, text, CONTEXT);
    expect(isPolicyRefusal(detail)).toBe(false);
    const failure = status === 200 ? failureInBody(text) : failureOfStatus(detail);
    expect(failure).toMatchObject({ kind, ...(attempts !== undefined && { attempts }) });
    expect(failure!.retryAfterMs).toBe(waitMs);
    expect(failure!.message).toMatch(says ?? /./);
  });

  test.each([
    ['Zhipu', 400, { error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容' } }],
    [
      'Moonshot',
      400,
      { error: { message: 'The request was rejected because it was considered high risk', type: 'content_filter' } },
    ],
    ['MiniMax', 200, { choices: null, base_resp: { status_code: 1026, status_msg: 'input new_sensitive' } }],
    [
      'Bedrock behind LiteLLM',
      400,
      {
        error: {
          message:
            'litellm.ContentPolicyViolationError: AzureException - The response was filtered due to the prompt triggering the content management policy',
          type: null,
          code: '400',
        },
      },
    ],
    [
      'LiteLLM, of which nothing but the name of the exception tells',
      400,
      { error: { message: 'litellm.ContentPolicyViolationError: AzureException - filtered', type: null, code: '400' } },
    ],
    [
      'a guardrail of LiteLLM',
      400,
      { error: { message: { error: 'Violated guardrail policy', response: {} }, type: 'None', code: '400' } },
    ],
    [
      'Anthropic',
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'Output blocked by content filtering policy' },
      },
    ],
  ])('%s declines: that is behaviour, and judged', (_, status, body) => {
    const text = JSON.stringify(body);
    const detail = status === 200 ? failureInBody(text)?.detail : parseProviderError(status, text, CONTEXT);
    expect(detail !== undefined && isPolicyRefusal(detail)).toBe(true);
  });

  test.each<readonly [string, string, Remedy]>([
    ['too_large', 'Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 7029', 'tier'],
    ['too_large', 'maximum context length is 4096 tokens', 'window'],
    ['network', 'no connection, or it broke: DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['network', 'no connection, or it broke: ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['network', 'no connection, or it broke: ERR_SSL_WRONG_VERSION_NUMBER', 'scheme'],
    ['network', 'no connection, or it broke: ECONNREFUSED', 'reach'],
    ['bad_request', 'model requires more system memory (9.1 GiB) than is available', 'request'],
  ])('%s, %s', (reason, words, remedy) => {
    expect(remedyOf(reason, words)).toBe(remedy);
    expect(REMEDIES[remedy]).not.toBe('');
  });
});
