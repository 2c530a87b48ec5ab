// What a check depends on besides models and judges: the version of Node, the store, the workflows; and what a first
// pull request costs.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DoctorProblem } from './problems.ts';
import { panelPower } from '../gate/panel-power.ts';
import type { WorkingProject } from '../context/working-project.ts';
import { secretVariables } from '../models/provider.ts';
import { liveProviders } from '../run/live-models.ts';
import type { DoctorNote } from './notes.ts';
import { workflowNotes } from './workflow-notes.ts';

export function surroundingNotes(
  { project, root, store }: WorkingProject,
  { nodeVersion, isRepository }: { readonly nodeVersion: string; readonly isRepository: boolean },
): readonly DoctorNote[] {
  const live = liveProviders(project);
  const keys = [...new Set(live.flatMap((provider) => secretVariables(provider)))];
  return [
    { kind: 'node-and-store', node: nodeVersion, store: project.config.storePath, answers: store.size() },
    ...(live.length === 0 ? [] : [firstCost(project)]),
    ...(isRepository ? workflowNotes(root, keys) : [{ kind: 'no-repository' } as const]),
  ];
}

/** Of an edit of one clause, with nothing stored. */
function firstCost({ config, panel }: WorkingProject['project']): DoctorNote {
  const { usd } = panelPower(config, panel);
  return { kind: 'first-cost', usd, ...(config.coverage.write ? { writing: config.coverage.usd } : {}) };
}

/** Where answers cannot be kept, each run asks and pays for all of them. */
export function storeProblems(folder: string): readonly DoctorProblem[] {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  try {
    if (isFolder) accessSync(place, constants.W_OK);
  } catch {
    return [{ kind: 'store', place, why: 'not-writable' }];
  }
  return isFolder ? [] : [{ kind: 'store', place, why: 'no-folder' }];
}
