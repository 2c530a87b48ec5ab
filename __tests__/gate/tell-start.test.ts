import { expect, test } from 'vitest';
import type { PlannedCall } from '../../src/evaluation/plan.ts';
import { createStartTeller } from '../../src/gate/tell-start.ts';
import type { RunStart } from '../../src/report/terminal/run-start.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { harborConfig } from '../support/runner/gated-repository.ts';
import { comparison, modelRef, spec, clause } from '../support/scripted-models.ts';

const help = spec(clause('help', 'Help.'));
const model = { ...modelRef('gpt-5'), kind: 'openai' as const, origin: 'https://api.openai.com', model: 'gpt-5' };
const calls = (...stored: readonly boolean[]): readonly PlannedCall[] =>
  stored.map((one, index) => ({
    request: { model, messages: [{ role: 'user', content: `question ${index}` }], sharedMessages: 0, draw: 'pool:1' },
    purpose: 'respond',
    stored: one,
    optional: false,
  }));

test.each([
  ['the first call, which is stored by now, is one to make', [true, false, false], { toMake: 3, stored: 0 }],
  ['what was stored before is not', [true, true, true, false], { toMake: 2, stored: 2 }],
  ['a first reply that was cut off is none that is stored', [false, false], { toMake: 2, stored: 0 }],
])('%s', (_what, stored, expected) => {
  const told: RunStart[] = [];
  const config = parseConfig({ file: 'spec-gate.yml', text: harborConfig() });
  const subject = { comparison: comparison({ base: help, head: help }), selected: [] };
  const tell = createStartTeller(subject as never, { config }, (start) => told.push(start));
  tell(calls(...stored));
  tell(calls(false));
  expect(told).toEqual([expect.objectContaining(expected)]);
});
