// The four ways a spec fails its readers, as the study tells them apart, each with the scenarios that show it.
import { findActivationConflicts } from './findings-activation.ts';
import { findAmbiguities } from './findings-ambiguity.ts';
import { findContradictions } from './findings-contradiction.ts';
import { findGranularityGaps } from './findings-granularity.ts';
import { FEWEST_SCENARIOS, LEAST_SHARE, MOST_EXAMPLES, MOST_OF_A_KIND } from './findings-thresholds.ts';
import type { StudyData } from './study/study-data.ts';

export type SpecFindingKind = keyof typeof LEAST_SHARE;

/** A pattern about one clause, or a pair of them, before the thresholds are applied. */
export interface Pattern {
  /** One clause; or two, of which a conflict's first is cited against answers and its second for them. */
  readonly clauses: readonly [string] | readonly [string, string];
  /** Scenarios that show it, and those that could have. */
  readonly scenarios: number;
  readonly tested: number;
  /** Some of those that show it. */
  readonly examples: readonly string[];
  /** What the clauses are known from: judges' citations, or the scenario's links where none were recorded. */
  readonly basis: 'cited' | 'linked';
  /** Scenarios that showed it on the other arm of a run. */
  readonly before?: number;
}

export interface SpecFinding extends Pattern {
  readonly kind: SpecFindingKind;
}

/** Every finding that is more than a single case (see the thresholds), by kind, the most scenarios first. */
export function findSpecFindings(data: StudyData): readonly SpecFinding[] {
  const patterns: Readonly<Record<SpecFindingKind, readonly Pattern[]>> = {
    contradiction: findContradictions(data.rows),
    activationConflict: findActivationConflicts(data),
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
