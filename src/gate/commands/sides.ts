// Reads what a command compares: two refs of the repository, or two files.
import { whereDefined } from '../../core/where-defined.ts';
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { loadHeadPolicy, type HeadPolicy } from '../change/head-policy.ts';
import { findOutdated, onPart, type OutdatedBranch } from '../change/outdated-branch.ts';
import { filesRead } from '../change/files-that-count.ts';
import { refuseTwins } from '../change/refuse-twins.ts';
import { widenPatterns } from '../change/widened-spec.ts';
import type { SpecSide } from '../change/prepare-check.ts';
import { followRenames } from '../../io/git-differences.ts';
import { findRepository } from '../../io/find-repository.ts';
import { type ObjectId } from '../../io/run-git.ts';
import { loadConfig, loadProject, loadSpec, specPatterns, type Project } from '../../run/load-project.ts';
import { isFileThere, type SpecSource } from '../../io/read-spec.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import { openChange, openEnd, type ChangeEnds } from '../../run/change-ends.ts';
import type { Spec } from '../../spec/clause.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { PlanOptions } from '../commands.ts';
import { loadListedModels, loadNamedModels, type ModelLists } from './model-sides.ts';
import { noteOwnPolicy } from './own-policy.ts';
import { nothingOfItsOwn, resolveBase } from './resolve-base.ts';
import { loadSpecFile } from './spec-file.ts';

export interface SidesOptions extends Omit<PlanOptions, 'json' | 'store' | 'mode' | 'shard'> {
  readonly cwd: string;
  /** Where it runs, for what a message advises. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Sides {
  readonly project: Project;
  readonly base: SpecSide;
  readonly head: SpecSide;
  /** The lists of models, where they may differ. */
  readonly models?: ModelLists;
  /** Folder that paths in the config and the report start from. */
  readonly root: string;
  /** What the report has to say of the policy, and what of it the verdict must carry. */
  readonly notes?: readonly Finding[];
  readonly grounds?: readonly Finding[];
  /** Scenarios that the branch adds to the bank of the base's policy. */
  readonly added?: readonly Scenario[];
}

/**
 * The project and both specs. With `base` the base is where the work branched off that ref and the head is the working
 * tree; with `baseSpec` and `headSpec` both are files; with `baseModel` and `headModel` the spec is the same on both.
 * @throws UserError for anything missing.
 */
export async function loadSides(options: SidesOptions): Promise<Sides> {
  const configPath = resolve(options.cwd, options.config);
  if (options.baseModel !== undefined || options.headModel !== undefined) return loadModelSides(options, configPath);
  if (options.baseSpec !== undefined || options.headSpec !== undefined) return loadFileSides(options, configPath);
  const root = await findRepository(options.cwd);
  if (root === undefined) {
    throw new UserError({
      message: 'this folder is not in a git repository',
      hint: 'git init makes it one; two files are compared with --base-spec and --head-spec',
    });
  }
  const { ref, named: policySha, sha, tip } = await resolveBase(root, options);
  const configFile = relative(root, configPath).replaceAll('\\', '/');
  const worktree: SpecSource = { kind: 'worktree', root };
  const commit: SpecSource = { kind: 'commit', repo: root, sha };
  // Not that of where the work branched off: an old branch would be judged by what was policy then.
  const policy: SpecSource = options.basePolicy === true ? { kind: 'commit', repo: root, sha: policySha } : worktree;
  const project = await loadProject(policy, configFile);
  const { config } = project;
  const ends = options.basePolicy === true ? await openChange(root, { base: sha, head: tip }) : undefined;
  const outdated = ends && (await findOutdated(ends, { project, policy: await openEnd(root, policySha) }));
  const named = outdated?.patterns ?? specPatterns(configFile, config);
  const { before, now } = await nameSides(
    { base: commit, head: worktree },
    { project, named, policy: ends === undefined ? 'own' : 'base', renames: { root, from: sha, to: tip } },
  );
  const load = async (source: SpecSource, patterns: readonly string[]): Promise<Spec> =>
    // A branch may be older than the whole spec.
    patterns.length === 0 ? NO_SPEC : loadSpec(source, { configFile, config, patterns });
  const base = await load(commit, before);
  const head = await load(worktree, now);
  const models = await loadListedModels({ base: commit, head: worktree }, project);
  // By what is compared, not by what git calls edited: a build may have written a lock of packages, or the ends of lines.
  const isSame = isAlike(base.files, head.files) && isAlike(models?.base, models?.head);
  if (ends !== undefined && sha === tip && isSame) throw nothingOfItsOwn(ref);
  const ofPolicy =
    ends !== undefined
      ? await loadBranchPolicy(ends, { project, base, head, patterns: now, ...whereDefined({ outdated }) })
      : { notes: await noteOwnPolicy({ ref, source: commit }, { configFile, config }) };
  return {
    project,
    base: { ref, sha, spec: base },
    head: { ref: 'working tree', spec: head },
    root,
    ...ofPolicy,
    ...whereDefined({ models }),
  };
}

/** What names the spec's files on each side. One that the branch renamed is still the spec, whichever of its names the config has. */
async function nameSides(
  { base, head }: { readonly base: SpecSource; readonly head: SpecSource },
  how: {
    readonly project: Project;
    /** As the policy that judges names them. */
    readonly named: readonly string[];
    /** Whose it is: the branch's own or that of its base. */
    readonly policy: 'own' | 'base';
    readonly renames: { readonly root: string; readonly from: ObjectId; readonly to: ObjectId };
  },
): Promise<{ readonly before: readonly string[]; readonly now: readonly string[] }> {
  const { project, named, policy, renames } = how;
  const { root, from, to } = renames;
  const once = policy === 'base' ? named : await patternsOf(base, project.configFile, named);
  const before = await followRenames(root, once, { from: to, to: from, isThere: (path) => isFileThere(base, path) });
  const isThere = (path: string): boolean => existsSync(resolve(root, path));
  const followed = await followRenames(root, named, { from, to, isThere });
  return { before, now: policy === 'base' ? await widenPatterns({ base, head }, project, followed) : followed };
}

function isAlike<Part>(one: Part, other: Part): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const NO_SPEC: Spec = { clauses: [], hash: '', files: [] };

/** The branch's commits touch nothing then; the working tree may hold more. */
function noteOutdated(
  { absent: files }: OutdatedBranch,
  { base, head }: { readonly base: Spec; readonly head: Spec },
): readonly Finding[] {
  if (!isAlike(base.files, head.files)) throw onPart(files);
  return [createFinding({ code: 'outdatedBranch', args: { files }, severity: 'notice' })];
}

async function loadBranchPolicy(
  ends: ChangeEnds,
  subject: {
    readonly project: Project;
    readonly base: Spec;
    readonly head: Spec;
    readonly patterns: readonly string[];
    readonly outdated?: OutdatedBranch;
  },
): Promise<Pick<HeadPolicy, 'grounds' | 'notes'> & Partial<Pick<HeadPolicy, 'added'>>> {
  const { project, patterns, outdated } = subject;
  if (outdated !== undefined) return { grounds: [], notes: noteOutdated(outdated, subject) };
  refuseTwins(ends, await filesRead(ends, project, patterns));
  return loadHeadPolicy(ends, { project, patterns });
}

/**
 * The spec as the base's own config names it: a file that the branch takes into the spec is new there, and one that it leaves out is
 * gone. What the branch names, where the base has no usable config, or its config names what is not there.
 */
async function patternsOf(
  commit: SpecSource,
  configFile: string,
  named: readonly string[],
): Promise<readonly string[]> {
  try {
    const own = specPatterns(configFile, await loadConfig(commit, configFile));
    const files = own.filter((pattern) => !pattern.startsWith('!'));
    const there = await Promise.all(files.map((path) => isFileThere(commit, path)));
    return there.every(Boolean) ? own : named;
  } catch (error) {
    if (error instanceof UserError) return named;
    throw error;
  }
}

async function loadFileSides(options: SidesOptions, configPath: string): Promise<Sides> {
  const { baseSpec, headSpec } = options;
  if (baseSpec === undefined || headSpec === undefined) {
    throw new UserError({ message: '--base-spec and --head-spec go together', hint: 'give both files' });
  }
  if (options.base !== undefined || options.basePolicy === true) {
    throw new UserError({ message: 'two files have no base branch: leave --base and --base-policy out' });
  }
  const root = dirname(configPath);
  const project = await loadProject({ kind: 'worktree', root }, basename(configPath));
  const read = async (file: string): Promise<SpecSide> => ({
    ref: file,
    spec: await loadSpecFile(shortest(options.cwd, resolve(options.cwd, file)), {
      cwd: options.cwd,
      clauses: project.config.clauses,
      ignore: project.config.ignore,
    }),
  });
  return { project, base: await read(baseSpec), head: await read(headSpec), root };
}

async function loadModelSides(options: SidesOptions, configPath: string): Promise<Sides> {
  const { baseModel, headModel, baseSpec, headSpec, base } = options;
  if (baseModel === undefined || headModel === undefined || baseModel === headModel) {
    throw new UserError({ message: '--base-model and --head-model go together', hint: 'name two different models' });
  }
  if ([baseSpec, headSpec, base].some((other) => other !== undefined)) {
    throw new UserError({
      message: '--base-model compares on one spec: leave --base, --base-spec and --head-spec out',
    });
  }
  const root = dirname(configPath);
  const source: SpecSource = { kind: 'worktree', root };
  const project = await loadProject(source, basename(configPath));
  const spec = await loadSpec(source, { configFile: project.configFile, config: project.config });
  const models = await loadNamedModels(source, project, { base: baseModel, head: headModel });
  return { project, base: { ref: baseModel, spec }, head: { ref: headModel, spec }, models, root };
}

function shortest(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}
