// The shipped workflows as this repository needs them: its default branch, its spec; and only where GitHub looks for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { findRepository } from '../io/find-repository.ts';
import { resolveRef } from '../io/git-commits.ts';
import { originServer, type OriginServer } from '../io/origin-server.ts';
import type { SpecPatterns } from './choose-spec.ts';
import type { Workflow } from './workflows.ts';

/** What the shipped workflows name, beside the spec `docs/model_spec.md`. */
const SHIPPED = { branch: 'main' } as const;

export interface Surroundings {
  /** The repository's folder, where the project lies in one. */
  readonly repository: string | undefined;
  /** `main`, unless there is none and another branch is checked out. */
  readonly branch: string;
  /** By the name of the server that `origin` lies on, or, where that says nothing, by its pipeline. */
  readonly service: OriginServer;
  /** GitLab has a pipeline here, without the gate. */
  readonly hasPipeline: boolean;
}

export async function findSurroundings(cwd: string): Promise<Surroundings> {
  const repository = await findRepository(cwd);
  const pipeline = readIfThere(join(repository ?? cwd, PIPELINE));
  const hasPipeline = pipeline !== undefined && !pipeline.includes('spec-gate');
  const named = repository === undefined ? undefined : originServer(repository);
  const service = named ?? (pipeline === undefined ? 'github' : 'gitlab');
  if (repository === undefined) return { repository, branch: SHIPPED.branch, service, hasPipeline };
  const current = currentBranch(repository);
  const isMain = current === undefined || (await hasBranch(repository, SHIPPED.branch));
  return { repository, branch: isMain ? SHIPPED.branch : current, service, hasPipeline };
}

/** Where GitLab looks for a pipeline. */
const PIPELINE = '.gitlab-ci.yml';

/** Its path from the repository's folder: beside a pipeline that is there, one that the pipeline has to include. */
export function placeOfWorkflow({ file, beside }: Workflow, { hasPipeline }: Surroundings): string {
  return beside !== undefined && hasPipeline ? beside : file;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The example's text for this repository. */
export function workflowText(
  { example }: Workflow,
  { packageRoot, branch, spec }: { readonly packageRoot: string; readonly branch: string; readonly spec: SpecPatterns },
): string {
  return readFileSync(join(packageRoot, 'examples', example), 'utf8')
    .replaceAll(`branches: [${SHIPPED.branch}]`, `branches: [${JSON.stringify(branch).slice(1, -1)}]`)
    .replaceAll(`told:-${SHIPPED.branch}`, `told:-${branch}`)
    .replaceAll(/^( *- )docs\/model_spec\.md$/gm, (_, dash: string) =>
      spec.map((pattern) => `${dash}${JSON.stringify(pattern)}`).join('\n'),
    );
}

/** Undefined where no branch is checked out. */
function currentBranch(repository: string): string | undefined {
  // In a worktree `.git` is a file, and its branch is rarely the default one.
  return /^ref: refs\/heads\/([\w./-]+)$/m.exec(readIfThere(join(repository, '.git/HEAD')) ?? '')?.[1];
}

async function hasBranch(repository: string, branch: string): Promise<boolean> {
  try {
    await resolveRef(repository, branch);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
