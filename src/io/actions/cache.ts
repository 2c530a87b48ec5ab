// Paid answers between runs, in the Actions cache. Everything here may warn; nothing here may fail a run.
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sha256 } from '../../core/canonical-json.ts';
import { findNewest, packAs, SEGMENTS, unpackNewest, whyNoCache } from './cache-archive.ts';
import { digestLines, refuseFolder } from './restored-folder.ts';
import { dropPruned, readPruned } from '../store/pruned-files.ts';
import type { StorePrefixes } from './store-prefixes.ts';
import { makeFolder } from '../make-folder.ts';

export interface RestoreOptions {
  readonly prefixes: StorePrefixes;
  /** `RUNNER_TEMP`. */
  readonly temp: string;
  /** The config's path: two gates in one job do not share a folder. */
  readonly config: string;
}

/** A store to open: `folder` is written to and saved, `extraFolders` are only read. */
export interface RestoredStore {
  readonly folder: string;
  /** What `folder` lies in, and what archives are packed from. */
  readonly root: string;
  readonly extraFolders: readonly string[];
  /** Keys of the archives that were found. */
  readonly keys: readonly string[];
  readonly warnings: readonly string[];
  /** Why nobody could look, where the service is not there or does not answer. */
  readonly unread: string | undefined;
}

/** What a run leaves to be saved; `restoredKey` is the archive it started from. */
export interface ArchiveToSave {
  readonly root: string;
  readonly prefix: string;
  readonly restoredKey: string | undefined;
}

export type SaveResult =
  | { readonly status: 'saved'; readonly key: string; readonly merged: number }
  /** `reason` is for the log. */
  | { readonly status: 'not-saved'; readonly reason: string };

/**
 * Restores the newest archive of every prefix. What a prefix that is only read gave lies in a folder of its own; what
 * the prefix that is saved gave lies where new answers will go. An archive with anything but plain segments is thrown
 * away whole. The lines themselves are checked by the store on reading.
 */
export async function restoreFromCache({ prefixes, temp, config }: RestoreOptions): Promise<RestoredStore> {
  const root = join(temp, `spec-gate-store-${sha256(config).slice(0, 8)}`);
  const folder = join(root, SEGMENTS);
  const extraFolders: string[] = [];
  const keys: string[] = [];
  const warnings: string[] = [];
  await rm(root, { recursive: true, force: true });
  makeFolder(root);
  const unread = await whyNoCache();
  if (unread !== undefined) warnings.push(`${unread}: no stored answers`);
  // All are unpacked at `folder`; the one that is saved comes last and stays.
  const order =
    unread === undefined
      ? prefixes.restore.toSorted((a, b) => Number(a === prefixes.save) - Number(b === prefixes.save))
      : [];
  for (const [index, prefix] of order.entries()) {
    const found = await unpackChecked(root, prefix);
    if (found.status === 'refused') warnings.push(found.warning);
    if (found.status !== 'found') continue;
    keys.push(found.key);
    if (prefix === prefixes.save) continue;
    const aside = join(root, `restored-${index}`);
    await rename(folder, aside);
    extraFolders.push(aside);
  }
  makeFolder(folder);
  dropPruned(folder);
  return { folder, root, extraFolders, keys, warnings, unread };
}

type Unpacked =
  | { readonly status: 'found'; readonly key: string }
  | { readonly status: 'none' }
  | { readonly status: 'refused'; readonly warning: string };

/** Afterwards `<root>/segments` is there, and nothing but segments, only where one was found. */
async function unpackChecked(root: string, prefix: string): Promise<Unpacked> {
  const folder = join(root, SEGMENTS);
  try {
    const key = await unpackNewest(root, prefix);
    if (key === undefined) {
      await rm(folder, { recursive: true, force: true });
      return { status: 'none' };
    }
    const refusal = key.startsWith(prefix) ? await refuseFolder(folder) : `its key is not one of ${prefix}`;
    if (refusal === undefined) return { status: 'found', key };
    await rm(folder, { recursive: true, force: true });
    return { status: 'refused', warning: `the stored answers under ${key} were thrown away: ${refusal}` };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return { status: 'refused', warning: `restoring ${prefix}: ${String(error)}` };
  }
}

/** Another run may save between our look and our upload; each time costs one round. */
const ROUNDS = 6;
/** Milliseconds that a last look is put off at most. */
const LONGEST_WAIT = 10_000;

/**
 * Uploads what the run added, together with what other runs saved since it began, so that the newest archive holds it all.
 * Whoever finds a newer archive than their own afterwards brings both together once more. Another run may have looked before
 * our upload and be at its own still, about as long as ours took, so the last look comes twice that later. Never throws.
 */
export async function saveToCache({ root, prefix, restoredKey }: ArchiveToSave): Promise<SaveResult> {
  const folder = join(root, SEGMENTS);
  let ours = restoredKey;
  let merged = 0;
  let uploadMs: number | undefined;
  let hasWaited = false;
  try {
    const mine = await digestLines(folder);
    if (mine === undefined) return { status: 'not-saved', reason: 'there are no answers to keep' };
    if (`${prefix}${mine}` === restoredKey) return { status: 'not-saved', reason: 'no answer is new' };
    const unread = await whyNoCache();
    if (unread !== undefined) return { status: 'not-saved', reason: unread };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const newest = await findNewest(root, prefix);
      if (newest !== undefined && newest !== ours) merged += await mergeNewest(root, prefix);
      const key = `${prefix}${await digestLines(folder)}`;
      if (key === newest) {
        if (uploadMs === undefined || hasWaited) break;
        hasWaited = true;
        await setTimeout(Math.min(LONGEST_WAIT, 2 * uploadMs));
        continue;
      }
      hasWaited = false;
      const began = performance.now();
      if (!(await packAs(root, key))) {
        // The key was taken by a run with the same answers, which is as good, or the upload was refused and would be
        // again.
        if ((await findNewest(root, prefix)) !== key)
          return { status: 'not-saved', reason: 'the cache did not take it' };
      }
      uploadMs = performance.now() - began;
      ours = key;
    }
    return ours === undefined
      ? { status: 'not-saved', reason: 'no answer is new' }
      : { status: 'saved', key: ours, merged };
  } catch (error) {
    return { status: 'not-saved', reason: String(error) };
  }
}

/** Copies segments that are not here yet from the newest archive. Their names are their own: a run adds files and rewrites none. */
async function mergeNewest(root: string, prefix: string): Promise<number> {
  const beside = join(root, 'merge');
  await rm(beside, { recursive: true, force: true });
  makeFolder(beside);
  if ((await unpackChecked(beside, prefix)).status !== 'found') return 0;
  const [own, other] = [join(root, SEGMENTS), join(beside, SEGMENTS)];
  const there = new Set(await readdir(own));
  const isPruned = readPruned([own, other]);
  const further = (await readdir(other)).filter((name) => !there.has(name) && !isPruned(name));
  for (const name of further) await cp(join(other, name), join(own, name));
  dropPruned(own);
  return further.length;
}
