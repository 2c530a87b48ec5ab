// The verdict about measured outcomes: of one fixed comparison, of a look, or of a screen against a stored base.
import { leastOf } from '../core/extremes.ts';
import { FAIL_SHARE, SCREEN_DRAWS, SCREEN_LEVEL, SCREEN_REACH } from '../decision/bounds.ts';
import { measureChange, scenarioTest, upperBound, type Change, type ScenarioDraws } from '../decision/change.ts';
import { testOneWay, type TestOptions } from '../decision/test-change.ts';
import { normalQuantile } from '../stats/normal.ts';
import { warning, type Ground, type Measured } from './grounds.ts';
import type { PairedOutcomes } from './pair-outcomes.ts';

/** The levels at which one look may fail and pass. */
export interface LookLevels {
  readonly fail: number;
  readonly pass: number;
}

export interface MeasuredOutcomes {
  readonly paired: PairedOutcomes;
  readonly change: Change;
  /** One-sided, of these prompts. */
  readonly p: number;
  /** What is missing read against a pass and against a fail. */
  readonly hardest: { readonly pass: Change; readonly fail: Change; readonly failP: number };
  /** The rise (a share) that a pass rules out. */
  readonly margin: number;
  /** Whether the base was drawn earlier than the head: then it is a screen, which never fails. */
  readonly stored: boolean;
  readonly look?: LookLevels;
}

export interface DecidedOutcomes {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly reasons: readonly Ground[];
  /** What to run next: fresh draws on these scenarios, of the head or of both arms side by side. */
  readonly needed?: { readonly arms: 'head' | 'both'; readonly draws: number; readonly answers: number };
}

export function decideOutcomes(evidence: MeasuredOutcomes): DecidedOutcomes {
  const { paired, change, margin, p } = evidence;
  const args = { change: change.value, margin, p, scenarios: paired.units.length };
  if (paired.blocked.length > 0) return { verdict: 'inconclusive', reasons: [...paired.blocked, ...paired.noPass] };
  const decided = evidence.stored ? screenOutcomes(evidence, args) : judgeOutcomes(evidence, args);
  if (decided.verdict === 'fail' || paired.noPass.length === 0) return decided;
  const others = decided.verdict === 'pass' ? [] : decided.reasons;
  return { ...decided, verdict: 'inconclusive', reasons: [...paired.noPass, ...others] };
}

function judgeOutcomes({ hardest, margin, look }: MeasuredOutcomes, args: Measured): DecidedOutcomes {
  const levels = look ?? ONE_LOOK;
  const failed = hardest.failP <= levels.fail && hardest.fail.value >= FAIL_SHARE * margin;
  if (failed) return { verdict: 'fail', reasons: [{ code: 'rose', args, severity: 'error' }] };
  if (upperBound(hardest.pass, reachAt(levels.pass, hardest.pass)) < margin) return { verdict: 'pass', reasons: [] };
  return { verdict: 'inconclusive', reasons: [warning({ code: 'undecided', args })] };
}

/**
 * A look rests on the wider of the two claims. Its own p of these prompts is the mid-p: what exact tests leave unspent at each of
 * several looks adds up (2 to 4 % of 5; by mid-p 3 to 5 %, bench/README.md).
 */
export function failingP(units: readonly ScenarioDraws[], options: TestOptions, look: LookLevels | undefined): number {
  const { p, midP } = testOneWay(units, options);
  const change = look === undefined ? undefined : measureChange(units, options.flip);
  return change === undefined ? p : Math.max(midP, scenarioTest(change));
}

function screenOutcomes({ paired, hardest, margin, p }: MeasuredOutcomes, args: Measured): DecidedOutcomes {
  if (upperBound(hardest.pass, SCREEN_REACH) < margin) return { verdict: 'pass', reasons: [] };
  const cells = paired.units.length * Math.max(1, paired.models.length);
  const drawn = leastOf(paired.units.map(({ head }) => head.length));
  if (p > SCREEN_LEVEL && drawn < SCREEN_DRAWS) {
    const needed = { arms: 'head', draws: 1, answers: cells } as const;
    return { verdict: 'inconclusive', reasons: [warning({ code: 'screen-undecided', args })], needed };
  }
  // A stored base cannot tell a rise from drift: fresh draws of both arms, side by side.
  const needed = { arms: 'both', draws: 2, answers: 4 * cells } as const;
  return { verdict: 'inconclusive', reasons: [warning({ code: 'confirmation-needed', args })], needed };
}

const ONE_LOOK: LookLevels = { fail: SCREEN_LEVEL, pass: SCREEN_LEVEL };

/** One-sided, in normal errors, which Student's t over what is independent widens (change.ts). */
export function reachAt(level: number, { scenarios, clusters = scenarios }: Change): number {
  return clusters > 1 ? normalQuantile(1 - level) : Number.POSITIVE_INFINITY;
}
