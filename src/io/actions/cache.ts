// Paid answers between runs, in the Actions cache. Everything here may warn; nothing here may fail a run.
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../core/canonical-json.ts';
import { digestLines, refuseFolder } from './restored-folder.ts';
import type { StorePrefixes } from './store-prefixes.ts';

export interface RestoreOptions {
  readonly prefixes: StorePrefixes;
  /** `RUNNER_TEMP`. An archive is only found again under the same path. */
  readonly temp: string;
  /** The config's path: two gates in one job do not share a folder. */
  readonly config: string;
}

/** A store to open: `folder` is written to and saved, `extraFolders` are only read. */
export interface RestoredStore {
  readonly folder: string;
  readonly extraFolders: readonly string[];
  /** Keys of the archives that were found. */
  readonly keys: readonly string[];
  readonly warnings: readonly string[];
  /** Why nobody could look, where the service is not there or does not answer. */
  readonly unread: string | undefined;
}

/** An archive to write; `restoredKey` is the one this run started from. */
export interface ArchiveToSave {
  readonly folder: string;
  readonly prefix: string;
  readonly restoredKey: string | undefined;
}

export type SaveResult =
  | { readonly status: 'saved'; readonly key: string }
  /** `reason` is for the log. */
  | { readonly status: 'not-saved'; readonly reason: string };

/** Milliseconds. The client asks a service that answers 5xx five times over about 25 s; nobody waits for that twice. */
const PATIENCE = 15_000;

/**
 * Restores the newest archive of every prefix. What a prefix that is only read gave lies in a folder of its own; what
 * the prefix that is saved gave lies where new answers will go. An archive with anything but plain segments is thrown
 * away whole. The lines themselves are checked by the store on reading.
 */
export async function restoreFromCache({ prefixes, temp, config }: RestoreOptions): Promise<RestoredStore> {
  const root = join(temp, `spec-gate-store-${sha256(config).slice(0, 8)}`);
  const folder = join(root, 'segments');
  const extraFolders: string[] = [];
  const keys: string[] = [];
  const warnings: string[] = [];
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const cache = await import('@actions/cache');
  const available = cache.isFeatureAvailable();
  let unread = available ? undefined : 'the Actions cache is not available here';
  if (!available) warnings.push(`${unread}: no stored answers`);
  // The archive's path is part of its version, so all are unpacked at `folder`; the one that is saved comes last and stays.
  const order = available
    ? [...prefixes.restore].sort((a, b) => Number(a === prefixes.save) - Number(b === prefixes.save))
    : [];
  for (const [index, prefix] of order.entries()) {
    const start = performance.now();
    const key = await cache.restoreCache([folder], `${prefix}newest`, [prefix]).catch((error: unknown) => {
      warnings.push(`restoring ${prefix}: ${String(error)}`);
    });
    if (key === undefined) {
      await rm(folder, { recursive: true, force: true });
      if (performance.now() - start < PATIENCE) continue;
      unread = 'the Actions cache does not answer';
      warnings.push(`${unread}: going on without stored answers`);
      break;
    }
    const refusal = key.startsWith(prefix) ? await refuseFolder(folder) : `its key is not one of ${prefix}`;
    if (refusal !== undefined) {
      warnings.push(`the stored answers under ${key} were thrown away: ${refusal}`);
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    keys.push(key);
    if (prefix === prefixes.save) continue;
    const aside = join(root, `restored-${index}`);
    await rename(folder, aside);
    extraFolders.push(aside);
  }
  await mkdir(folder, { recursive: true });
  return { folder, extraFolders, keys, warnings, unread };
}

/** Uploads the folder under its prefix and digest, unless that is what the run started from. Never throws. */
export async function saveToCache({ folder, prefix, restoredKey }: ArchiveToSave): Promise<SaveResult> {
  try {
    const cache = await import('@actions/cache');
    if (!cache.isFeatureAvailable()) return { status: 'not-saved', reason: 'the Actions cache is not available here' };
    const digest = await digestLines(folder);
    if (digest === undefined) return { status: 'not-saved', reason: 'there are no answers to keep' };
    const key = `${prefix}${digest}`;
    if (key === restoredKey) return { status: 'not-saved', reason: 'no answer is new' };
    const id = await cache.saveCache([folder], key);
    // The client says why in the log: a duplicate, a read-only token, or a dead service.
    return id === -1 ? { status: 'not-saved', reason: 'the cache did not take it' } : { status: 'saved', key };
  } catch (error) {
    return { status: 'not-saved', reason: String(error) };
  }
}
