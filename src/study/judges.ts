// The judges: how often each rules against a response, how often two agree, and agreement beyond chance.
import type { Ruling } from '../core/study-words.ts';
import type { Estimate } from '../stats/estimate.ts';
import {
  ac1Of,
  alphaOf,
  createPatternTally,
  fleissKappaOf,
  mergePatterns,
  type PatternTally,
  type RulingPattern,
} from './binary-agreement.ts';
import { groupOf, jackknife, type Jackknife } from './jackknife.ts';
import { createShareTally, type ScenarioShare } from '../analysis/evidence/scenario-share.ts';
import { isAgainst, judgesOf, type StudyResponse, type StudyRows } from '../analysis/evidence/study-data.ts';

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

/** What the judges, in their order, say about a response: against it, for it, or nothing. */
type Sides = readonly (boolean | undefined)[];

/** Two categories, problematic or not, as the study counts agreement. The interval's unit is the scenario. */
export function tabulateJudges(rows: StudyRows): JudgeTable {
  const judges = judgesOf(rows);
  const counts = judges.map(() => ({ compliant: 0, 'non-compliant': 0, ambiguous: 0 }));
  const flagged = judges.map(createShareTally);
  const pairs = pairUp(judges).map((pair) => ({ pair, agreement: createShareTally() }));
  const groups: PatternTally[] = [];
  let [scenarios, responses] = [0, 0];
  for (const draws of rows.values()) {
    const judged = draws.flatMap((row) => row.responses.filter(isFullyJudged));
    if (judged.length === 0) continue;
    responses += judged.length;
    for (const { judge, ruling } of judged.flatMap(({ rulings }) => rulings)) {
      counts[judges.indexOf(judge)]![ruling] += 1;
    }
    const sides = judged.map((response) => sidesOf(response, judges));
    for (const [judge, tally] of flagged.entries()) tally.add(known(sides.map((side) => side[judge])));
    for (const { pair, agreement } of pairs) agreement.add(known(sides.map((side) => agree(side, pair))));
    const group = (groups[groupOf(scenarios)] ??= createPatternTally());
    for (const side of sides) group.add(patternOf(side));
    scenarios += 1;
  }
  const summed = groups.map((group) => group.read());
  const measure = (coefficient: (patterns: readonly RulingPattern[]) => Estimate): Jackknife =>
    jackknife(summed, (own) => coefficient(mergePatterns(own)));
  return {
    responses,
    judges: judges.map((judge, index) => ({ judge, rulings: counts[index]!, flagged: flagged[index]!.share() })),
    pairs: pairs.map(({ pair: [first, second], agreement }) => {
      return { first: judges[first]!, second: judges[second]!, agreement: agreement.share() };
    }),
    fleissKappa: measure(fleissKappaOf),
    gwetAc1: measure(ac1Of),
    krippendorffAlpha: measure(alphaOf),
  };
}

function isFullyJudged({ fullPanel, rulings }: StudyResponse): boolean {
  return fullPanel && rulings.length > 1;
}

function sidesOf({ rulings }: StudyResponse, judges: readonly string[]): Sides {
  return judges.map((judge) => {
    const ruling = rulings.find((one) => one.judge === judge);
    return ruling === undefined ? undefined : isAgainst(ruling);
  });
}

function patternOf(sides: Sides): RulingPattern {
  const against = sides.filter((side) => side === true).length;
  return { favour: known(sides).length - against, against, responses: 1 };
}

function agree(sides: Sides, [first, second]: readonly [number, number]): boolean | undefined {
  const [one, other] = [sides[first], sides[second]];
  return one === undefined || other === undefined ? undefined : one === other;
}

function known(sides: Sides): readonly boolean[] {
  return sides.filter((side) => side !== undefined);
}

function pairUp(items: readonly string[]): readonly (readonly [number, number])[] {
  return items.flatMap((_, first) => items.slice(first + 1).map((__, gap) => [first, first + 1 + gap] as const));
}
