import { expect, test } from 'vitest';
import { plainText } from '../../src/render/plain-text.ts';
import { writeExplainedClaims } from '../../src/report/claim-words.ts';
import type { ReportMetric } from '../../src/report/report.ts';
import { failingReport } from '../support/report-builder.ts';

const written = (nonCompliance: Partial<ReportMetric>): readonly string[] => {
  const { endpoints } = failingReport();
  const own = { ...endpoints.nonCompliance!, ...nonCompliance };
  return writeExplainedClaims({ endpoints: { nonCompliance: own } }).map(plainText);
};

test('a change is told with both intervals, and what p is', () => {
  const claims = {
    theseScenarios: { p: 0.002, interval: [0.08, 0.26] },
    scenariosLikeThem: { p: 0.047, interval: [-0.01, 0.35] },
  } as const;
  const [claim, what] = written({ claims });
  expect(claim).toMatch(/changed by 8 to 26 points on these 24 scenarios \(p 0\.002\), by −1 to 35 on/);
  expect(what).toMatch(/how often chance alone/);
});

test('nothing is said of a size that nothing bounds, as of one scenario seen once', () => {
  const claims = { theseScenarios: { p: 1 }, scenariosLikeThem: { p: 1 } };
  expect(written({ claims, scenarios: 1, status: 'inconclusive' })).toEqual([]);
});

test('where one of the two is known the other is said to be unknown', () => {
  const claims = { theseScenarios: { p: 0.01, interval: [0.02, 0.1] }, scenariosLikeThem: { p: 0.5 } } as const;
  expect(written({ claims })[0]).toContain('by 2 to 10 points on these 24 scenarios (p 0.010), by an unknown size on');
});
