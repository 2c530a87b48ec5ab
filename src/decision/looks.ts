// When a confirmation looks at its draws, and what error each look may make: it stops at few draws where those decide.
import { eachBound, spendEvenly } from '../stats/group-sequential.ts';
import { normalCdf } from '../stats/normal.ts';
import { FAIL_ERROR, LEADING_SHARE, UNSCREENED_FAIL_ERROR } from './bounds.ts';
import type { BlockingMetric, DecisionPolicy } from './policy.ts';

/** What of a policy says when to look. */
type LookPolicy = Pick<DecisionPolicy, 'selection'> & {
  readonly actions?: Pick<DecisionPolicy['actions'], 'newOutliers'>;
};

/** Draws a side at the last look: so many times the policy's. */
const MOST_DRAWS = 3;
const MOST_LOOKS = 6;

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

/** How much error a confirmation may make depends on whether a screen came before it, see `bounds.ts`. */
const ERRORS = { screened: FAIL_ERROR, unscreened: UNSCREENED_FAIL_ERROR } as const;

/** Bounds of the looks of one kind of check, as far as they were asked for, and how the next one is computed. */
interface Bounds {
  readonly found: number[];
  readonly rest: Iterator<number, undefined>;
}

/** Computed bounds are kept: all of them cost a tenth of a second, and a check asks for the same ones at every look. */
const known = new Map<string, Bounds>();

/**
 * The one-sided level of the look after so many draws a side, over all metrics, so that the looks together make no more than the
 * whole error: spent about evenly (`stats/group-sequential.ts`). Six looks of a screened check: .0076 at the first, .0098 at the last.
 * @throws RangeError where there is no such look.
 */
export function levelAt(policy: LookPolicy, draws: number, { after }: { readonly after: keyof typeof ERRORS }): number {
  const looks = looksOf(policy);
  const place = `${after} ${looks.join(' ')}`;
  const bounds = known.get(place) ?? beginBounds(looks, ERRORS[after]);
  known.set(place, bounds);
  const look = looks.indexOf(draws);
  if (look < 0) throw new RangeError(`no look after ${draws} draws`);
  // A check that is decided at its first look needs no bound of a later one.
  for (let at = bounds.found.length; at <= look; at += 1) bounds.found.push(bounds.rest.next().value!);
  return normalCdf(-bounds.found[look]!);
}

function beginBounds(looks: readonly number[], error: number): Bounds {
  const shares = looks.map((look) => look / looks.at(-1)!);
  return { found: [], rest: eachBound(shares, spendEvenly(error)) };
}

/**
 * How the blocking metrics share an error: non-compliance, which most edits move first, gets half of it where other
 * metrics block as well.
 */
export function errorShares(metrics: readonly BlockingMetric[]): readonly number[] {
  const leads = metrics.includes('nonCompliance') && metrics.length > 1;
  if (!leads) return metrics.map(() => 1 / Math.max(1, metrics.length));
  return metrics.map((metric) =>
    metric === 'nonCompliance' ? LEADING_SHARE : (1 - LEADING_SHARE) / (metrics.length - 1),
  );
}
