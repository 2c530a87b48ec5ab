// When a confirmation looks, and what error each look may make: few draws where they are enough, more where they are not.
import { normalCdf } from '../stats/normal.ts';
import type { DecisionPolicy } from './policy.ts';

/** What of a policy says when to look. */
type LookPolicy = Pick<DecisionPolicy, 'selection'> & {
  readonly actions?: Pick<DecisionPolicy['actions'], 'newOutliers'>;
};

/** Draws a side at the last look: so many times the policy's. */
const MOST_DRAWS = 3;
const MOST_LOOKS = 6;

/**
 * One-sided normal bounds of equal looks whose errors add up to 5 % and to 2.5 %, by their number: S. J. Pocock, "Group sequential
 * methods in the design and analysis of clinical trials", Biometrika 64 (1977) 191-199, to six looks in C. Jennison and
 * B. W. Turnbull, Group Sequential Methods (2000), table 2.1.
 */
const POCOCK = {
  gated: [1.645, 1.875, 1.992, 2.067, 2.122, 2.164],
  ungated: [1.96, 2.178, 2.289, 2.361, 2.413, 2.453],
} as const;

/**
 * Draws a side at each look of a confirmation. Two in the policy: 1, 2, 3, 4, 5, 6; one: 1, 2, 3; four: 2, 4, 6, 8, 10, 12. Where an
 * outlier may fail, which takes two draws to see, nothing is decided after one. (Elsewhere one draw may pass; a failure waits for
 * the second, `decide.ts`.) A change of models has looks of its own, `model-looks.ts`.
 */
export function looksOf({ selection, actions }: LookPolicy): readonly number[] {
  const last = MOST_DRAWS * selection.replicates.confirm;
  const looks = Math.min(MOST_LOOKS, last);
  const all = Array.from({ length: looks }, (_, look) => Math.ceil(((look + 1) * last) / looks));
  return actions?.newOutliers === 'fail' ? all.filter((draws) => draws > 1) : all;
}

/**
 * The one-sided level of each look for "head is worse". `gated`: only what a screen found suspicious comes here, and an overall 5 % is
 * left to the fresh draws. `ungated`: what a screen could not pass, or what nothing was screened of, comes as well: 2.5 %.
 * Six looks: .0152 and .0071.
 */
export function levelOfLooks(policy: LookPolicy, gate: keyof typeof POCOCK): number {
  return normalCdf(-POCOCK[gate][looksOf(policy).length - 1]!);
}
