// One loopback server that plays GitHub (REST and GraphQL) and the Actions cache; further handlers play model providers.
import { createCacheService, type CacheService } from './cache-service.ts';
import { createGitHubHandler } from './github-api.ts';
import { createGitHubState, type GitHubState } from './github-state.ts';
import { startLoopbackServer, type Handler, type LoopbackServer } from './http.ts';

export interface RunnerServer extends LoopbackServer {
  readonly github: GitHubState;
  readonly cache: CacheService;
}

/** `handlers` are asked before GitHub and the cache. */
export async function startRunnerServer(handlers: readonly Handler[] = []): Promise<RunnerServer> {
  const github = createGitHubState();
  const cache = createCacheService();
  const server = await startLoopbackServer([...handlers, cache.handler, createGitHubHandler(github)]);
  return { ...server, github, cache };
}
