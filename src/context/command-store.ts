// The store of a command: its folder, brought up to date with the object store where there is one, and opened under the secret
// of the environment.
import { join, resolve } from 'node:path';
import { isStoreUrl, parseStoreUrl } from '../config/store-url.ts';
import type { Config } from '../config/schema.ts';
import { sha256 } from '../core/canonical-json.ts';
import { UserError } from '../core/errors.ts';
import { explainStoreRefusal } from '../io/object-store/explain-refusal.ts';
import { fetchSegments, removeFromObjects, sendSegments } from '../io/object-store/keep-in-step.ts';
import type { ObjectFolder } from '../io/object-store/object-folder.ts';
import { openSegmentStore, type SegmentStore } from '../io/store/segment-store.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { plural } from '../render/format-numbers.ts';
import { plainTextWithin } from '../render/plain-text.ts';
import { name, say, type Sentence } from '../render/sentence.ts';
import type { CommandContext } from './command-context.ts';

export interface CommandStore {
  readonly store: SegmentStore;
  /** Full path of the store's folder; of an object store, of its copies here. */
  readonly storeFolder: string;
}

export interface StorePlace {
  /** Folder that paths in the config start from. */
  readonly root: string;
  readonly config: Pick<Config, 'store' | 'storePath'>;
  /** `--store`: a folder, or the address of an object store. */
  readonly given?: string | undefined;
}

/** @throws UserError for a folder or an object store that cannot be read, or a secret that is too short. */
export async function openCommandStore(place: StorePlace, context: CommandContext): Promise<CommandStore> {
  const storeFolder = await readyFolder(place, context);
  const signer = createStoreSigner(context.storeSecret);
  const store = openSegmentStore(storeFolder, { now: context.now(), signer, indexes: 'beside' });
  const { unsigned } = store.problems();
  if (unsigned > 0) tell(context, say`${plural(unsigned, 'stored answer')} unsigned or forged: counted as missing`);
  return { store, storeFolder };
}

/** The folder, with all that the object store holds; what the command adds is sent there when it ends. */
async function readyFolder({ root, config, given }: StorePlace, context: CommandContext): Promise<string> {
  const location = given === undefined ? config.store : locate(given, config);
  if (location === undefined) {
    return given === undefined ? resolve(root, config.storePath) : resolve(context.cwd, given);
  }
  // Each object store has a folder of copies of its own, so that answers of one are not sent to another.
  const copies = `s3-${sha256(`${location.endpoint ?? ''} ${location.url}`).slice(0, 12)}`;
  const folder = join(resolve(root, config.storePath), copies);
  const { openS3Folder } = await import('../io/object-store/s3-folder.ts');
  const objects = openS3Folder(location, context.env);
  try {
    await fetchSegments(objects, folder);
  } catch (error) {
    throw new UserError({
      message: `the object store cannot be read: ${explainStoreRefusal(error, objects.address)}`,
      hint: 'without it, what is paid for already would be asked again; --store FOLDER works on a folder instead',
    });
  }
  context.atEnd(() => send(objects, folder, context));
  return folder;
}

/** `--store s3://...`; endpoint and region are the config's where it is the same store, else the environment's. */
function locate(given: string, { store }: StorePlace['config']): Config['store'] {
  if (!isStoreUrl(given)) return undefined;
  if (parseStoreUrl(given) === undefined) {
    throw new UserError({
      message: `--store ${given}: not the address of an object store`,
      hint: 'write s3://bucket/prefix',
    });
  }
  return store?.url === given ? store : { url: given };
}

/** A failed upload does not fail the command: the answers are in the folder, and are sent the next time it is used. */
async function send(objects: ObjectFolder, folder: string, context: CommandContext): Promise<void> {
  try {
    const sent = await sendSegments(objects, folder);
    if (sent > 0) tell(context, say`${plural(sent, 'segment')} of answers sent to ${name(objects.address)}`);
  } catch (error) {
    const why = name(explainStoreRefusal(error, objects.address));
    tell(context, say`answers were not sent, and stay in ${name(folder)}: ${why}`);
    return;
  }
  const kept = await removeFromObjects(objects, folder);
  if (kept !== undefined) tell(context, name(kept));
}

/** Characters of a path, an address or a server's words that are shown. */
const LONGEST = 1000;

function tell({ remark }: Pick<CommandContext, 'remark'>, sentence: Sentence): void {
  remark(`${plainTextWithin(sentence, LONGEST)}\n`);
}
