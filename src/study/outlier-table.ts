// Which models stand apart from nearly all others, how often, and which way.
import { whereDefined } from '../core/where-defined.ts';
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import { createShareTally, type ScenarioShare } from '../analysis/evidence/scenario-share.ts';
import {
  modelsOf,
  type StudyData,
  type StudyResponse,
  type StudyRow,
  type StudyRows,
} from '../analysis/evidence/study-data.ts';
import {
  countOutliers,
  findOutliers,
  type OutlierCount,
  type OutlierRows,
  type OutlierStatus,
} from '../analysis/outliers.ts';
import { leanOf, sightOf, type Apart, type Lean, type OutlierBasis } from '../analysis/stands-apart.ts';
import type { ResponseType } from '../core/study-words.ts';

export type StudyOutlier = StudyApart & {
  readonly scenario: string;
  readonly model: string;
  /** Draws in which it stands apart, of those in which it was measured. */
  readonly seen: number;
  readonly draws: number;
  /** Where two arms are compared. */
  readonly status?: OutlierStatus;
  readonly lean?: Lean;
  readonly responseType?: ResponseType;
  /** The most frequent type of the other responses of the draw. */
  readonly typicalType?: ResponseType;
  /** Its response, and the one whose score is the middle of the others', where their texts were kept. */
  readonly text?: string;
  readonly typicalText?: string;
};

/** As `Apart`, with the value's name where the scenario has one. */
type StudyApart =
  | (Omit<Apart & { basis: 'scores' }, 'value'> & { readonly value: string })
  | (Apart & { basis: 'rulings' });

export interface OutlierRow {
  readonly model: string;
  /** Scenarios on which it stands apart in every draw. */
  readonly outliers: number;
  /** On both arms, where there are two; as the gate counts them. */
  readonly arms?: OutlierCount;
  readonly overPermissive: number;
  readonly overConservative: number;
  /** Share of its measured responses that stand apart. */
  readonly share: ScenarioShare;
}

export interface OutlierTable {
  readonly basis: OutlierBasis;
  /** Most outliers first. */
  readonly models: readonly OutlierRow[];
  /** Confirmed by every draw of the scenario, by model in the table's order; of two arms those of the arm under study, then those gone. */
  readonly outliers: readonly StudyOutlier[];
}

/**
 * A response stands apart with a score at least 4 points from at least 9/11 of the others' on either value. Of a run with two
 * arms the outliers are the gate's: confirmed by two draws or more, and where both arms have the same answers by their rulings.
 */
export function tabulateOutliers({ rows, sides }: Pick<StudyData, 'rows' | 'sides'>): OutlierTable {
  const basis = sides?.basis ?? 'scores';
  const listed = sides === undefined ? confirmedIn(rows) : comparedIn(sides);
  const apart = sharesApart(rows, basis);
  const models = modelsOf(rows).map((model): OutlierRow => {
    const all = listed.filter((one) => one.model === model);
    const own = all.filter((one) => isStudied(one, sides?.studied));
    return {
      model,
      outliers: own.length,
      ...(sides !== undefined && { arms: countOutliers(all.map(({ status = 'unconfirmed' }) => ({ status }))) }),
      overPermissive: own.filter(({ lean }) => lean === 'over-permissive').length,
      overConservative: own.filter(({ lean }) => lean === 'over-conservative').length,
      share: apart(model),
    };
  });
  models.sort((a, b) => b.outliers - a.outliers || (a.model < b.model ? -1 : 1));
  const rank = new Map(models.map(({ model }, index) => [model, index]));
  const left = ({ status }: StudyOutlier): number => Number(!isStudied({ status }, sides?.studied));
  return {
    basis,
    models,
    outliers: [...listed].sort((a, b) => left(a) - left(b) || (rank.get(a.model) ?? 0) - (rank.get(b.model) ?? 0)),
  };
}

/** Whether the arm under study shows it. */
function isStudied(
  { status }: { readonly status?: OutlierStatus | undefined },
  studied: 'base' | 'head' = 'head',
): boolean {
  return status !== (studied === 'head' ? 'gone' : 'new');
}

function confirmedIn(rows: StudyRows): readonly StudyOutlier[] {
  const found: StudyOutlier[] = [];
  for (const draws of rows.values()) {
    for (const [model, sights] of sightsIn(draws, 'scores')) {
      const seen = sights.flatMap((sight) => (sight === 'near' ? [] : [sight]));
      const [first] = seen;
      if (first === undefined || seen.length < sights.length) continue;
      const place = { scenario: first.row.scenario, model, seen: seen.length, draws: sights.length };
      found.push({ ...describe(first, first.row), ...place });
    }
  }
  return found;
}

function comparedIn(sides: NonNullable<StudyData['sides']>): readonly StudyOutlier[] {
  const answersOf = (rows: StudyRows): OutlierRows<StudyResponse> =>
    new Map([...rows].map(([scenario, draws]) => [scenario, draws.map(({ responses }) => responses)]));
  const found = findOutliers({ base: answersOf(sides.base), head: answersOf(sides.head) }, { basis: sides.basis });
  return found.flatMap(({ status, scenario, model, draws, ...seen }) => {
    if (status === 'unconfirmed') return [];
    const [row] = sides.head.get(scenario) ?? sides.base.get(scenario) ?? [];
    const { seen: times, measured } = draws[status === 'gone' ? 'base' : 'head'];
    return [{ ...describe(seen, row), scenario, model, status, seen: times, draws: measured }];
  });
}

/** Share of a model's measured responses that stand apart. */
function sharesApart(rows: StudyRows, basis: OutlierBasis): (model: string) => ScenarioShare {
  const tallies = new Map(modelsOf(rows).map((model) => [model, createShareTally()]));
  for (const draws of rows.values()) {
    for (const [model, sights] of sightsIn(draws, basis)) {
      tallies.get(model)!.add(sights.map((sight) => sight !== 'near'));
    }
  }
  return (model) => tallies.get(model)!.share();
}

interface Sighting {
  readonly own: StudyResponse;
  readonly rest: readonly StudyResponse[];
  readonly apart: Apart;
}

/** By model, what each draw in which it was measured beside enough others shows. */
function sightsIn(
  draws: readonly StudyRow[],
  basis: OutlierBasis,
): ReadonlyMap<string, readonly ((Sighting & { readonly row: StudyRow }) | 'near')[]> {
  const sights = new Map<string, ((Sighting & { readonly row: StudyRow }) | 'near')[]>();
  for (const row of draws) {
    for (const own of row.responses) {
      const rest = row.responses.filter((response) => response !== own);
      const apart = sightOf(own, rest, basis);
      if (apart !== undefined) addToList(sights, own.model, apart === 'near' ? apart : { row, own, rest, apart });
    }
  }
  return sights;
}

function describe(
  { own, rest, apart }: Sighting,
  row: StudyRow | undefined,
): StudyApart & Pick<StudyOutlier, 'lean' | 'responseType' | 'typicalType' | 'text' | 'typicalText'> {
  const lean = leanOf(own, rest);
  const typicalType = mostFrequent(rest.flatMap(({ responseType }) => responseType ?? []));
  const typical =
    apart.basis === 'scores'
      ? middleOf(rest, apart.value)
      : rest.find(({ problematic }) => problematic !== own.problematic);
  return {
    ...(apart.basis === 'rulings'
      ? apart
      : { ...apart, value: row?.[apart.value] ?? apart.value, others: [...apart.others].sort((a, b) => a - b) }),
    ...whereDefined({ lean, responseType: own.responseType, typicalType, text: own.text, typicalText: typical?.text }),
  };
}

function middleOf(responses: readonly StudyResponse[], value: 'value1' | 'value2'): StudyResponse | undefined {
  const scored = responses.filter(({ scores }) => (scores?.[value] ?? null) !== null);
  scored.sort((a, b) => a.scores![value]! - b.scores![value]! || (a.model < b.model ? -1 : 1));
  return scored[Math.floor((scored.length - 1) / 2)];
}

/** Ties go to the name that sorts first, so that the order of rows does not matter. */
function mostFrequent<T extends string>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
