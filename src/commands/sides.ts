// Reads what a command compares: two refs of the repository, or two files.
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { SpecSide } from '../gate/prepare-check.ts';
import { findRename, findRepository, mergeBase, resolveRef, type ObjectId } from '../io/git.ts';
import { loadProject, loadSpec, specPatterns, type Project } from '../io/load-project.ts';
import type { SpecSource } from '../io/read-spec.ts';
import { loadSpecFile } from './spec-file.ts';

export interface SidesOptions {
  readonly cwd: string;
  readonly config: string;
  readonly base?: string;
  readonly baseSpec?: string;
  readonly headSpec?: string;
  /** Take the policy from the base commit, as a pull request's check does. */
  readonly basePolicy?: boolean;
}

export interface Sides {
  readonly project: Project;
  readonly base: SpecSide;
  readonly head: SpecSide;
  /** Folder that paths in the config and the report start from. */
  readonly root: string;
}

/**
 * The project and both specs. With `base` the base is where the work branched off that ref and the head is the working
 * tree; with `baseSpec` and `headSpec` both are files.
 * @throws UserError for anything missing.
 */
export async function loadSides(options: SidesOptions): Promise<Sides> {
  const configPath = resolve(options.cwd, options.config);
  if (options.baseSpec !== undefined || options.headSpec !== undefined) return loadFileSides(options, configPath);
  const root = await findRepository(options.cwd);
  if (root === undefined) {
    throw new UserError({
      message: 'this folder is not in a git repository',
      hint: 'run inside the repository, or name two files with --base-spec and --head-spec',
    });
  }
  const { ref, sha } = await resolveBase(root, options.base);
  const configFile = relative(root, configPath).replaceAll('\\', '/');
  const worktree: SpecSource = { kind: 'worktree', root };
  const commit: SpecSource = { kind: 'commit', repo: root, sha };
  const project = await loadProject(options.basePolicy === true ? commit : worktree, configFile);
  const { config } = project;
  const base = await loadSpec(commit, { configFile, config });
  const patterns =
    options.basePolicy === true
      ? await followRenames(root, { sha, configFile, project })
      : specPatterns(configFile, config);
  const head = await loadSpec(worktree, { configFile, config, patterns });
  return { project, base: { ref, sha, spec: base }, head: { ref: 'working tree', spec: head }, root };
}

async function loadFileSides(options: SidesOptions, configPath: string): Promise<Sides> {
  const { baseSpec, headSpec } = options;
  if (baseSpec === undefined || headSpec === undefined) {
    throw new UserError({ message: '--base-spec and --head-spec go together', hint: 'give both files' });
  }
  const root = dirname(configPath);
  const project = await loadProject({ kind: 'worktree', root }, basename(configPath));
  const read = async (file: string): Promise<SpecSide> => ({
    ref: file,
    spec: await loadSpecFile(shortest(options.cwd, resolve(options.cwd, file)), project.config.clauses),
  });
  return { project, base: await read(baseSpec), head: await read(headSpec), root };
}

async function resolveBase(root: string, base: string | undefined): Promise<{ ref: string; sha: ObjectId }> {
  if (base === undefined) {
    throw new UserError({
      message: 'there is nothing to compare with',
      hint: 'say what to compare with, for example --base main',
    });
  }
  const tip = await resolveRef(root, base);
  const branchedOff = await mergeBase(root, tip, await resolveRef(root, 'HEAD'));
  return { ref: base, sha: branchedOff ?? tip };
}

/** A spec file that the head renamed is still the spec. */
async function followRenames(
  root: string,
  subject: { sha: ObjectId; configFile: string; project: Project },
): Promise<readonly string[]> {
  const head = await resolveRef(root, 'HEAD');
  return Promise.all(
    specPatterns(subject.configFile, subject.project.config).map(async (path) => {
      if (existsSync(resolve(root, path))) return path;
      return (await findRename(root, { base: subject.sha, head, path })) ?? path;
    }),
  );
}

function shortest(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}
