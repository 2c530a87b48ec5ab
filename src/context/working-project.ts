// What the commands that compare nothing start from: the project and spec as they stand here, and a run on its store.
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { formatProblem, UserError, type Problem } from '../core/errors.ts';
import { findRepository } from '../io/find-repository.ts';
import { loadProject, loadSpec, type Project } from '../run/load-project.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import type { Spec } from '../spec/clause.ts';
import type { CommandContext } from './command-context.ts';
import { openCommandStore } from './command-store.ts';

export interface ProjectOptions {
  readonly config: string;
  readonly store?: string;
  readonly outputDir?: string;
}

export interface WorkingProject {
  readonly project: Project;
  readonly spec: Spec;
  /** Folder that paths in the config start from. */
  readonly root: string;
  readonly storeFolder: string;
  readonly outputFolder: string;
  readonly store: SegmentStore;
  /** What is wrong with a bank or a spec that is there, where it was gone on without it. */
  readonly unreadable: readonly Problem[];
}

export interface LoadWorkingOptions {
  /**
   * Go on without a bank or a spec that is not there yet, and remark on it: the doctor comes before them. One that is there and
   * cannot be read is a problem, told with the others.
   */
  readonly unfinished?: 'allowed';
}

/** @throws UserError for anything missing. */
export async function loadWorkingProject(
  options: ProjectOptions,
  context: CommandContext,
  { unfinished }: LoadWorkingOptions = {},
): Promise<WorkingProject> {
  const configPath = resolve(context.cwd, options.config);
  const root = (await findRepository(dirname(configPath))) ?? dirname(configPath);
  const configFile = relative(root, configPath).replaceAll('\\', '/') || basename(configPath);
  const source = { kind: 'worktree', root } as const;
  const unreadable: Problem[] = [];
  const goOn = (error: unknown): void => {
    if (unfinished === undefined || !(error instanceof UserError)) throw error;
    const isThere = ({ place }: Problem): boolean => place !== undefined && existsSync(resolve(root, place.file));
    unreadable.push(...error.problems.filter(isThere));
    const absent = error.problems.filter((problem) => !isThere(problem));
    if (absent.length > 0) context.remark(`not there yet: ${absent.map(formatProblem).join('\n')}\n`);
  };
  const project = await loadProject(source, configFile).catch(async (error: unknown) => {
    if (unfinished === undefined) throw error;
    // Other problems of the config show without the bank as well, and are then told once.
    const withoutBank = await loadProject(source, configFile, { bank: 'unread' });
    goOn(error);
    return withoutBank;
  });
  const { config } = project;
  const spec = await loadSpec(source, { configFile, config }).catch((error: unknown): Spec => {
    goOn(error);
    return { clauses: [], hash: '', files: [] };
  });
  return {
    project,
    spec,
    root,
    outputFolder: resolve(context.cwd, options.outputDir ?? config.outputDir),
    ...(await openCommandStore({ root, config, given: options.store }, context)),
    unreadable,
  };
}

/** What opens a run whose calls go in batches, where that is asked for. */
export function batchFolderOf(
  { batch, wait }: { readonly batch?: true | undefined; readonly wait?: boolean },
  { storeFolder }: Pick<WorkingProject, 'storeFolder'>,
): { readonly batchFolder?: string; readonly patience?: 'leave' } {
  if (batch !== true) return {};
  return { batchFolder: storeFolder, ...(wait === false && { patience: 'leave' }) };
}
