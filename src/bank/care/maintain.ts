// What in a bank needs care: scenarios that show nothing any more, old scores, links to clauses that are gone,
// near-duplicates.
import type { Ruling } from '../../core/study-words.ts';
import type { Spec } from '../../spec/clause.ts';
import { createLinkTally, type OrphanedLink } from './clause-links.ts';
import { createDuplicateTally, type NearDuplicate } from './near-duplicates.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';

export interface MaintainOptions {
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

export interface UpkeepTally {
  readonly add: (scenario: Scenario) => void;
  readonly read: () => BankUpkeep;
}

/** Lists what a person should look at, scenario by scenario. Only what is listed is kept in memory. */
export function createUpkeepTally({
  spec,
  now,
  staleAfter = 180,
  agreesBelow = 0.5,
  measure,
}: MaintainOptions): UpkeepTally {
  const stale: StaleScenario[] = [];
  const saturated: string[] = [];
  const links = createLinkTally(spec);
  const duplicates = createDuplicateTally(measure);
  return {
    add: (scenario) => {
      const scored = Date.parse(scenario.scored?.provenance?.date ?? '');
      const days = Math.floor((now - scored) / DAY);
      if (days > staleAfter) stale.push({ scenario: scenario.id, days });
      if (isSaturated(scenario, agreesBelow)) saturated.push(scenario.id);
      links.add(scenario);
      duplicates.add(scenario);
    },
    read: () => ({
      saturated,
      stale: stale.toSorted((a, b) => b.days - a.days),
      orphaned: links.orphaned,
      nearDuplicates: duplicates.read(),
    }),
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
