// Files of a commit through the API, for checkouts too shallow to hold it: regular files only, by object id.
import { UserError } from '../../core/errors.ts';
import type { GitHubClient } from './client.ts';

/** A regular file of a commit. `bytes` is its size. */
export interface CommitFile {
  readonly path: string;
  readonly oid: string;
  readonly bytes: number;
}

const REGULAR = new Set(['100644', '100755']);

/**
 * All regular files of a commit, in the API's order; symbolic links and submodules are left out.
 * @throws UserError where the tree is too large for one answer (over 100,000 entries).
 */
export async function listCommitFiles(client: GitHubClient, commit: string): Promise<readonly CommitFile[]> {
  const { octokit, owner, repo } = client;
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: commit, recursive: '1' });
  if (data.truncated) {
    throw new UserError({
      message: `commit ${commit.slice(0, 7)} has more files than the API lists`,
      hint: 'give actions/checkout "fetch-depth: 0"',
    });
  }
  return data.tree.flatMap(({ path, sha, mode, size = 0 }) =>
    REGULAR.has(mode) ? [{ path, oid: sha, bytes: size }] : [],
  );
}

/**
 * The bytes of a file. `limit` is the largest size that is read.
 * @throws UserError for a larger one, before it is fetched.
 */
export async function readCommitFile(
  client: GitHubClient,
  { file, limit }: { readonly file: CommitFile; readonly limit: number },
): Promise<Buffer> {
  if (file.bytes > limit) {
    throw new UserError({ message: `has ${file.bytes} bytes; at most ${limit} are read`, place: { file: file.path } });
  }
  const { octokit, owner, repo } = client;
  const { data } = await octokit.rest.git.getBlob({ owner, repo, file_sha: file.oid });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
