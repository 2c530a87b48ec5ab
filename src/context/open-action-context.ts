// Reads what the runner gives a step: event, inputs, checkout, token.
import { tmpdir } from 'node:os';
import { posix } from 'node:path';
import { UserError } from '../core/errors.ts';
import { readEvent, type Environment } from '../io/actions/event.ts';
import { readInputs } from '../io/actions/inputs.ts';
import { takeMaskedStoreSecret } from '../io/actions/secrets.ts';
import { findRepository } from '../io/git.ts';
import { createGitHubClient } from '../io/github/client.ts';
import { safeLog } from '../io/safe-log.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import type { ActionWorld } from './action-context.ts';

/** @throws UserError for an event, input or checkout that cannot be used. */
export async function openWorld(
  env: Environment,
  { packageRoot, signal }: Pick<ActionWorld, 'packageRoot' | 'signal'>,
): Promise<ActionWorld> {
  // Before anything is started or said.
  const signer = createStoreSigner(await takeMaskedStoreSecret());
  const event = await readEvent(env);
  const given = readInputs(env);
  // As git writes paths: `./spec-gate.yml` is the same config.
  const inputs = { ...given, config: posix.normalize(given.config) };
  const root = await findRepository(env['GITHUB_WORKSPACE'] ?? process.cwd());
  if (root === undefined) {
    throw new UserError({ message: 'there is no checkout here', hint: 'run actions/checkout before this step' });
  }
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
