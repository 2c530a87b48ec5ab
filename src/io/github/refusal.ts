// What kind of refusal an API call met, as people must know it: a 403 may be a limit, a right that is missing, or neither.

export type RefusalKind =
  /** Until `until` (milliseconds since 1970), where the service says so. */
  | { readonly kind: 'rate-limit'; readonly until: number | undefined }
  | { readonly kind: 'permission' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'archived' }
  | { readonly kind: 'single-sign-on' }
  | { readonly kind: 'ip-allow-list' }
  | { readonly kind: 'turned-off' }
  | { readonly kind: 'other' };

/** The HTTP status an API call failed with; 500 for a network fault, undefined for anything else. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** What an answer is that has status 200 and not what was asked for: a proxy's, a sign-in's, or another service's at this address. */
export function foreignAnswer(what: string): Error {
  return Object.assign(new Error(`something other than GitHub answered: ${what}`), { status: 502 });
}

/** Whether GitHub refused an API call, or could not be reached. GraphQL refuses with status 200 and a list of errors. */
export function isRefusal(error: unknown): boolean {
  return statusOf(error) !== undefined || (error instanceof Error && error.name === 'GraphqlResponseError');
}

/** Why an API call failed, on one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
}

/** Headers of the response that an error carries; none where there was no response. */
export function headersOf(error: unknown): Readonly<Record<string, string | undefined>> {
  const { response } = error as { readonly response?: { readonly headers?: Record<string, string> } };
  return response?.headers ?? {};
}

/** GitHub's words for what has no status of its own; what none of them says is `other`, and shown as it was said. */
const WORDS: readonly (readonly [RegExp, Exclude<RefusalKind['kind'], 'rate-limit'>])[] = [
  [/not accessible by (integration|personal access token)|must have (push|write|admin)|permission/i, 'permission'],
  [/locked/i, 'locked'],
  [/archived/i, 'archived'],
  [/SAML|single sign-on/i, 'single-sign-on'],
  [/IP allow list/i, 'ip-allow-list'],
];

/** Why GitHub refused. Only 403, 410 and limits are told apart: anything else is a failure and no refusal. */
export function kindOfRefusal(error: unknown): RefusalKind {
  const status = statusOf(error);
  const headers = headersOf(error);
  const reason = reasonOf(error);
  const isLimit =
    status === 429 ||
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(reason);
  if (isLimit && status !== undefined && status < 500) return { kind: 'rate-limit', until: limitEnd(headers) };
  if (status === 410) return { kind: 'turned-off' };
  if (status !== 403) return { kind: 'other' };
  return { kind: WORDS.find(([words]) => words.test(reason))?.[1] ?? 'other' };
}

/** A secondary limit names seconds; the primary one, whose header stands beside every answer, the second it ends at. */
function limitEnd(headers: Readonly<Record<string, string | undefined>>): number | undefined {
  const seconds = Number(headers['retry-after'] ?? 'none');
  if (seconds >= 0) return Date.now() + seconds * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? 'none');
  return headers['x-ratelimit-remaining'] === '0' && reset > 0 ? reset * 1000 : undefined;
}

/** What to do about it, where there is something; `right` is the permission that the call needs. */
export function adviceFor(error: unknown, right: string): string {
  const refusal = kindOfRefusal(error);
  switch (refusal.kind) {
    case 'rate-limit': {
      const { until } = refusal;
      const when = until === undefined ? 'in some minutes' : `after ${new Date(until).toISOString().slice(11, 16)} UTC`;
      return `GitHub limits how much is asked of it; run again ${when}`;
    }
    case 'permission':
      return `this run's token may not; give the job "${right}" (runs of forks never have it)`;
    case 'locked':
      return 'the conversation is locked';
    case 'archived':
      return 'the repository is archived';
    case 'single-sign-on':
      return 'the token is not authorised for the organisation (single sign-on)';
    case 'ip-allow-list':
      return "the runner's address is not on the organisation's allow list";
    case 'turned-off':
      return 'issues are turned off';
    case 'other':
      return statusOf(error) === 403 ? `if this run's token lacks it, give the job "${right}"` : '';
    default:
      throw new Error(`unknown refusal: ${JSON.stringify(refusal satisfies never)}`);
  }
}

/** Advice and GitHub's own words. */
export function explainRefusal(error: unknown, right: string): string {
  const advice = adviceFor(error, right);
  return `${advice === '' ? '' : `${advice}. `}GitHub says: ${reasonOf(error)}`;
}
