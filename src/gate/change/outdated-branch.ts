// A branch that was left before a file of the spec was added to its base, or renamed there.
import { UserError } from '../../core/errors.ts';
import { isGlob } from '../../io/file-tree.ts';
import { followRenames } from '../../io/git-differences.ts';
import type { ChangeEnd, ChangeEnds } from '../../run/change-ends.ts';
import { loadConfig, specPatterns, type Project } from '../../run/load-project.ts';
import { filesRead, filesThatCount, specFiles } from './files-that-count.ts';
import { refuseTwins } from './refuse-twins.ts';

/** A change from before the policy of today, which touches nothing that a verdict rests on. */
export interface OutdatedBranch {
  /** Files of the spec that neither of its ends has. */
  readonly absent: readonly string[];
  /** What the policy names of the spec, as far as its ends have it, under the names that they know. */
  readonly patterns: readonly string[];
}

/**
 * A change is judged under the policy of today, which may name a file that is younger than the branch: neither end has it then,
 * and the change can only be tested on a part of the spec. Undefined where the ends have all that it names. A file that a glob
 * brings in is missed only where the branch has it under the name from before.
 * @throws UserError with each of those files, where the change touches anything that a verdict rests on; whatever it touches, with
 * those that today's commit is without as well.
 */
export async function findOutdated(
  ends: ChangeEnds,
  { project, policy }: { readonly project: Project; readonly policy: ChangeEnd },
): Promise<OutdatedBranch | undefined> {
  const { base, head } = ends;
  const named = specPatterns(project.configFile, project.config);
  const isThere = (path: string): boolean => base.paths.has(path) || head.paths.has(path);
  const plain = named.filter((pattern) => !isExclusion(pattern) && !isGlob(pattern));
  const younger = [...new Set([...plain, ...specFiles(policy, named)])].filter((path) => !isThere(path));
  const nowhere = younger.filter((path) => !policy.paths.has(path));
  // The branch is not what is wrong: main renamed or removed a file, and its config names it still.
  if (nowhere.length > 0) throw onPart(nowhere);
  const before = await followRenames(ends.repo, younger, { from: policy.sha, to: base.sha, isThere });
  const found = new Set([base, head].flatMap((end) => specFiles(end, named)));
  /** The names in the branch of those that its glob does not find under them. */
  const renamed = before.filter((path, index) => path !== younger[index] && !found.has(path));
  const absent = younger.filter((path, index) =>
    before[index] === path ? plain.includes(path) : renamed.includes(before[index]!),
  );
  if (absent.length === 0) return undefined;
  const isFound = (pattern: string): boolean =>
    specFiles(base, [pattern]).length + specFiles(head, [pattern]).length > 0;
  const kept = [...named.filter((pattern) => !isExclusion(pattern) && isFound(pattern)), ...renamed];
  const patterns = kept.length === 0 ? [] : [...kept, ...named.filter(isExclusion)];
  if (await isTouched(ends, project, { absent, patterns })) throw onPart(absent);
  return { absent, patterns };
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** Whether an end has another text of what counts, or a config that nobody can read and that may name more. */
async function isTouched(
  { base, head }: ChangeEnds,
  project: Project,
  { absent, patterns }: OutdatedBranch,
): Promise<boolean> {
  if (base.paths.has(project.configFile)) {
    try {
      await loadConfig(base.source, project.configFile);
    } catch (error) {
      if (error instanceof UserError) return true;
      throw error;
    }
  }
  const [before, after] = await Promise.all([base, head].map((end) => filesThatCount(project, { end, patterns })));
  // As it is once it is merged: the files that it lacks are there then.
  const paths = new Map([...absent.map((path) => [path, ''] as const), ...head.paths]);
  refuseTwins({ base, head: { ...head, paths } }, [...(await filesRead({ head }, project, patterns)), ...absent]);
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** What a change would be tested on is a part of the spec: these files are not in it. */
export function onPart(absent: readonly string[]): UserError {
  return new UserError(
    absent.map((file) => ({
      message:
        'the policy of today names this file of the spec, and the branch is without it, as the commit that it left',
      hint: 'where it was added or renamed on the base branch since, merge that into yours, or rebase; else mend `spec` there',
      place: { file },
    })),
  );
}
