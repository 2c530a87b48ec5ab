// The scores that came with the outcomes: where answers stand on each value, and how far models disagree. For the
// report only.
import { mean } from '../stats/mean.ts';
import { whereDefined } from '../core/where-defined.ts';
import { disagreementOf } from '../scenarios/disagreement.ts';
import { intervalOf, measureChange, scenarioTest, type Change, type ScenarioDraws } from '../decision/change.ts';
import type { Arm, Design } from './design.ts';
import type { OutcomeRow } from './outcome-rows/outcome-row.ts';

export interface ScoreChange {
  /** `disagreement` is D: the larger of the two values' standard deviations over the models of a draw. */
  readonly name: 'score1' | 'score2' | 'disagreement';
  /** Scenarios that have it on both sides. */
  readonly scenarios: number;
  readonly base: number;
  readonly head: number;
  readonly change: number;
  /** Two-sided 95 %, Student's t over scenarios. Undefined with one scenario. */
  readonly interval?: readonly [number, number];
  /** Two-sided: a score has no bad direction. */
  readonly p: number;
}

const NAMES = ['score1', 'score2', 'disagreement'] as const;

/** One entry for each score that both sides have; none where rows bring no scores. */
export function compareScores(design: Design): readonly ScoreChange[] {
  return NAMES.flatMap((name) => {
    const units = design.scenarios.map((scenario): ScenarioDraws => {
      const [base, head] = (['base', 'head'] as const).map((arm) => readArm(design, { arm, scenario, name }));
      return { scenario, base: base!, head: head! };
    });
    const change = measureChange(units, 0);
    if (change === undefined) return [];
    const interval = intervalOf(change);
    return [
      {
        name,
        scenarios: change.scenarios,
        base: change.base,
        head: change.head,
        change: change.value,
        ...whereDefined({ interval }),
        p: twoSided(change),
      },
    ];
  });
}

function twoSided(change: Change): number {
  if (!Number.isFinite(change.standardError)) return 1;
  if (change.standardError === 0) return change.value === 0 ? 1 : 0;
  const p = scenarioTest(change);
  return 2 * Math.min(p, 1 - p);
}

function readArm(
  design: Design,
  { arm, scenario, name }: { arm: Arm; scenario: string; name: ScoreChange['name'] },
): readonly number[] {
  return Array.from({ length: design.draws[arm] }, (_, index) => {
    const rows = design.models.flatMap((model): readonly OutcomeRow[] => {
      const cell = design.cell(arm, { scenario, model, draw: index + 1 });
      return cell === undefined || cell === 'missing' ? [] : [cell];
    });
    return name === 'disagreement' ? apart(rows) : meanScore(rows, name);
  }).filter((value) => value !== undefined);
}

function apart(rows: readonly OutcomeRow[]): number | undefined {
  return disagreementOf(rows.map(({ score1, score2 }) => ({ value1: score1 ?? null, value2: score2 ?? null })));
}

function meanScore(rows: readonly OutcomeRow[], name: 'score1' | 'score2'): number | undefined {
  const scores = rows.flatMap((row) => row[name] ?? []);
  return scores.length === 0 ? undefined : mean(scores);
}
