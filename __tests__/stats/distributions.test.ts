// Normal, beta and Student t: against printed tables (Abramowitz and Stegun; Fisher and Yates) and closed forms.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '../../src/stats/beta.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../src/stats/normal.ts';
import { studentTCdf, studentTQuantile } from '../../src/stats/student-t.ts';

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('normal', () => {
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.9750021048517795],
    [-3, 0.00134989803163009],
    [5, 0.999999713348428],
  ])('P(Z <= %d) is %d', (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 14);
  });

  test('far tails keep their digits', () => {
    expect(normalCdf(-10) / 7.61985302416e-24).toBeCloseTo(1, 10);
    expect(normalCdf(-40)).toBe(0);
  });

  test.each([
    [0.5, 0],
    [0.8, 0.841621233572914],
    [0.95, 1.64485362695147],
    [0.975, 1.95996398454005],
    [0.995, 2.5758293035489],
    [1e-10, -6.36134090240406],
  ])('quantile at %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });

  test('the ends and what is no probability', () => {
    expect([0, 1, -0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([-Infinity, Infinity, NaN, NaN, NaN]);
  });

  test('density at 0 and 1', () => {
    expect(normalDensity(0)).toBeCloseTo(0.398942280401433, 14);
    expect(normalDensity(1)).toBeCloseTo(0.241970724519143, 14);
  });
});

describe('beta', () => {
  test.each([
    [0.5, 2, 3, 0.6875],
    [0.3, 1, 1, 0.3],
    [0.25, 0.5, 0.5, 1 / 3],
    [0.1, 1, 10, 1 - 0.9 ** 10],
    [0.9, 10, 1, 0.9 ** 10],
  ])('I_%d(%d, %d) is %d', (x, a, b, p) => {
    expect(betaCdf(x, a, b)).toBeCloseTo(p, 13);
  });

  test('is a binomial tail: I_p(k, n - k + 1) = P(Bin(n, p) >= k)', () => {
    // n = 5, p = 0.3: P(X >= 2) = 1 - 0.16807 - 0.36015
    expect(betaCdf(0.3, 2, 4)).toBeCloseTo(0.47178, 13);
  });

  test('quantile and probability undo each other', () => {
    const shape = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 10);
      }),
    );
  });

  test('the ends', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(1.5, 2, 3)]).toEqual([0, 1, NaN]);
    expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 1]);
  });
});

describe('Student t', () => {
  // Fisher and Yates, Statistical Tables, table III.
  test.each([
    [0.975, 1, 12.706],
    [0.95, 2, 2.92],
    [0.975, 10, 2.228],
    [0.995, 29, 2.756],
    [0.9, 5, 1.476],
    [0.95, 120, 1.658],
    [0.55, 30, 0.127],
  ])('quantile at %d with %d degrees of freedom is %d', (p, df, t) => {
    expect(studentTQuantile(p, df)).toBeCloseTo(t, 3);
    expect(studentTQuantile(1 - p, df)).toBeCloseTo(-t, 3);
  });

  test('closed forms: one degree of freedom is Cauchy, two has an algebraic quantile', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 7);
        const t = Math.tan(Math.PI * (p - 0.5));
        expect(studentTCdf(t, 1)).toBeCloseTo(p, 12);
      }),
    );
  });

  test('quantile and probability undo each other', () => {
    fc.assert(
      fc.property(probability, fc.integer({ min: 1, max: 500 }), (p, df) => {
        expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 10);
      }),
    );
  });

  test('approaches the normal, and the ends are infinite', () => {
    expect(studentTQuantile(0.975, 1e6)).toBeCloseTo(1.959964, 4);
    expect([studentTQuantile(0, 5), studentTQuantile(1, 5)]).toEqual([-Infinity, Infinity]);
    expect([studentTCdf(-Infinity, 5), studentTCdf(0, 5), studentTCdf(Infinity, 5)]).toEqual([0, 0.5, 1]);
  });
});
