// The policy of a run: the base branch's, which the workflow's inputs may tighten and never loosen.
import type { ActionInputs } from '../io/actions/inputs.ts';
import { loadProject, type Project } from '../run/load-project.ts';
import type { ChangeEnd } from '../run/change-ends.ts';
import type { ActionContext } from './action-context.ts';

/** @throws UserError for a base branch whose config, bank or files cannot be read. */
export async function loadBaseProject({ source }: ChangeEnd, { inputs }: ActionContext): Promise<Project> {
  return tighten(await loadProject(source, inputs.config), inputs);
}

/** The smaller of both budgets: the workflow file of a pull request is the pull request's own. */
export function tighten(project: Project, { maxCalls, maxUsd }: Pick<ActionInputs, 'maxCalls' | 'maxUsd'>): Project {
  const { budget } = project.config;
  const calls = Math.min(budget.calls, maxCalls ?? Infinity);
  const usd = Math.min(budget.usd, maxUsd ?? Infinity);
  return { ...project, config: { ...project.config, budget: { ...budget, calls, usd } } };
}
