// Why a run makes no further calls.

export type Stop =
  | { readonly kind: 'budget'; readonly budget: 'calls' | 'usd' | 'minutes'; readonly allowed: number }
  | { readonly kind: 'signal' }
  /** What is missing is in batches that are out, and nobody waits for them. */
  | { readonly kind: 'batch'; readonly calls: number }
  | { readonly kind: 'quota'; readonly provider: string }
  | {
      readonly kind: 'no-keys';
      readonly providers: readonly string[];
      readonly fork: boolean;
      readonly variables: readonly string[];
    };
