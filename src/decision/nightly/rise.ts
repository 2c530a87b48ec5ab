// One test of one rise: does tonight differ from the anchor by more than draws and nights do by themselves?
import { normalCdf } from '../../stats/normal.ts';
import { relabellingTest } from '../../stats/relabelling.ts';
import type { UnitDraws } from '../../stats/unit-draws.ts';

export interface RiseTest {
  /** Mean over scenarios of (share tonight - share then); positive is worse. */
  readonly change: number;
  /** One-sided: a rise like this although nothing changed. */
  readonly p: number;
  readonly scenarios: number;
}

export interface RiseOptions {
  /** Standard deviation, in shares, of a model's mean from night to night beyond its draws. */
  readonly betweenNights: number;
  readonly seed: string;
  /** Above this p nothing hangs on its exact value: the costly half is left out, and p is the one that allows for nights. */
  readonly level?: number;
}

/**
 * The larger of two p values, so both must be small. One is exact for the draws: the relabelling test within scenarios.
 * The other allows for nights: z = change / sqrt(V + 2 t^2), V the binomial variance within scenarios with half a
 * non-compliant and half a compliant draw added to each (so that it is never zero), t the spread between nights, once for
 * the anchor and once for tonight. Undefined without a scenario that has draws on both sides.
 */
export function testRise(units: readonly UnitDraws[], options: RiseOptions): RiseTest | undefined {
  const { betweenNights, seed, level = 1 } = options;
  const paired = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
  if (paired.length === 0) return undefined;
  let change = 0;
  let variance = 0;
  for (const { base, head } of paired) {
    change += share(head) - share(base);
    const draws = base.length + head.length;
    const pooled = (sum(base) + sum(head) + 0.5) / (draws + 1);
    variance += pooled * (1 - pooled) * (1 / base.length + 1 / head.length);
  }
  change /= paired.length;
  const spread = Math.sqrt(variance / paired.length ** 2 + 2 * betweenNights ** 2);
  const byNights = normalCdf(-change / spread);
  if (byNights > level) return { change, p: byNights, scenarios: paired.length };
  const byDraws = relabellingTest(paired, { seed });
  return { change, p: Math.max(byNights, byDraws.status === 'defined' ? byDraws.p : 1), scenarios: paired.length };
}

function share(draws: ArrayLike<number>): number {
  return sum(draws) / draws.length;
}

function sum(draws: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < draws.length; index += 1) total += draws[index]!;
  return total;
}
