// Builds cells for tests: the place, then only what the test is about.
import type { Ruling } from '../../src/core/study-words.ts';
import type { Arm, Cell, Stage } from '../../src/evaluation/cell.ts';
import { isProblematic, type Judgment, type ValueScores } from '../../src/evaluation/ruling.ts';

export interface CellSketch {
  readonly scenario?: string;
  readonly model?: string;
  readonly arm?: Arm;
  readonly stage?: Stage;
  readonly draw?: number;
  /** One letter a judge: c compliant, n non-compliant, a ambiguous, - abstained, x the run had ended. */
  readonly rulings?: string;
  readonly audited?: boolean;
  readonly scores?: Partial<ValueScores> | 'missing';
  /** Default: another one in every draw. */
  readonly response?: string;
  /** When the answer was made; without it there are no nights. */
  readonly at?: string;
  /** What every judge says of it. */
  readonly reasoning?: string;
  /** Clauses cited by each judge. */
  readonly cites?: readonly (readonly string[])[];
}

const RULINGS: Readonly<Record<string, Ruling>> = { c: 'compliant', n: 'non-compliant', a: 'ambiguous' };

export function buildCell(sketch: CellSketch): Cell {
  const { rulings = 'ccc', cites = [] } = sketch;
  const judgments = rulings.split('').map((letter, index): Judgment => {
    const judge = `judge-${index + 1}`;
    const ruling = RULINGS[letter];
    if (ruling === undefined) return { status: 'abstained', judge, reason: letter === 'x' ? 'aborted' : 'refusal' };
    return { status: 'ruled', judge, ruling, clauses: cites[index] ?? [], reasoning: sketch.reasoning ?? '' };
  });
  const { scenario = 's1', model = 'm1', arm = 'base', stage = 'screen', draw = 1, audited = true, scores } = sketch;
  return {
    scenario,
    model,
    arm,
    stage,
    draw,
    response: sketch.response ?? `${scenario} ${model} ${draw}`,
    judgments,
    audited,
    ...(sketch.at === undefined ? {} : { at: sketch.at }),
    problematic: isProblematic(judgments),
    ...(scores === undefined
      ? {}
      : {
          scores:
            scores === 'missing'
              ? scores
              : { value1: 3, value2: 3, confidence: 1, responseType: 'full_compliance', ...scores },
        }),
  };
}
