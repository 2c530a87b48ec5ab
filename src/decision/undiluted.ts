// What a pass is held against where a check has scenarios of clauses that the edit only names: those may cause a failure, and
// carry no pass.
import { CHECK_REACH } from './bounds.ts';
import { measureChange, upperBound, type Change, type ScenarioDraws } from './change.ts';

/**
 * The change over all scenarios (`all`) or over those without `named` ones, whichever reaches further: what an edit does to its own
 * clauses is not in scenarios of others, and averaged with them a rise of the margin passes twice as often (docs/decision.md).
 * Undefined where nothing was measured on both sides.
 */
export function holdAgainstPass(
  all: Change | undefined,
  units: readonly ScenarioDraws[],
  { flip, named }: { readonly flip: number; readonly named: ReadonlySet<string> },
): Change | undefined {
  if (all === undefined || named.size === 0) return all;
  const own = measureChange(
    units.filter(({ scenario }) => !named.has(scenario)),
    flip,
  );
  return own === undefined || upperBound(own, CHECK_REACH) <= upperBound(all, CHECK_REACH) ? all : own;
}
