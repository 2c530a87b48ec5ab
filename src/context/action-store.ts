// The stored answers of a run, from where the `store` input keeps them, and a note for the post step.
import { join } from 'node:path';
import { restoreFromCache, type RestoredStore } from '../io/actions/cache.ts';
import { writeCacheHit } from '../io/actions/outputs.ts';
import { rememberStore } from '../io/actions/kept-store.ts';
import { storePrefixes } from '../io/actions/store-prefixes.ts';
import { takeSecrets } from '../io/actions/secrets.ts';
import { restoreFromBranch } from '../io/github/store-branch.ts';
import { explainStoreRefusal } from '../io/object-store/explain-refusal.ts';
import { fetchSegments } from '../io/object-store/keep-in-step.ts';
import type { StoreLocation } from '../config/store-options.ts';
import { openSegmentStore, type SegmentStore } from '../io/store/segment-store.ts';
import type { ActionContext } from './action-context.ts';
import { makeFolder } from '../io/make-folder.ts';

export interface OpenedStore {
  readonly store: SegmentStore;
  /** The folder that is written to and kept, then those that are only read. */
  readonly folders: readonly [string, ...string[]];
  /** Why the kept answers could not be read; then finding none does not mean that there are none. */
  readonly unread: string | undefined;
}

/** What a run's policy and its event say of where the answers lie. */
export interface StoreChoice {
  /** The policy's object store; it goes before the Actions cache and the branch. */
  readonly location: StoreLocation | undefined;
  /** A change from a fork: no credential is looked for. */
  readonly restricted: boolean;
}

/** Opens the store. A service that does not answer costs a warning in the log, never the run. */
export async function openStore(context: ActionContext, choice: StoreChoice): Promise<OpenedStore> {
  const restored = await restore(context, choice);
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

async function restore(context: ActionContext, choice: StoreChoice): Promise<Restored> {
  const { inputs, temp } = context;
  const { location, restricted } = choice;
  if (inputs.store !== 'none' && location !== undefined) {
    return withOwnAnswers(context, await restoreObjects(context, { location, restricted }));
  }
  switch (inputs.store) {
    case 'none':
      return { folder: join(temp, 'spec-gate-store-unkept'), extraFolders: [], warnings: [], unread: undefined };
    case 'cache':
      return restoreCache(context);
    case 'branch':
      return withOwnAnswers(context, await restoreBranch(context));
    default:
      throw new Error(`unknown store: ${String(inputs.store satisfies never)}`);
  }
}

/** Only runs on the default branch write what everybody reads; a pull request keeps its own answers in its cache. */
async function withOwnAnswers(context: ActionContext, shared: Restored): Promise<Restored> {
  if (context.event.onDefaultBranch) return shared;
  const own = await restoreCache(context);
  return {
    folder: own.folder,
    extraFolders: [...own.extraFolders, shared.folder],
    warnings: [...shared.warnings, ...own.warnings],
    unread: shared.unread ?? own.unread,
  };
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

/** Variables that only the SDK may read: they are taken out of the environment. */
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

async function restoreObjects(
  { event, temp, env }: ActionContext,
  { location, restricted }: { readonly location: StoreLocation; readonly restricted: boolean },
): Promise<Restored> {
  const folder = join(temp, 'spec-gate-store-objects');
  makeFolder(folder);
  const leave = (unread: string): Restored => ({ folder, extraFolders: [], warnings: [unread], unread });
  // Not with the credentials that a self-hosted runner gives to every job either.
  if (restricted) return leave(`${location.url} is not read for a change from a fork`);
  const { openS3Folder } = await import('../io/object-store/s3-folder.ts');
  const objects = openS3Folder(location, env, 'policy');
  try {
    await objects.findCredentials();
    await takeSecrets(CREDENTIALS);
    await fetchSegments(objects, folder);
  } catch (error) {
    return leave(`the object store was not read: ${explainStoreRefusal(error, objects.address)}`);
  }
  if (event.onDefaultBranch) await rememberStore({ kind: 'objects', folder, location });
  return { folder, extraFolders: [], warnings: [], unread: undefined };
}

async function restoreBranch({ client, event, temp }: ActionContext): Promise<Restored> {
  const folder = join(temp, 'spec-gate-store-branch');
  makeFolder(folder);
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
