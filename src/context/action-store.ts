// The stored answers of a run, from where the `store` input keeps them, and a note for the post step.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreFromCache, type RestoredStore } from '../io/actions/cache.ts';
import { writeCacheHit } from '../io/actions/outputs.ts';
import { rememberStore } from '../io/actions/kept-store.ts';
import { storePrefixes } from '../io/actions/store-prefixes.ts';
import { restoreFromBranch } from '../io/github/store-branch.ts';
import { openSegmentStore, type SegmentStore } from '../io/store/segment-store.ts';
import type { ActionContext } from './action-context.ts';

export interface OpenedStore {
  readonly store: SegmentStore;
  /** The folder that is written to and kept, then those that are only read. */
  readonly folders: readonly [string, ...string[]];
  /** Why nobody could look at what was kept, where that is so: nothing found is not nothing there. */
  readonly unread: string | undefined;
}

/** Opens the store. A service that does not answer costs a warning in the log, never the run. */
export async function openStore(context: ActionContext): Promise<OpenedStore> {
  const restored = await restore(context);
  for (const warning of restored.warnings) context.log(warning);
  const { folder, extraFolders } = restored;
  const store = openSegmentStore(folder, { now: new Date(context.clock.now()), extraFolders, signer: context.signer });
  await writeCacheHit(store.size() > 0 ? 'true' : 'false');
  const { unreadable, unsigned } = store.problems();
  const refused = unreadable === 0 ? '' : `, ${unreadable} lines did not check out and count as missing`;
  context.log(`${store.size()} stored answers${refused}`);
  if (unsigned > 0) {
    const { warning } = await import('@actions/core');
    warning(`${unsigned} stored answers are unsigned or forged and count as missing`, { title: 'Spec Gate: store' });
  }
  return { store, folders: [folder, ...extraFolders], unread: restored.unread };
}

type Restored = Pick<RestoredStore, 'folder' | 'extraFolders' | 'warnings' | 'unread'>;

async function restore(context: ActionContext): Promise<Restored> {
  const { inputs, event, temp } = context;
  switch (inputs.store) {
    case 'none':
      return { folder: join(temp, 'spec-gate-store-unkept'), extraFolders: [], warnings: [], unread: undefined };
    case 'cache':
      return restoreCache(context);
    case 'branch': {
      const branch = await restoreBranch(context);
      // Only runs on the default branch write the branch; a pull request keeps its own answers in its cache.
      if (event.onDefaultBranch) return branch;
      const own = await restoreCache(context);
      return {
        folder: own.folder,
        extraFolders: [...own.extraFolders, branch.folder],
        warnings: [...branch.warnings, ...own.warnings],
        unread: branch.unread ?? own.unread,
      };
    }
    default:
      throw new Error(`unknown store: ${String(inputs.store)}`);
  }
}

async function restoreCache({ inputs, event, temp }: ActionContext): Promise<Restored> {
  const { config } = inputs;
  const prefixes = storePrefixes(event);
  const restored = await restoreFromCache({ prefixes, temp, config });
  const prefix = prefixes.save;
  if (prefix !== undefined) {
    const restoredKey = restored.keys.find((key) => key.startsWith(prefix));
    await rememberStore({ kind: 'cache', root: restored.root, prefix, restoredKey });
  }
  return restored;
}

async function restoreBranch({ client, event, temp }: ActionContext): Promise<Restored> {
  const folder = join(temp, 'spec-gate-store-branch');
  await mkdir(folder, { recursive: true });
  if (client === undefined) {
    const unread = 'store: branch needs github-token';
    return { folder, extraFolders: [], warnings: [`${unread}; nothing is kept`], unread };
  }
  const result = await restoreFromBranch(client, folder);
  const { owner, repo } = client;
  if (event.onDefaultBranch) await rememberStore({ kind: 'branch', folder, owner, repo });
  const unread = result.status === 'done' ? undefined : `the store branch was not read: ${result.reason}`;
  return { folder, extraFolders: [], warnings: unread === undefined ? [] : [unread], unread };
}
