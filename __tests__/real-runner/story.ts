// One repository on the GitHub double, and workflows that act runs in it with the built Action.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOT } from '../support/cli.ts';
import { findAct } from '../support/runner/act.ts';
import { accessOf } from '../support/runner/cache-service.ts';
import type { Started } from '../support/runner/events.ts';
import { createGatedRepository, type GatedRepository } from '../support/runner/gated-repository.ts';
import { writeActions } from './actions.ts';
import { runAct, type ActRun } from './run-act.ts';

export interface RunOptions {
  /** None, if none are given. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly actor?: string;
}

export interface Story {
  readonly gated: GatedRepository;
  /** A folder for the story's own files; removed with it. */
  readonly temp: string;
  /** `workflow`: a path, or the name of an example. */
  run(workflow: string, started: Started, options?: RunOptions): Promise<ActRun>;
  close(): Promise<void>;
}

/** `main`: files laid over the shipped example. @throws where act is not on this machine. */
export async function openStory(main: Readonly<Record<string, string>> = {}): Promise<Story> {
  const act = findAct();
  if (act === undefined) throw new Error('act is not here: `npm run test:real-runner` says how to get it');
  const temp = mkdtempSync(join(tmpdir(), 'real-runner-'));
  const gated = await createGatedRepository(main);
  const { git, server } = gated;
  // What a checkout may fetch by its id.
  git.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  // Every change here branches off main's tip, which a checkout of one commit cannot tell.
  server.github.mergeBase = gated.base;
  const actions = writeActions(temp);
  return {
    gated,
    temp,
    run: (workflow, started, { secrets = {}, env = {}, actor = 'ana' } = {}) => {
      const ref = started.env['GITHUB_REF'] ?? '';
      const access = accessOf(ref, ref.startsWith('refs/pull/') ? { base: 'refs/heads/main' } : {});
      return runAct({
        act,
        workflow: resolve(ROOT, 'examples', workflow),
        started,
        actions,
        origin: git.path,
        temp,
        actor,
        secrets: { ...secrets, GITHUB_TOKEN: 'ghs_double' },
        env: {
          GITHUB_API_URL: server.origin,
          GITHUB_GRAPHQL_URL: `${server.origin}/graphql`,
          ACTIONS_CACHE_SERVICE_V2: 'True',
          ACTIONS_RESULTS_URL: `${server.origin}/`,
          ACTIONS_RUNTIME_TOKEN: server.cache.tokenFor(access),
          ...env,
        },
      });
    },
    close: async () => {
      await gated.close();
      rmSync(temp, { recursive: true, force: true });
    },
  };
}
