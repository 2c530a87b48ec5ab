// The spec at both ends of a change, found by the base branch's config. A spec file that the head renamed is still the spec.
import { findRename } from '../../io/git-differences.ts';
import { type ObjectId } from '../../io/run-git.ts';
import { loadSpec, specPatterns, type Project } from '../../run/load-project.ts';
import type { Spec } from '../../spec/clause.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';

export interface HeadSpec {
  readonly base: Spec;
  readonly head: Spec;
  /** What names the spec in the head, renames followed. */
  readonly patterns: readonly string[];
}

/** @throws UserError for a spec that is missing or cannot be read on either side. */
export async function loadHeadSpec(ends: ChangeEnds, project: Project): Promise<HeadSpec> {
  const { configFile, config } = project;
  const patterns = await followRenames(ends, specPatterns(configFile, config));
  return {
    base: await loadSpec(ends.base.source, { configFile, config }),
    head: await loadSpec(ends.head.source, { configFile, config, patterns }),
    patterns,
  };
}

async function followRenames(ends: ChangeEnds, patterns: readonly string[]): Promise<readonly string[]> {
  const { repo, base, head } = ends;
  const rename = (path: string): Promise<ObjectId | undefined> =>
    findRename(repo, { base: base.sha, head: head.sha, path });
  return Promise.all(
    patterns.map(async (path) =>
      base.paths.has(path) && !head.paths.has(path) ? ((await rename(path)) ?? path) : path,
    ),
  );
}
