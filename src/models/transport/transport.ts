// The one way out to a provider: deadlines over the whole answer, retries, limits, and no other place than its origin.
import type { Clock } from '../../core/clock.ts';
import type { Random } from '../../core/random.ts';
import { CallError } from '../model.ts';
import { vendorOf } from '../provider-kind.ts';
import type { ResolvedProvider } from '../provider.ts';
import { secretsOf, type Answered, type SendRequest } from './attempt.ts';
import { toCallError } from './call-error.ts';
import { failureOfStatus } from './failure.ts';
import { createAddressCheck } from './own-address.ts';
import { encodeForm, ownHeaders } from './own-request.ts';
import { parseProviderError } from './provider-error.ts';
import { createRate, type Rate } from './rate.ts';
import { createHostCheck, type Lookup } from './resolved-host.ts';
import { createRetries } from './retries.ts';
import type { PreparedRequest } from './send-in-turn.ts';
import { type TransportLimits, DEFAULT_LIMITS } from './transport-limits.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface TransportPorts {
  /** Any `fetch` will do. */
  readonly fetch: SendRequest;
  readonly clock: Clock;
  readonly random: Random;
  /** Where a name leads; without it no name is checked. */
  readonly lookup?: Lookup;
}

export interface Transport {
  /**
   * What the SDKs take for `fetch`, for one model: rates are learned by model where the vendor limits each. Gives a 200 with a whole
   * JSON body (or any text, of up to `LONGEST_TEXT`), or throws.
   * @throws CallError with the number of attempts made; its cause is the provider's own words (`providerDetail`).
   */
  fetchFor(model: string, expects?: 'json' | 'text'): Fetch;
  /** The error that `fetch` would throw for a refusal that came another way, as that of one request of a batch does. */
  refuse(status: number, body: string): CallError;
  /** Requests sent so far, retries included, and the retries among them. */
  counts(): { readonly requests: number; readonly retries: number };
}

export function createTransport(
  provider: ResolvedProvider,
  { fetch, clock, random, lookup }: TransportPorts,
  limits: TransportLimits = DEFAULT_LIMITS,
): Transport {
  const checkHost = createHostCheck(provider, lookup);
  const checkAddress = createAddressCheck(provider);
  const { ask, counts } = createRetries(provider, { fetch, clock, random, limits });
  const rateOf = createRates(provider, { clock, patienceMs: limits.patienceMs });
  return {
    counts,
    refuse: (status, body) => {
      const detail = parseProviderError(status, body, { secrets: secretsOf(provider), sent: '' });
      return toCallError(provider, failureOfStatus(detail), { url: provider.baseUrl, attempts: 1 });
    },
    fetchFor: (model, expects = 'json') => {
      const rate = rateOf(model);
      return async (input, { method = 'GET', body = null, headers, signal } = {}) => {
        const url = checkAddress(input instanceof Request ? input.url : String(input));
        await checkHost();
        const form = body instanceof FormData ? await encodeForm(body) : undefined;
        const given = headers instanceof Headers ? headers : new Headers(headers);
        const init: PreparedRequest['init'] = {
          method,
          body: form?.text ?? body,
          headers: { ...ownHeaders(provider, given), ...form?.headers },
          redirect: 'error',
        };
        const caller = signal ?? new AbortController().signal;
        try {
          return responseOf(await ask({ url, init, rate, expects, signal: caller }));
        } catch (error) {
          if (error instanceof CallError || !caller.aborted) throw error;
          throw new CallError('aborted', `${provider.name}: the call was stopped`);
        }
      };
    },
  };
}

/** Vendors limit each model by itself. A local server or a gateway mostly limits all requests together, so its models share one rate. */
function createRates(provider: ResolvedProvider, limited: Parameters<typeof createRate>[0]): (model: string) => Rate {
  const isVendor = new URL(vendorOf(provider.kind).baseUrl).origin === provider.origin;
  const rates = new Map<string, Rate>();
  return (model) => {
    const name = isVendor ? model : '';
    const rate = rates.get(name) ?? createRate(limited);
    rates.set(name, rate);
    return rate;
  };
}

/** The SDK reads the parsed body from here, so that it is not parsed twice. */
function responseOf({ text, body }: Answered): Response {
  const headers = { 'content-type': 'application/json' };
  if (body === undefined) return new Response(text, { headers });
  const response = new Response(null, { headers });
  return Object.assign(response, { json: () => Promise.resolve(body), text: () => Promise.resolve(text) });
}
