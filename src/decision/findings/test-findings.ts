// Tests what a check remarks on beside its verdict: conflicts of clauses, ambiguity, clauses and scenarios that moved, outliers.
import { findCellOutliers } from '../../analysis/cell-outliers.ts';
import { conflictsIn, isTorn } from '../../analysis/conflicts.ts';
import type { RowValue } from '../../analysis/metrics/row-value.ts';
import { countOutliers } from '../../analysis/outliers.ts';
import { pairedCells } from '../../analysis/paired-cells.ts';
import { countFlips } from '../../analysis/scenario-flips.ts';
import type { Cell } from '../../evaluation/cell.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { FINDING_RATE, MODEL_FINDING_RATE } from '../bounds.ts';
import type { ScenarioDraws } from '../change.ts';
import type { ClauseDecision, DecisionInput } from '../decision.ts';
import { describeClauses, listClauseTests } from '../localise-clauses.ts';
import type { StageRows } from '../stage-rows.ts';
import { exchangedIn, flipOf, readComparedDraws, readDraws } from '../stage-draws.ts';
import { testOneWay } from '../test-change.ts';
import { acrossNights } from './across-nights.ts';
import { countSpeaking, testFamily, type Candidate, type Tested } from './test-family.ts';
import type { TestedFindings } from './tested-findings.ts';

/** Clauses with what became of them, and everything else that may be remarked on: one family. */
export function testFindings(
  evidence: StageRows,
  input: Pick<DecisionInput, 'links' | 'renamed' | 'policy' | 'reworded'>,
): { readonly clauses: readonly ClauseDecision[]; readonly findings: TestedFindings } {
  const seed = `${input.policy.seed}\n${evidence.stage}\nfinding`;
  const oneWay = (name: string, units: readonly ScenarioDraws[]): Candidate => {
    const options = { kind: exchangedIn(evidence), flip: flipOf(evidence, 'nonCompliance'), seed: `${seed}\n${name}` };
    return acrossNights(evidence, units, { own: testOneWay(units, options), flip: options.flip, sides: 1 });
  };
  const clauses = listClauseTests(evidence, input);
  const cells = pairedCells([...evidence.index.values()]);
  const pairs = listPairs([...evidence.index.values()], input.reworded);
  const conflicts = pairs.map((pair) => ({
    clauses: pair,
    ...oneWay(pair.join(' '), readComparedDraws(evidence, shareTorn(pair))),
  }));
  const ambiguity = oneWay('ambiguity', readComparedDraws(evidence, shareAmbiguous));
  const flips = countFlips(cells);
  const all = readDraws(evidence, 'nonCompliance', 'observed');
  const flip = flipOf(evidence, 'nonCompliance');
  const scenarios = acrossNights(evidence, all, { own: signTest(flips), flip, sides: 1 });
  // Whether a model stands apart is tested by relabelling its own draws, whatever kind of change is compared.
  const apart = countByModel(evidence);
  const outliers = apart.map(({ model, units }) => {
    const options = { kind: 'prompt', flip: 1, seed: `${seed}\noutliers ${model}` } as const;
    return acrossNights(evidence, units, { own: testOneWay(units, options), flip: 1, sides: 1 });
  });

  const family = [...clauses, ...conflicts, ambiguity, scenarios, ...outliers];
  const rate = evidence.kind === 'model' ? MODEL_FINDING_RATE : FINDING_RATE;
  const tested = testFamily(family, rate);
  const take = (from: number, count: number): readonly Tested[] => tested.slice(from, from + count);
  const afterClauses = clauses.length + conflicts.length;
  return {
    clauses: describeClauses(clauses, take(0, clauses.length), { rate, looked: countSpeaking(family, rate) }),
    findings: {
      looked: tested.length,
      conflicts: take(clauses.length, conflicts.length).map((one, index) => ({ ...one, clauses: pairs[index]! })),
      ambiguity: tested[afterClauses]!,
      scenarios: { ...tested[afterClauses + 1]!, worse: flips.worse, better: flips.better },
      outliers: take(afterClauses + 2, outliers.length).map((one, index) => {
        const { model, new: came, gone } = apart[index]!;
        return { ...one, model, new: came, gone };
      }),
    },
  };
}

/** Pairs that judges were torn between on two scenarios or more, whatever the side: a single odd answer is none. */
function listPairs(
  cells: readonly Cell[],
  reworded: ReadonlySet<string> | undefined,
): readonly (readonly [string, string])[] {
  const scenarios = new Map<string, Set<string>>();
  for (const cell of cells) {
    for (const pair of conflictsIn(cell)) {
      if (reworded !== undefined && !pair.some((clause) => reworded.has(clause))) continue;
      const place = JSON.stringify(pair);
      scenarios.set(place, (scenarios.get(place) ?? new Set()).add(cell.scenario));
    }
  }
  return [...scenarios]
    .filter(([, seen]) => seen.size > 1)
    .map(([place]) => JSON.parse(place) as [string, string])
    .sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
}

/** Share of a row's ruled answers that judges are torn over between the two. */
function shareTorn(pair: readonly [string, string]): RowValue {
  return ({ cells }) => shareOf(cells, (cell) => Number(isTorn(cell, pair)));
}

const shareAmbiguous: RowValue = ({ cells }) =>
  shareOf(cells, ({ judgments }) => {
    const ruled = judgments.filter((judgment) => judgment.status === 'ruled');
    return ruled.filter(({ ruling }) => ruling === 'ambiguous').length / Math.max(1, ruled.length);
  });

function shareOf(cells: readonly (Cell | undefined)[], read: (cell: Cell) => number): number | undefined {
  const ruled = cells.filter((cell) => cell !== undefined && cell.problematic !== 'missing');
  return ruled.length === 0 ? undefined : ruled.reduce((total, cell) => total + read(cell!), 0) / ruled.length;
}

interface Flips {
  readonly worse: number;
  readonly better: number;
}

/** Sign test: if nothing changed, a scenario that turned is as likely to have turned one way as the other. */
function signTest({ worse, better }: Flips): Candidate {
  return { p: mcnemar({ worse, better }).exact.oneSided, smallestP: 0.5 ** (worse + better) };
}

interface ModelOutliers {
  readonly model: string;
  readonly new: number;
  readonly gone: number;
  /** Whether the model stands apart, scenario by scenario and draw by draw. */
  readonly units: readonly ScenarioDraws[];
}

function countByModel({ index, kind, models, scenarios, draws, stage }: StageRows): readonly ModelOutliers[] {
  const outliers = findCellOutliers([...index.values()], { kind });
  return models.flatMap((model): readonly ModelOutliers[] => {
    const own = outliers.filter((outlier) => outlier.model === model);
    const { new: came, gone } = countOutliers(own);
    if (came + gone === 0) return [];
    const seen = new Map(own.map((outlier) => [outlier.scenario, outlier.draws]));
    const units = scenarios.map((scenario): ScenarioDraws => {
      const at = seen.get(scenario);
      const [base, head] = (['base', 'head'] as const).map((arm) =>
        at === undefined ? zeros(draws[arm]) : [...zeros(at[arm].measured - at[arm].seen), ...zeros(at[arm].seen, 1)],
      );
      return { scenario, base: base!, head: head!, ...(stage === 'screen' && { stored: base! }) };
    });
    return [{ model, new: came, gone, units }];
  });
}

function zeros(length: number, value = 0): readonly number[] {
  return Array.from({ length }, () => value);
}
