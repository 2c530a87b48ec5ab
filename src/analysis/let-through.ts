// What an edit lets through and what it newly forbids, counted on the same answers under both texts.
import type { Arm, Cell } from '../evaluation/cell.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import { pairedCells } from './paired-cells.ts';
import { standingOf } from './standing.ts';

/** Answers that have a ruling under both texts. */
export interface BothTexts {
  readonly answers: number;
  /** Base forbids them. */
  readonly forbidden: number;
  /** Base forbids them and head does not. */
  readonly letThrough: number;
  /** Head forbids them and base does not. */
  readonly newlyForbidden: number;
}

/** One answer under both texts. */
export interface RulingPair<Ruled> {
  readonly base: Ruled;
  readonly head: Ruled;
}

/** Both rulings of each answer with `specUse: target`, which judges the same answers under both texts. */
export function pairRulings<Own extends Cell>(cells: readonly Own[]): readonly RulingPair<Own>[] {
  const paired = pairedCells(cells);
  const placeOf = ({ scenario, model, draw }: Cell): string => `${scenario}\n${model}\n${draw}`;
  return pairUp(paired, placeOf);
}

/** The same with `specUse: prompt`: of the head's own answers, those that are judged under the base text, too. */
export function pairHeadRulings<Own extends Cell>(cells: readonly Own[]): readonly RulingPair<Own>[] {
  return cells.flatMap((head) =>
    head.arm === 'head' && head.underBase !== undefined ? [{ base: { ...head, ...head.underBase }, head }] : [],
  );
}

/** Both rulings of each control and draw. */
export function pairControls(rulings: readonly ControlRuling[]): readonly RulingPair<ControlRuling>[] {
  return pairUp(rulings, ({ id, stage, draw }) => `${stage}\n${draw}\n${id}`);
}

/**
 * Of answers that were ruled under both texts: how many base forbids, how many of those head forbids no more, and how many
 * only head forbids. Pairs without a majority on either side are left out.
 */
export function countBothTexts(pairs: readonly RulingPair<Cell>[]): BothTexts {
  const standings = pairs
    .map(({ base, head }) => ({ base: standingOf(base), head: standingOf(head) }))
    .filter(({ base, head }) => base !== 'missing' && head !== 'missing');
  const only = (from: Arm, to: Arm): number =>
    standings.filter((pair) => pair[from] === 'forbidden' && pair[to] !== 'forbidden').length;
  return {
    answers: standings.length,
    forbidden: standings.filter(({ base }) => base === 'forbidden').length,
    letThrough: only('base', 'head'),
    newlyForbidden: only('head', 'base'),
  };
}

/**
 * What two models answered to the same questions, judged under one text: pairs of answers of one scenario and draw that
 * both have a ruling.
 */
export interface BothModels {
  readonly answers: number;
  /** Pairs in which the text forbids the old model's answer, and those in which it forbids the new one's. */
  readonly base: number;
  readonly head: number;
  /** Pairs in which it forbids only the new model's answer, and only the old one's. */
  readonly onlyHead: number;
  readonly onlyBase: number;
}

/** The same of two models' answers to one spec: how many each breaks it in, and how many only one of them. */
export function countBothModels(pairs: readonly RulingPair<Cell>[]): BothModels {
  const { answers, forbidden: base, letThrough: onlyBase, newlyForbidden: onlyHead } = countBothTexts(pairs);
  return { answers, base, head: base - onlyBase + onlyHead, onlyHead, onlyBase };
}

/** Whether base forbids an answer that head does not forbid. */
export function isLetThrough({ base, head }: RulingPair<Parameters<typeof standingOf>[0]>): boolean {
  return standingOf(base) === 'forbidden' && !['forbidden', 'missing'].includes(standingOf(head));
}

function pairUp<Ruled extends { readonly arm: Arm }>(
  rulings: readonly Ruled[],
  placeOf: (ruled: Ruled) => string,
): readonly RulingPair<Ruled>[] {
  const heads = new Map(rulings.flatMap((one) => (one.arm === 'head' ? [[placeOf(one), one] as const] : [])));
  return rulings.flatMap((base) => {
    const head = base.arm === 'base' ? heads.get(placeOf(base)) : undefined;
    return head === undefined ? [] : [{ base, head }];
  });
}
