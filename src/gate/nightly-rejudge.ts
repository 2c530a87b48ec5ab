// Has tonight's panel rule on answers that are stored from another night.
import type { Ask } from '../evaluation/ask.ts';
import { shownClauses, type Comparison } from '../evaluation/comparison.ts';
import { nightDraw } from '../evaluation/draw.ts';
import { responseText } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import { askPanel } from '../evaluation/panel.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import { isProblematic, type Judgment } from '../evaluation/ruling.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { NightCell, RejudgedCell } from '../decision/nightly/record.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** Rulings of a night on old answers are draws of their own, so that a night that rules on its own answers asks anew. */
const REJUDGED = 1000;

export interface StoredResponse {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
  /** The night that asked it. */
  readonly from: string;
}

export interface RejudgeMeans {
  readonly comparison: Comparison;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly store: AnswerStore;
  readonly ask: Ask;
  /** Tonight. */
  readonly date: string;
}

/** Every judge's ruling on each answer; answers that are no longer stored are left out. */
export async function rejudge(
  responses: readonly StoredResponse[],
  { comparison, scenarios, store, ask, date }: RejudgeMeans,
): Promise<readonly RejudgedCell[]> {
  const cells = await Promise.all(
    responses.map(async (response): Promise<RejudgedCell | undefined> => {
      const scenario = scenarios.get(response.scenario);
      const slot = comparison.slots.find(({ id }) => id === response.model);
      if (scenario === undefined || slot === undefined) return undefined;
      const request = respondRequest(slot.head, scenario, nightDraw(response.from, response.draw));
      const answer = store.get(requestKey(request));
      const text = answer === undefined ? undefined : responseText(answer.completion);
      if (text === undefined) return undefined;
      const draw = nightDraw(date, REJUDGED + response.draw);
      const judgments = await askPanel(
        {
          judges: comparison.judges,
          clauses: shownClauses(comparison, scenario, 'head'),
          conversation: scenario.messages,
          response: text,
          draw,
          audited: true,
          orderSeed: `${response.scenario}\n${response.model}\n${draw}`,
        },
        ask,
      );
      return { ...response, against: isProblematic(judgments), rulings: readRulings(judgments) };
    }),
  );
  return cells.filter((cell) => cell !== undefined);
}

/** By judge: whether it ruled against. */
export function readRulings(judgments: readonly Judgment[]): NightCell['rulings'] {
  return Object.fromEntries(
    judgments.flatMap((judgment) =>
      judgment.status === 'ruled' ? [[judgment.judge, judgment.ruling !== 'compliant']] : [],
    ),
  );
}
