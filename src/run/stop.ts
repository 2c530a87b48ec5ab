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

export interface Stops {
  /** A batch that is out with so many calls is left to a later run; any other reason counts before this one. */
  readonly leave: (calls: number) => void;
  /** A cap or a provider's quota; the first one counts. */
  readonly reach: (stop: Extract<Stop, { readonly kind: 'budget' | 'quota' }>) => void;
  /** A provider that may not be asked in this run. */
  readonly shut: (
    provider: string,
    why: Pick<Extract<Stop, { readonly kind: 'no-keys' }>, 'fork' | 'variables'>,
  ) => void;
  /** Why no further calls are made, as it stands. */
  readonly now: () => Stop | undefined;
}

export function createStops(signal: AbortSignal): Stops {
  let stop: Stop | undefined;
  const shut = new Set<string>();
  return {
    leave: (calls) => {
      if (stop !== undefined && stop.kind !== 'batch') return;
      stop = { kind: 'batch', calls: (stop?.calls ?? 0) + calls };
    },
    reach: (reached) => {
      stop ??= reached;
    },
    shut: (provider, why) => {
      shut.add(provider);
      stop = { kind: 'no-keys', providers: [...shut].sort(), ...why };
    },
    now: () => (signal.aborted ? { kind: 'signal' } : stop),
  };
}
