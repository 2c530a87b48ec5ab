// What is compared with what: two arms, their models and the text each is judged under.
import { canonicalJson } from '../core/canonical-json.ts';
import type { ModelRef } from '../models/model.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Arm, Stage } from './cell.ts';
import { confirmDraw, nightDraw, poolDraw, type ComparableDraw } from './draw.ts';
import type { PromptVersion } from './prompts/prompt-version.ts';
import type { Respondent } from './prompts/respond.ts';
import type { ShownClause } from '../spec/shown/shown-clause.ts';
import { showClauses, type ClausePairs, type JudgeContext } from './clause-pairs.ts';

/**
 * `target`: the same stored responses are judged under both texts. `prompt`: the spec is the models' system prompt and both
 * arms are answered. `model`: two models answer and are judged under the base text.
 */
export type ComparisonKind = 'target' | 'prompt' | 'model';

/** One model's place in the panel: who answers on either arm. Both arms of a spec change are the same model. */
export interface Slot {
  /** What both arms are reported under. */
  readonly id: string;
  readonly base: Respondent;
  readonly head: Respondent;
}

export interface Comparison {
  readonly kind: ComparisonKind;
  readonly slots: readonly Slot[];
  readonly judges: readonly ModelRef[];
  readonly classifier: ModelRef | undefined;
  /**
   * With `target`: how many of the stored draws are scored. The scores cannot move, so they only give a level: one draw
   * is enough, unless a limit on it needs several.
   */
  readonly scoredDraws: number;
  /** Of a change of models: how many answers the models that stay give at most; further draws take them again. All are their own without. */
  readonly poolDraws?: number;
  readonly clauses: ClausePairs;
  readonly judgeContext: JudgeContext;
  /** What judges are asked with. */
  readonly wording: PromptVersion;
  /** Names the fresh draws of the confirmation. */
  readonly digest: string;
  /** The night whose draws replace the confirmation's on both arms of a nightly run (`YYYY-MM-DD`). */
  readonly night?: string;
  /** Share of responses that every judge rules on whatever the first ones said; at least 0.2. */
  readonly auditShare: number;
}

/**
 * The name of a slot's n-th sample (from 1) in a stage. The models that stay in a model change answer for both arms alike,
 * so the confirmation takes what they answered before as given and asks anew only those that changed. Where these have more
 * draws than are stored of the others, the stored ones serve again: what is compared does not vary by them.
 */
export function drawName(comparison: Comparison, slot: Slot, at: { stage: Stage; n: number }): ComparableDraw {
  const { kind, digest, night, poolDraws = at.n } = comparison;
  if (at.stage === 'screen') return poolDraw(at.n);
  if (night !== undefined) return nightDraw(night, at.n);
  if (kind === 'model' && isUnchanged(slot)) return poolDraw(1 + ((at.n - 1) % poolDraws));
  return confirmDraw(digest, at.n);
}

/** Draws of a confirmation that one answer serves where both sides are rulings on the same answers. */
export const DRAWS_AN_ANSWER = 2;

/**
 * The name under which a slot gives the answer of its n-th sample. With `target` no edit moves what models say, so a confirmation
 * draws rulings and takes the pool's answers, stored or not, each for two draws. The screen has one a draw: changes of models are
 * held against them, too. So have answers that somebody brought, which cost nothing.
 */
export function answerName(comparison: Comparison, slot: Slot, at: { stage: Stage; n: number }): ComparableDraw {
  const { kind, night } = comparison;
  const isShared =
    kind === 'target' && at.stage === 'confirm' && night === undefined && slot.base.recorded === undefined;
  return isShared ? poolDraw(Math.ceil(at.n / DRAWS_AN_ANSWER)) : drawName(comparison, slot, at);
}

function isUnchanged({ base, head }: Slot): boolean {
  const identify = ({ ref }: Respondent): string => canonicalJson({ ...ref, id: '' });
  return base.system === head.system && base.spec === head.spec && identify(base) === identify(head);
}

const shown = new WeakMap<Comparison, Map<string, readonly ShownClause[]>>();

/** The clauses a judge of this arm's response reads; the same list object for the same links, so that it is rendered once. */
export function shownClauses(comparison: Comparison, scenario: Scenario, arm: Arm): readonly ShownClause[] {
  // A model change is judged under the base text on both arms.
  const side = comparison.kind === 'model' ? 'base' : arm;
  const lists = shown.get(comparison) ?? new Map<string, readonly ShownClause[]>();
  shown.set(comparison, lists);
  const place = [side, ...scenario.clauses].join('\n');
  const known = lists.get(place);
  if (known !== undefined) return known;
  const context = comparison.judgeContext;
  const clauses = showClauses(comparison.clauses, { links: scenario.clauses, arm: side, context });
  lists.set(place, clauses);
  return clauses;
}

/**
 * Whether the head's own answers to a scenario are judged under the base text as well: what the edit lets through is seen on
 * answers that it brought about. With `target` the same answers are judged under both texts anyway; two models have one text.
 */
export function isRuledTwice(comparison: Comparison, scenario: Scenario): boolean {
  if (comparison.kind !== 'prompt') return false;
  const [base, head] = (['base', 'head'] as const).map((arm) =>
    JSON.stringify(shownClauses(comparison, scenario, arm)),
  );
  return base !== head;
}

/**
 * Whether the arms can differ on a scenario at all. Where every key is the same the difference is exactly zero: such
 * scenarios are controls, not evidence, and would fake a pass.
 */
export function isAffected(comparison: Comparison, scenario: Scenario): boolean {
  const sides = (['base', 'head'] as const).map((arm) =>
    JSON.stringify([
      shownClauses(comparison, scenario, arm),
      comparison.slots.map((slot) => {
        const { ref, system, spec } = slot[arm];
        return [{ ...ref, id: '' }, system, spec];
      }),
    ]),
  );
  return sides[0] !== sides[1];
}
