// What a migration will cost, and what either panel costs for the same answers.
import { requestKey } from '../evaluation/key.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import { addCosts, costOf, priceOf, type PriceOverrides } from '../models/cost/prices.ts';
import type { MigrateReport, PanelCost } from './report.ts';
import type { Reply, Said } from './side.ts';
import { estimateCosts } from '../gate/usual-cost.ts';

type Calls = readonly Pick<PlannedCall, 'request' | 'purpose'>[];

/** What is not stored yet of either side's calls, each once; what both would ask counts as the new side's. */
export function planCosts(
  calls: { readonly old: Calls; readonly new: Calls },
  { store, prices }: { readonly store: AnswerStore; readonly prices: PriceOverrides },
): MigrateReport['planned'] {
  const seen = new Set<string>();
  const plan = (side: Calls): MigrateReport['planned']['new'] => {
    const toMake = side.filter(({ request }) => {
      const key = requestKey(request);
      if (seen.has(key) || store.get(key) !== undefined) return false;
      seen.add(key);
      return true;
    });
    return { calls: toMake.length, usd: estimateCosts(toMake, prices) };
  };
  const planned = plan(calls.new);
  return { old: plan(calls.old), new: planned };
}

/** On the answers whose replies are known of both sides; undefined without any. */
export function compareCosts(
  pairs: readonly { readonly old: Said; readonly new: Said }[],
  prices: PriceOverrides,
): MigrateReport['cost'] {
  const known = pairs.flatMap((pair) =>
    pair.old.replies === undefined || pair.new.replies === undefined
      ? []
      : [{ old: pair.old.replies, new: pair.new.replies }],
  );
  if (known.length === 0) return undefined;
  return {
    answers: known.length,
    old: sumReplies(
      known.flatMap((pair) => pair.old),
      prices,
    ),
    new: sumReplies(
      known.flatMap((pair) => pair.new),
      prices,
    ),
  };
}

function sumReplies(replies: readonly Reply[], prices: PriceOverrides): PanelCost {
  const sum = (read: (reply: Reply) => number): number => replies.reduce((total, reply) => total + read(reply), 0);
  return {
    calls: replies.length,
    inputTokens: sum(({ completion }) => completion.usage.inputTokens),
    outputTokens: sum(({ completion }) => completion.usage.outputTokens),
    usd: addCosts(replies.map(({ request, completion }) => costOf(completion.usage, priceOf(request.model, prices)))),
  };
}
