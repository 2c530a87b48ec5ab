// What batches are given, and what they tell.
import type { Clock } from '../../core/clock.ts';
import type { CallError } from '../model.ts';
import type { BatchJournal } from './batch-journal.ts';
import type { BatchProtocol } from './batch-protocol.ts';

export type BatchEvent = { readonly batch: string; readonly calls: number } & (
  | { readonly kind: 'submitted' | 'resumed' }
  | { readonly kind: 'over'; readonly answered: number }
  /** Nobody waits for it any longer. */
  | { readonly kind: 'left' }
);

export interface BatchPorts {
  readonly server: string;
  readonly protocol: BatchProtocol;
  readonly journal: BatchJournal;
  readonly clock: Clock;
  /** What a refusal of one request alone would be. */
  readonly refuse: (status: number, body: string) => CallError;
  readonly onEvent?: (event: BatchEvent) => void;
  /** `leave`: one look at each batch; what is not over is left to a later run. Default: wait. */
  readonly patience?: 'wait' | 'leave';
}
