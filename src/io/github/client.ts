// One GitHub client for the REST and GraphQL APIs, loaded only when it is needed, patient with a busy service.
import type { getOctokit } from '@actions/github';

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
/** Milliseconds a single request may take, headers and body. */
const DEADLINE = 30_000;
/** Longest wait for a rate limit, in seconds; a longer one fails the request. */
const LONGEST_WAIT = 60;

/**
 * A client that tries again on 5xx and network faults (after 1, 4 and 9 s) and on rate limits that end within a minute.
 * A lost answer to a POST is not repeated: only its caller knows whether that would do the thing twice.
 */
export async function createGitHubClient(options: ClientOptions): Promise<GitHubClient> {
  const github = await import('@actions/github');
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const octokit = github.getOctokit(options.token, {
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  octokit.hook.wrap('request', async (request, parameters) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const signal = AbortSignal.timeout(DEADLINE);
        return await request({ ...parameters, request: { ...parameters.request, signal } });
      } catch (error) {
        const repeatable = parameters.method !== 'POST' || parameters.url === '/graphql';
        const wait = attempt === ATTEMPTS ? undefined : secondsToWait(error, attempt, repeatable);
        if (wait === undefined) throw error;
        await sleep(wait * 1000);
      }
    }
  });
  return { octokit, owner: options.owner, repo: options.repo };
}

/** The HTTP status an API call failed with; 500 for a network fault, undefined for anything else. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** Whether GitHub refused an API call, or could not be reached. GraphQL refuses with status 200 and a list of errors. */
export function isRefusal(error: unknown): boolean {
  return statusOf(error) !== undefined || (error instanceof Error && error.name === 'GraphqlResponseError');
}

/** Why an API call failed, on one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
}

/** Seconds before the next attempt; undefined where another attempt would not help, or could do harm. */
function secondsToWait(error: unknown, attempt: number, repeatable: boolean): number | undefined {
  const status = statusOf(error);
  if (status === undefined) return undefined;
  if (status >= 500) return repeatable ? attempt ** 2 : undefined;
  if (status !== 403 && status !== 429) return undefined;
  const headers = headersOf(error);
  const limited =
    status === 429 || headers['x-ratelimit-remaining'] === '0' || /secondary rate limit|abuse/i.test(reasonOf(error));
  if (!limited && headers['retry-after'] === undefined) return undefined;
  // GitHub asks for a minute where a secondary limit names no time.
  const asked = Number(headers['retry-after'] ?? LONGEST_WAIT);
  return asked >= 0 && asked <= LONGEST_WAIT ? Math.max(1, asked) : undefined;
}

function headersOf(error: unknown): Readonly<Record<string, string | undefined>> {
  const { response } = error as { readonly response?: { readonly headers?: Record<string, string> } };
  return response?.headers ?? {};
}

function ignore(): void {
  // Octokit would write to the console, past the safe log.
}
