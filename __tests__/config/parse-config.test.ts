import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { UserError } from '../../src/core/errors.ts';
import { resolvePanel } from '../../src/config/resolve-models.ts';
import { priceOf } from '../../src/models/cost/prices.ts';
import type { ModelRef } from '../../src/models/model.ts';

const good = `spec: spec.md
providers:
  sim: { kind: simulated, world: world.yml }
models: [sim/a]
judges: [sim/x, sim/y, sim/z]
`;

function problemsOf(text: string): readonly string[] {
  try {
    parseConfig({ file: 'spec-gate.yml', text });
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(
        ({ place, message, hint }) =>
          `${place?.line}:${place?.column} ${message}${hint === undefined ? '' : ` | ${hint}`}`,
      );
    throw error;
  }
  return [];
}

test('what is left out has its default', () => {
  expect(parseConfig({ file: 'f', text: good })).toMatchObject({
    specUse: 'target',
    judgeContext: 'linked',
    selection: { scenarios: 32, extendTo: 64, replicates: { base: 4, confirm: 2 } },
    margins: { nonCompliance: 0.05, frequentNonCompliance: 0.08, disagreement: 0.2, judgeAgreement: 0.1 },
    actions: { newOutliers: 'report', untested: 'inconclusive', policyChange: 'fail' },
    onInconclusive: 'fail',
    disclose: 'ids',
    budget: { calls: 20_000, usd: 25, minutes: 60 },
  });
});

test.each([
  ['a share in percent', `${good}margins: { nonCompliance: 5 }\n`, /^6:12 margins.nonCompliance: .*got 5 \| .*0\.05/],
  ['an unknown option', `${good}judge: x\n`, /^6:1 unknown option "judge"; did you mean "judges"\?/],
  [
    'an unknown option below',
    `${good}margins:\n  nonCompliant: 0.1\n`,
    /^7:3 unknown option "nonCompliant"; did you mean "nonCompliance"\?/,
  ],
  [
    'an unknown provider',
    good.replace('[sim/a]', '[smi/a]'),
    /^4:10 smi\/a: there is no provider "smi" \| did you mean "sim"\?/,
  ],
  ['an even panel', good.replace(', sim/z', ''), /^5:1 judges: /],
  ['four judges', good.replace('sim/z', 'sim/z, sim/w'), /odd number of judges/],
  ['a model listed twice', good.replace('[sim/a]', '[sim/a, sim/a]'), /^4:17 sim\/a is listed twice/],
  ['a key given twice', `${good}spec: other.md\n`, /^6:1 /],
  ['a missing option', good.replace('spec: spec.md\n', ''), /spec is missing/],
  [
    'a provider option of another kind',
    good.replace('world:', 'wrld:'),
    /unknown option "wrld"; did you mean "world"\?/,
  ],
  ['prompt without a classifier', `${good}specUse: prompt\n`, /needs a classifier/],
  ['an extension that shrinks', `${good}selection: { scenarios: 40, extendTo: 20 }\n`, /less than selection.scenarios/],
  [
    'one judge behind two names',
    good
      .replace(
        /sim: .*/,
        'a: { kind: openai, baseUrl: "http://127.0.0.1:1/v1" }\n  b: { kind: openai, baseUrl: "http://127.0.0.1:1/v1/" }',
      )
      .replace('[sim/a]', '[a/m]')
      .replace('[sim/x, sim/y, sim/z]', '[a/x, b/x, a/z]'),
    /b\/x is the same model as a\/x/,
  ],
  ['a judge that replaces one', good.replace('sim/z', '{ id: sim/z, replaces: sim/y }'), /unknown option "replaces"/],
  [
    'a kind that is a product’s name',
    good.replace('kind: simulated', 'kind: ollama'),
    /kind: expected 'openai' .*got "ollama" \| .*kind: openai for nearly all/,
  ],
  ['no kind', good.replace('kind: simulated, ', ''), /kind is missing \| .*kind: openai/],
  [
    'an option by its name in other tools',
    good.replace('{ kind: simulated, world: world.yml }', '{ kind: openai, api_base: "http://127.0.0.1:1/v1" }'),
    /unknown option "api_base"; did you mean "baseUrl"/,
  ],
  [
    'an address that is none',
    good.replace('{ kind: simulated, world: world.yml }', '{ kind: openai, baseUrl: "${BASE_URL}" }'),
    /baseUrl: no address of a server, got .* \| write it whole/,
  ],
  [
    'a key where its name belongs',
    good.replace('{ kind: simulated, world: world.yml }', '{ kind: openai, apiKeyEnv: sk-123 }'),
    /environment variable/,
  ],
])('%s is named with its place and a way out', (_what, text, expected) => {
  expect(problemsOf(text).join('\n')).toMatch(expected);
});

test('what stands where the name of a key belongs is not repeated', () => {
  const text = good.replace('{ kind: simulated, world: world.yml }', '{ kind: openai, apiKeyEnv: sk-proj-secret }');
  expect(problemsOf(text).join()).toMatch(/apiKeyEnv/);
  expect(problemsOf(text).join()).not.toContain('sk-proj');
});

test('all problems are told at once, in the order of their lines', () => {
  const problems = problemsOf(`${good}judge: 1\nmargins: { nonCompliance: 5 }\nspecUse: targte\n`);
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['6:1', '7:12', '8:1']);
});

test.each([
  [
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
  ],
  ['deep nesting', '['.repeat(20_000)],
  ['a huge file', `#${'x'.repeat(2 ** 20)}`],
  ['prototype keys', `${good}__proto__: { polluted: true }\n`],
])('%s is refused and breaks nothing', (_what, text) => {
  expect(() => parseConfig({ file: 'f', text })).toThrow(UserError);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('servers of one’s own', () => {
  const local = (provider: string, rest = '') =>
    parseConfig({
      file: 'spec-gate.yml',
      text: `spec: s.md
providers:
  lab: { kind: openai, baseUrl: "http://127.0.0.1:8080/v1"${provider} }
models: [lab/small]
judges:
  - { id: lab/cold, model: small, params: { temperature: 0 } }
  - { id: lab/warm, model: small, params: { temperature: 1 } }
  - { id: lab/strict, model: small, system: strict.md }
${rest}`,
    });
  const small: ModelRef = {
    id: 'lab/small',
    kind: 'openai',
    origin: 'http://127.0.0.1:8080',
    model: 'small',
    params: {},
  };

  test('one model stands as several judges, by parameters or a prompt of its own', () => {
    const { judges } = resolvePanel(local(''), {
      systems: new Map([['strict.md', 'Be strict.']]),
      offlineHashes: new Map(),
    });
    expect(judges.map(({ id, model, params, system }) => [id, model, params, system])).toEqual([
      ['lab/cold', 'small', { temperature: 0 }, undefined],
      ['lab/warm', 'small', { temperature: 1 }, undefined],
      ['lab/strict', 'small', {}, 'Be strict.'],
    ]);
  });

  test('answers to a prompt serve no other prompt: they are not seeded alone', () => {
    const text = `spec: s.md
specUse: prompt
providers: { lab: { kind: openai, baseUrl: "http://127.0.0.1:8080/v1" } }
models: [lab/small]
judges: [lab/a, lab/b, lab/c]
classifier: lab/a
seeding: { draws: answers }
`;
    expect(problemsOf(text).join()).toMatch(/`seeding.draws: answers` needs `specUse: target`/);
    expect(problemsOf(text.replace('prompt', 'target'))).toEqual([]);
  });

  test('two aliases that differ in nothing are one judge', () => {
    const text = `spec: s.md
providers: { lab: { kind: openai, baseUrl: "http://127.0.0.1:8080/v1" } }
models: [lab/small]
judges: [{ id: lab/a, model: small }, { id: lab/b, model: small }, lab/c]
`;
    expect(problemsOf(text).join()).toMatch(/lab\/b is the same model as lab\/a/);
  });

  test.each([
    ['on this machine, without a key', '', '', { input: 0, output: 0 }],
    ['with a key: a gateway may send a bill', ', apiKeyEnv: KEY, allowPrivate: ["127.0.0.1"]', '', 'unknown'],
    ['with a price of 0', ', apiKeyEnv: KEY, allowPrivate: ["127.0.0.1"], price: 0', '', { input: 0, output: 0 }],
    ['with its provider’s price', ', price: { input: 1, output: 2 }', '', { input: 1, output: 2 }],
    [
      'with a price of its own',
      ', price: { input: 1, output: 2 }',
      'prices: { lab/small: 0 }',
      { input: 0, output: 0 },
    ],
  ])('%s', (_, provider, rest, expected) => {
    expect(priceOf(small, local(provider, rest).prices)).toEqual(expected);
  });
});
