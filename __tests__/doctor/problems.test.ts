// Every kind of problem says something whole and names the way out, and nothing from outside is shown as it came.
import { expect, test } from 'vitest';
import { writeProblem, type DoctorProblem } from '../../src/doctor/problems.ts';

/** A zero-width space would hide in a terminal. */
const OUTSIDE = 'from\u200boutside';

// One example a kind; a kind that is missing here does not compile.
const EXAMPLES: {
  readonly [Kind in Exclude<DoctorProblem['kind'], 'setup'>]: Extract<DoctorProblem, { readonly kind: Kind }>;
} = {
  'silent-judge': { kind: 'silent-judge', judge: OUTSIDE, abstained: 6, items: 20 },
  'weak-judge': { kind: 'weak-judge', judge: OUTSIDE, right: 11, ruled: 20, least: 0.8 },
  'weak-classifier': { kind: 'weak-classifier', model: OUTSIDE, right: 3, asked: 8 },
  'wrong-panel': { kind: 'wrong-panel' },
  'no-answer': { kind: 'no-answer', who: [OUTSIDE], words: OUTSIDE, remedy: 'window', window: 8192 },
  store: { kind: 'store', place: OUTSIDE, why: 'no-folder' },
  stopped: { kind: 'stopped', stop: { kind: 'quota', provider: OUTSIDE } },
};

test.each(Object.values(EXAMPLES))('$kind', (problem) => {
  const { message, hint } = writeProblem(problem);
  for (const text of [message, hint ?? '']) {
    expect(text).not.toMatch(/undefined|NaN|\[object|\u200b|  /);
    expect(text).not.toBe('');
  }
});

test.each([
  [{ kind: 'budget', budget: 'usd', allowed: 5, calls: 3 }, 'budget.usd (5) was reached', 'raise budget.usd'],
  [
    { kind: 'signal' },
    'the doctor was stopped',
    'run it again: its short questions are asked anew, rulings on labelled items are stored',
  ],
  [
    { kind: 'no-keys', providers: ['one', 'two'], fork: false, variables: [] },
    'no key for one, two',
    'set what `apiKeyEnv` names',
  ],
] as const)('a stop by %o', (stop, message, hint) => {
  const said = writeProblem({ kind: 'stopped', stop });
  expect(said.message).toContain(message);
  expect(said.hint).toBe(hint);
});

test('the window that is needed stands in the way out, ready to be copied', () => {
  expect(writeProblem(EXAMPLES['no-answer']).hint).toContain('--ctx-size 8192 ');
  expect(writeProblem({ kind: 'no-answer', who: ['judge a/b'], words: 'no', remedy: 'rights' }).hint).toContain(
    'forbidden',
  );
});

test('a mistake that was told where it was found keeps its words and place', () => {
  const problem = { message: 'no key', hint: 'set it', place: { file: 'spec-gate.yml', line: 3 } };
  expect(writeProblem({ kind: 'setup', problem })).toEqual(problem);
});
