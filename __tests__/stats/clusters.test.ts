// Clustered error: reference values, and agreement with the plain error.
import * as fc from 'fast-check';
import { sampleVariance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { clusteredMean } from '../../src/stats/clustered-error.ts';

describe('clustered error', () => {
  test('Miller’s formula, and inspect_ai’s correction', () => {
    const clusters = [[1, 1, 0], [0, 0, 0], [1, 1, 1], [1, 0], []];
    expect(clusteredMean(clusters)).toMatchObject({
      value: expect.closeTo(6 / 11, 12),
      uncorrected: expect.closeTo(0.1966178, 7),
      standardError: expect.closeTo(0.2270347, 7),
      degreesOfFreedom: 3,
    });
  });

  test('clusters of one value give the plain standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 20 }), (values) => {
        const result = clusteredMean(values.map((value) => [value]));
        const plain = Math.sqrt(sampleVariance(values) / values.length);
        expect(result.status === 'defined' && result.standardError).toBeCloseTo(plain, 10);
      }),
    );
  });

  test('writing every value twice changes nothing', () => {
    const clusters = [[0, 1], [1], [0, 0, 1]];
    expect(clusteredMean(clusters.map((cluster) => [...cluster, ...cluster]))).toMatchObject({
      standardError: expect.closeTo((clusteredMean(clusters) as { standardError: number }).standardError, 12),
    });
  });

  test.each([
    [[], 'no-units'],
    [[[], []], 'no-units'],
    [[[1, 0]], 'one-unit'],
  ])('%j: %s', (clusters, reason) => {
    expect(clusteredMean(clusters)).toEqual({ status: 'undefined', reason });
  });
});
