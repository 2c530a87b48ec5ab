// The kinds of providers, and what each is to the rest of the program. A kind that is added here does not compile before
// the table, the config's schema and everything that depends on a kind say what it does.

/** `live`: asked over the network, with a key, for money; `offline`: answers from a file of the config's. */
const PROVIDER_KINDS = {
  openai: { reach: 'live', isSimulated: false },
  anthropic: { reach: 'live', isSimulated: false },
  simulated: { reach: 'offline', isSimulated: true },
  recorded: { reach: 'offline', isSimulated: false },
} as const;

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
