// Refusals as vendors word them: of a value, which is the user's to change, or of a parameter, which may be left out.
import { expect, test } from 'vitest';
import { isAboutValue } from '../../src/models/refused-value.ts';

test.each([
  ['Invalid temperature value, the valid range of temperature is [0, 2.0]', true],
  ['temperature must be between 0 and 1', true],
  ["Invalid 'temperature': decimal above maximum value. Expected a value <= 2", true],
  [
    "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
    false,
  ],
  ['`temperature` is deprecated for this model.', false],
  ['Unknown name "temperature": Cannot find field.', false],
])('%s', (said, expected) => {
  expect(isAboutValue('temperature dropped', said)).toBe(expected);
});
