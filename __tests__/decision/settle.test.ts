// What a check goes on for: only what further draws can settle.
import { expect, test } from 'vitest';
import { hasUndecided } from '../../src/decision/settle.ts';

test.each([
  ['metric-undecided', true],
  ['limit-undecided', true],
  ['clause-undecided', false],
  ['untested-clause', false],
])('%s asks for more draws: %s', (code, asks) => {
  expect(hasUndecided({ reasons: [{ code, args: {}, severity: 'warning' }] as never })).toBe(asks);
});
