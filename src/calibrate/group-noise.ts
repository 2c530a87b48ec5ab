// How much the mean over scenarios varies from draw to draw, where scenarios of one group may vary together.
import { LEAST_CLUSTERS } from '../decision/change.ts';
import { withinVariance } from '../decision/draw-noise.ts';

/** One scenario's draws and what it belongs to; its own group where it stands alone. */
export interface GroupedDraws {
  readonly group: string;
  readonly draws: readonly number[];
}

/** Scenarios by group, in the order in which groups come. */
export function byGroup(values: readonly GroupedDraws[]): readonly (readonly GroupedDraws[])[] {
  const groups = new Map<string, GroupedDraws[]>();
  for (const one of values) {
    const own = groups.get(one.group) ?? [];
    groups.set(one.group, own);
    own.push(one);
  }
  return [...groups.values()];
}

/**
 * So many times the variance of a draw's mean over n scenarios as n: the variance of one scenario's draw where they are independent,
 * more where scenarios of a group go up and down together (the sums of groups are what is independent; E. Miller, arXiv:2411.00640,
 * 2.2). The larger of the two where there are groups enough. Pairs of scenarios whose draws are the same, of variance 0.25: 0.5.
 */
export function noiseOfGroups(values: readonly GroupedDraws[]): number {
  const alone = withinVariance(values.map(({ draws }) => draws));
  const groups = byGroup(values);
  if (groups.length < LEAST_CLUSTERS || groups.length === values.length) return alone;
  const sums = groups.map((members) =>
    members[0]!.draws.map((_, draw) => members.reduce((total, { draws }) => total + draws[draw]!, 0)),
  );
  return Math.max(alone, (withinVariance(sums) * groups.length) / values.length);
}
