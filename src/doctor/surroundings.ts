// What a check depends on besides models and judges: the version of Node, the store, the workflows; and what a first
// pull request costs.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DoctorProblem } from './problems.ts';
import type { Cost } from '../models/cost/prices.ts';
import type { WorkingProject } from '../context/working-project.ts';
import { secretVariables } from '../models/provider.ts';
import { liveProviders } from '../run/live-models.ts';
import type { DoctorNote } from './notes.ts';
import { workflowNotes } from './workflow-notes.ts';

export function surroundingNotes(
  { project, root, store }: WorkingProject,
  {
    nodeVersion,
    isRepository,
    usualEdit,
  }: {
    readonly nodeVersion: string;
    readonly isRepository: boolean;
    /** US dollars, see `priceUsualEdit`. */
    readonly usualEdit: Cost | undefined;
  },
): readonly DoctorNote[] {
  const live = liveProviders(project);
  const keys = [...new Set(live.flatMap((provider) => secretVariables(provider)))];
  return [
    { kind: 'node-and-store', node: nodeVersion, store: project.config.storePath, answers: store.size() },
    ...(live.length === 0 || usualEdit === undefined ? [] : [firstCost(project.config, usualEdit)]),
    ...(isRepository ? workflowNotes(root, keys) : [{ kind: 'no-repository' } as const]),
  ];
}

/** `usd` is what an edit of one clause costs with nothing stored. */
function firstCost({ coverage }: WorkingProject['project']['config'], usd: Cost): DoctorNote {
  return { kind: 'first-cost', usd, ...(coverage.write && { writing: coverage.usd }) };
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
