// Reads what the runner gives a step: event, inputs, checkout, token.
import { tmpdir } from 'node:os';
import { existsSync, realpathSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { UserError } from '../core/errors.ts';
import { describeEvent } from '../io/actions/describe-event.ts';
import { readEvent, type Environment } from '../io/actions/event.ts';
import { readInputs } from '../io/actions/inputs.ts';
import { takeMaskedStoreSecret } from '../io/actions/secrets.ts';
import { findRepository } from '../io/find-repository.ts';
import { createGitHubClient } from '../io/github/client.ts';
import { safeLog } from '../io/safe-log.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import type { ActionContext } from './action-context.ts';

/**
 * The repository and the config's path in it. The workspace is the repository, or a folder that it was checked out into
 * (actions/checkout with `path`): then the config lies in that.
 */
async function findCheckout(
  workspace: string,
  config: string,
): Promise<{ readonly root: string; readonly config: string }> {
  // The runner made the workspace for this job, so its repository is trusted although, in a container, another user
  // owns it.
  const trust = { trustWithin: workspace };
  const root = await findRepository(workspace, trust);
  if (root !== undefined) return { root, config };
  const folder = join(workspace, posix.dirname(config));
  const nested = config.startsWith('..') || !existsSync(folder) ? undefined : await findRepository(folder, trust);
  if (nested === undefined) {
    throw new UserError({
      message: 'there is no checkout here',
      hint: 'run actions/checkout before this step; where it has a path, config starts with that: config: <path>/spec-gate.yml',
    });
  }
  const path = relative(realpathSync(nested), join(realpathSync(folder), posix.basename(config)));
  return { root: nested, config: path.replaceAll('\\', '/') };
}

/** @throws UserError for an event, input or checkout that cannot be used. */
export async function openActionContext(
  env: Environment,
  { packageRoot, signal }: Pick<ActionContext, 'packageRoot' | 'signal'>,
): Promise<ActionContext> {
  // Before anything is started or said.
  const signer = createStoreSigner(await takeMaskedStoreSecret());
  const event = await readEvent(env);
  const given = readInputs(env);
  // At once: fetching what a change needs, and loading what judges it, may take seconds.
  safeLog(`${given.mode}: ${describeEvent(event)}`);
  // As git writes paths: `./spec-gate.yml` is the same config.
  const config = posix.normalize(given.config);
  const checkout = await findCheckout(env['GITHUB_WORKSPACE'] ?? process.cwd(), config);
  const { root } = checkout;
  const inputs = { ...given, config: checkout.config };
  const { owner, name: repo } = event.repository;
  const { githubToken: token } = inputs;
  const client =
    token === undefined ? undefined : await createGitHubClient({ token, owner, repo, baseUrl: env['GITHUB_API_URL'] });
  return {
    env,
    event,
    inputs,
    client,
    root,
    temp: env['RUNNER_TEMP'] ?? tmpdir(),
    packageRoot,
    signer,
    clock: SYSTEM_CLOCK,
    started: SYSTEM_CLOCK.now(),
    signal,
    log: (text) => safeLog(text.trimEnd()),
  };
}
