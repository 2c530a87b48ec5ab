// Which rulings on an answer were asked for whatever the others said: judges are compared by these alone.
import { askedAnyway } from '../evaluation/majority.ts';
import type { Cell } from '../evaluation/cell.ts';
import type { Judgment } from '../evaluation/ruling.ts';

export type Ruled = Judgment & { readonly status: 'ruled' };

/**
 * In the panel's order. An audited answer: every ruling. Another one: the first that make a majority, of three judges two; who
 * is asked after them is asked because these part, and a pair with such a judge would say what the parting already says. A
 * judge who abstains has nothing to compare, and the next is asked in its place whatever the others say, since no majority can be
 * decided with fewer rulings: so the first who *ruled* are the ones.
 *
 * So of three judges the metrics that read this estimate, outside the audit, how often the two that the config names first part,
 * and in the audit the mean of all three pairs. Which answers are audited is drawn by a hash that leaves the side out
 * (cell-task.ts): both sides are read by the same pairs of judges on the same answers, and their difference compares like with like.
 */
export function ruledAnyway(cell: Pick<Cell, 'audited' | 'judgments'>, judges: number): readonly Ruled[] {
  return cell.judgments
    .filter((judgment): judgment is Ruled => judgment.status === 'ruled')
    .slice(0, askedAnyway(judges, cell));
}
