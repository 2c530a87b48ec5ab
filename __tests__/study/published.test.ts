// On judgments made with the study's published margins the tables come out as published, within sampling error.
import { describe, expect, test } from 'vitest';
import { analyzeStudy } from '../../src/study/analyze-study.ts';
import { studyBank } from '../../src/study/from-bank.ts';
import type { ScenarioShare } from '../../src/analysis/evidence/scenario-share.ts';
import type { StudyData } from '../../src/analysis/evidence/study-data.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import {
  BIN_RATES,
  FLAG_RATES,
  generateBins,
  generateOutcomes,
  JUDGES,
  OUTCOMES,
  PAIR_AGREEMENT,
} from '../support/published-study.ts';

const asStudy = (scenarios: readonly Scenario[]): Promise<StudyData> =>
  studyBank(scenarios, { isSimulated: () => true, places: new Map(), categories: new Map() });

/** Within 3.5 binomial standard errors of what was put in: 1 of 2,000 such checks fails by chance, and the seeds are fixed. */
function expectRecovered(found: ScenarioShare, truth: number, trials: number): void {
  expect(found.status).toBe('defined');
  if (found.status === 'undefined') return;
  expect(Math.abs(found.value - truth)).toBeLessThan(3.5 * Math.sqrt((truth * (1 - truth)) / trials));
  expect(found.interval.lower).toBeLessThan(found.value);
  expect(found.interval.upper).toBeGreaterThan(found.value);
}

const PER_BIN = 600;

describe('disagreement bins and judges', async () => {
  const analysis = analyzeStudy(await asStudy(generateBins('published', PER_BIN)));
  const bins = analysis.bins[0]!.bins;

  test.each(BIN_RATES.map((rates, index) => [index, rates] as const))(
    'bin %i',
    (index, { from, to, majority, anyJudge }) => {
      const bin = bins[index]!;
      expect(bin).toMatchObject({ from, to, scenarios: PER_BIN });
      expectRecovered(bin.majority.share, majority, PER_BIN);
      expectRecovered(bin.anyJudge.share, anyJudge, PER_BIN);
    },
  );

  test('the fold increase of the highest bin against the lowest covers the one put in', () => {
    const { anyJudge } = bins.at(-1)!;
    const truth = BIN_RATES.at(-1)!.anyJudge / BIN_RATES[0].anyJudge;
    expect(anyJudge.fold).toMatchObject({ status: 'defined' });
    if (anyJudge.fold.status === 'undefined') return;
    expect(anyJudge.fold.lower).toBeLessThan(truth);
    expect(anyJudge.fold.upper).toBeGreaterThan(truth);
  });

  test.each(JUDGES.map((judge, index) => [judge, FLAG_RATES[index]!] as const))('flag rate of %s', (judge, rate) => {
    const found = analysis.judgeTable.judges.find((one) => one.judge === judge)!;
    expect(found.rulings.ambiguous).toBe(0);
    expectRecovered(found.flagged, rate, BIN_RATES.length * PER_BIN);
  });

  test.each(Object.entries(PAIR_AGREEMENT))('agreement of judges %s', (pair, rate) => {
    const names = Array.from(pair, (index) => JUDGES[Number(index)]!).sort();
    const found = analysis.judgeTable.pairs.find(({ first, second }) => [first, second].join() === names.join())!;
    expect(found.agreement).toMatchObject({ scenarios: BIN_RATES.length * PER_BIN });
    expectRecovered(found.agreement, rate, BIN_RATES.length * PER_BIN);
  });

  test("Fleiss' kappa, which the generator was never told, is what the published margins imply", () => {
    const { fleissKappa } = analysis.judgeTable;
    expect(fleissKappa.status).toBe('defined');
    if (fleissKappa.status === 'undefined') return;
    // The study prints 0.42.
    expect(fleissKappa.interval.lower).toBeLessThan(0.425);
    expect(fleissKappa.interval.upper).toBeGreaterThan(0.415);
    expect(fleissKappa.interval.upper - fleissKappa.interval.lower).toBeLessThan(0.06);
  });
});

test.each(Object.entries(OUTCOMES))('outcomes of 1,000 scenarios: %s', async (name, truth) => {
  const { outcomes } = analyzeStudy(await asStudy(generateOutcomes(name, 1_000, truth)));
  // The panel is one provider's, so its D is the provider's; every generated scenario is of high disagreement.
  for (const row of outcomes) {
    expect(row.scenarios).toBe(1_000);
    expectRecovered(row.allPass, truth.allPass, 1_000);
    expectRecovered(row.someFail, 1 - truth.allPass, 1_000);
    expectRecovered(row.allFail, truth.allFail, 1_000);
  }
  expect(outcomes.map(({ subset }) => subset)).toEqual(['all scenarios', 'high disagreement (all)']);
});
