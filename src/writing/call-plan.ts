// Adds up planned calls by step: how many, how many tokens, what they cost.
import type { PriceOf } from '../evaluation/tally.ts';
import { createUsageMeter, type UsageMeter } from '../models/cost/cached-prefix.ts';
import type { CompletionRequest } from '../models/model.ts';
import { addCosts, type Cost } from '../models/cost/prices.ts';

export interface CallTotals {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars. */
  readonly usd: Cost;
}

interface PlannedStep {
  readonly step: string;
  /** Answers that are there already and cost nothing. */
  readonly stored: number;
  /** Calls that will certainly be made. */
  readonly least: CallTotals;
  /** All that may be made, the certain ones included. */
  readonly most: CallTotals;
}

export interface CallPlan {
  readonly steps: readonly PlannedStep[];
  readonly stored: number;
  readonly least: CallTotals;
  readonly most: CallTotals;
}

export interface PlannedRequest {
  readonly step: string;
  readonly request: CompletionRequest;
  readonly stored: boolean;
  readonly certain: boolean;
  readonly replyTokens: number;
  /** So many calls that look like this one; 1 unless given. */
  readonly times?: number;
}

const NOTHING: CallTotals = { calls: 0, inputTokens: 0, outputTokens: 0, usd: 0 };

export function createPlanTally(priceOf: PriceOf): { add: (call: PlannedRequest) => void; read: () => CallPlan } {
  const steps = new Map<string, PlannedStep>();
  const meter = createUsageMeter();
  return {
    add: ({ step, request, stored, certain, replyTokens, times = 1 }) => {
      const known = steps.get(step) ?? { step, stored: 0, least: NOTHING, most: NOTHING };
      if (stored) {
        steps.set(step, { ...known, stored: known.stored + times });
        return;
      }
      const first = estimate(request, { replyTokens, priceOf, meter });
      // The later ones find the beginning that all share in the provider's cache.
      const cost =
        times === 1 ? first : addTotals(first, repeat(estimate(request, { replyTokens, priceOf, meter }), times - 1));
      steps.set(step, {
        ...known,
        least: certain ? addTotals(known.least, cost) : known.least,
        most: addTotals(known.most, cost),
      });
    },
    read: () => {
      const all = [...steps.values()];
      return {
        steps: all,
        stored: all.reduce((sum, { stored }) => sum + stored, 0),
        least: all.map(({ least }) => least).reduce(addTotals, NOTHING),
        most: all.map(({ most }) => most).reduce(addTotals, NOTHING),
      };
    },
  };
}

function estimate(
  request: CompletionRequest,
  { replyTokens, priceOf, meter }: { replyTokens: number; priceOf: PriceOf; meter: UsageMeter },
): CallTotals {
  const usage = { ...meter(request), outputTokens: replyTokens };
  return { calls: 1, inputTokens: usage.inputTokens, outputTokens: replyTokens, usd: priceOf(request, usage) };
}

function repeat({ calls, inputTokens, outputTokens, usd }: CallTotals, times: number): CallTotals {
  return {
    calls: times * calls,
    inputTokens: times * inputTokens,
    outputTokens: times * outputTokens,
    usd: usd === 'unknown' ? usd : times * usd,
  };
}

function addTotals(a: CallTotals, b: CallTotals): CallTotals {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    usd: addCosts([a.usd, b.usd]),
  };
}
