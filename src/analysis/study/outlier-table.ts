// Which models stand apart from nearly all others, how often, and which way.
import type { ResponseType } from '../../core/study-words.ts';
import { leanOf, standsApart } from '../outliers.ts';
import { shareOfScenarios, type ScenarioShare } from './scenario-share.ts';
import { groupByScenario, modelsOf, type StudyResponse, type StudyRow } from './study-data.ts';

type Value = 'value1' | 'value2';

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
export function tabulateOutliers(rows: readonly StudyRow[]): OutlierTable {
  const scenarios = [...groupByScenario(rows).values()];
  const found = modelsOf(rows).map((model) => {
    const seen = scenarios.map((draws) => draws.flatMap((row) => sightOf(row, model) ?? []));
    const outliers = seen.flatMap((sights) => {
      const apart = sights.flatMap(({ outlier }) => (outlier === undefined ? [] : [outlier]));
      const [first] = apart;
      if (first === undefined || apart.length < sights.length) return [];
      return [{ ...first, seen: apart.length, draws: sights.length }];
    });
    const share = shareOfScenarios(seen.map((sights) => sights.map(({ outlier }) => Number(outlier !== undefined))));
    return { model, outliers, share };
  });
  const ranked = found.sort((a, b) => b.outliers.length - a.outliers.length || (a.model < b.model ? -1 : 1));
  return {
    models: ranked.map(({ model, outliers, share }) => ({
      model,
      outliers: outliers.length,
      overPermissive: outliers.filter(({ lean }) => lean === 'over-permissive').length,
      overConservative: outliers.filter(({ lean }) => lean === 'over-conservative').length,
      share,
    })),
    outliers: ranked.flatMap(({ outliers }) => outliers),
  };
}

interface Sight {
  readonly outlier: Omit<StudyOutlier, 'seen' | 'draws'> | undefined;
}

/** What one draw shows about a model; undefined where it was not scored, or too few others were. */
function sightOf(row: StudyRow, model: string): Sight | undefined {
  const own = row.responses.find((response) => response.model === model);
  if (own?.scores === undefined) return undefined;
  const rest = row.responses.filter((response) => response !== own);
  const sides = (['value1', 'value2'] as const).flatMap((value) => {
    const score = own.scores?.[value] ?? null;
    const others = rest.flatMap(({ scores }) => scores?.[value] ?? []);
    return score === null || others.length < FEWEST_MODELS - 1 ? [] : [{ value, score, others }];
  });
  if (sides.length === 0) return undefined;
  const apart = sides.find(({ score, others }) => standsApart(score, others));
  return { outlier: apart === undefined ? undefined : describe(row, { ...apart, own, rest }) };
}

interface Apart {
  readonly value: Value;
  readonly score: number;
  readonly others: readonly number[];
  readonly own: StudyResponse;
  readonly rest: readonly StudyResponse[];
}

function describe(row: StudyRow, { value, score, others, own, rest }: Apart): Omit<StudyOutlier, 'seen' | 'draws'> {
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
