// Labelled violations of one touched clause as a check has them judged under both texts, in every stage that is held.
import { createRandom } from '../../src/core/random.ts';
import type { Stage } from '../../src/evaluation/cell.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import { isProblematic, type Judgment } from '../../src/evaluation/ruling.ts';

export interface Violations {
  readonly count: number;
  /** How likely a judge rules against one of them under either text, draw by draw. */
  readonly base: number;
  readonly head: number;
}

/** The clause that they break and the simulated change touches. */
export const WATCHED = 'clause';
/** Rulings of a violation where there are four of them (run-controls.ts). */
const DRAWS: Readonly<Record<Stage, number>> = { screen: 2, confirm: 4 };

/** What the panel says of them in one stage; `seed` names the luck. */
export function ruleOnViolations(
  violations: Violations,
  at: { readonly stage: Stage; readonly judges: readonly string[]; readonly seed: string },
): readonly ControlRuling[] {
  const draws = DRAWS[at.stage];
  const random = createRandom(`${at.seed}\nviolations\n${at.stage}`);
  return (['base', 'head'] as const).flatMap((arm) =>
    Array.from({ length: violations.count * draws }, (_, index): ControlRuling => {
      const judgments = at.judges.map((judge): Judgment => {
        const ruling = random.next() < violations[arm] ? 'non-compliant' : 'compliant';
        return { status: 'ruled', judge, ruling, clauses: [WATCHED], reasoning: '' };
      });
      return {
        id: `violation ${Math.floor(index / draws)}`,
        source: 'labelled',
        role: 'violation',
        clauses: [WATCHED],
        expected: 'non-compliant',
        arm,
        stage: at.stage,
        draw: 1 + (index % draws),
        judgments,
        problematic: isProblematic(judgments),
      };
    }),
  );
}
