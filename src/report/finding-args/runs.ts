// How a run ended, and under whose rules it was judged.

export interface RunFindings {
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
  /** Files of the spec that the branch lacks. */
  readonly outdatedBranch: { readonly files: readonly string[] };
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
