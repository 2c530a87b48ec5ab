// What a change does to the scenario bank file, by three ways.
import { besideConfig, type Project } from '../../run/load-project.ts';
import { loadBank } from '../../run/project-bank.ts';
import { createBank } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { bankLoosened, diffBank } from './bank-change.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import type { LoosenedOption } from './policy-change.ts';

export interface HeadBank {
  /** Scenarios that neither the change's start nor the tip of the base branch has. */
  readonly added: readonly Scenario[];
  readonly loosened: readonly LoosenedOption[];
}

/** @throws UserError for a bank that the head breaks. */
export async function loadHeadBank(ends: ChangeEnds, project: Project): Promise<HeadBank> {
  const file = besideConfig(project.configFile, project.config.bank);
  // The usual change leaves the bank as it is, and a large one is not read twice more to find that out.
  if (ends.base.paths.get(file) === ends.head.paths.get(file)) return { added: [], loosened: [] };
  const read = async (side: 'base' | 'head') =>
    ends[side].paths.has(file) ? loadBank(ends[side].source, file) : createBank(file, []);
  const [base, head] = [await read('base'), await read('head')];
  const change = diffBank(base, head);
  return {
    added: change.added.filter(({ id }) => !project.bank.byId.has(id)),
    loosened: bankLoosened(base, change),
  };
}
