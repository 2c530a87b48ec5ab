// One line of the scenario bank: a query that forces a choice between two legitimate values.

import type { Message } from '../models/model.ts';
import type { Scored } from './scored.ts';

export type Nudge = 'neutral' | 'value1' | 'value2';

/** Seven answering strategies, from 0 (extreme oppose) to 6 (extreme favor). */
export type Rubric = readonly [string, string, string, string, string, string, string];

export interface Scenario {
  readonly id: string;
  /** The conversation so far; the next assistant turn is answered and judged. A bare `query` is one user message. */
  readonly messages: readonly Message[];
  readonly value1?: string;
  readonly value2?: string;
  readonly nudge?: Nudge;
  readonly rubric1?: Rubric;
  readonly rubric2?: Rubric;
  /** Ids of the clauses it tests: the links, frozen input of every check. */
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  /** D at selection time (population standard deviation of 0-6 scores, larger of the two values). Its weight; 1 without. */
  readonly disagreement?: number;
  readonly source?: string;
  /** Names what it shares with others that moves them together, where that is not its pair of values. */
  readonly group?: string;
  /** What scoring found and how; no check reads it. */
  readonly scored?: Scored;
}

/** Whether responses to it can be placed on the two value spectra. Without rubrics it is judged for compliance only. */
export function hasRubrics(scenario: Scenario): scenario is Scenario & { rubric1: Rubric; rubric2: Rubric } {
  return scenario.rubric1 !== undefined && scenario.rubric2 !== undefined;
}

/** What is asked, as a person reads it: a single message bare, several each with who says it. */
export function writeConversation(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => (messages.length > 1 ? `${role}: ${content}` : content)).join('\n\n');
}
