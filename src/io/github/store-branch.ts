// Paid answers on an orphan branch, for those whose caches do not last (7 unused days, 10 GB for the whole repository).
// Only runs on the default branch write it; every run that may read the repository reads it, the merge queue too.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSegmentName, LARGEST_SEGMENT } from '../store/segment-name.ts';
import { readPruned } from '../store/pruned-files.ts';
import { isPrunedFile } from '../store/side-file.ts';
import { listCommitFiles, readCommitFile, type CommitFile } from './blobs.ts';
import type { GitHubClient } from './client.ts';
import { explainRefusal, statusOf } from './refusal.ts';
import { plural } from '../../render/format-numbers.ts';
import { makeFolder } from '../make-folder.ts';

export const STORE_BRANCH = 'spec-gate-store';
const FOLDER = 'segments';
/** Another run may push between our read and our push; each time costs one round. */
const ROUNDS = 12;

/** `reason` is for the log; nothing here fails a run. */
export type BranchResult =
  | { readonly status: 'done'; readonly segments: number }
  | { readonly status: 'not-done'; readonly reason: string };

/** Writes the branch's segments into `folder`. A repository without the branch has none. */
export async function restoreFromBranch(client: GitHubClient, folder: string): Promise<BranchResult> {
  return reportFaults(async () => {
    const tip = await readTip(client);
    const files = tip === undefined ? [] : await listSegments(client, tip);
    makeFolder(folder);
    const fetch = async (file: CommitFile): Promise<void> => {
      const bytes = await readCommitFile(client, { file, limit: LARGEST_SEGMENT });
      await writeFile(join(folder, basename(file.path)), bytes);
    };
    // First which files were pruned, as another run may have brought one back; then the others.
    const notes = files.filter(({ path }) => isPrunedFile(path));
    for (const file of notes) await fetch(file);
    const isPruned = readPruned([folder]);
    const others = files.filter(({ path }) => !isPrunedFile(path) && !isPruned(basename(path)));
    for (const file of others) await fetch(file);
    return notes.length + others.length;
  });
}

/** Adds the segments of `folder` that the branch does not have and takes out those that were pruned, in one commit, without a checkout. */
export async function saveToBranch(client: GitHubClient, folder: string): Promise<BranchResult> {
  return reportFaults(async () => {
    for (let round = 1; ; round += 1) {
      const tip = await readTip(client);
      const there = new Set(
        tip === undefined ? [] : (await listSegments(client, tip)).map(({ path }) => basename(path)),
      );
      const isPruned = readPruned([folder]);
      const missing = (await readdir(folder)).filter(
        (name) => isSegmentName(name) && !there.has(name) && !isPruned(name),
      );
      const gone = [...there].filter(isPruned);
      if (missing.length + gone.length === 0) return 0;
      try {
        await push(client, { tip, folder, names: missing, gone });
        return missing.length;
      } catch (error) {
        // 422: the branch has moved (or appeared) since we read it.
        if (round === ROUNDS || statusOf(error) !== 422) throw error;
      }
    }
  });
}

async function readTip({ octokit, owner, repo }: GitHubClient): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${STORE_BRANCH}` });
    return data.object.sha;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function listSegments(client: GitHubClient, tip: string): ReturnType<typeof listCommitFiles> {
  const files = await listCommitFiles(client, tip);
  return files.filter(({ path }) => path === `${FOLDER}/${basename(path)}` && isSegmentName(basename(path)));
}

async function push(
  { octokit, owner, repo }: GitHubClient,
  {
    tip,
    folder,
    names,
    gone,
  }: {
    readonly tip: string | undefined;
    readonly folder: string;
    readonly names: readonly string[];
    readonly gone: readonly string[];
  },
): Promise<void> {
  const file = { mode: '100644', type: 'blob' } as const;
  // Without an object it is taken out.
  const tree: { path: string; sha: string | null; mode: '100644'; type: 'blob' }[] = gone.map((name) => ({
    path: `${FOLDER}/${name}`,
    ...file,
    sha: null,
  }));
  for (const name of names) {
    const content = await readFile(join(folder, name), 'base64');
    const { data: blob } = await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'base64' });
    tree.push({ path: `${FOLDER}/${name}`, ...file, sha: blob.sha });
  }
  const base = tip === undefined ? {} : { base_tree: tip };
  const { data: root } = await octokit.rest.git.createTree({ owner, repo, tree, ...base });
  const dropped = gone.length === 0 ? '' : `, drop ${gone.length} that were pruned`;
  const message = `Keep ${plural(names.length, 'segment')} of stored answers${dropped}`;
  const parents = tip === undefined ? [] : [tip];
  const { data: commit } = await octokit.rest.git.createCommit({ owner, repo, message, tree: root.sha, parents });
  if (tip === undefined) {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${STORE_BRANCH}`, sha: commit.sha });
  } else {
    await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${STORE_BRANCH}`, sha: commit.sha });
  }
}

async function reportFaults(work: () => Promise<number>): Promise<BranchResult> {
  try {
    return { status: 'done', segments: await work() };
  } catch (error) {
    return { status: 'not-done', reason: explainRefusal(error, 'contents: write') };
  }
}
