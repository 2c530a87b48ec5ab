// What scoring a bank would ask, without asking.
import { readDataBlocks } from '../../core/data-block.ts';
import { createKeySet } from '../../core/key-set.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { requestKey } from '../../evaluation/key.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import type { PriceOf } from '../../evaluation/tally.ts';
import { NO_USAGE, type CompletionRequest } from '../../models/model.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { createPlanTally, type CallPlan } from '../../writing/call-plan.ts';
import { preparePanel, type ScoringOptions } from './score-response.ts';
import { scoreScenario } from './score-scenario.ts';

/** Tokens of a reply, reasoning included. */
const REPLY_TOKENS = {
  respond: 800,
  value_scores: 350,
  expressed_values: 150,
  judgment: 500,
  scenario_topics: 150,
  clause_links: 250,
};

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
  const seen = createKeySet();
  const pretend: Ask = async (request) => {
    const step = stepOf(request);
    // A question about a response that is not there yet looks like the others about it, but will be asked by itself; nothing
    // can be stored for it.
    const isAboutUnknown = isAbout(request, UNKNOWN_RESPONSE);
    const key = isAboutUnknown ? undefined : requestKey(request);
    const stored = key === undefined ? undefined : store.get(key);
    if (key === undefined || seen.add(key)) {
      tally.add({ step, request, stored: stored !== undefined, certain: true, replyTokens: REPLY_TOKENS[step] });
    }
    const text = standIn(step, request);
    const unknown = { text, finish: 'stop' as const, usage: NO_USAGE, adapted: [] };
    return { status: 'answered', completion: stored?.completion ?? unknown };
  };
  for (const scenario of scenarios) await scoreScenario(scenario, panel, pretend);
  return tally.read();
}

function stepOf({ format }: CompletionRequest): keyof typeof REPLY_TOKENS {
  return (format?.name ?? 'respond') as keyof typeof REPLY_TOKENS;
}

/** The reply that a step is taken to give. What scores and rulings say does not change what else is asked. */
function standIn(step: keyof typeof REPLY_TOKENS, request: CompletionRequest): string {
  if (step === 'respond') return UNKNOWN_RESPONSE;
  return step === 'clause_links' ? standInLinks(request) : '{}';
}

/** Stands for a linker's reply that names the two likeliest clauses, to estimate what judges will read. */
function standInLinks({ messages }: CompletionRequest): string {
  const blocks = readDataBlocks(messages.map(({ content }) => content).join('\n'));
  const candidates = (blocks.get('clauses') ?? []) as readonly { readonly id: string }[];
  const links = candidates.slice(0, 2).map(({ id }) => ({ clause: id, why: '', sure: true }));
  return JSON.stringify({ item: blocks.get('item') ?? '', links });
}

function isAbout({ messages }: CompletionRequest, response: string): boolean {
  return messages.some(({ content }) => content.includes(response));
}
