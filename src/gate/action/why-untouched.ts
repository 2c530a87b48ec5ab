// Why a change calls for no comparison. Scenarios and labelled items that it adds are told: later changes are measured on them, too.
import { plural } from '../../render/format-numbers.ts';
import type { Project } from '../../run/load-project.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
import type { OutdatedBranch } from '../change/outdated-branch.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** Clauses named of which most scenarios would be new. */
const MOST_NAMED = 3;

/** What a change brings beside what is compared. */
export interface Brought {
  readonly added: readonly Scenario[];
  /** The file of labelled items, where the project had none. */
  readonly labelled?: string | undefined;
}

export function whyUntouched({ bank }: Pick<Project, 'bank'>, { added, labelled }: Brought): string {
  const brought = [
    ...(added.length === 0 ? [] : [describeAdded(bank, added)]),
    ...(labelled === undefined ? [] : ['the first labelled items']),
  ];
  if (brought.length === 0) return 'this change touches neither the spec, the models, the bank nor the policy';
  return `this change adds ${brought.join(', and ')}, on which later changes are measured, and touches neither the spec, the models nor the policy`;
}

/** Of a change that is older than files of the spec. Their names are not shown: they are any text. */
export function whyOutdated({ absent }: OutdatedBranch): string {
  return `this change is older than ${plural(absent.length, 'file')} of the spec, and touches neither the spec, the models, the bank nor the policy`;
}

/** How many, and of which clauses most would be new. */
function describeAdded(bank: Project['bank'], added: readonly Scenario[]): string {
  const [before, come] = [countLinks(bank.scenarios), countLinks(added)];
  const mostly = [...come].flatMap(([clause, count]) => {
    const all = count + (before.get(clause) ?? 0);
    if (2 * count <= all) return [];
    // Whoever opens the change writes the links: what is no plain id is not shown.
    return [`${count} of the ${all} of ${ID_PATTERN.test(clause) ? `\`${clause}\`` : 'a clause'}`];
  });
  const named = mostly.slice(0, MOST_NAMED).join(', ');
  const rest = mostly.length > MOST_NAMED ? ` and most of ${plural(mostly.length - MOST_NAMED, 'other clause')}` : '';
  const share = mostly.length === 0 ? '' : ` (${named}${rest})`;
  return `${plural(added.length, 'scenario')} to the bank${share}`;
}

function countLinks(scenarios: readonly Scenario[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { clauses } of scenarios) for (const id of new Set(clauses)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
