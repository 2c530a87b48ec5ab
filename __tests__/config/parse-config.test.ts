import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { UserError } from '../../src/core/errors.ts';

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
    margins: { nonCompliance: 0.05, frequentNonCompliance: 0.05, disagreement: 0.2, judgeAgreement: 0.1 },
    actions: { newOutliers: 'report', untested: 'inconclusive', policyChange: 'fail' },
    onInconclusive: 'fail',
    disclose: 'ids',
    budget: { calls: 15_000, usd: 20, minutes: 60 },
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
  ['a judge with a system prompt', good.replace('sim/z', '{ id: sim/z, system: x.md }'), /unknown option "system"/],
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
