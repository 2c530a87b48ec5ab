// How many retries a provider may cost: a token bucket, so that a server in trouble is not asked three times as much.

export interface RetryBudget {
  /** A call begins: it earns part of a retry. */
  began(): void;
  /** Takes one retry out of the bucket; false where it is empty. */
  spend(): boolean;
}

/** Retries that each call earns. In the long run a provider gets at most a fifth more requests than there are calls. */
const EARNED = 0.2;
const LEAST_BURST = 20;

/**
 * The budget of one provider, full at first. It holds two retries for each place, so that everything under way at a short
 * outage may be tried to its end; what longer good times would earn beyond that is not kept for one storm.
 */
export function createRetryBudget({ concurrency }: { readonly concurrency: number }): RetryBudget {
  const most = Math.max(LEAST_BURST, 2 * concurrency);
  let tokens = most;
  return {
    began: () => {
      tokens = Math.min(most, tokens + EARNED);
    },
    spend: () => {
      // Fifths do not add up to whole numbers exactly.
      if (tokens < 1 - 1e-9) return false;
      tokens -= 1;
      return true;
    },
  };
}
