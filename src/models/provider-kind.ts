// The kinds of providers, and what each is to the rest of the program. A kind that is added here does not compile before
// the table, the config's schema and everything that depends on a kind say what it does.
import { ANTHROPIC_CACHE } from './anthropic/anthropic-cache.ts';
import type { PromptCache } from './cost/prompt-cache.ts';
import { OPENAI_CACHE } from './openai/openai-cache.ts';

/** Asked over the network, with a key, for money: at the vendor's own endpoint where the config names no other. */
interface LiveProvider {
  readonly reach: 'live';
  readonly isSimulated: false;
  readonly baseUrl: string;
  readonly apiKeyEnv: string;
  /** Headers that its client may add to the gate's own. */
  readonly headers: readonly string[];
  readonly promptCache: PromptCache;
}

/** Answers from a file of the config's. */
interface OfflineProvider {
  readonly reach: 'offline';
  readonly isSimulated: boolean;
}

const PROVIDER_KINDS = {
  openai: {
    reach: 'live',
    isSimulated: false,
    baseUrl: 'https://api.openai.com/v1',
    apiKeyEnv: 'OPENAI_API_KEY',
    headers: [],
    promptCache: OPENAI_CACHE,
  },
  anthropic: {
    reach: 'live',
    isSimulated: false,
    baseUrl: 'https://api.anthropic.com',
    apiKeyEnv: 'ANTHROPIC_API_KEY',
    headers: ['anthropic-version'],
    promptCache: ANTHROPIC_CACHE,
  },
  simulated: { reach: 'offline', isSimulated: true },
  recorded: { reach: 'offline', isSimulated: false },
} as const satisfies Readonly<Record<string, LiveProvider | OfflineProvider>>;

export type ProviderKind = keyof typeof PROVIDER_KINDS;
type KindOf<Reach extends 'live' | 'offline'> = {
  [Kind in ProviderKind]: (typeof PROVIDER_KINDS)[Kind]['reach'] extends Reach ? Kind : never;
}[ProviderKind];
export type LiveKind = KindOf<'live'>;
export type OfflineKind = KindOf<'offline'>;

/** Whether a model, or a provider of a config, is asked over the network. */
export function isLive<Of extends { readonly kind: ProviderKind }>(one: Of): one is Of & { readonly kind: LiveKind } {
  return PROVIDER_KINDS[one.kind].reach === 'live';
}

/** Whether its answers say nothing about any real model. */
export function isSimulated({ kind }: { readonly kind: ProviderKind }): boolean {
  return PROVIDER_KINDS[kind].isSimulated;
}

/** The vendor's own endpoint, the variable that holds its key, and the headers of its protocol. */
export function vendorOf(kind: LiveKind): Pick<LiveProvider, 'baseUrl' | 'apiKeyEnv' | 'headers'> {
  return PROVIDER_KINDS[kind];
}

/** The variables that hold the keys of the vendors' own endpoints. */
export function vendorKeys(): readonly string[] {
  return Object.values<LiveProvider | OfflineProvider>(PROVIDER_KINDS).flatMap((provider) =>
    provider.reach === 'live' ? [provider.apiKeyEnv] : [],
  );
}

/** Undefined where nothing is billed by the token. */
export function promptCacheOf(kind: ProviderKind): PromptCache | undefined {
  const provider: LiveProvider | OfflineProvider = PROVIDER_KINDS[kind];
  return provider.reach === 'live' ? provider.promptCache : undefined;
}
