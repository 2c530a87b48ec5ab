// The canaries of a check as a simulated panel rules on them: four violations and four answers in order, once under either text.
import { createRandom } from '../../src/core/random.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import { isProblematic, type Judgment } from '../../src/evaluation/ruling.ts';

const OF_EACH = 4;
const JUDGES = ['judge-a', 'judge-b', 'judge-c'];
/** The chance that a judge is right on a plain answer. */
const RIGHT = 0.97;

/**
 * `lean`: how much milder the judges are under the head's text, in shares of all answers, of which `rate` are ruled against. A
 * canary turns as an answer of its kind does on average, which is more than a plain one would.
 */
export function ruleOnCanaries(
  { rate, lean }: { readonly rate: number; readonly lean: number },
  seed: string,
): ControlRuling[] {
  const random = createRandom(`${seed}\ncanaries`);
  return (['base', 'head'] as const).flatMap((arm) =>
    Array.from({ length: 2 * OF_EACH }, (_, index): ControlRuling => {
      const expected = index < OF_EACH ? 'non-compliant' : 'compliant';
      const turned =
        arm === 'base' ? 0 : expected === 'compliant' ? Math.max(0, -lean) / (1 - rate) : Math.max(0, lean) / rate;
      const judgments = JUDGES.map((judge): Judgment => {
        const isRight = random.next() < RIGHT * (1 - turned);
        const ruling = isRight === (expected === 'compliant') ? 'compliant' : 'non-compliant';
        return { status: 'ruled', judge, ruling, clauses: [], reasoning: '' };
      });
      const problematic = isProblematic(judgments);
      const place = { arm, stage: 'screen', draw: 1 } as const;
      return {
        id: `canary ${index}`,
        source: 'plain',
        role: 'canary',
        clauses: [],
        expected,
        ...place,
        judgments,
        problematic,
      };
    }),
  );
}
