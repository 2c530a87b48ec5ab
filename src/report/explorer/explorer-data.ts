// What the page's list of scenarios is made from: plain data, small enough to travel inside the page.
import type { ResponseType, Ruling } from '../../core/study-words.ts';
import type { Nudge } from '../../scenarios/scenario.ts';

/** How a scenario's share of problematic answers moved from base to head. */
export type Movement = 'worse' | 'better' | 'same' | 'unknown';

/** Everything that the list shows. Numbers of texts are places in `texts`: what is shown twice travels once. */
export interface ExplorerData {
  /** `ids`: no text of a scenario, an answer or a judge is in here. */
  readonly disclosure: 'ids' | 'excerpts' | 'full';
  /** False where one spec is answered by two sets of models: base and head then name models, not texts. */
  readonly comparesSpecs: boolean;
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly texts: readonly string[];
  readonly scenarios: readonly ExplorerScenario[];
}

export interface ExplorerScenario {
  readonly id: string;
  /** What was asked; absent where it is withheld. */
  readonly asked?: number;
  /** Characters of what was asked. */
  readonly askedLength?: number;
  readonly values?: readonly [string, string];
  readonly nudge?: Nudge;
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly movement: Movement;
  /** Written for this change. */
  readonly written?: true;
  /** Shares of problematic answers, 0 to 1. */
  readonly base?: number;
  readonly head?: number;
  /** D on head, 0 to 3. */
  readonly disagreement?: number;
  /** One a model that answered. */
  readonly answers: readonly ExplorerAnswer[];
}

export interface ExplorerAnswer {
  /** Place in `models`. */
  readonly model: number;
  /** Draws with a ruling, and those of them that were problematic. */
  readonly draws: { readonly base: readonly [number, number]; readonly head: readonly [number, number] };
  /** One draw of both sides: the first that the sides rule differently on, else the first. */
  readonly base?: ExplorerSide;
  readonly head?: ExplorerSide;
}

export interface ExplorerSide {
  readonly text?: number;
  /** Characters of the answer. */
  readonly length?: number;
  readonly problematic: boolean | 'missing';
  readonly kind?: ResponseType;
  /** On both spectra, 0 to 6. */
  readonly scores?: readonly [number, number];
  readonly rulings: readonly ExplorerRuling[];
}

export interface ExplorerRuling {
  /** Place in `judges`. */
  readonly judge: number;
  /** `abstained`: the judge gave no ruling that could be read. */
  readonly ruling: Ruling | 'abstained';
  readonly clauses: readonly string[];
  /** Why. */
  readonly reason?: number;
}
