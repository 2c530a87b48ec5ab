// How a batch comes to its end: the server is asked, less and less often, until it says so.
import { CallError } from '../model.ts';
import { callErrorIn } from '../transport/sdk-call.ts';
import type { BatchRecord } from './batch-journal.ts';
import type { BatchPorts } from './batch-ports.ts';
import type { BatchProtocol, BatchResult } from './batch-protocol.ts';

export type BatchEnd =
  | { readonly status: 'over'; readonly results: readonly BatchResult[] }
  /** The batch did nothing at all, or is left to a later run. */
  | { readonly status: 'failed' | 'left'; readonly error: CallError };

const FIRST_LOOK_MS = 5000;
const LONGEST_LOOK_MS = 60_000;
/** Between looks at a batch that the server does not know: what it says for a moment only would have the batch paid for twice. */
const UNKNOWN_LOOKS_MS = [15_000, 30_000, 30_000];

/** Looks until the batch is over, or lost; only once at one that works where nobody has patience. @throws CallError for a look that failed. */
export async function waitForBatch(record: BatchRecord, ports: BatchPorts, signal: AbortSignal): Promise<BatchEnd> {
  const { protocol, clock, patience, onEvent } = ports;
  const { batch, items } = record;
  let unknown = 0;
  for (let wait = 0; ;) {
    await clock.sleep(wait, signal);
    const found = await lookAt(batch, protocol, signal);
    switch (found) {
      case 'unknown': {
        const next = UNKNOWN_LOOKS_MS[unknown];
        // Deleted, or of an account that another key belongs to: nothing of it will ever be had from the server that took it.
        if (next === undefined) return { status: 'over', results: [] };
        unknown += 1;
        wait = next;
        break;
      }
      case 'working':
        if (patience === 'leave') {
          onEvent?.({ kind: 'left', batch, calls: Object.keys(items).length });
          return { status: 'left', error: new CallError('aborted', `batch ${batch} is out; a later run collects it`) };
        }
        unknown = 0;
        wait = Math.min(Math.max(FIRST_LOOK_MS, wait * 1.5), LONGEST_LOOK_MS);
        break;
      default:
        return found;
    }
  }
}

async function lookAt(
  batch: string,
  protocol: BatchProtocol,
  signal: AbortSignal,
): Promise<BatchEnd | 'working' | 'unknown'> {
  try {
    const state = await protocol.state(batch, signal);
    if (state.status === 'working') return 'working';
    if (state.why !== undefined) {
      return { status: 'failed', error: new CallError('server', `batch ${batch} failed: ${state.why}`) };
    }
    return { status: 'over', results: await protocol.results(batch, state.files, signal) };
  } catch (error) {
    const kind = callErrorIn(error)?.kind;
    if (kind === 'not_found' || kind === 'wrong_path') return 'unknown';
    throw error;
  }
}
