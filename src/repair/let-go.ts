// What an edit lets go: answers that every judge forbids under the text as it was and that most judges allow under the
// edit.
import { pairRulings } from '../analysis/let-through.ts';
import { standingOf } from '../analysis/standing.ts';
import { LEAST_LET_THROUGH, SCREEN_LEVEL } from '../decision/bounds.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { Arm } from '../evaluation/cell.ts';
import { crossJudge, type CrossJudging } from '../evaluation/cross-judge.ts';
import type { EvaluatedCell } from '../evaluation/evaluate.ts';
import { mcnemar } from '../stats/mcnemar.ts';

export interface LetGoExample {
  readonly scenario: string;
  readonly model: string;
  readonly response: string;
}

export interface LetGo {
  /** Answers that every judge forbids under the text as it was, and those of them that the edit allows. */
  readonly forbidden: number;
  readonly allowed: number;
  /** Scenarios that lost more of them than the other way round, and the reverse: what chance alone does goes both ways. */
  readonly scenarios: { readonly more: number; readonly fewer: number };
  readonly examples: readonly LetGoExample[];
}

const MOST_EXAMPLES = 3;
/** The fewest such answers that count: a single one may be one odd ruling. */
const FEWEST_ALLOWED = 2;

/** Counts both ways on the same answers under both texts; in a prompt's comparison each side's answers are judged once more. */
export async function findLetGo(judging: CrossJudging, ask: Ask): Promise<LetGo> {
  const { comparison } = judging;
  const judges = comparison.judges.length;
  const forbids = (cell: EvaluatedCell): boolean => isForbiddenByAll(cell, judges);
  const turned: { readonly cell: EvaluatedCell; readonly allowed: boolean }[] = [];
  if (comparison.kind === 'target') {
    for (const { base, head } of pairRulings(judging.cells)) {
      if (forbids(base)) turned.push({ cell: base, allowed: standingOf(head) === 'allowed' });
      if (forbids(head)) turned.push({ cell: head, allowed: standingOf(base) === 'allowed' });
    }
  } else {
    const crossed = await crossJudge({ ...judging, cells: judging.cells.filter(forbids) }, ask);
    turned.push(...crossed.map(({ cell, problematic }) => ({ cell, allowed: problematic === false })));
  }
  const own = turned.filter(({ cell }) => cell.arm === 'base');
  const gone = own.filter(({ allowed }) => allowed);
  const balance = new Map<string, number>();
  for (const { cell, allowed } of turned) {
    if (allowed) balance.set(cell.scenario, (balance.get(cell.scenario) ?? 0) + SIGN[cell.arm]);
  }
  const balances = [...balance.values()];
  return {
    forbidden: own.length,
    allowed: gone.length,
    scenarios: { more: balances.filter((sum) => sum > 0).length, fewer: balances.filter((sum) => sum < 0).length },
    examples: gone
      .slice(0, MOST_EXAMPLES)
      .map(({ cell: { scenario, model, responseText = '' } }) => ({ scenario, model, response: responseText })),
  };
}

const SIGN: Readonly<Record<Arm, number>> = { base: 1, head: -1 };

/** Whether an edit loosens the text: more such answers than chance explains, or a large share of all that was forbidden. */
export function isLoosened({ forbidden, allowed, scenarios }: LetGo): boolean {
  if (allowed < FEWEST_ALLOWED) return false;
  const { oneSided } = mcnemar({ worse: scenarios.more, better: scenarios.fewer }).exact;
  return oneSided <= SCREEN_LEVEL || allowed >= LEAST_LET_THROUGH * forbidden;
}

function isForbiddenByAll({ judgments }: EvaluatedCell, judges: number): boolean {
  return (
    judgments.length === judges && judgments.every((one) => one.status === 'ruled' && one.ruling === 'non-compliant')
  );
}
