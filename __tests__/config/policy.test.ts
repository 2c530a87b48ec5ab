// What of a config a verdict is made under: nothing of it is lost on the way to the decision.
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { decisionPolicy } from '../../src/config/policy.ts';

const config = (options = '') =>
  parseConfig({
    file: 'spec-gate.yml',
    text: `spec: spec.md
providers: { sim: { kind: simulated, world: world.yml } }
models: [sim/a]
judges: [sim/x, sim/y, sim/z]
${options}`,
  });

test('the limits, margins and actions of the config are those of the decision', () => {
  const policy = decisionPolicy(
    config(
      'limits: { nonCompliance: 0.2 }\nmargins: { letThrough: 0.07 }\nactions: { untested: fail }\nonInconclusive: report\nseed: own\n',
    ),
  );
  expect(policy).toMatchObject({
    limits: { nonCompliance: 0.2 },
    margins: { letThrough: 0.07 },
    actions: { untested: 'fail' },
    onInconclusive: 'report',
    seed: 'own',
  });
  expect(Object.keys(policy.limits)).toEqual(['nonCompliance']);
  expect(decisionPolicy(config()).limits).toEqual({});
});
