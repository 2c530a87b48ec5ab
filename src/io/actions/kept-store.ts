// What main leaves for post: where the store lies and where it is kept.
import type { StoreLocation } from '../../config/store-options.ts';
import type { ArchiveToSave } from './cache.ts';

export type KeptStore =
  | ({ readonly kind: 'cache' } & ArchiveToSave)
  /** New segments go to the store branch of `owner/repo`. */
  | { readonly kind: 'branch'; readonly folder: string; readonly owner: string; readonly repo: string }
  /** New segments go to the object store that the policy named. */
  | { readonly kind: 'objects'; readonly folder: string; readonly location: StoreLocation };

const STATE = 'spec-gate-store';

/** Leaves the note; before the first call is paid, so that a failed or cancelled run still keeps its answers. */
export async function rememberStore(store: KeptStore): Promise<void> {
  const { saveState } = await import('@actions/core');
  saveState(STATE, store);
}

/** The note that `rememberStore` left; undefined where main did not come that far. */
export async function recallStore(): Promise<KeptStore | undefined> {
  const { getState } = await import('@actions/core');
  const state = getState(STATE);
  return state === '' ? undefined : (JSON.parse(state) as KeptStore);
}
