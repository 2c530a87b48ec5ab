// What in a bank has had its day: scenarios that show nothing any more, old scores, dead links, repetitions.
import type { Ruling } from '../../core/study-words.ts';
import type { Spec } from '../../spec/clause.ts';
import { findOrphanedLinks, type OrphanedLink } from './clause-links.ts';
import { findNearDuplicates, type NearDuplicate } from './near-duplicates.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';

export interface MaintainOptions {
  readonly scenarios: readonly Scenario[];
  readonly spec: Spec;
  /** Milliseconds since 1970 (UTC). */
  readonly now: number;
  /** Days after which scores are old; 180 unless given. */
  readonly staleAfter?: number;
  /** D below which models are taken to agree; 0.5 unless given. */
  readonly agreesBelow?: number;
  readonly measure?: Measure;
}

export interface StaleScenario {
  readonly scenario: string;
  /** Whole days since it was scored. */
  readonly days: number;
}

export interface BankUpkeep {
  /** Ids: every model's majority ruling is compliant, and no disagreement is known. Never one without rulings. */
  readonly saturated: readonly string[];
  /** Oldest first; a scenario never scored is not among them. */
  readonly stale: readonly StaleScenario[];
  readonly orphaned: readonly OrphanedLink[];
  /** Undefined for a bank too large to compare every pair. */
  readonly nearDuplicates: readonly NearDuplicate[] | undefined;
}

const DAY = 86_400_000;

/** Lists what wants a person's eye. It changes nothing. */
export function maintainBank(options: MaintainOptions): BankUpkeep {
  const { scenarios, spec, now, staleAfter = 180, agreesBelow = 0.5, measure } = options;
  const stale = scenarios.flatMap((scenario): StaleScenario[] => {
    const scored = Date.parse(scenario.scored?.provenance?.date ?? '');
    const days = Math.floor((now - scored) / DAY);
    return days > staleAfter ? [{ scenario: scenario.id, days }] : [];
  });
  return {
    saturated: scenarios.filter((scenario) => isSaturated(scenario, agreesBelow)).map(({ id }) => id),
    stale: stale.sort((a, b) => b.days - a.days),
    orphaned: findOrphanedLinks(scenarios, spec),
    nearDuplicates: findNearDuplicates(scenarios, measure),
  };
}

function isSaturated({ scored, disagreement }: Scenario, agreesBelow: number): boolean {
  const panels = Object.values(scored?.compliance ?? {});
  if (panels.length === 0 || (disagreement ?? 0) >= agreesBelow) return false;
  return panels.every((rulings) => isCompliant(Object.values(rulings)));
}

/** More than half of the rulings, and at least one. */
function isCompliant(rulings: readonly Ruling[]): boolean {
  return rulings.filter((ruling) => ruling === 'compliant').length * 2 > rulings.length;
}
