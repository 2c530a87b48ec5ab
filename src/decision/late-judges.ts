// Whether a judge who is asked only where the first ones part reads the new text unlike them: the audited answers alone can show it.
import type { Cell } from '../evaluation/cell.ts';
import { majorityOf } from '../evaluation/majority.ts';
import { compareSides } from './compare-sides.ts';
import type { Reason } from './decision.ts';
import type { Severity } from './severity.ts';

/** So sure that a pass must not rest on it; without a difference at most one look in a hundred says so of a judge. */
const LEVEL = 0.01;

/**
 * The first judges settle most answers between them. Where they agree and a later judge, had it been asked, would say the opposite,
 * the majority is the same, but the panel is torn over the text and judge agreement sees it on the audited share alone. So that is
 * tested by itself: audited answers of equal draws on which the first judges are of one mind, a one-sided sign test over scenarios
 * of how often the later judge stands against them under the head's text and under the base's. A ruling of ambiguous sides with
 * non-compliant, as in the majority. Where every answer is audited judge agreement sees it all, and nothing is said here.
 */
export function lateJudgeReasons(
  cells: readonly Cell[],
  judges: readonly string[],
  severity: Severity,
): readonly Reason[] {
  if (cells.every(({ audited }) => audited)) return [];
  const first = majorityOf(judges.length);
  const audited = cells.filter((cell) => cell.audited);
  return judges.slice(first).flatMap((judge): readonly Reason[] => {
    const { p, ...counted } = compareSides(audited, (cell) => standsAgainst(cell, { judge, judges, first }));
    return p.oneSided > LEVEL
      ? []
      : [{ code: 'late-judge-parts', args: { judge, ...counted, p: p.oneSided }, severity }];
  });
}

function standsAgainst(
  { judgments }: Cell,
  { judge, judges, first }: { readonly judge: string; readonly judges: readonly string[]; readonly first: number },
): boolean {
  const isAgainst = new Map(
    judgments.flatMap((one) => (one.status === 'ruled' ? [[one.judge, one.ruling !== 'compliant'] as const] : [])),
  );
  const own = isAgainst.get(judge);
  return own !== undefined && judges.slice(0, first).every((one) => isAgainst.get(one) === !own);
}
