// A provider ready to be called: its endpoint checked, its key read and bound to that endpoint's origin.
import { whereDefined } from '../core/where-defined.ts';
import { vendorOf, type LiveKind } from './provider-kind.ts';
import { UserError, type Place, type Problem } from '../core/errors.ts';
import { classifyHost } from './transport/address.ts';
import { checkEndpoint, endpointPath, publicName } from './transport/origin.ts';
import { exposures, readSecret } from './environment-secrets.ts';
import type { Secret } from './transport/secret.ts';

/** A provider as the (base side's) configuration declares it. */
export interface ProviderConfig {
  readonly name: string;
  readonly kind: LiveKind;
  readonly baseUrl?: string | undefined;
  /** The environment variable that holds the key. Without it, only the vendor's own endpoint gets a key, the vendor's. */
  readonly apiKeyEnv?: string | undefined;
  /** Extra headers: header name to the environment variable that holds its value. Values are kept secret. */
  readonly headersEnv?: Readonly<Record<string, string>> | undefined;
  /** Private hosts, names that may lead to private addresses, or loopback hosts that may get a key. */
  readonly allowPrivate?: readonly string[] | undefined;
  /** Most requests at once. Default 8; at a server of one's own as many as it answers side by side. */
  readonly concurrency?: number | undefined;
  /** When its spare capacity is asked first, at half the price: where nobody waits, or always. Default: never. */
  readonly flex?: 'unattended' | 'always' | undefined;
  readonly place?: Place | undefined;
}

export interface ResolvedProvider {
  readonly name: string;
  readonly kind: LiveKind;
  /** The only origin that is ever contacted for this provider. */
  readonly origin: string;
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, Secret>>;
  /** A public name of the configuration's that gets a secret: where it leads is looked up before the first request. */
  readonly lookUp?: string;
  /** The key; absent for endpoints that take none. */
  readonly secret?: Secret;
  readonly concurrency: number;
  /** Nobody set it, and the server is one's own: how many it answers at once is found. */
  readonly searchesSlots?: true;
  /** Its spare capacity is asked first, see `openai/flex.ts`. */
  readonly flex?: true;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_CONCURRENCY = 8;

// The transport writes these; a configuration that could would change who is asked, or how a request ends.
const RESERVED_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'te',
  'upgrade',
]);

/**
 * Reads a provider's key and headers from the environment and checks its endpoint.
 * @throws UserError with every problem: an endpoint that is refused, a variable that is missing or unusable, one that
 * would lead a key through a proxy.
 */
export function resolveProvider(config: ProviderConfig, env: Environment): ResolvedProvider {
  const vendor = vendorOf(config.kind);
  const apiKeyEnv = config.apiKeyEnv ?? (config.baseUrl === undefined ? vendor.apiKeyEnv : undefined);
  const headerNames = Object.entries(config.headersEnv ?? {});
  const problems: Problem[] = [];

  const endpoint = checkEndpoint(config.baseUrl ?? vendor.baseUrl, {
    carriesSecret: apiKeyEnv !== undefined || headerNames.length > 0,
    allowPrivate: config.allowPrivate ?? [],
  });
  if (!('origin' in endpoint)) problems.push(...endpoint);

  const secret = apiKeyEnv === undefined ? undefined : readSecret(env, apiKeyEnv, problems);
  const headers: Record<string, Secret> = {};
  for (const [header, variable] of headerNames) {
    const name = header.toLowerCase();
    if (RESERVED_HEADERS.has(name) || !/^[a-z0-9-]+$/.test(name)) {
      problems.push({ message: `headersEnv cannot set the header ${JSON.stringify(header)}` });
    }
    const value = readSecret(env, variable, problems);
    if (value !== undefined) headers[name] = value;
  }

  if (secret !== undefined || headerNames.length > 0) problems.push(...exposures(env));

  if (problems.length > 0 || !('origin' in endpoint)) {
    throw new UserError(problems.map((problem) => atProvider(problem, config)));
  }
  // The vendors' own names are no choice of the configuration's.
  const isSecretElsewhere = config.baseUrl !== undefined && secretVariables(config).length > 0;
  const lookUp = isSecretElsewhere ? publicName(endpoint.origin, config.allowPrivate ?? []) : undefined;
  return {
    name: config.name,
    kind: config.kind,
    ...endpoint,
    headers,
    ...whereDefined({ lookUp }),
    ...(secret && { secret }),
    concurrency: config.concurrency ?? DEFAULT_CONCURRENCY,
    ...(config.concurrency === undefined && isLocal(endpoint.origin) && { searchesSlots: true as const }),
  };
}

/** One problem for each variable that two providers would send to different origins: a key belongs to one. */
export function checkKeyBinding(configs: readonly ProviderConfig[]): readonly Problem[] {
  const owners = new Map<string, { readonly origin: string; readonly name: string }>();
  return configs.flatMap((config) => {
    const { origin } = endpointOf(config);
    return secretVariables(config).flatMap((variable) => {
      const owner = owners.get(variable);
      owners.set(variable, owner ?? { origin, name: config.name });
      if (owner === undefined || owner.origin === origin) return [];
      const message = `${variable} would be sent to two places: ${owner.origin} (${owner.name}) and ${origin}`;
      return [atProvider({ message, hint: 'Keep a key of its own for each endpoint.' }, config)];
    });
  });
}

/** The environment variables that a provider reads its key and headers from. */
export function secretVariables({
  kind,
  baseUrl,
  apiKeyEnv,
  headersEnv = {},
}: Pick<ProviderConfig, 'kind' | 'baseUrl' | 'apiKeyEnv' | 'headersEnv'>): readonly string[] {
  const keyEnv = apiKeyEnv ?? (baseUrl === undefined ? vendorOf(kind).apiKeyEnv : undefined);
  return [...(keyEnv === undefined ? [] : [keyEnv]), ...Object.values(headersEnv)];
}

/** What of a provider's endpoint is in every key, whether or not its key is there: plans are made without keys. */
export function endpointOf({ kind, baseUrl }: Pick<ProviderConfig, 'kind' | 'baseUrl'>): {
  readonly origin: string;
  readonly basePath: string;
} {
  const text = baseUrl ?? vendorOf(kind).baseUrl;
  if (!URL.canParse(text)) return { origin: text, basePath: '' };
  const url = new URL(text);
  return { origin: url.origin, basePath: endpointPath(url) };
}

/**
 * Whether an endpoint is a server of the user's own: on this machine, in a private network, or without encryption, as only
 * those may be. Small and slow models stand behind such.
 */
export function isLocal(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' || classifyHost(hostname) !== 'public';
}

/** Whether an endpoint is on this machine: nobody sends a bill for what is answered there. */
export function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && classifyHost(new URL(origin).hostname) === 'loopback';
}

function atProvider(problem: Problem, { name, place }: ProviderConfig): Problem {
  return { ...problem, message: `provider ${name}: ${problem.message}`, ...(place && { place }) };
}
