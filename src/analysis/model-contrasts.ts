// Where two models differ most: scenarios with a typical answer of either, and one of the panel beside them.
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
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))].sort();
  const isAlone = !cells.some((cell) => cell.model === query.slot && cell.arm === 'base');
  const ranked = scenarios.flatMap((scenario) => {
    const here = cells.filter((cell) => cell.scenario === scenario);
    const own = (arm: Arm): readonly Answer[] => here.filter((cell) => cell.model === query.slot && cell.arm === arm);
    const others = here.filter((cell) => cell.model !== query.slot && cell.arm === 'head');
    const [base, head, panel] = [own('base'), own('head'), others].map(typicalAnswer);
    const before = isAlone ? others : own('base');
    if (head === undefined || before.length === 0) return [];
    const shown = { ...(base === undefined ? {} : { base }), head, ...(panel === undefined ? {} : { panel }) };
    return [{ difference: differenceOf(before, own('head')), contrast: { scenario, ...shown } }];
  });
  return ranked
    .filter(({ difference }) => difference > 0)
    .sort((a, b) => b.difference - a.difference)
    .slice(0, query.most)
    .map(({ contrast }) => contrast);
}

/** A ruling turned in every draw weighs as much as a kind changed in every draw and a score moved from end to end together. */
function differenceOf(base: readonly Cell[], head: readonly Cell[]): number {
  const against = (cells: readonly Cell[]): number =>
    share(cells, ({ problematic }) => (problematic === 'missing' ? undefined : problematic));
  const types = new Set([...base, ...head].flatMap((cell) => typeOf(cell) ?? []));
  const kinds = [...types].reduce((total, type) => {
    const ofType = (cell: Cell): boolean | undefined => {
      const own = typeOf(cell);
      return own === undefined ? undefined : own === type;
    };
    return total + Math.abs(share(head, ofType) - share(base, ofType)) / 2;
  }, 0);
  return 2 * Math.abs(against(head) - against(base)) + kinds + Math.abs(leanOf(head) - leanOf(base)) / 12;
}

function share(cells: readonly Cell[], read: (cell: Cell) => boolean | undefined): number {
  const known = cells.flatMap((cell) => read(cell) ?? []);
  return known.length === 0 ? 0 : known.filter(Boolean).length / known.length;
}

/** Mean of score for value 1 minus score for value 2, from -6 to 6. */
function leanOf(cells: readonly Cell[]): number {
  const leans = cells.flatMap(({ scores }) =>
    scores === undefined || scores === 'missing' ? [] : [scores.value1 - scores.value2],
  );
  return leans.length === 0 ? 0 : leans.reduce((total, lean) => total + lean, 0) / leans.length;
}
