// Rules in use elsewhere, on the evidence they use: one stored base draw and one head draw, cells or shares.
import { comparableRates } from './cell-rates.ts';
import { mcnemar } from '../../src/stats/mcnemar.ts';
import { relabellingTest } from '../../src/stats/relabelling.ts';
import type { Panel } from './latent-panel.ts';

/** Whether the rule would block. */
type Rule = (panel: Panel) => boolean;

export const RIVAL_RULES: Readonly<Record<string, Rule>> = {
  'rate rose by 2 points': (panel) => comparableRates(panel, 1).change > 0.02,
  'Fisher in any scenario': (panel) =>
    comparableRates(panel, 1).scenarios.some(({ base, head, models }) => fisher(base[0]!, head[0]!, models) <= 0.05),
  'McNemar on cells': (panel) => {
    const { worse, better } = comparableRates(panel, 1).cells;
    return mcnemar({ worse, better }).midP.oneSided <= 0.05;
  },
  'stored base of 4, one test': (panel) => {
    const { scenarios } = comparableRates(panel, 4);
    const test = relabellingTest(
      scenarios.map(({ base, head }) => ({ base, head })),
      { seed: 'rival' },
    );
    return test.status === 'defined' && test.p <= 0.05;
  },
};

/** Fisher's exact test, one-sided: P(head at least this many | margins), hypergeometric. */
function fisher(base: number, head: number, models: number): number {
  const bad = base + head;
  let p = 0;
  for (let x = head; x <= Math.min(bad, models); x += 1) {
    p += Math.exp(logChoose(models, x) + logChoose(models, bad - x) - logChoose(2 * models, bad));
  }
  return p;
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  let log = 0;
  for (let index = 1; index <= k; index += 1) log += Math.log((n - k + index) / index);
  return log;
}
