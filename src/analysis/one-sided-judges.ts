// Judges who rule one way whatever they read: always for an answer, or always against it.
import type { Cell } from '../evaluation/cell.ts';

export interface OneSidedJudge {
  readonly judge: string;
  /** How it rules on everything. */
  readonly way: 'for' | 'against';
  readonly rulings: number;
  /** Scenarios on which every other judge who ruled, two or more of them, ruled the other way. */
  readonly alone: number;
}

/**
 * On so many scenarios a judge must have stood alone. One who misses three in ten of what all others see, misses five of five once
 * in 400 times, and must have been of one mind on everything else besides.
 */
const LEAST_ALONE = 5;

/**
 * In the panel's order. A ruling of ambiguous sides with non-compliant, as in the majority. A judge who is asked only where the
 * others part cannot stand alone there: of such a one the audited answers tell.
 */
export function findOneSided(
  cells: readonly Pick<Cell, 'scenario' | 'judgments'>[],
  judges: readonly string[],
): readonly OneSidedJudge[] {
  const panels = cells.map(({ scenario, judgments }) => ({
    scenario,
    sides: judgments.flatMap((judgment) =>
      judgment.status === 'ruled' ? [{ judge: judgment.judge, isAgainst: judgment.ruling !== 'compliant' }] : [],
    ),
  }));
  return judges.flatMap((judge): readonly OneSidedJudge[] => {
    const own = panels.flatMap(({ scenario, sides }) => {
      const mine = sides.find((side) => side.judge === judge);
      const others = sides.filter((side) => side !== mine);
      if (mine === undefined) return [];
      const isAlone = others.length > 1 && others.every(({ isAgainst }) => isAgainst !== mine.isAgainst);
      return [{ scenario, isAgainst: mine.isAgainst, isAlone }];
    });
    const isOneWay = own.every(({ isAgainst }) => isAgainst === own[0]!.isAgainst);
    const alone = new Set(own.flatMap(({ scenario, isAlone }) => (isAlone ? [scenario] : []))).size;
    if (!isOneWay || alone < LEAST_ALONE) return [];
    return [{ judge, way: own[0]!.isAgainst ? 'against' : 'for', rulings: own.length, alone }];
  });
}
