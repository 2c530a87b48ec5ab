// Which clauses people edit: what a spec's history in git says of where the next edit will be.
import { leaveOutUnreadable } from '../core/errors.ts';
import { listCommits } from '../io/git-commits.ts';
import { type ObjectId } from '../io/run-git.ts';
import { isSubstantive } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';
import { diffSpec } from '../spec/diff.ts';
import { loadSpec, type Project } from './load-project.ts';

export interface History {
  readonly repo: string;
  /** The commit from which the history is read. */
  readonly sha: ObjectId;
  readonly project: Pick<Project, 'config' | 'configFile'>;
  readonly spec: Spec;
}

/**
 * Ids (of the spec as it is) of the clauses that the last commits of the spec's files touched in what they ask, and in how many
 * of them. Clauses are followed through renames. Empty where the history has one commit: a shallow checkout, a first version.
 */
export async function findEditedClauses({ repo, sha, project, spec }: History): Promise<ReadonlyMap<string, number>> {
  const { config, configFile } = project;
  // One more than there are edits: an edit lies between two.
  const commits = await listCommits(repo, sha, {
    paths: spec.files.map(({ file }) => file),
    most: config.seeding.edits + 1,
  });
  const edits = new Map<string, number>();
  /** From an id at the commit looked at to the one of today. */
  let today = new Map(spec.clauses.map(({ id }) => [id, id]));
  let newer = spec;
  for (const commit of commits) {
    // The history before a version that today's config cannot read is not used.
    const older = await loadSpec({ kind: 'commit', repo, sha: commit }, { configFile, config }).catch(
      leaveOutUnreadable,
    );
    if (older === undefined) break;
    const changes = diffSpec(older, newer);
    for (const id of changes.filter(isSubstantive).map((change) => today.get(change.id))) {
      if (id !== undefined) edits.set(id, (edits.get(id) ?? 0) + 1);
    }
    const renamed = new Map(changes.flatMap(({ id, baseId }) => (baseId === undefined ? [] : [[baseId, id]])));
    today = new Map(
      older.clauses.flatMap(({ id }) => {
        const known = today.get(renamed.get(id) ?? id);
        return known === undefined ? [] : [[id, known]];
      }),
    );
    newer = older;
  }
  return edits;
}
