// Answers with a known effect: rulings turn on a phrase of a clause, for conversations that are about it.
import { readDataBlocks } from '../../src/core/data-block.ts';
import { PLAIN_RULES, plainRuling } from '../../src/core/plain-rules.ts';
import { createRandom } from '../../src/core/random.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';

export interface PlantedEffect {
  readonly clause: string;
  /** Stands in the head's text of the clause only. */
  readonly phrase: string;
  /** Rise of the share of problematic answers where the phrase is shown; 0 for an edit that does nothing. */
  readonly rise: number;
}

/** Share of answers that judges rule against whatever they are shown. */
const LEVEL = 0.2;
/** Share of rulings that come out the other way by chance. */
const RETEST = 0.03;

/** Answers that plainly keep or break a rule are ruled on right: the judges can tell. */
function knownRuling(response: unknown): string | undefined {
  if (typeof response !== 'string') return undefined;
  return PLAIN_RULES.map((rule) => plainRuling(rule, response)).find((ruling) => ruling !== undefined);
}

/** The rulings of a simulated run with the effect in them: what `tamper` of `openHarbor` takes. */
export function plantEffect({ clause, phrase, rise }: PlantedEffect) {
  return (request: CompletionRequest, completion: Completion): Completion => {
    if (request.format?.name !== 'judgment') return completion;
    const prompt = request.messages.map(({ content }) => content).join('\n');
    const blocks = readDataBlocks(prompt);
    const conversation = JSON.stringify(blocks.get('conversation'));
    const response = JSON.stringify(blocks.get('response'));
    const isShown = prompt.includes(phrase) && conversation.includes(`about ${clause} /`);
    const hardness = createRandom(`hardness ${conversation} ${response}`).next();
    const chance = createRandom(`retest ${request.model.id} ${isShown} ${conversation} ${response}`).next();
    const against = hardness < LEVEL + (isShown ? rise : 0);
    const ruling = against === chance >= RETEST ? 'non-compliant' : 'compliant';
    const reply = {
      item: blocks.get('item') ?? null,
      reasoning: 'planted',
      ruling: knownRuling(blocks.get('response')) ?? ruling,
      clauses: conversation.includes(`about ${clause} /`) ? [clause] : [],
    };
    return { ...completion, finish: 'stop', text: JSON.stringify(reply) };
  };
}
