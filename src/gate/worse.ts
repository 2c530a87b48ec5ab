// Which of two verdicts weighs more.
import type { Report } from '../report/report.ts';

const WEIGHTS = { pass: 0, inconclusive: 1, fail: 2 } as const;

/** Whether the first report blocks more than the second. An accepted verdict does not block. */
export function isWorse(one: Report, other: Report): boolean {
  return weigh(one) > weigh(other);
}

function weigh({ verdict }: Report): number {
  // Just above a pass: an acceptance is to be seen.
  return verdict.resolution === undefined ? WEIGHTS[verdict.status] : 0.5;
}
