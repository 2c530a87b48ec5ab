// What a changed text lets through, and whether the judges can tell.

/** Of a clause: how many violations of it the base forbids, and how many of those the head lets through. `ref` is the base's name. */
export interface ClauseLetThroughArgs {
  readonly clause: string;
  readonly ref: string;
  readonly forbidden: number;
  readonly letThrough: number;
  readonly p: number;
  readonly example?: string;
}

/** Marks a finding that the policy lets pass, and that the words of a pass begin with. */
export interface Reported {
  readonly reported?: true;
}

export interface LooseningFindings {
  readonly clauseLetThrough: ClauseLetThroughArgs;
  readonly clauseUndecided: ClauseLetThroughArgs;
  readonly looseningUnseen: Reported & { readonly clause: string; readonly ref: string; readonly forbidden: number };
  /** Whether the judges can tell: of `rulings`, `right` agree with answers whose ruling is known, and `caught` of the `violations` were seen. */
  readonly panelNeverObjects: Reported & { readonly rulings: number };
  readonly panelMissesControls: Reported & {
    readonly right: number;
    readonly rulings: number;
    readonly caught: number;
    readonly violations: number;
  };
  /** Fleiss' kappa of the judges (mean of both texts), the upper end of its interval, and the least that is not chance. */
  readonly panelAtChance: {
    readonly kappa: number;
    readonly high: number;
    readonly least: number;
    readonly answers: number;
  };
  /** How many of the `asked` canaries a judge rules on rightly when it reads the base, and the head. */
  readonly judgeIntegrity: {
    readonly judge: string;
    readonly base: number;
    readonly head: number;
    readonly asked: number;
  };
  /** Audited answers of each side on which the first judges agree and a later one, by itself, says the opposite. */
  readonly lateJudgeParts: {
    readonly judge: string;
    readonly base: number;
    readonly head: number;
    /** Audited on each side. */
    readonly answers: number;
    readonly p: number;
  };
  /** Answers that one side lost more often than the other, which may hide what the lost ones said. */
  readonly unlikeLosses: {
    readonly base: number;
    readonly head: number;
    /** Asked for on each side. */
    readonly answers: number;
    readonly p: number;
  };
}
