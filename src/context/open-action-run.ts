// A run of the Action: its store, its keys taken out of the environment, and whether it may call anybody.
import { whereDefined } from '../core/where-defined.ts';
import { takeSecrets } from '../io/actions/secrets.ts';
import { openBatchFile, type BatchFile } from '../io/store/batch-file.ts';
import type { BatchEvent } from '../models/batch/batch-ports.ts';
import { plainText } from '../render/plain-text.ts';
import { writeBatch } from '../report/terminal/batch.ts';
import { liveProviders } from '../run/live-models.ts';
import type { Project } from '../run/load-project.ts';
import { openRun, type Run } from '../run/open-run.ts';
import type { OfflineReason } from '../run/run-schedule.ts';
import { repeatEvery } from '../io/repeat.ts';
import { createProgress } from '../run/progress.ts';
import { secretVariables } from '../models/provider.ts';
import { openStore } from './action-store.ts';
import type { ActionContext } from './action-context.ts';

export interface ActionRun {
  readonly run: Run;
  /** Another run on the same store and keys, under the budget of the project given; it ends before the first one does. */
  readonly openAgain: (project: Project) => Run;
  /** The store's folder, then those that are only read. */
  readonly folders: readonly [string, ...string[]];
  /** The book of batches that are out, where calls go in them. */
  readonly batches?: BatchFile;
  /** Why nobody could look at the stored answers and nights, where that is so. */
  readonly unread: string | undefined;
  /** What the config names of the environment. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Opens the store and the run. Without all of its keys, or on a fork whose models take any, it answers from the store only. */
export async function openActionRun(
  context: ActionContext,
  subject: { readonly project: Project; readonly restricted: boolean },
): Promise<ActionRun> {
  const { project, restricted } = subject;
  const names = liveProviders(project).flatMap(secretVariables);
  const address = project.config.nightly.webhook?.urlEnv;
  const secrets = await takeSecrets([...names, ...(address === undefined ? [] : [address])]);
  const missing = [...new Set(names)].filter((name) => !(name in secrets));
  const offline = whyOffline({ restricted, asked: context.inputs.offline, needed: names.length, missing });
  const progress = createProgress({
    write: context.log,
    isTerminal: false,
    now: () => context.clock.monotonic(),
    every: repeatEvery,
  });
  const { store, folders, unread } = await openStore(context, { location: project.config.store, restricted });
  const { batch } = context.inputs;
  const batches = batch === 'off' ? undefined : openBatchFile(folders, () => context.clock.now());
  const inBatches = batches && {
    batches,
    patience: batch === 'leave' ? ('leave' as const) : ('wait' as const),
    onBatch: (event: BatchEvent) => context.log(plainText(writeBatch(event))),
  };
  const open = (of: Project, kept: typeof store): Run =>
    openRun({
      project: of,
      store: kept,
      progress,
      signal: context.signal,
      clock: context.clock,
      env: secrets,
      ...whereDefined({ offline }),
      ...inBatches,
      unattended: UNATTENDED.has(context.inputs.mode),
    });
  // Only the first run closes the store, since it ends last.
  const openAgain = (of: Project): Run => open(of, { ...store, close: () => {} });
  return { run: open(project, store), openAgain, folders, unread, secrets, ...whereDefined({ batches }) };
}

/** Modes that run by themselves. */
const UNATTENDED: ReadonlySet<string> = new Set(['seed', 'nightly']);

function whyOffline(known: {
  readonly restricted: boolean;
  readonly asked: boolean;
  readonly needed: number;
  readonly missing: readonly string[];
}): OfflineReason | undefined {
  if (known.asked) return 'asked';
  // Models that take no key can be asked for anybody.
  if (known.restricted && known.needed > 0) return 'fork';
  return known.missing.length > 0 ? { missing: known.missing } : undefined;
}
