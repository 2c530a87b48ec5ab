// Inputs as the runner passes them, and the defaults against action.yml.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../../src/core/errors.ts';
import { COMMENT_RULES, MODES, readInputs, STORES } from '../../../src/io/actions/inputs.ts';

const { inputs: declared } = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
};

test('nothing given means what action.yml says', () => {
  const withDefaults = Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']),
  );
  const { githubToken, ...fromManifest } = readInputs(withDefaults);
  expect(githubToken).toBe('${{ github.token }}');
  expect(readInputs({})).toEqual(fromManifest);
});

test('every input of action.yml is read, and its options are in its description', () => {
  const read = new Set<string>();
  readInputs(
    new Proxy<Record<string, string>>(
      {},
      {
        get: (_target, name) => {
          read.add(String(name));
          return undefined;
        },
      },
    ),
  );
  expect([...read].sort()).toEqual(
    Object.keys(declared)
      .map((name) => `INPUT_${name.toUpperCase()}`)
      .sort(),
  );
  for (const mode of MODES) expect(declared['mode']?.description).toContain(`\`${mode}\``);
  for (const rule of COMMENT_RULES) expect(declared['comment']?.description).toContain(`\`${rule}\``);
  for (const store of STORES) expect(declared['store']?.description).toContain(`\`${store}\``);
});

test('values are typed, trimmed, and empty means not set', () => {
  const env = { 'INPUT_MAX-CALLS': ' 600 ', 'INPUT_MAX-USD': '12.5', INPUT_OFFLINE: 'true', INPUT_CONFIG: '  ' };
  expect(readInputs(env)).toMatchObject({ maxCalls: 600, maxUsd: 12.5, offline: true, config: 'spec-gate.yml' });
  expect(readInputs({ 'INPUT_MAX-CALLS': '' })).not.toHaveProperty('maxCalls');
});

test.each([
  ['INPUT_MODE', 'Check'],
  ['INPUT_COMMENT', 'sometimes'],
  ['INPUT_OFFLINE', 'yes'],
  ['INPUT_OFFLINE', 'True'],
  ['INPUT_MAX-CALLS', '1e3'],
  ['INPUT_MAX-CALLS', '-1'],
  ['INPUT_MAX-USD', 'Infinity'],
  ['INPUT_MAX-USD', '$5'],
])('%s=%s is refused with what it expects', (name, value) => {
  expect(() => readInputs({ [name]: value })).toThrow(`got "${value}"`);
});

test('all problems at once', () => {
  const read = () => readInputs({ INPUT_MODE: 'x', INPUT_STORE: 'y', 'INPUT_MAX-USD': 'z' });
  expect(read).toThrow(UserError);
  expect(read).toThrow(/max-usd[\s\S]*mode[\s\S]*store/);
});
