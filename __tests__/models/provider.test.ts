import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { checkKeyBinding, resolveProvider, type ProviderConfig } from '../../src/models/provider.ts';
import { createSecret, redact } from '../../src/models/transport/secret.ts';

const base: ProviderConfig = { name: 'internal', kind: 'openai' };
const KEY = 'sk-test-0123456789';

function problemsOf(config: Partial<ProviderConfig>, env: Record<string, string> = {}): string {
  try {
    resolveProvider({ ...base, ...config }, env);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return '';
}

describe('endpoints that are refused, with or without a key', () => {
  test.each([
    ['metadata, dotted', 'http://169.254.169.254/v1'],
    ['metadata, https', 'https://169.254.169.254/v1'],
    ['metadata, decimal', 'http://2852039166/v1'],
    ['metadata, octal', 'http://0251.0376.0251.0376/v1'],
    ['metadata, hexadecimal', 'http://0xa9fea9fe/v1'],
    ['metadata, hexadecimal parts', 'http://0xa9.0xfe.0xa9.0xfe/v1'],
    ['metadata, short', 'http://169.254.43518/v1'],
    ['metadata, mapped into IPv6', 'http://[::ffff:169.254.169.254]/v1'],
    ['metadata, mapped, hexadecimal', 'http://[::ffff:a9fe:a9fe]/v1'],
    ['metadata, NAT64', 'http://[64:ff9b::a9fe:a9fe]/v1'],
    ['metadata, 6to4', 'http://[2002:a9fe:a9fe::]/v1'],
    ['metadata of AWS, IPv6', 'http://[fd00:ec2::254]/v1'],
    ['metadata of Alibaba', 'http://100.100.100.200/v1'],
    ['metadata of Azure', 'https://168.63.129.16/v1'],
    ['metadata, by name', 'https://metadata.google.internal/v1'],
    ['metadata, by name with a dot', 'https://metadata.google.internal./v1'],
    ['loopback mapped into IPv6', 'http://[::ffff:127.0.0.1]/v1'],
    ['loopback, decimal', 'http://2130706433/v1'],
    ['loopback, short', 'http://127.1/v1'],
    ['loopback, long IPv6', 'http://[0:0:0:0:0:0:0:1]/v1'],
    ['unspecified', 'http://0.0.0.0/v1'],
    ['unspecified, IPv6', 'http://[::]/v1'],
    ['private 10', 'https://10.0.0.5/v1'],
    ['private 172', 'https://172.31.255.255/v1'],
    ['private 192', 'https://192.168.1.1/v1'],
    ['link-local IPv6', 'https://[fe80::1]/v1'],
    ['full-width digits', 'http://１６９.２５４.１６９.２５４/v1'],
    ['user name', 'https://api.openai.com@evil.example/v1'],
    ['password', 'https://user:pass@models.example.com/v1'],
    ['plain http', 'http://models.example.com/v1'],
    ['other scheme', 'file:///etc/passwd'],
    ['key in the query', 'https://models.example.com/v1?key=abc'],
    ['fragment', 'https://models.example.com/v1#x'],
    ['not a URL', 'models.example.com'],
  ])('%s: %s', (_, baseUrl) => {
    expect(problemsOf({ baseUrl })).toMatch(/provider internal: baseUrl /);
    expect(problemsOf({ baseUrl, apiKeyEnv: 'KEY' }, { KEY })).toMatch(/provider internal: baseUrl /);
  });

  test('a message about user names does not repeat them', () => {
    expect(problemsOf({ baseUrl: 'https://user:hunter2@models.example.com/v1' })).not.toMatch(/hunter2|user:/);
  });

  test('172.32.0.1 and 11.0.0.1 are public', () => {
    expect(problemsOf({ baseUrl: 'https://172.32.0.1/v1' })).toBe('');
    expect(problemsOf({ baseUrl: 'https://11.0.0.1/v1' })).toBe('');
  });
});

describe('loopback', () => {
  test.each(['http://127.0.0.1:8080/v1', 'http://localhost:11434/v1', 'http://[::1]:8000/v1', 'http://127.8.8.8/v1'])(
    '%s is taken without a key and refused with one',
    (baseUrl) => {
      expect(problemsOf({ baseUrl })).toBe('');
      expect(problemsOf({ baseUrl, apiKeyEnv: 'KEY' }, { KEY })).toMatch(/a key would be sent to a loopback address/);
      expect(problemsOf({ baseUrl, headersEnv: { 'x-key': 'KEY' } }, { KEY })).toMatch(/loopback/);
    },
  );

  test('gets a key where the policy names it; naming one host names no other', () => {
    const named = { apiKeyEnv: 'KEY', allowPrivate: ['127.0.0.1'] };
    expect(problemsOf({ ...named, baseUrl: 'http://127.0.0.1:4000' }, { KEY })).toBe('');
    expect(problemsOf({ ...named, baseUrl: 'http://127.0.0.2:4000' }, { KEY })).toMatch(/loopback/);
    expect(problemsOf({ ...named, baseUrl: 'https://10.0.0.5' }, { KEY })).toMatch(/private/);
  });
});

test('a private host that the policy names is taken; over http where no key travels', () => {
  expect(problemsOf({ baseUrl: 'https://10.0.0.5/v1', allowPrivate: ['10.0.0.5'] })).toBe('');
  expect(problemsOf({ baseUrl: 'http://10.0.0.5/v1', allowPrivate: ['10.0.0.5'] })).toBe('');
  expect(problemsOf({ baseUrl: 'http://ollama:11434/v1', allowPrivate: ['ollama'] })).toBe('');
  expect(problemsOf({ baseUrl: 'http://ollama:11434/v1' })).toMatch(/must be https[^]*allowPrivate: \["ollama"\]/);
  expect(problemsOf({ baseUrl: 'http://10.0.0.5/v1', allowPrivate: ['10.0.0.5'], apiKeyEnv: 'KEY' })).toMatch(
    /must be https[^]*in the open/,
  );
});

test.each([
  [
    'a name of the configuration’s that gets a key',
    { baseUrl: 'https://models.example.com:8443/v1' },
    'models.example.com',
  ],
  [
    'one that the policy names',
    { baseUrl: 'https://models.example.com/v1', allowPrivate: ['models.example.com'] },
    undefined,
  ],
  ['an address', { baseUrl: 'https://203.0.113.5/v1' }, undefined],
  ['the vendor’s own', {}, undefined],
  ['loopback', { baseUrl: 'https://localhost/v1', allowPrivate: ['localhost'] }, undefined],
])('to be looked up before it is asked: %s', (_what, config, host) => {
  expect(resolveProvider({ ...base, apiKeyEnv: 'KEY', ...config }, { KEY }).lookUp).toBe(host);
});

test('a name that gets a secret header is looked up, one that gets nothing is not', () => {
  const baseUrl = 'https://models.example.com/v1';
  expect(resolveProvider({ ...base, baseUrl, headersEnv: { 'x-key': 'KEY' } }, { KEY }).lookUp).toBe(
    'models.example.com',
  );
  expect(resolveProvider({ ...base, baseUrl }, { KEY }).lookUp).toBeUndefined();
});

describe('keys', () => {
  test('a missing key names the variable and the provider, and all problems come at once', () => {
    const message = problemsOf({
      baseUrl: 'http://models.example.com',
      apiKeyEnv: 'A_KEY',
      headersEnv: { 'x-org': 'B_ORG' },
    });
    expect(message).toMatch(/provider internal: the environment variable A_KEY is not set/);
    expect(message).toMatch(/B_ORG is not set/);
    expect(message).toMatch(/must be https/);
  });

  test('an empty variable is a missing one; a line break at the end is taken off', () => {
    expect(problemsOf({ apiKeyEnv: 'KEY' }, { KEY: ' \n' })).toMatch(/KEY is not set/);
    expect(resolveProvider({ ...base, apiKeyEnv: 'KEY' }, { KEY: `${KEY}\n` }).secret?.reveal()).toBe(KEY);
  });

  test('a value that would break a header is refused without being shown', () => {
    const message = problemsOf({ apiKeyEnv: 'KEY' }, { KEY: 'abc\r\nx-evil: 1' });
    expect(message).toMatch(/characters that a header cannot carry/);
    expect(message).not.toMatch(/evil/);
  });

  test.each([
    ['"sk-abc"', /quotation marks/],
    ['Bearer sk-abc', /begins with "Bearer"/],
    ['OPENAI_API_KEY=sk-abc', /a whole line/],
    ['${{ secrets.KEY }}', /a placeholder/],
  ])('what is pasted around a key is named, and the key is not shown: %s', (value, message) => {
    const found = problemsOf({ apiKeyEnv: 'KEY' }, { KEY: value });
    expect(found).toMatch(message);
    expect(found).not.toMatch(/sk-abc/);
  });

  test('a key may look like anything else', () => {
    for (const key of ['ABCDEF0123==', 'AIza_x=y', "it's"]) {
      expect(resolveProvider({ ...base, apiKeyEnv: 'KEY' }, { KEY: key }).secret?.reveal()).toBe(key);
    }
  });

  test('addresses that were pasted without their scheme, or with Azure’s version, come with the way out', () => {
    expect(problemsOf({ baseUrl: 'localhost:11434/v1' })).toMatch(/or http:\/\/localhost:11434\/v1 for a server/);
    expect(problemsOf({ baseUrl: 'https://x.example.com/v1?api-version=2024-10-21' })).toMatch(/takes no api-version/);
  });

  test("the vendor's own variable goes to the vendor's endpoint only", () => {
    const env = { OPENAI_API_KEY: KEY, ANTHROPIC_API_KEY: KEY };
    expect(resolveProvider(base, env)).toMatchObject({
      origin: 'https://api.openai.com',
      baseUrl: 'https://api.openai.com/v1',
    });
    expect(resolveProvider(base, env).secret?.reveal()).toBe(KEY);
    expect(resolveProvider({ ...base, kind: 'anthropic' }, env).origin).toBe('https://api.anthropic.com');
    expect(resolveProvider({ ...base, baseUrl: 'https://evil.example/v1' }, env).secret).toBeUndefined();
  });

  test('endpoint variables of the SDKs change nothing', () => {
    const env = {
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: 'https://evil.example',
      ANTHROPIC_BASE_URL: 'https://evil.example',
    };
    expect(resolveProvider(base, env).origin).toBe('https://api.openai.com');
  });

  test.each(['Host', 'content-length', 'Transfer-Encoding', 'x y', 'x\r\ny', ''])(
    'the header %j cannot be set',
    (header) => {
      expect(problemsOf({ headersEnv: { [header]: 'KEY' } }, { KEY, OPENAI_API_KEY: KEY })).toMatch(
        /cannot set the header/,
      );
    },
  );

  test('one variable for two origins is a problem; for one origin twice it is not', () => {
    const a = { ...base, name: 'a', baseUrl: 'https://a.example/v1', apiKeyEnv: 'KEY' };
    expect(checkKeyBinding([a, { ...a, name: 'a2', baseUrl: 'https://a.example/v2' }])).toEqual([]);
    expect(checkKeyBinding([a, { ...a, name: 'b', baseUrl: 'https://b.example/v1' }])).toHaveLength(1);
    expect(
      checkKeyBinding([base, { ...base, name: 'b', baseUrl: 'https://b.example', apiKeyEnv: 'OPENAI_API_KEY' }]),
    ).toHaveLength(1);
  });
});

describe('a secret', () => {
  test('is in no way of printing it', () => {
    const provider = resolveProvider({ ...base, apiKeyEnv: 'KEY', headersEnv: { 'api-key': 'KEY' } }, { KEY });
    const shown = [
      JSON.stringify(provider),
      inspect(provider, { depth: 9, showHidden: true }),
      String(provider.secret),
    ];
    for (const text of shown) {
      expect(text).toContain('[secret]');
      expect(text).not.toContain(KEY);
    }
    expect(() => structuredClone(provider)).toThrow(/could not be cloned/);
  });

  test('is taken out of a text in each of its forms', () => {
    const text = `a ${KEY} b ${Buffer.from('k/+ =').toString('base64')} ${encodeURIComponent('k/+ =')} c`;
    expect(redact(text, [createSecret(KEY), createSecret('k/+ =')])).toBe('a [secret] b [secret] [secret] c');
  });
});
