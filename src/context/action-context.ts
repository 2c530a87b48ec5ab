// What one run of the Action is given: its inputs, its event, where it may write, what time it is.
import type { Clock } from '../core/clock.ts';
import type { Signer } from '../core/signer.ts';
import type { Environment, RunEvent } from '../io/actions/event.ts';
import type { ActionInputs } from '../io/actions/inputs.ts';
import type { GitHubClient } from '../io/github/client.ts';

export interface ActionContext {
  readonly env: Environment;
  readonly event: RunEvent;
  readonly inputs: ActionInputs;
  /** Undefined without a token: no comment, no reviews. */
  readonly client: GitHubClient | undefined;
  /** Root of the checkout's repository; also where `output-dir` starts from. */
  readonly root: string;
  readonly temp: string;
  /** The folder of the Action's own files, with its fixtures. */
  readonly packageRoot: string;
  /** Signs the store's records; undefined without a secret, as on forks. */
  readonly signer: Signer | undefined;
  readonly clock: Clock;
  /** When this run began, in milliseconds since 1970. */
  readonly started: number;
  readonly signal: AbortSignal;
  /** Writes text to the log, made safe: no line of it is read as a workflow command. */
  readonly log: (text: string) => void;
}
