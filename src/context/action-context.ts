// What one run of the Action has of the world.
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
  /** Where the Action itself lies, with its fixtures. */
  readonly packageRoot: string;
  /** Of the store's records; undefined without a secret, as on forks. */
  readonly signer: Signer | undefined;
  readonly clock: Clock;
  /** When this run began, in milliseconds since 1970. */
  readonly started: number;
  readonly signal: AbortSignal;
  /** Writes text to the log so that nothing in it can act. */
  readonly log: (text: string) => void;
}
