// What writing violations would ask, without asking: the walk itself over stored answers and stand-ins.
import { readDataBlocks } from '../../core/data-block.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { requestKey } from '../../evaluation/key.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import type { PriceOf } from '../../evaluation/tally.ts';
import { NO_USAGE, type CompletionRequest } from '../../models/model.ts';
import { createPlanTally, type CallPlan } from '../../writing/call-plan.ts';
import { generateViolations, violationsOf, type ViolationOptions } from './generate-violations.ts';

/** Tokens that a reply takes, reasoning included; generous, so that the plan is no promise too low. */
const REPLY_TOKENS = { violation: 1400, rulings: 400 } as const;

/**
 * The first question about each violation that is missing is certain. At most every one is written and ruled on as often as the
 * walk tries: where the judges let every one pass.
 */
export async function planViolations(
  options: ViolationOptions,
  { store, priceOf }: { readonly store: AnswerStore; readonly priceOf: PriceOf },
): Promise<CallPlan> {
  const tally = createPlanTally(priceOf);
  for (const clause of options.clauses) {
    let certain = options.count - violationsOf(options.existing, clause.id).length;
    const ask: Ask = async (request) => {
      const stored = store.get(requestKey(request));
      const step = request.format?.name === 'judgment' ? 'rulings' : 'violation';
      const isCertain = step === 'violation' && certain > 0;
      if (step === 'violation') certain -= 1;
      tally.add({ step, request, stored: stored !== undefined, certain: isCertain, replyTokens: REPLY_TOKENS[step] });
      const text = stored?.completion.text ?? standIn(request, step);
      return {
        status: 'answered',
        completion: stored?.completion ?? { text, finish: 'stop', usage: NO_USAGE, adapted: [] },
      };
    };
    for await (const _ of generateViolations({ ...options, clauses: [clause] }, ask));
  }
  return tally.read();
}

/** A reply of usual length. Every stand-in ruling is compliant, so that the plan counts the most attempts. */
function standIn(request: CompletionRequest, step: keyof typeof REPLY_TOKENS): string {
  if (step === 'rulings') return JSON.stringify({ reasoning: '', ruling: 'compliant', clauses: [] });
  const item = request.messages
    .map(({ content }) => readDataBlocks(content).get('item'))
    .find((block) => typeof block === 'string');
  const text = `${item} ${'x'.repeat(800)}`;
  return JSON.stringify({ item, situation: '', possible: true, query: text, breaks: `${text} b`, keeps: `${text} k` });
}
