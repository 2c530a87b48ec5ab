// What the spec does to its readers, and what of it they do not see.
import type { ResponseType } from '../../core/study-words.ts';

export interface ReadingFindings {
  readonly noChange: Readonly<Record<string, never>>;
  readonly cosmeticOnly: { readonly changes: number };
  readonly clauseConflict: {
    readonly against: string;
    readonly favour: string;
    readonly scenarios: number;
    readonly tested: number;
    /** Scenarios that showed it on the other side; absent where there is none. */
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
  /** The share of pairs of rulings on the clause that differ, on each side. The interval is 95 %. */
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
    /** How many of them on the base. */
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
    /** The two kinds of answer that most of the scenarios show, and one scenario with a model that gives each. */
    readonly scenario?: string;
    readonly most?: ResponseType;
    readonly mostModel?: string;
    readonly least?: ResponseType;
    readonly leastModel?: string;
  };
  /** Comments, front matter: what the files hold that is no clause. */
  readonly textOutsideClauses: Readonly<Record<string, never>>;
  /** A change that leaves what judges are shown as it was; `what` names the kinds of text that they are not shown. */
  readonly changedOutOfSight: { readonly clause: string; readonly what: readonly string[] };
  readonly shownToJudgesOnly: { readonly clause: string; readonly characters: number };
  readonly moreOutOfSight: { readonly clauses: number };
  /** How many `ids` of the base are other clauses' in the head: one of them, the file that had it, and the one that has it `now`. */
  readonly shiftedIds: {
    readonly clause: string;
    readonly file: string;
    readonly now: string;
    readonly ids: number;
  };
  readonly repeatedHeading: { readonly clause: string; readonly first: string };
  /** Of a spec that models are given as their prompt; `first` is where the first one stands, `places` how many there are. */
  readonly templatePrompt: { readonly first: string; readonly shown: readonly string[]; readonly places: number };
  /** Files that the spec takes in and the config does not name: nothing of them is read. */
  readonly includesFiles: { readonly first: string; readonly shown: readonly string[]; readonly places: number };
  /** Scenarios linked to ids that no clause has any more, and that end like this clause's id. */
  readonly linksToGoneClause: { readonly clause: string; readonly gone: readonly string[]; readonly scenarios: number };
  /** `sent`: models are given them. */
  readonly ignoredLines: { readonly base: string; readonly head: string; readonly sent?: boolean };
  readonly lookAlikes: { readonly clause: string; readonly words: readonly string[] };
  readonly hiddenText: { readonly clause: string; readonly characters: number };
  /** `signs` say what was found. */
  readonly judgeDirectedText: { readonly clause: string; readonly signs: readonly string[] };
}
