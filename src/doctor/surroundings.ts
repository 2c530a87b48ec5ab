// What a check stands on besides models and judges: this Node, the store, the workflows, and what a first pull request costs.
import { panelPower } from '../gate/panel-power.ts';
import type { WorkingProject } from '../context/working-project.ts';
import { secretVariables } from '../models/provider.ts';
import { count, dollars } from '../render/format-numbers.ts';
import { liveProviders } from '../run/live-models.ts';
import { workflowNotes } from './workflow-notes.ts';

export function surroundingNotes(
  { project, root, store }: WorkingProject,
  { nodeVersion, isRepository }: { readonly nodeVersion: string; readonly isRepository: boolean },
): readonly string[] {
  const live = liveProviders(project);
  const keys = [...new Set(live.flatMap((provider) => secretVariables(provider)))];
  const stored = store.size();
  const held = stored === 0 ? 'nothing yet' : `${count(stored)} answers`;
  return [
    `Node ${nodeVersion}; the store ${project.config.storePath} holds ${held}`,
    ...(live.length === 0 ? [] : [firstCost(project)]),
    ...(isRepository ? workflowNotes(root, keys) : ['this folder is in no git repository: a check compares commits']),
  ];
}

/** Of an edit of one clause, with nothing stored. */
function firstCost({ config, panel }: WorkingProject['project']): string {
  const { usd } = panelPower(config, panel);
  const price = usd === 'unknown' ? 'a price that is not known for all models' : `about ${dollars(usd)}`;
  const cap = config.coverage.write
    ? `, at most ${dollars(config.coverage.usd)} of it for scenarios written for it`
    : '';
  return `the first pull request that edits one clause costs ${price}${cap}; spec-gate plan --base main prices the edit at hand`;
}
