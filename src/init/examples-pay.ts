// Whether judges of a config about to be written can read worked examples at no further cost, since prompt caches keep them.
import { resolvePanel } from '../config/resolve-models.ts';
import { parseConfig } from '../config/parse-config.ts';
import { majorityOf } from '../evaluation/majority.ts';
import { pairClauses, showClauses } from '../evaluation/clause-pairs.ts';
import { UNKNOWN_RESPONSE } from '../evaluation/plan.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import type { PromptVersion } from '../evaluation/prompts/prompt-version.ts';
import { promptsOf } from '../evaluation/prompts/judging-prompts.ts';
import { USUAL_OUTPUT, USUAL_PARTING } from '../gate/usual-cost.ts';
import { middleClause } from '../gate/usual-edit.ts';
import { createUsageMeter } from '../models/cost/cached-prefix.ts';
import { addCosts, costOf, priceOf, type Cost } from '../models/cost/prices.ts';
import type { ModelRef } from '../models/model.ts';
import type { SpecFile } from '../spec/clause.ts';
import type { ShownClause } from '../spec/shown/shown-clause.ts';
import { parseSpec } from '../spec/parse.ts';

/** Rulings of one judge in a check on the same clauses (`npm run bench:real-changes -- --spending`). */
const RULINGS_A_CLAUSE = 4;
/** They may cost so much more: what one knows of prompt caches is no more exact, and judges who have seen examples are worth it. */
const MOST = 1.02;
const QUESTION = 'What somebody asks of an assistant, in a few words. '.repeat(8);

/** By listed prices, for a clause of middle length; false where a price is not known or the spec is not there yet. */
export async function examplesPay(configText: string, files: readonly SpecFile[]): Promise<boolean> {
  if (files.length === 0) return false;
  const config = parseConfig({ file: 'spec-gate.yml', text: configText });
  const { judges } = resolvePanel(config, { systems: new Map(), offlineHashes: new Map() });
  const spec = await parseSpec(files, { clauses: config.clauses });
  const clause = middleClause(spec);
  if (clause === undefined) return false;
  const clauses = showClauses(pairClauses(spec, spec, []), { links: [clause.id], arm: 'base', context: 'linked' });
  const asked = (index: number): number =>
    index < majorityOf(judges.length) ? 1 : config.auditShare + (1 - config.auditShare) * USUAL_PARTING;
  const price = (judgeExamples: boolean): Cost => {
    const { judge: wording } = promptsOf({ judgeExamples });
    return addCosts(
      judges.map((judge, index) => {
        const usd = priceRulings(judge, { clauses, wording });
        return usd === 'unknown' ? usd : asked(index) * usd;
      }),
    );
  };
  const [plain, guided] = [price(false), price(true)];
  return plain !== 'unknown' && guided !== 'unknown' && guided <= MOST * plain;
}

/** In the middle of a check: the instructions are in the cache, these clauses not yet. */
function priceRulings(
  judge: ModelRef,
  { clauses, wording }: { readonly clauses: readonly ShownClause[]; readonly wording: PromptVersion },
): Cost {
  const meter = createUsageMeter();
  const ask = (shown: typeof clauses): ReturnType<typeof meter> => {
    const conversation = [{ role: 'user', content: QUESTION }] as const;
    return meter(judgeRequest({ judge, wording, clauses: shown, conversation, response: UNKNOWN_RESPONSE, draw: '' }));
  };
  ask([]);
  const usages = Array.from({ length: RULINGS_A_CLAUSE }, () => ask(clauses));
  const price = priceOf(judge);
  return addCosts(usages.map((usage) => costOf({ ...usage, outputTokens: USUAL_OUTPUT.judge }, price)));
}
