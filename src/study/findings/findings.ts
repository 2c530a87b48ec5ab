// The four ways a spec fails its readers, as the study tells them apart, each with the scenarios that show it.
import type { ClauseConflict } from '../../analysis/conflicts.ts';
import { findActivationConflicts } from './activation.ts';
import { findAmbiguities } from './ambiguity.ts';
import { findContradictions } from './contradiction.ts';
import { findGranularityGaps } from './granularity.ts';
import type { Pattern } from './patterns.ts';
import { FEWEST_SCENARIOS, LEAST_SHARE, MOST_EXAMPLES, MOST_OF_A_KIND } from './thresholds.ts';
import type { StudyData } from '../../analysis/evidence/study-data.ts';

export type SpecFindingKind = keyof typeof LEAST_SHARE;

/** A pattern that is more than a single case. */
export interface SpecFinding extends Pattern {
  readonly kind: SpecFindingKind;
}

/** `conflicts` are the data's (`listConflicts`). Every finding that is more than a single case (see the thresholds), by kind, the most scenarios first. */
export function findSpecFindings(data: StudyData, conflicts: readonly ClauseConflict[]): readonly SpecFinding[] {
  const patterns: Readonly<Record<SpecFindingKind, readonly Pattern[]>> = {
    contradiction: findContradictions(data.rows),
    activationConflict: findActivationConflicts(data, conflicts),
    interpretiveAmbiguity: findAmbiguities(data.rows),
    granularityGap: findGranularityGaps(data.rows),
  };
  return Object.entries(patterns).flatMap(([kind, found]) => chooseFindings(kind as SpecFindingKind, found));
}

function chooseFindings(kind: SpecFindingKind, patterns: readonly Pattern[]): readonly SpecFinding[] {
  return patterns
    .filter(({ scenarios, tested }) => scenarios >= FEWEST_SCENARIOS && scenarios >= LEAST_SHARE[kind] * tested)
    .sort((a, b) => b.scenarios - a.scenarios || (a.clauses.join('\n') < b.clauses.join('\n') ? -1 : 1))
    .slice(0, MOST_OF_A_KIND)
    .map((pattern) => ({ kind, ...pattern, examples: pattern.examples.slice(0, MOST_EXAMPLES) }));
}
