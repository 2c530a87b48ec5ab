// What writing scenarios for a change would ask, without asking: stored answers are read, the others stand in by their size.
import { readDataBlocks } from '../../core/data-block.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { requestKey } from '../../evaluation/key.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import { costOf, priceOf, type PriceOverrides } from '../../models/cost/prices.ts';
import { NO_USAGE, type CompletionRequest } from '../../models/model.ts';
import type { Project } from '../../run/load-project.ts';
import { createPlanTally, type CallPlan } from '../../writing/call-plan.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';
import { coverChange } from './cover-change.ts';

export interface PlannedCoverage {
  /** The check with the scenarios it would have: those stored as they are, the others with texts of usual length. */
  readonly prepared: PreparedCheck;
  /** Calls of writing and linking. */
  readonly calls: CallPlan;
}

/** Tokens of a reply of each kind, a little reasoning included. */
const REPLY_TOKENS: Readonly<Record<string, number>> = {
  change_scan: 500,
  change_query: 500,
  nudged_queries: 600,
  value_rubrics: 1800,
  clause_links: 250,
};

/**
 * The writing of a check without a call: calls and US dollars, and stand-ins for what would be written, so that the check
 * can be planned on them.
 */
export async function planCoverage(
  prepared: PreparedCheck,
  {
    project,
    store,
    prices,
  }: { readonly project: Project; readonly store: AnswerStore; readonly prices: PriceOverrides },
): Promise<PlannedCoverage> {
  const tally = createPlanTally((request, usage) => costOf(usage, priceOf(request.model, prices)));
  let asked = 0;
  const ask: Ask = async (request) => {
    const stored = store.get(requestKey(request));
    const step = request.format?.name ?? 'answer';
    tally.add({ step, request, stored: stored !== undefined, certain: true, replyTokens: REPLY_TOKENS[step] ?? 500 });
    asked += 1;
    const standIn = { text: standInFor(request, asked), finish: 'stop' as const, usage: NO_USAGE, adapted: [] };
    return { status: 'answered', completion: stored?.completion ?? standIn };
  };
  const means = { ask, stopped: () => undefined, beginStage: () => {} };
  const covered = await coverChange(prepared, { project, run: means, tally: { needed: () => NOTHING } });
  return { prepared: covered, calls: tally.read() };
}

const NOTHING = { calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0 } as const;

/** Characters of a query as writers write them. */
const USUAL_QUERY = 500;

/** A reply that goes on to the next step: a query that names its clause, and a linker that finds it. */
function standInFor(request: CompletionRequest, turn: number): string {
  const blocks = readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
  const item = blocks.get('item') ?? '';
  switch (request.format?.name ?? '') {
    case 'change_query': {
      const { id } = blocks.get('clause') as { readonly id: string };
      const query = `${turn} imagined about ${id}`.padEnd(USUAL_QUERY, ` ${turn * 7919}`);
      return JSON.stringify({
        item,
        situation: '',
        possible: true,
        protects: 'one value',
        rival_value: 'another',
        query,
      });
    }
    case 'nudged_queries': {
      const query = blocks.get('query') as string;
      return JSON.stringify({ item, value1: `${query} first ${turn}`, value2: `${query} second ${turn}` });
    }
    case 'clause_links': {
      const conversation = JSON.stringify(blocks.get('conversation'));
      const outline = (blocks.get('outline') ?? []) as readonly (readonly [string, string])[];
      const named = outline.filter(([id]) => conversation.includes(`about ${id} `)).map(([id]) => id);
      return JSON.stringify({ item, links: named.map((clause) => ({ clause, why: '', sure: true })) });
    }
    default:
      return JSON.stringify({ item, collisions: [] });
  }
}
