// A repository's commits: which one a name stands for, which touched a file, and those that have to be fetched. After resolving
// a name git is asked by object ids only.
import { UserError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { createRecentAsync } from '../core/recent.ts';
import { tryObject } from './git-objects.ts';
import { isShallow } from './merge-bases.ts';
import { GitError } from './git-errors.ts';
import { checkOid, isObjectId, runGit, tryGit, type ObjectId } from './run-git.ts';

/** What an object id stands for never changes, and a check asks for the same few commits again and again. */
const recentCommits = createRecentAsync<ObjectId | undefined>({ max: 64, keeps: (oid) => oid !== undefined });

/**
 * The commit a name stands for (branch, tag, id, `HEAD~1`).
 * @throws UserError where there is none, and where it is the name of several: git takes a tag before a branch, so whoever may
 * push a tag could say what `main` is.
 */
export async function resolveRef(repo: string, ref: string): Promise<ObjectId> {
  const [oid, named] = await Promise.all([findCommit(repo, ref), listNamed(repo, ref)]);
  if (named.length > 1) {
    throw new UserError({
      message: `"${ref}" is the name of several: ${named.join(', ')}`,
      hint: 'write the one you mean in full',
    });
  }
  if (oid !== undefined) return oid;
  const remote = ref.startsWith('-') ? undefined : await findCommit(repo, `refs/remotes/origin/${ref}`);
  if (remote === undefined && (await findCommit(repo, 'HEAD')) === undefined) {
    throw new UserError({
      message: `git knows no commit "${ref}": nothing is committed here yet`,
      hint: 'commit the spec and spec-gate.yml first, then edit the spec on a branch',
    });
  }
  const branches = await listBranches(repo);
  const near = remote === undefined ? nearestName(ref, branches) : `origin/${ref}`;
  throw new UserError({
    message: `git knows no commit "${ref}"`,
    hint: near === undefined ? await sayHowToFetch(repo, branches) : `did you mean ${near}?`,
  });
}

/**
 * Tags and branches that a short name may mean, in full; where it is none, or stands in full, there is nothing to tell apart. A
 * branch that only the remote has is meant beside a tag, too: a checkout of a CI service has no other.
 */
async function listNamed(repo: string, ref: string): Promise<readonly string[]> {
  const [name = ''] = ref.split(/[~^:]|@\{/, 1);
  if (name === 'HEAD' || name.startsWith('-') || /^refs\/(?:heads|remotes|tags)\//.test(name) || isObjectId(name))
    return [];
  const own = ['refs', 'refs/tags', 'refs/heads', 'refs/remotes'].map((place) => `${place}/${name}`);
  const onRemote = `refs/remotes/origin/${name}`;
  const output = await tryGit(repo, ['for-each-ref', '--format=%(refname)', ...own, onRemote]);
  const there = (output ?? '').split('\n');
  // A pattern gives what lies below it, too.
  const found = there.filter((place) => own.includes(place));
  return found.join() === `refs/tags/${name}` && there.includes(onRemote) ? [onRemote, ...found] : found;
}

/** Branches that are named. */
const FEW = 5;

/** CI services clone the newest commits of one branch; elsewhere a default branch may be called otherwise. */
async function sayHowToFetch(repo: string, branches: readonly string[]): Promise<string> {
  if ((await tryGit(repo, ['rev-parse', '--is-shallow-repository'])) === 'true') {
    return 'this clone has the newest commits only: git fetch --unshallow brings the others (in Actions: fetch-depth: 0, in GitLab: GIT_DEPTH: 0, elsewhere see docs/other-ci.md), git fetch origin <branch>:<branch> a branch';
  }
  const here = branches.length === 0 || branches.length > FEW ? '' : `; the branches here are ${branches.join(', ')}`;
  return `fetch it first (in Actions: fetch-depth: 0, or git fetch origin <ref>)${here}`;
}

async function listBranches(repo: string): Promise<readonly string[]> {
  const output = await tryGit(repo, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  return output === undefined ? [] : output.split('\n').filter((line) => line !== '');
}

/** The last commits that touched these files, the newest first, as far as the history is here. */
export async function listCommits(
  repo: string,
  from: ObjectId,
  { paths, most }: { readonly paths: readonly string[]; readonly most: number },
): Promise<readonly ObjectId[]> {
  const output = await runGit(repo, [
    'log',
    '--format=%H',
    '--first-parent',
    `--max-count=${most}`,
    checkOid(from),
    '--',
    ...paths,
  ]);
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** For a checkout that kept no credentials: a token, and the server (`https://github.com`) that may see it. */
export interface FetchCredentials {
  readonly server: string;
  readonly token: string;
}

/**
 * Makes sure a commit is here: fetches it from `origin` by its id, without history where the clone is shallow anyway.
 * @throws UserError where the remote does not give it.
 */
export async function fetchMissing(repo: string, sha: ObjectId, credentials?: FetchCredentials): Promise<void> {
  if ((await findCommit(repo, checkOid(sha))) !== undefined) return;
  const depth = (await isShallow(repo)) ? ['--depth=1'] : [];
  const options = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet', ...depth];
  try {
    await runGit(repo, ['fetch', ...options, '--end-of-options', 'origin', sha], { env: asSettings(credentials) });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UserError({
      message: `commit ${sha} is not here and could not be fetched from origin: ${error.stderr.trim()}`,
      hint: 'let the checkout fetch it (actions/checkout: fetch-depth: 0)',
    });
  }
}

async function findCommit(repo: string, ref: string): Promise<ObjectId | undefined> {
  if (!isObjectId(ref))
    return tryGit(repo, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return recentCommits(`${repo}\n${ref}`, async () => (await tryObject(repo, { oid: ref, peel: 'commit' }))?.oid);
}

/** The token as git reads it from its environment: never in an argument, never for another server. */
function asSettings(credentials: FetchCredentials | undefined): Readonly<Record<string, string>> {
  if (credentials === undefined) return {};
  const basic = Buffer.from(`x-access-token:${credentials.token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${credentials.server}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}
