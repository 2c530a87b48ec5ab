// What a change does to the policy that it is judged under, and what its verdict must carry for it.
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import type { Project } from '../../run/load-project.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { loadHeadBank } from './head-bank.ts';
import { loadHeadConfig, type HeadConfig } from './head-config.ts';
import { pairModels } from './pair-models.ts';
import type { LoosenedOption } from './policy-change.ts';

export interface HeadPolicy {
  /** What blocks: options that the change loosens, where the policy forbids that, and models that nobody may ask. */
  readonly grounds: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly models: HeadConfig['models'];
  /** Scenarios that the change adds to the bank. */
  readonly added: readonly Scenario[];
}

/**
 * Config, bank and their files at both ends of a change; `patterns` name the spec in the head.
 * @throws UserError for a config or bank that the head breaks.
 */
export async function loadHeadPolicy(
  ends: ChangeEnds,
  subject: { readonly project: Project; readonly patterns: readonly string[] },
): Promise<HeadPolicy> {
  const { project } = subject;
  const config = await loadHeadConfig(ends, subject);
  const bank = await loadHeadBank(ends, project);
  const loosened = [...config.loosened, ...modelsLoosened(config.models), ...bank.loosened];
  const blocks = project.config.actions.policyChange === 'fail';
  return {
    grounds: [...(blocks ? describeLoosened(loosened, 'error') : []), ...config.notAllowed],
    notes: blocks ? [] : describeLoosened(loosened, 'notice'),
    models: config.models,
    added: bank.added,
  };
}

/**
 * A removed model that none replaces: later changes are tested on fewer models. This change is still tested on all of
 * them.
 */
function modelsLoosened({ base, head }: HeadConfig['models']): readonly LoosenedOption[] {
  const { removed, changed } = pairModels(base, head);
  const gone = removed.filter((model) => !changed.some((pair) => pair.base === model)).map(({ ref }) => ref.id);
  if (gone.length === 0) return [];
  return [{ option: 'models', base: `${base.length} models`, head: `${gone.length} removed (${gone.join(', ')})` }];
}

function describeLoosened(loosened: readonly LoosenedOption[], severity: Finding['severity']): readonly Finding[] {
  return loosened.map((option) => createFinding({ code: 'policyLoosened', args: { ...option }, severity }));
}
