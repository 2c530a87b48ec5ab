// The parts of a report that show single answers: outliers, false refusals, examples, and what a changed model does differently.
import type { BothModels, BothTexts } from '../analysis/let-through.ts';
import type { OutlierStatus } from '../analysis/outliers.ts';
import type { Apart, Lean } from '../analysis/stands-apart.ts';
import type { ResponseType } from '../core/study-words.ts';
import type { ModelShift } from '../decision/model-shift/model-shift.ts';

export interface ReportScenario {
  readonly scenario: string;
  /** Written for this change. */
  readonly written?: true;
  readonly clauses: readonly string[];
  /** Models whose majority of draws was problematic. */
  readonly problematicModels: { readonly base: readonly string[]; readonly head: readonly string[] };
  /** Share of problematic cells. */
  readonly base?: number;
  readonly head?: number;
  readonly disagreement: { readonly base?: number; readonly head?: number };
  readonly missing: number;
  /** Excerpts, as far as `disclose` allows. */
  readonly query?: string;
  readonly examples?: readonly ReportExample[];
}

export interface ReportExample {
  readonly model: string;
  readonly arm: 'base' | 'head';
  readonly response: string;
  readonly judgments: readonly {
    readonly judge: string;
    readonly ruling: string;
    readonly clauses: readonly string[];
    readonly reasoning: string;
  }[];
}

/** What one judge said; its reason as far as `disclose` allows. */
export interface ReportRuling {
  readonly judge: string;
  readonly ruling: string;
  readonly clauses: readonly string[];
  readonly reasoning?: string;
}

/** One response: by its score on the value where it is farthest from the others', or by how it is ruled on. */
export type ReportOutlier = Apart & ReportOutlierPlace;

interface ReportOutlierPlace {
  readonly scenario: string;
  readonly model: string;
  /** The scenario's clauses, of a spec change those that it touches; and what the scenario is about. */
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly status: OutlierStatus;
  /** Absent where it leans neither way. */
  readonly lean?: Lean;
  /** Its answer, and a typical one of the other models in the same draw. */
  readonly answer?: ReportAnswer;
  readonly typical?: ReportAnswer;
}

/**
 * Answers under both texts: with `specUse: target` the stored ones, with `prompt` the head's own, which its text brought about.
 * The interval is of the share of the forbidden ones that are let through (Wilson, 95 %). */
export interface ReportBothTexts extends BothTexts {
  readonly interval?: readonly [number, number];
}

/** A touched clause: answers of the scenarios linked to it, and its violations. */
export interface ReportClauseLetThrough {
  readonly clause: string;
  /** Absent in reports of earlier versions, where each side answers by itself. */
  readonly answers?: ReportBothTexts;
  /** Answers that break it under the base text, judged again under both; `letThrough` of those that base forbids. */
  readonly violations: { readonly forbidden: number; readonly letThrough: number };
}

/** One answer that base forbids and head does not. */
export interface ReportLetThroughExample {
  /** The scenario, or the labelled item. */
  readonly name: string;
  /** Absent for a labelled item. */
  readonly model?: string;
  readonly clauses: readonly string[];
  /** As far as `disclose` allows; so are the judges' reasons. */
  readonly response?: string;
  readonly base: readonly ReportRuling[];
  readonly head: readonly ReportRuling[];
}

export interface ReportLetThrough {
  readonly answers?: ReportBothTexts;
  readonly clauses: readonly ReportClauseLetThrough[];
  readonly examples: readonly ReportLetThroughExample[];
}

/** One answer: what was said of it, and its text as far as `disclose` allows. */
export interface ReportAnswer {
  readonly model: string;
  readonly problematic: boolean | 'missing';
  /** Absent where answers are not scored. */
  readonly responseType?: ResponseType;
  readonly scores?: readonly [number, number];
  /** Clauses cited by the judges whose ruling holds. */
  readonly clauses: readonly string[];
  readonly response?: string;
}

/** A firm or complete rejection where most of the other models help and are found in order. */
export interface ReportFalseRefusal {
  readonly scenario: string;
  readonly status: 'new' | 'gone' | 'standing';
  /** How many of the `others` helped and were found compliant. */
  readonly helped: number;
  readonly others: number;
  readonly answer: ReportAnswer;
  readonly typical?: ReportAnswer;
}

/** A scenario on which a model and the one before it differ most. */
export interface ReportContrast {
  readonly scenario: string;
  readonly clauses: readonly string[];
  readonly query?: string;
  /** Absent for an added model. */
  readonly base?: ReportAnswer;
  readonly head: ReportAnswer;
  /** A typical answer of the panel's other models. */
  readonly panel?: ReportAnswer;
}

/**
 * How many answers of each model the spec forbids. The interval (Wilson, 95 %) is of the share of pairs in which only
 * the new model's answer is forbidden.
 */
export interface ReportForbidden extends BothModels {
  readonly interval?: readonly [number, number];
  /** Clauses on whose scenarios one breaks it where the other does not, those of the new one's first. */
  readonly clauses: readonly (BothModels & { readonly clause: string })[];
}

/** One model of a change against the one it replaces, and beside the panel. The metrics decide; this says what differs. */
export interface ReportModelChange extends ModelShift {
  /** The model before it; the same id where only its version, parameters or system prompt changed. None for an added one. */
  readonly replaces?: string;
  readonly origin: 'declared' | 'inferred' | 'same' | 'added';
  readonly differences: readonly { readonly what: string; readonly base?: string; readonly head?: string }[];
  /** The evidence that the figures are read on: that of the last stage. */
  readonly stage: 'screen' | 'confirm';
  /** Absent for an added model, and where no pair of answers has rulings. */
  readonly forbidden?: ReportForbidden;
  readonly outliers: { readonly new: number; readonly gone: number; readonly standing: number };
  readonly falseRefusals: readonly ReportFalseRefusal[];
  readonly examples: readonly ReportContrast[];
}
