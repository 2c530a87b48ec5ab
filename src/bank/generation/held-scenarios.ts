// What a bank holds already, as far as writing more of it has to know: which ids, and which questions would be repeated.
import { sha256 } from '../../core/canonical-json.ts';
import { createKeySet } from '../../core/key-set.ts';
import { scenarioText } from '../../scenarios/selection/lexical-vector.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { createDuplicateFinder, type DuplicateFinderOptions } from '../../writing/near-duplicates.ts';

export interface HeldScenarios {
  /** Takes in a scenario of the bank. */
  readonly add: (scenario: Scenario) => void;
  /** Whether the bank held it before this run. */
  readonly has: (id: string) => boolean;
  /** How a group's neutral query repeats another one, of the bank or of this run. */
  readonly repeats: (neutral: Scenario) => 'exact' | 'near' | undefined;
  /** Takes in the neutral query of a group that this run writes. */
  readonly addWritten: (neutral: Scenario) => void;
}

/**
 * An empty one. Groups are compared by their neutral queries: rewrites follow them, and resemble each other by design. Memory: 12 to
 * 23 bytes an id and a query, beside what `options` keep.
 */
export function createHeldScenarios(options?: DuplicateFinderOptions): HeldScenarios {
  const ids = createKeySet();
  const finder = createDuplicateFinder(options);
  return {
    add: (scenario) => {
      ids.add(sha256(scenario.id));
      if (scenario.nudge === undefined || scenario.nudge === 'neutral') finder.add(scenarioText(scenario));
    },
    has: (id) => ids.has(sha256(id)),
    repeats: (neutral) => finder.find(scenarioText(neutral)),
    addWritten: (neutral) => finder.add(scenarioText(neutral)),
  };
}
