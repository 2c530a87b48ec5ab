// What scoring a bank would ask, without asking.
import type { Ask } from '../../evaluation/ask.ts';
import { requestKey } from '../../evaluation/key.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import type { PriceOf } from '../../evaluation/tally.ts';
import { NO_USAGE, type CompletionRequest } from '../../models/model.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { createPlanTally, type CallPlan } from './plan-tally.ts';
import { preparePanel, type ScoringOptions } from './score-response.ts';
import { scoreScenario } from './score-scenario.ts';

/** Tokens of a reply, reasoning included. */
const REPLY_TOKENS = { respond: 800, value_scores: 350, judgment: 500, scenario_topics: 150 };

/** Stands for a response that is not there yet: about as long as models answer, to size what follows. */
const UNKNOWN_RESPONSE = 'x'.repeat(1600);

/** The calls that scoring a bank needs, by step, without making them. All are certain once the responses are there. */
export async function planScoring(
  scenarios: readonly Scenario[],
  options: ScoringOptions,
  { store, priceOf }: { store: AnswerStore; priceOf: PriceOf },
): Promise<CallPlan> {
  const tally = createPlanTally(priceOf);
  const panel = preparePanel(options);
  const seen = new Set<string>();
  const pretend: Ask = async (request) => {
    const key = requestKey(request);
    const stored = store.get(key);
    // A question about a response that is not there yet looks like the others about it, but will be asked by itself.
    const isAboutUnknown = isAbout(request, UNKNOWN_RESPONSE);
    if (isAboutUnknown || !seen.has(key)) {
      const step = stepOf(request);
      tally.add({ step, request, stored: stored !== undefined, certain: true, replyTokens: REPLY_TOKENS[step] });
    }
    seen.add(key);
    const standIn = { text: UNKNOWN_RESPONSE, finish: 'stop' as const, usage: NO_USAGE, adapted: [] };
    return { status: 'answered', completion: stored?.completion ?? standIn };
  };
  for (const scenario of scenarios) await scoreScenario(scenario, panel, pretend);
  return tally.read();
}

function stepOf({ format }: CompletionRequest): keyof typeof REPLY_TOKENS {
  return (format?.name ?? 'respond') as keyof typeof REPLY_TOKENS;
}

function isAbout({ messages }: CompletionRequest, response: string): boolean {
  return messages.some(({ content }) => content.includes(response));
}
