// The judges: how often each rules against a response, how often two agree, and agreement beyond chance.
import type { Ruling } from '../../core/study-words.ts';
import type { Estimate } from '../../stats/estimate.ts';
import { ac1Of, alphaOf, fleissKappaOf, mergePatterns, type RulingPattern } from './binary-agreement.ts';
import { jackknife, type Jackknife } from './jackknife.ts';
import { shareOfScenarios, type ScenarioShare } from './scenario-share.ts';
import { groupByScenario, isAgainst, judgesOf, type StudyResponse, type StudyRow } from './study-data.ts';

export interface JudgeRow {
  readonly judge: string;
  readonly rulings: Readonly<Record<Ruling, number>>;
  /** Share of its rulings that are against the response: non-compliant or ambiguous. */
  readonly flagged: ScenarioShare;
}

export interface JudgePair {
  readonly first: string;
  readonly second: string;
  /** Share of the responses both ruled on that they put on the same side. */
  readonly agreement: ScenarioShare;
}

export interface JudgeTable {
  /** Responses on which every judge was asked and at least two ruled: all figures here rest on them. */
  readonly responses: number;
  readonly judges: readonly JudgeRow[];
  readonly pairs: readonly JudgePair[];
  readonly fleissKappa: Jackknife;
  readonly gwetAc1: Jackknife;
  readonly krippendorffAlpha: Jackknife;
}

/** One row a response: 1 against it, 0 for it, null where the judge abstained. */
type Ratings = readonly (number | null)[];

/** Two categories, problematic or not, as the study counts agreement. The interval's unit is the scenario. */
export function tabulateJudges(rows: readonly StudyRow[]): JudgeTable {
  const judges = judgesOf(rows);
  const scenarios = [...groupByScenario(rows).values()].map((group) =>
    group.flatMap(({ responses }) => responses.filter(({ fullPanel, rulings }) => fullPanel && rulings.length > 1)),
  );
  const ratings = scenarios.map((responses) => responses.map((response) => rate(response, judges)));
  const measure = (coefficient: (patterns: readonly RulingPattern[]) => Estimate): Jackknife =>
    jackknife(
      ratings.filter((units) => units.length > 0),
      { summarise: countPatterns, statistic: (tallies) => coefficient(mergePatterns(tallies)) },
    );
  return {
    responses: scenarios.flat().length,
    judges: judges.map((judge, column) => ({
      judge,
      rulings: countRulings(scenarios.flat(), judge),
      flagged: shareOfScenarios(ratings.map((units) => ruled(units.map((unit) => unit[column] ?? null)))),
    })),
    pairs: pairUp(judges).map(([first, second]) => ({
      first: judges[first]!,
      second: judges[second]!,
      agreement: shareOfScenarios(ratings.map((units) => ruled(units.map((unit) => agree(unit, first, second))))),
    })),
    fleissKappa: measure(fleissKappaOf),
    gwetAc1: measure(ac1Of),
    krippendorffAlpha: measure(alphaOf),
  };
}

function rate({ rulings }: StudyResponse, judges: readonly string[]): Ratings {
  return judges.map((judge) => {
    const ruling = rulings.find((one) => one.judge === judge);
    return ruling === undefined ? null : Number(isAgainst(ruling));
  });
}

function countPatterns(scenarios: readonly (readonly Ratings[])[]): readonly RulingPattern[] {
  const patterns = scenarios.flat().map((unit) => {
    const rulings = ruled(unit);
    const against = rulings.filter((one) => one === 1).length;
    return { favour: rulings.length - against, against, responses: 1 };
  });
  return mergePatterns([patterns]);
}

function agree(unit: Ratings, first: number, second: number): number | null {
  const [one, other] = [unit[first] ?? null, unit[second] ?? null];
  return one === null || other === null ? null : Number(one === other);
}

function ruled(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}

function countRulings(responses: readonly StudyResponse[], judge: string): JudgeRow['rulings'] {
  const counts = { compliant: 0, 'non-compliant': 0, ambiguous: 0 };
  for (const { rulings } of responses) {
    for (const ruling of rulings) if (ruling.judge === judge) counts[ruling.ruling] += 1;
  }
  return counts;
}

function pairUp(items: readonly string[]): readonly (readonly [number, number])[] {
  return items.flatMap((_, first) => items.slice(first + 1).map((__, gap) => [first, first + 1 + gap] as const));
}
