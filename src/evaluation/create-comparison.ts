// Makes the comparison of two spec texts, or of two panels of models.
import { whereDefined } from '../core/where-defined.ts';
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { ModelRef } from '../models/model.ts';
import type { RecordedAnswers } from '../scenarios/answers/collect-answers.ts';
import type { ClauseChange } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';
import { writtenSpec, type LeftOutOfPrompt } from '../spec/written-spec.ts';
import type { Comparison, Slot } from './comparison.ts';
import { confirmDigest } from './draw.ts';
import type { PromptVersion } from './prompts/prompt-version.ts';
import type { Respondent } from './prompts/respond.ts';
import { pairClauses, type JudgeContext } from './clause-pairs.ts';

/** A model under test as the configuration resolves it. */
export interface PanelModel {
  readonly ref: ModelRef;
  readonly system?: string;
  /** What it answered, where it is not asked. */
  readonly recorded?: RecordedAnswers;
  /** Id of the model it replaces, where the configuration says so. */
  readonly replaces?: string;
}

/** What both kinds of comparison need. */
export interface ComparisonRules {
  readonly specUse: 'target' | 'prompt';
  readonly promptWithout?: readonly LeftOutOfPrompt[];
  readonly judges: readonly ModelRef[];
  readonly classifier: ModelRef | undefined;
  /** As in `Comparison`. */
  readonly scoredDraws: number;
  readonly poolDraws?: number;
  readonly judgeContext: JudgeContext;
  readonly wording: PromptVersion;
  readonly auditShare: number;
  readonly policyHash: string;
}

/** The same models under two texts. */
export function compareSpecs(
  sides: { base: Spec; head: Spec; changes: readonly ClauseChange[]; models: readonly PanelModel[] },
  rules: ComparisonRules,
): Comparison {
  const { base, head, changes, models } = sides;
  const prompts = { base: promptOf(base, rules), head: promptOf(head, rules) };
  return {
    kind: rules.specUse,
    slots: models.map((model): Slot => ({
      id: model.ref.id,
      base: respondent(model, prompts.base),
      head: respondent(model, prompts.head),
    })),
    clauses: pairClauses(base, head, changes),
    digest: confirmDigest({ baseHash: base.hash, headHash: head.hash, policyHash: rules.policyHash }),
    ...shared(rules),
  };
}

/**
 * Two panels under one text. A pair holds the models that answer for one slot, named after the head's; a model without a
 * counterpart is not compared.
 */
export function compareModels(
  sides: { spec: Spec; pairs: readonly { readonly base: PanelModel; readonly head: PanelModel }[] },
  rules: ComparisonRules,
): Comparison {
  const { spec, pairs } = sides;
  const text = promptOf(spec, rules);
  return {
    kind: 'model',
    slots: pairs.map(({ base, head }) => ({
      id: head.ref.id,
      base: respondent(base, text),
      head: respondent(head, text),
    })),
    clauses: pairClauses(spec, spec, []),
    // The models are the head here: another pair asks its base anew, too.
    digest: confirmDigest({ baseHash: spec.hash, headHash: hashPairs(pairs), policyHash: rules.policyHash }),
    ...shared(rules),
    ...whereDefined({ poolDraws: rules.poolDraws }),
  };
}

function hashPairs(pairs: readonly { readonly base: PanelModel; readonly head: PanelModel }[]): string {
  const describe = ({ ref, system }: PanelModel): Json => [{ ...ref }, system ?? null];
  return hashJson(pairs.map(({ base, head }) => [describe(base), describe(head)]));
}

function shared({
  judges,
  classifier,
  scoredDraws,
  judgeContext,
  wording,
  auditShare,
}: ComparisonRules): Pick<
  Comparison,
  'judges' | 'classifier' | 'scoredDraws' | 'judgeContext' | 'wording' | 'auditShare'
> {
  return { judges, classifier, scoredDraws, judgeContext, wording, auditShare };
}

function promptOf(spec: Spec, { specUse, promptWithout }: ComparisonRules): string | undefined {
  return specUse === 'prompt' ? writtenSpec(spec, promptWithout) : undefined;
}

function respondent({ ref, system, recorded }: PanelModel, spec: string | undefined): Respondent {
  return {
    ref,
    ...whereDefined({ recorded }),
    ...(system !== undefined && system !== '' && { system }),
    ...whereDefined({ spec }),
  };
}
