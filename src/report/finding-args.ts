// Every code a finding can have, and the numbers and names its sentence is made from. Adding a code without a sentence
// does not compile. Shares are 0 to 1; a positive change is worse.
import type { CopiesCounted } from '../decision/copies.ts';
import type { Remedy } from '../models/remedy.ts';
import type { BlockingMetric, MetricFindingCode } from '../analysis/metrics.ts';
import type { ResponseType } from '../core/study-words.ts';
import type { VoidReason } from '../decision/void-options.ts';
import type { MetricName } from './report.ts';

/** What moved, by how much, and how sure that is. */
export interface EffectArgs {
  readonly base: number;
  readonly head: number;
  readonly change: number;
  /** The interval that the verdict rests on, and its confidence. */
  readonly low?: number;
  readonly high?: number;
  readonly level?: number;
  readonly p?: number;
  /** One-sided p for scenarios like these, where it shows no rise at that confidence. */
  readonly elsewhere?: number;
  /** Seen again in fresh answers of both sides. */
  readonly confirmed?: boolean;
  readonly margin: number;
  readonly scenarios: number;
  /** Changed clauses the scenarios are linked to. */
  readonly clauses: readonly string[];
  /** In a comparison of models: those that were replaced or changed. */
  readonly models?: readonly string[];
  /** Where a text forbids less: whose text, answers that it forbids, those of them that the head does not, and one of them. */
  readonly ref?: string;
  readonly forbidden?: number;
  readonly letThrough?: number;
  readonly example?: string;
}

export interface ClauseLetThroughArgs {
  readonly clause: string;
  readonly ref: string;
  readonly forbidden: number;
  readonly letThrough: number;
  readonly p: number;
  readonly example?: string;
}

/** Of a finding that the policy lets pass and that a pass has to say first. */
export interface Reported {
  readonly reported?: true;
}

/** A finding for each metric that got worse, and all others. */
export interface FindingArgs extends Readonly<Record<MetricFindingCode, EffectArgs>> {
  // Verdicts and effects
  readonly noChange: Readonly<Record<string, never>>;
  readonly cosmeticOnly: { readonly changes: number };
  readonly withinMargins: { readonly scenarios: number };
  readonly limitExceeded: { readonly endpoint: BlockingMetric; readonly head: number; readonly limit: number };
  readonly preExistingBreach: { readonly endpoint: BlockingMetric; readonly base: number; readonly limit: number };
  /** By its score beside the others' mean, or as the one that so many of the others are not ruled on like. */
  readonly newOutlier: { readonly model: string; readonly scenario: string } & (
    | { readonly score: number; readonly others: number }
    | { readonly problematic: boolean; readonly otherwise: number; readonly of: number }
  );
  /** An intended change, approved; `expires` is a date. */
  /** What moved no more than where nothing changed, of so many things looked at. */
  readonly asMuchAsChance: {
    readonly worse: number;
    readonly better: number;
    readonly conflicts: number;
    readonly newOutliers: number;
    readonly goneOutliers: number;
    readonly looked: number;
  };
  readonly accepted: { readonly by: readonly string[]; readonly reason: string; readonly expires?: string };

  /** Violations of a clause: those that base forbids, and those of them that the head does not. */
  readonly clauseLetThrough: ClauseLetThroughArgs;
  readonly clauseUndecided: ClauseLetThroughArgs;
  readonly looseningUnseen: Reported & { readonly clause: string; readonly ref: string; readonly forbidden: number };

  /** Findings of one kind beyond those that are named, which is a code. */
  readonly moreLikeThese: { readonly likeCode: string; readonly more: number };

  // Whether the judges can tell
  readonly panelNeverObjects: Reported & { readonly rulings: number };
  readonly panelMissesControls: Reported & {
    readonly right: number;
    readonly rulings: number;
    readonly caught: number;
    readonly violations: number;
  };
  readonly panelAtChance: {
    readonly kappa: number;
    readonly high: number;
    readonly least: number;
    readonly answers: number;
  };
  /** Right rulings on canaries with either side's text, of so many. */
  readonly judgeIntegrity: {
    readonly judge: string;
    readonly base: number;
    readonly head: number;
    readonly asked: number;
  };

  // What the spec does to its readers
  readonly clauseConflict: {
    readonly against: string;
    readonly favour: string;
    readonly scenarios: number;
    readonly tested: number;
    /** On the other arm; absent where there is none. */
    readonly before?: number;
  };
  readonly contradiction: {
    readonly clause: string;
    readonly other: string;
    readonly scenarios: number;
    readonly tested: number;
    /** What the clauses are known from: the judges' citations, or only the scenarios' links. */
    readonly basis: 'cited' | 'linked';
  };
  /** The share of rulings on the clause that part, on either side; an interval is 95 %. */
  readonly readTwoWays: {
    readonly clause: string;
    readonly base: number;
    readonly head: number;
    readonly change: number;
    readonly low?: number;
    readonly high?: number;
    readonly scenarios: number;
  };
  readonly ambiguousRulings: {
    readonly scenarios: number;
    /** On base. */
    readonly before: number;
    readonly tested: number;
    readonly clauses: readonly string[];
    readonly examples: readonly string[];
  };
  readonly interpretiveAmbiguity: { readonly clause: string; readonly scenarios: number; readonly tested: number };
  readonly granularityGap: {
    readonly clause: string;
    readonly scenarios: number;
    readonly tested: number;
    /** The two kinds of answer that most of them show, each with a model that gives it on the scenario. */
    readonly scenario?: string;
    readonly most?: ResponseType;
    readonly mostModel?: string;
    readonly least?: ResponseType;
    readonly leastModel?: string;
  };
  /** Two parts of a rise, which sum to it. Shares; intervals are 95 %. */
  readonly textOrAnswers: {
    readonly standard: number;
    readonly standardLow?: number;
    readonly standardHigh?: number;
    readonly behaviour: number;
    readonly behaviourLow?: number;
    readonly behaviourHigh?: number;
    readonly scenarios: number;
  };
  readonly trainingGap: { readonly responses: number; readonly tested: number; readonly clauses: readonly string[] };
  /** Comments, front matter: what the files hold that is no clause. */
  readonly textOutsideClauses: Readonly<Record<string, never>>;
  /** Judges are shown the same; `what` names what they are not shown. */
  readonly changedOutOfSight: { readonly clause: string; readonly what: readonly string[] };
  readonly unlikeLosses: {
    readonly base: number;
    readonly head: number;
    /** A side. */
    readonly answers: number;
    readonly p: number;
  };
  readonly shownToJudgesOnly: { readonly clause: string; readonly characters: number };
  readonly moreOutOfSight: { readonly clauses: number };
  readonly repeatedHeading: { readonly clause: string; readonly first: string };
  /** Scenarios are linked to ids that no clause has any more and that end as this clause's does. */
  readonly linksToGoneClause: { readonly clause: string; readonly gone: readonly string[]; readonly scenarios: number };
  readonly ignoredLines: { readonly base: string; readonly head: string };
  readonly lookAlikes: { readonly clause: string; readonly words: readonly string[] };
  readonly hiddenText: { readonly clause: string; readonly characters: number };
  /** `signs` say what was found. */
  readonly judgeDirectedText: { readonly clause: string; readonly signs: readonly string[] };

  // What the evidence can and cannot say
  /** Clauses that the change gives another id, `old -> new`, and how many scenarios of the bank name an old one. */
  readonly linksToFollow: { readonly moved: readonly string[]; readonly scenarios: number };
  /** What a changed clause may now pull against, as one reading of it says; `untested` are those without a scenario on both. */
  readonly mayPullAgainst: {
    readonly clause: string;
    readonly against: readonly string[];
    readonly untested: readonly string[];
    readonly situation: string;
  };
  /** Scenarios written for a change: how many of each side's text, and how many of those checked a linker linked to the clause. */
  readonly scenariosWritten: {
    readonly clause: string;
    readonly scenarios: number;
    readonly base: number;
    readonly head: number;
    readonly checked: number;
    readonly touching: number;
  };
  /** US dollars after which no more scenarios were written. */
  readonly writingStopped: { readonly usd: number; readonly clauses: readonly string[] };
  readonly untestedClause: { readonly clause: string; readonly reason?: string };
  readonly suggestedLinks: { readonly clause: string; readonly scenarios: number };
  /** How far recorded answers go: scenarios with fewer than were asked for, and with none at all. */
  readonly recordedAnswers: {
    readonly models: readonly string[];
    readonly scenarios: number;
    readonly fewer: number;
    readonly none: number;
    readonly asked: number;
  };
  readonly couldHaveShown: {
    readonly endpoint: BlockingMetric;
    readonly scenarios: number;
    readonly detectable?: number;
    readonly change?: number;
    readonly low?: number;
    readonly high?: number;
    readonly margin: number;
    /** Scenarios, and dollars, that would decide. */
    readonly decideScenarios?: number;
    /** Scenarios that test the changed clauses at all: more than these the gate cannot take by itself. */
    readonly linked?: number;
    /** Of a change of models, which the whole bank tests. */
    readonly ofModels?: true;
    readonly decideUsd?: number;
  };
  readonly missingCells: {
    readonly missing: number;
    readonly cells: number;
    /** What would help, by the most frequent cause. */
    readonly remedy?: Remedy;
  };
  /** One cause of missing answers or rulings: whose, in whose words, how often, and what would help. */
  readonly whyMissing: {
    readonly who: string;
    readonly words: string;
    readonly count: number;
    readonly remedy: Remedy;
  };
  readonly answersNotKept: { readonly answers: number };
  readonly judgeSilent: { readonly judge: string; readonly abstained: number; readonly asked: number };
  /** Models that give one answer again and again. */
  readonly copiedDraws: { readonly models: readonly string[]; readonly counted: CopiesCounted };
  readonly drift: { readonly endpoint: MetricName; readonly stored: number; readonly fresh: number };
  readonly modelDrift: { readonly model: string; readonly returned: readonly string[] };
  readonly uncalibrated: { readonly rate: number; readonly bound: number };
  /** A metric that an edit of a spec cannot move, with its level on the stored answers. */
  readonly levelUnchanged: {
    readonly endpoint: BlockingMetric;
    readonly level: number;
    readonly scenarios: number;
    readonly limit?: number;
    /** Where it stands to the limit: within (pass), above it before this change, or too near to tell. */
    readonly stands?: 'pass' | 'pre-existing' | 'report';
  };
  /** Models part most on what the changed clause covers: mean D on its scenarios of the bank. */
  readonly contestedGround: {
    readonly clause: string;
    readonly level: number;
    readonly scenarios: number;
    readonly rank: number;
    readonly of: number;
  };
  /** An option of the config that cannot apply here. */
  readonly voidOption: { readonly option: string; readonly why: VoidReason };
  readonly simulated: { readonly models: readonly string[] };

  // How the run ended and under whose rules
  readonly budgetStopped: {
    readonly budget: 'calls' | 'usd' | 'minutes';
    readonly allowed: number;
    readonly needed?: number;
  };
  readonly interrupted: { readonly finished: number; readonly needed: number };
  readonly quota: { readonly provider: string };
  /** `variables` that are not set; none where the run was to make no calls. */
  readonly noKeys: {
    readonly providers: readonly string[];
    readonly fork: boolean;
    readonly variables: readonly string[];
  };
  readonly policyLoosened: { readonly option: string; readonly base: string; readonly head: string };
  /** A local check went by its own config, which is looser than the base's in these options. */
  readonly judgedByOwnPolicy: { readonly base: string; readonly options: readonly string[] };
  readonly bootstrap: { readonly config: string };
  readonly removedModelStillEvaluated: { readonly model: string };
  readonly modelPairInferred: { readonly model: string; readonly replaces: string };
  readonly modelNotCompared: { readonly model: string };
  readonly modelUnanswered: { readonly model: string; readonly missing: number; readonly answers: number };
  readonly modelNotAllowed: { readonly model: string; readonly provider: string };
  /** `decided`: without them the verdict would have been a better one. */
  readonly headScenarios: { readonly scenarios: number; readonly decided: boolean };
  /** An acceptance in the head that does not count, and why. */
  readonly acceptanceNotCounted: { readonly finding: string; readonly reasons: readonly string[] };
}

export type FindingCode = keyof FindingArgs;
