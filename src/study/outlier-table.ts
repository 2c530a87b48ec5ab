// Which models stand apart from nearly all others, how often, and which way.
import type { ResponseType } from '../core/study-words.ts';
import { leanOf, standsApart } from '../analysis/outliers.ts';
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import { createShareTally, type ScenarioShare } from '../analysis/evidence/scenario-share.ts';
import { modelsOf, type StudyResponse, type StudyRow, type StudyRows } from '../analysis/evidence/study-data.ts';

const VALUES = ['value1', 'value2'] as const;
type Value = (typeof VALUES)[number];

export interface StudyOutlier {
  readonly scenario: string;
  readonly model: string;
  /** The value's name where the scenario has one. */
  readonly value: string;
  readonly score: number;
  readonly others: readonly number[];
  /** Draws in which it stands apart, of those in which it was scored. */
  readonly seen: number;
  readonly draws: number;
  readonly lean?: 'over-permissive' | 'over-conservative';
  readonly responseType?: ResponseType;
  /** The most frequent type of the other responses of the draw. */
  readonly typicalType?: ResponseType;
  /** Its response, and the one whose score is the middle of the others', where their texts were kept. */
  readonly text?: string;
  readonly typicalText?: string;
}

export interface OutlierRow {
  readonly model: string;
  /** Scenarios on which it stands apart in every draw. */
  readonly outliers: number;
  readonly overPermissive: number;
  readonly overConservative: number;
  /** Share of its scored responses that stand apart on either value. */
  readonly share: ScenarioShare;
}

export interface OutlierTable {
  /** Most outliers first. */
  readonly models: readonly OutlierRow[];
  /** Confirmed by every draw of the scenario, by model in the table's order. */
  readonly outliers: readonly StudyOutlier[];
}

/** Fewer models than this have no "nearly all others". */
const FEWEST_MODELS = 3;

/** A response stands apart with a score at least 4 points from at least 9/11 of the others' on either value. */
export function tabulateOutliers(rows: StudyRows): OutlierTable {
  const found = new Map(
    modelsOf(rows).map((model) => [model, { model, outliers: [] as StudyOutlier[], apart: createShareTally() }]),
  );
  for (const draws of rows.values()) {
    for (const [model, sights] of sightsIn(draws)) {
      const { outliers, apart } = found.get(model)!;
      const seen = sights.filter((sight) => sight !== 'near');
      apart.add(sights.map((sight) => sight !== 'near'));
      const [first] = seen;
      if (first === undefined || seen.length < sights.length) continue;
      outliers.push({ ...describe(first), seen: seen.length, draws: sights.length });
    }
  }
  const ranked = [...found.values()].sort(
    (a, b) => b.outliers.length - a.outliers.length || (a.model < b.model ? -1 : 1),
  );
  return {
    models: ranked.map(({ model, outliers, apart }) => ({
      model,
      outliers: outliers.length,
      overPermissive: outliers.filter(({ lean }) => lean === 'over-permissive').length,
      overConservative: outliers.filter(({ lean }) => lean === 'over-conservative').length,
      share: apart.share(),
    })),
    outliers: ranked.flatMap(({ outliers }) => outliers),
  };
}

/** By model, what each draw in which it was scored beside enough others shows. */
function sightsIn(draws: readonly StudyRow[]): ReadonlyMap<string, readonly (Apart | 'near')[]> {
  const sights = new Map<string, (Apart | 'near')[]>();
  for (const row of draws) {
    for (const own of row.responses) {
      const sight = sightOf(row, own);
      if (sight !== undefined) addToList(sights, own.model, sight);
    }
  }
  return sights;
}

/** Undefined where the response was not scored, or too few others were. */
function sightOf(row: StudyRow, own: StudyResponse): Apart | 'near' | undefined {
  let isSeen = false;
  for (const value of VALUES) {
    const score = own.scores?.[value] ?? null;
    if (score === null) continue;
    const others = row.responses.flatMap((response) => (response === own ? [] : (response.scores?.[value] ?? [])));
    if (others.length < FEWEST_MODELS - 1) continue;
    isSeen = true;
    if (standsApart(score, others)) return { row, own, value, score, others };
  }
  return isSeen ? 'near' : undefined;
}

interface Apart {
  readonly row: StudyRow;
  readonly own: StudyResponse;
  readonly value: Value;
  readonly score: number;
  readonly others: readonly number[];
}

function describe({ row, own, value, score, others }: Apart): Omit<StudyOutlier, 'seen' | 'draws'> {
  const rest = row.responses.filter((response) => response !== own);
  const lean = leanOf(own, rest);
  const typicalType = mostFrequent(rest.flatMap(({ responseType }) => responseType ?? []));
  const typical = middleOf(rest, value);
  return {
    scenario: row.scenario,
    model: own.model,
    value: row[value] ?? value,
    score,
    others: [...others].sort((a, b) => a - b),
    ...(lean === undefined ? {} : { lean }),
    ...(own.responseType === undefined ? {} : { responseType: own.responseType }),
    ...(typicalType === undefined ? {} : { typicalType }),
    ...(own.text === undefined ? {} : { text: own.text }),
    ...(typical?.text === undefined ? {} : { typicalText: typical.text }),
  };
}

function middleOf(responses: readonly StudyResponse[], value: Value): StudyResponse | undefined {
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
