// Numbers as people read them.
import { expect, test } from 'vitest';
import { formatChange, formatInterval, formatSize } from '../../src/report/metric-words.ts';
import {
  count,
  decimal,
  dollars,
  percent,
  plural,
  points,
  pValue,
  signedDecimal,
  signedPoints,
} from '../../src/render/format-numbers.ts';

test.each<readonly [(value: number) => string, number, string]>([
  [percent, 0, '0 %'],
  [percent, 0.024, '2.4 %'],
  [percent, 0.0999, '10 %'],
  [percent, 0.3125, '31 %'],
  [percent, 1, '100 %'],
  [signedPoints, 0.17, '+17'],
  [signedPoints, -0.004, '−0.4'],
  [signedPoints, 0.0001, '0'],
  [signedPoints, -0.0001, '0'],
  [points, 0.05, '5'],
  [points, -0.024, '−2.4'],
  [points, -0.0001, '0'],
  [decimal, 1.0234, '1.02'],
  [decimal, -0.2, '−0.20'],
  [decimal, -0.001, '0.00'],
  [signedDecimal, 0.291, '+0.29'],
  [signedDecimal, -0.02, '−0.02'],
  [signedDecimal, 0.001, '0'],
  [pValue, 0.0000004, '< 0.001'],
  [pValue, 0.0021, '0.002'],
  [pValue, 0.043, '0.043'],
  [pValue, 0.6, '0.60'],
  [count, 999, '999'],
  [count, 1152, '1,152'],
  [count, 2_410_000, '2,410,000'],
  [dollars, 0, '$0.00'],
  [dollars, 0.004, 'under $0.01'],
  [dollars, 1.9, '$1.90'],
  [dollars, 1234.5, '$1,234.50'],
])('$0.name of $1 is $2', (format, value, expected) => {
  expect(format(value)).toBe(expected);
});

test('one scenario, many scenarios', () => {
  expect([plural(1, 'scenario'), plural(1152, 'scenario')]).toEqual(['1 scenario', '1,152 scenarios']);
});

test('every endpoint in its own unit, a fall of agreement as a fall', () => {
  expect(formatChange('nonCompliance', 0.17)).toBe('+17');
  expect(formatChange('disagreement', 0.29)).toBe('+0.29');
  expect(formatChange('judgeAgreement', 0.07)).toBe('−7');
  expect(formatInterval('judgeAgreement', [0.02, 0.1])).toBe('−10 to −2');
  expect(formatSize('nonCompliance', 0.01)).toBe('1 point');
  expect(formatSize('disagreement', 0.2)).toBe('0.20');
});

test('a narrow range whose ends round alike is told finer, so that it still reads as a range', () => {
  expect(formatInterval('nonCompliance', [0.2911, 0.2944])).toBe('29.1 to 29.4');
  expect(formatInterval('judgeAgreement', [0.5281, 0.5312])).toBe('−53.1 to −52.8');
  expect(formatInterval('nonCompliance', [0.29111, 0.29112])).toBe('29 to 29');
});
