// How grave a ground is: an error fails the check, a warning leaves it inconclusive, a notice is only reported.
import type { Action } from './policy.ts';

export type Severity = 'error' | 'warning' | 'notice';

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** How grave something is that the policy answers with an action. */
export const SEVERITY_OF_ACTION: Readonly<Record<Action, Severity>> = {
  fail: 'error',
  inconclusive: 'warning',
  report: 'notice',
};

interface Graded {
  readonly severity: Severity;
}

/** Sorts grounds, the gravest first; equally grave ones keep their order. */
export function rankBySeverity<One extends Graded>(all: readonly One[]): readonly One[] {
  return [...all].sort((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

/** What a verdict with these grounds is. */
export function statusOfGrounds(grounds: readonly Graded[]): 'pass' | 'fail' | 'inconclusive' {
  if (grounds.some(({ severity }) => severity === 'error')) return 'fail';
  return grounds.some(({ severity }) => severity === 'warning') ? 'inconclusive' : 'pass';
}
