// One archive in the Actions cache: the folder `segments` of some folder, under the same path on every machine.
import { setTimeout } from 'node:timers/promises';

/** Below the folder that an archive is packed from. Part of every archive's version: renamed, it hides what was saved. */
export const SEGMENTS = 'segments';

const LOOKUP = 'twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL';

/** Milliseconds for one question whether the service is there; it is asked up to three times, a second apart. */
const PATIENCE = 4000;
const TRIES = 3;

/** Why the cache cannot be used, or undefined. The client would ask a service that answers 5xx five times over 25 s. */
export async function whyNoCache(): Promise<string | undefined> {
  const { isFeatureAvailable } = await import('@actions/cache');
  if (!isFeatureAvailable()) return 'the Actions cache is not available here';
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (await answers()) return undefined;
    if (tries < TRIES) await setTimeout(1000);
  }
  return 'the Actions cache does not answer';
}

/** Any answer but a failure of the server will do: whether it lets us in, the client finds out. */
async function answers(): Promise<boolean> {
  const { ACTIONS_RESULTS_URL: service, ACTIONS_CACHE_URL: older, ACTIONS_RUNTIME_TOKEN: token = '' } = process.env;
  // The same question as the client's first one, for an entry that nobody has.
  const ask = { method: 'POST', body: JSON.stringify({ key: 'spec-gate-none', version: '0'.repeat(64) }) };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(service ? `${service}${LOOKUP}` : (older ?? ''), {
      ...(service && ask),
      headers,
      signal,
      redirect: 'manual',
    });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Unpacks the newest archive under a prefix to `<root>/segments`. Gives its key; undefined where there is none. */
export async function unpackNewest(root: string, prefix: string): Promise<string | undefined> {
  const { restoreCache } = await import('@actions/cache');
  return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix]));
}

/** The key of the newest archive under a prefix. */
export async function findNewest(root: string, prefix: string): Promise<string | undefined> {
  const { restoreCache } = await import('@actions/cache');
  return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix], { lookupOnly: true }));
}

/** Packs `<root>/segments` and uploads it. False where the service did not take it; the client says why in the log. */
export async function packAs(root: string, key: string): Promise<boolean> {
  const { saveCache } = await import('@actions/cache');
  return (await within(root, () => saveCache([SEGMENTS], key))) !== -1;
}

/**
 * The client finds files from the working folder and packs them as seen from the workspace, and both differ from machine to
 * machine: an archive made on one would not be found on another. Nothing else may run meanwhile.
 */
async function within<T>(root: string, work: () => Promise<T>): Promise<T> {
  const [folder, workspace] = [process.cwd(), process.env['GITHUB_WORKSPACE']];
  process.chdir(root);
  process.env['GITHUB_WORKSPACE'] = root;
  try {
    return await work();
  } finally {
    process.chdir(folder);
    if (workspace === undefined) delete process.env['GITHUB_WORKSPACE'];
    else process.env['GITHUB_WORKSPACE'] = workspace;
  }
}
