// The spec at both ends of a change, found by the base branch's config. A spec file that the head renamed is still the spec.
import { followRenames } from '../../io/git-differences.ts';
import { loadSpec, specPatterns, type Project } from '../../run/load-project.ts';
import type { Spec } from '../../spec/clause.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { widenPatterns } from './widened-spec.ts';

export interface HeadSpec {
  readonly base: Spec;
  readonly head: Spec;
  /** See `headPatterns`. */
  readonly patterns: readonly string[];
}

/** @throws UserError for a spec that is missing or cannot be read on either side. */
export async function loadHeadSpec(ends: ChangeEnds, project: Project): Promise<HeadSpec> {
  const { configFile, config } = project;
  const patterns = await headPatterns(ends, project);
  return {
    base: await loadSpec(ends.base.source, { configFile, config }),
    head: await loadSpec(ends.head.source, { configFile, config, patterns }),
    patterns,
  };
}

/** What names the spec in the head: renames followed, and with the files that the head takes into it. */
export async function headPatterns(
  { repo, base, head }: ChangeEnds,
  { configFile, config }: Project,
): Promise<readonly string[]> {
  const followed = await followRenames(repo, specPatterns(configFile, config), {
    from: base.sha,
    to: head.sha,
    isThere: (path) => head.paths.has(path) || !base.paths.has(path),
  });
  if (base.paths.get(configFile) === head.paths.get(configFile)) return followed;
  return widenPatterns({ base: base.source, head: head.source }, { configFile, config }, followed);
}
