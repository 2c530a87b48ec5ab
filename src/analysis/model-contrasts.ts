// Where two models differ most: scenarios with a typical answer of either, and one of the panel beside them.
import { mean } from '../stats/mean.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { Arm, Cell } from '../evaluation/cell.ts';
import { typeOf, typicalAnswer } from './typical-answer.ts';

export interface Contrast<Answer extends Cell> {
  readonly scenario: string;
  /** Absent for a model that answers on the head side only: it is held against the panel. */
  readonly base?: Answer;
  readonly head: Answer;
  /** Of the other models' answers on the head side; absent without others. */
  readonly panel?: Answer;
}

/**
 * Scenarios on which the slot's answers differ between the arms, most different first: by ruling, then kind, then score.
 * Those on which nothing differs are left out.
 */
export function findContrasts<Answer extends Cell>(
  cells: readonly Answer[],
  query: { readonly slot: string; readonly most: number },
): readonly Contrast<Answer>[] {
  const isAlone = !cells.some((cell) => cell.model === query.slot && cell.arm === 'base');
  const byScenario = new Map<string, Answer[]>();
  for (const cell of cells) {
    const here = byScenario.get(cell.scenario) ?? [];
    byScenario.set(cell.scenario, here);
    here.push(cell);
  }
  const scenarios = [...byScenario].sort(([a], [b]) => (a < b ? -1 : 1));
  const ranked = scenarios.flatMap(([scenario, here]) => {
    const own = (arm: Arm): readonly Answer[] => here.filter((cell) => cell.model === query.slot && cell.arm === arm);
    const others = here.filter((cell) => cell.model !== query.slot && cell.arm === 'head');
    const [base, head, panel] = [own('base'), own('head'), others].map(typicalAnswer);
    if (head === undefined || (isAlone ? panel : base) === undefined) return [];
    const shown = { ...whereDefined({ base }), head, ...whereDefined({ panel }) };
    return [
      { difference: differenceOf(isAlone ? others : own('base'), own('head')), contrast: { scenario, ...shown } },
    ];
  });
  return ranked
    .filter(({ difference }) => difference > 0)
    .sort((a, b) => b.difference - a.difference)
    .slice(0, query.most)
    .map(({ contrast }) => contrast);
}

/**
 * A ruling turned in every draw weighs as much as a kind changed in every draw and a score moved from end to end together.
 * What is not known of both sides does not differ.
 */
function differenceOf(base: readonly Cell[], head: readonly Cell[]): number {
  const types = new Set([...base, ...head].flatMap((cell) => typeOf(cell) ?? []));
  const apart = (read: (cell: Cell) => number | undefined): number => {
    const [was, is] = [meanOfKnown(base, read), meanOfKnown(head, read)];
    return was === undefined || is === undefined ? 0 : Math.abs(is - was);
  };
  const kinds = [...types].reduce((total, type) => {
    const ofType = (cell: Cell): number | undefined => {
      const own = typeOf(cell);
      return own === undefined ? undefined : Number(own === type);
    };
    return total + apart(ofType) / 2;
  }, 0);
  return 2 * apart(isAgainst) + kinds + apart(leanOf) / 12;
}

function meanOfKnown(cells: readonly Cell[], read: (cell: Cell) => number | undefined): number | undefined {
  const known = cells.flatMap((cell) => read(cell) ?? []);
  return known.length === 0 ? undefined : mean(known);
}

function isAgainst({ problematic }: Cell): number | undefined {
  return problematic === 'missing' ? undefined : Number(problematic);
}

/** Score for value 1 minus score for value 2, from -6 to 6. */
function leanOf({ scores }: Cell): number | undefined {
  return scores === undefined || scores === 'missing' ? undefined : scores.value1 - scores.value2;
}
