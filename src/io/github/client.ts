// One GitHub client for the REST and GraphQL APIs, loaded only when it is needed, patient with a busy service.
import type { getOctokit } from '@actions/github';
import { whereDefined } from '../../core/where-defined.ts';
import { foreignAnswer, kindOfRefusal, statusOf } from './refusal.ts';

export interface GitHubClient {
  readonly octokit: ReturnType<typeof getOctokit>;
  readonly owner: string;
  readonly repo: string;
}

export interface ClientOptions {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** `GITHUB_API_URL`. */
  readonly baseUrl?: string | undefined;
  /** Waits that many milliseconds; tests pass their own. */
  readonly sleep?: (ms: number) => Promise<void>;
}

const ATTEMPTS = 4;
/** Milliseconds a single request may take, headers and body; stored answers may be large. */
const DEADLINE = 10_000;
const BLOB_DEADLINE = 120_000;
/** Seconds that all requests of a client may wait together: for faults of the service, and for limits. */
const PATIENCE = { faults: 15, limits: 60 };

/**
 * A client that tries again on 5xx and network faults (after 1, 4 and 9 s) and on rate limits, as long as its patience
 * lasts: what is asked of GitHub is never worth minutes. A lost answer to a POST is not repeated: only its caller knows whether that would do the thing twice.
 */
export async function createGitHubClient(options: ClientOptions): Promise<GitHubClient> {
  const github = await import('@actions/github');
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const octokit = github.getOctokit(options.token, {
    ...whereDefined({ baseUrl: options.baseUrl }),
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const left = { ...PATIENCE };
  octokit.hook.wrap('request', async (request, parameters) => {
    for (let attempt = 1; ; attempt += 1) {
      const start = performance.now();
      try {
        const signal = AbortSignal.timeout(parameters.url.includes('/git/blobs') ? BLOB_DEADLINE : DEADLINE);
        return checkBody(await request({ ...parameters, request: { ...parameters.request, signal } }));
      } catch (error) {
        const repeatable = parameters.method !== 'POST' || parameters.url === '/graphql';
        if (attempt === ATTEMPTS) throw error;
        const wait = waitFor(error, { attempt, repeatable });
        if (wait === undefined) throw error;
        if (wait.for === 'faults') left.faults -= (performance.now() - start) / 1000;
        if (wait.seconds > left[wait.for]) throw error;
        left[wait.for] -= wait.seconds;
        await sleep(wait.seconds * 1000);
      }
    }
  });
  return { octokit, owner: options.owner, repo: options.repo };
}

/** GitHub answers in JSON; a page of a proxy, or of a server under maintenance, comes with status 200, too. */
function checkBody<Answer extends { readonly status: number; readonly data: unknown }>(answer: Answer): Answer {
  const { data } = answer;
  if (typeof data === 'object' || data === undefined || data === '') return answer;
  throw foreignAnswer(typeof data === 'string' ? 'a page instead of JSON' : 'no object');
}

/** What to wait for before the next attempt; undefined where another attempt would not help, or could do harm. */
function waitFor(
  error: unknown,
  { attempt, repeatable }: { readonly attempt: number; readonly repeatable: boolean },
): { readonly for: keyof typeof PATIENCE; readonly seconds: number } | undefined {
  const status = statusOf(error);
  if (status === undefined) return undefined;
  if (status >= 500) return repeatable ? { for: 'faults', seconds: attempt ** 2 } : undefined;
  const refusal = kindOfRefusal(error);
  if (refusal.kind !== 'rate-limit') return undefined;
  // GitHub asks for a minute where a secondary limit names no time.
  const seconds = refusal.until === undefined ? PATIENCE.limits : Math.ceil((refusal.until - Date.now()) / 1000);
  return { for: 'limits', seconds: Math.max(1, seconds) };
}

function ignore(): void {
  // Octokit would write to the console, past the safe log.
}
