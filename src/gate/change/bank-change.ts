// What a change does to the scenario bank: what it adds may be run, what it edits or removes counts as it was.
import type { Bank } from '../../scenarios/bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import type { LoosenedOption } from './policy-change.ts';

/** Scenarios by id, in the order of their bank. */
export interface BankChange {
  readonly added: readonly Scenario[];
  readonly edited: readonly string[];
  readonly removed: readonly string[];
}

/** The head's bank against the one it started from. */
export function diffBank(base: Bank, head: Bank): BankChange {
  return {
    added: head.scenarios.filter(({ id }) => !base.byId.has(id)),
    edited: base.scenarios.flatMap((scenario) => {
      const now = head.byId.get(scenario.id);
      return now === undefined || serializeScenario(now) === serializeScenario(scenario) ? [] : [scenario.id];
    }),
    removed: base.scenarios.flatMap(({ id }) => (head.byId.has(id) ? [] : [id])),
  };
}

/**
 * Editing or removing scenarios counts as a loosened policy: this change is judged on the old bank, but the next one
 * would have an easier test.
 */
export function bankLoosened(base: Bank, { edited, removed }: BankChange): readonly LoosenedOption[] {
  const parts = [...describe('removed', removed), ...describe('edited', edited)];
  if (parts.length === 0) return [];
  return [{ option: 'bank', base: `${base.scenarios.length} scenarios`, head: parts.join('; ') }];
}

const MOST_NAMED = 3;

function describe(what: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const rest = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return [`${ids.length} ${what} (${ids.slice(0, MOST_NAMED).join(', ')}${rest})`];
}
