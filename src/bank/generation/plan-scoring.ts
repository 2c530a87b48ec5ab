// What scoring a bank would ask, without asking.
import { readDataBlocks } from '../../core/data-block.ts';
import { createKeySet } from '../../core/key-set.ts';
import { createRecent } from '../../core/recent.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { SELECTION_DRAW } from '../../evaluation/draw.ts';
import { requestKey } from '../../evaluation/key.ts';
import { respondRequest } from '../../evaluation/prompts/respond.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import type { PriceOf } from '../../evaluation/tally.ts';
import { NO_USAGE, type Completion, type CompletionRequest } from '../../models/model.ts';
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

type Step = keyof typeof REPLY_TOKENS;

/** Stands for a response that is not there yet: about as long as models answer, to size what follows. */
const UNKNOWN_RESPONSE = 'x'.repeat(1600);

const STAND_INS = 64;

/** The calls that scoring a bank needs, by step, without making them. All are certain once the responses are there. */
export async function planScoring(
  scenarios: Iterable<Scenario> | AsyncIterable<Scenario>,
  options: ScoringOptions,
  { store, priceOf }: { store: AnswerStore; priceOf: PriceOf },
): Promise<CallPlan> {
  const tally = createPlanTally(priceOf);
  const panel = preparePanel(options);
  const seen = createKeySet();
  // A reply that says the same is the same one, which is read once.
  const recent = createRecent<Completion>(STAND_INS);
  const say = (text: string): Completion =>
    recent(text, () => ({ text, finish: 'stop', usage: NO_USAGE, adapted: [] }));
  /** Of so many models whose answer is not there one is walked through; what is asked about it is asked about each. */
  const pretendFor =
    (alike: number): Ask =>
    async (request) => {
      const step = stepOf(request);
      // A question about a response that is not there yet looks like the others about it, but will be asked by itself; nothing
      // can be stored for it.
      const isAboutUnknown = isAbout(request, UNKNOWN_RESPONSE);
      const key = isAboutUnknown ? undefined : requestKey(request);
      const stored = key === undefined ? undefined : store.get(key);
      if (key === undefined || seen.add(key)) {
        const times = isAboutUnknown ? alike : 1;
        tally.add({
          step,
          request,
          stored: stored !== undefined,
          certain: true,
          replyTokens: REPLY_TOKENS[step],
          times,
        });
      }
      return { status: 'answered', completion: stored?.completion ?? say(standIn(step, request)) };
    };
  for await (const scenario of scenarios) {
    const asked = panel.respondents.map((respondent) => {
      const request = respondRequest(respondent, scenario, SELECTION_DRAW);
      return { respondent, request, isStored: store.get(requestKey(request)) !== undefined };
    });
    const [walked, ...alike] = asked.filter(({ isStored }) => !isStored);
    const pretend = pretendFor(1 + alike.length);
    for (const { request } of alike) await pretend(request);
    const own = asked.filter((one) => one.isStored || one === walked).map(({ respondent }) => respondent);
    await scoreScenario(scenario, { ...panel, respondents: own }, pretend);
  }
  return tally.read();
}

function stepOf({ format }: CompletionRequest): Step {
  return (format?.name ?? 'respond') as Step;
}

/** The reply that a step is taken to give. What scores and rulings say does not change what else is asked. */
function standIn(step: Step, request: CompletionRequest): string {
  switch (step) {
    case 'respond':
      return UNKNOWN_RESPONSE;
    case 'clause_links':
      return standInLinks(request);
    case 'judgment':
      return '{"reasoning":"","ruling":"compliant","clauses":[]}';
    case 'value_scores':
      return '{"reasoning":"","value1":3,"value2":3,"confidence":1,"response_type":"full_compliance"}';
    case 'expressed_values':
    case 'scenario_topics':
      return '{}';
    default:
      throw new Error(`unknown step: ${String(step satisfies never)}`);
  }
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
