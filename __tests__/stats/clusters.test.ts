// Clustered error and cluster bootstrap: reference values, agreement with each other and with the plain error.
import * as fc from 'fast-check';
import { mean, sampleVariance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { clusterBootstrap } from '../../src/stats/cluster-bootstrap.ts';
import { clusteredMean } from '../../src/stats/clustered-error.ts';
import type { Estimate } from '../../src/stats/estimate.ts';
import { valueOf } from '../../src/stats/estimate.ts';
import { krippendorffAlpha } from '../../src/stats/krippendorff.ts';

const seed = 'test';

function meanOf(sample: readonly number[]): Estimate {
  return { status: 'defined', value: mean(sample) };
}

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

describe('cluster bootstrap', () => {
  test('its error of a mean is the textbook one, and the interval close to normal', () => {
    const random = createRandom('values');
    const values = Array.from({ length: 60 }, () => random.normal());
    const result = clusterBootstrap(values, meanOf, { seed });
    const error = Math.sqrt(sampleVariance(values) / 60);
    expect(result).toMatchObject({
      value: expect.closeTo(mean(values), 12),
      standardError: expect.closeTo(error, 1),
      undefinedSamples: 0,
    });
    const { lower, upper } = (result as { interval: { lower: number; upper: number } }).interval;
    expect((upper - lower) / (2 * 1.96 * error)).toBeGreaterThan(0.9);
    expect((upper - lower) / (2 * 1.96 * error)).toBeLessThan(1.1);
  });

  test('three clusters: the interval is the range of what resampling can show', () => {
    expect(clusterBootstrap([1, 2, 3], meanOf, { seed })).toMatchObject({ value: 2, interval: { lower: 1, upper: 3 } });
  });

  test('less confidence, narrower interval: half of the resampled means of 1 and 3 are 2', () => {
    expect(clusterBootstrap([1, 3], meanOf, { seed, confidence: 0.4 })).toMatchObject({
      interval: { lower: 2, upper: 2 },
    });
    expect(clusterBootstrap([1, 3], meanOf, { seed, confidence: 0.9 })).toMatchObject({
      interval: { lower: 1, upper: 3 },
    });
  });

  test('repeats for a seed, differs for another', () => {
    const values = Array.from({ length: 30 }, (_, index) => Math.sqrt(index));
    const options = { seed, samples: 99 };
    expect(clusterBootstrap(values, meanOf, options)).toEqual(clusterBootstrap(values, meanOf, options));
    expect(clusterBootstrap(values, meanOf, { seed: 'other', samples: 99 })).not.toEqual(
      clusterBootstrap(values, meanOf, options),
    );
  });

  test('counts resamples on which the statistic has no value', () => {
    const units = [
      [1, 1],
      [2, 2],
      [1, 2],
    ];
    const result = clusterBootstrap(units, (sample) => krippendorffAlpha(sample, 'nominal'), { seed, samples: 999 });
    // Only the first unit three times, or only the second: 2 of 27.
    expect(result).toMatchObject({ value: valueOf(krippendorffAlpha(units, 'nominal')) });
    const { undefinedSamples } = result as { undefinedSamples: number };
    expect(Math.abs(undefinedSamples / 999 - 2 / 27)).toBeLessThan(0.035);
  });

  test.each([
    ['a statistic without a value', [[1, 1]], 'one-category'],
    ['one cluster', [[1, 2]], 'one-unit'],
  ])('%s', (_, units, reason) => {
    const result = clusterBootstrap(units, (sample) => krippendorffAlpha(sample, 'nominal'), { seed });
    expect(result).toEqual({ status: 'undefined', reason });
  });
});
