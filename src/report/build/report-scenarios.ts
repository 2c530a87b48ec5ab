// What happened on each scenario, and as much of its texts as may be shown.
import { mean } from '../../stats/mean.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { indexCells, readRows } from '../../analysis/draw-row.ts';
import { pairedCells } from '../../analysis/paired-cells.ts';
import { findFailingModels } from '../../analysis/scenario-flips.ts';
import { disagreementOnRow } from '../../analysis/metrics/disagreement.ts';
import type { Arm, Stage } from '../../evaluation/cell.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import { writeConversation, type Scenario } from '../../scenarios/scenario.ts';
import type { ReportExample, ReportScenario } from '../report-answers.ts';
import { disclose, type Disclosure } from './disclose.ts';

export interface ScenarioEvidence {
  readonly scenarios: readonly Scenario[];
  readonly models: readonly string[];
  /** Cells of the stage that decided. */
  readonly cells: readonly EvaluatedCell[];
  readonly stage: Stage;
  readonly disclosure: Disclosure;
}

/** Scenarios whose texts are shown, worst change first; the others have their numbers only. */
const MOST_WITH_TEXTS = 12;
const MOST_EXAMPLES = 4;

/** Every scenario with evidence, the largest rise in problematic answers first. */
export function reportScenarios(evidence: ScenarioEvidence): readonly ReportScenario[] {
  const byScenario = new Map<string, EvaluatedCell[]>();
  for (const cell of evidence.cells) byScenario.set(cell.scenario, [...(byScenario.get(cell.scenario) ?? []), cell]);
  const rows = evidence.scenarios.flatMap((scenario) => {
    const cells = byScenario.get(scenario.id);
    return cells === undefined ? [] : [{ scenario, cells, row: describeScenario(scenario, cells, evidence) }];
  });
  rows.sort((a, b) => riseOf(b.row) - riseOf(a.row) || (a.row.scenario < b.row.scenario ? -1 : 1));
  return rows.map(({ scenario, cells, row }, rank) =>
    rank < MOST_WITH_TEXTS ? { ...row, ...textsOf(scenario, cells, evidence.disclosure) } : row,
  );
}

function describeScenario(
  scenario: Scenario,
  cells: readonly EvaluatedCell[],
  evidence: ScenarioEvidence,
): ReportScenario {
  const failing = findFailingModels(pairedCells(cells)).get(scenario.id);
  const ofArm = (arm: Arm): readonly EvaluatedCell[] => cells.filter((cell) => cell.arm === arm);
  const sides = { base: shareProblematic(ofArm('base')), head: shareProblematic(ofArm('head')) };
  const spread = {
    base: meanDisagreement(ofArm('base'), evidence, 'base'),
    head: meanDisagreement(ofArm('head'), evidence, 'head'),
  };
  return {
    scenario: scenario.id,
    clauses: scenario.clauses,
    problematicModels: {
      base: evidence.models.filter((model) => failing?.base.includes(model)),
      head: evidence.models.filter((model) => failing?.head.includes(model)),
    },
    ...defined(sides),
    disagreement: defined(spread),
    missing: cells.filter((cell) => cell.problematic === 'missing').length,
  };
}

function shareProblematic(cells: readonly EvaluatedCell[]): number | undefined {
  const known = cells.filter((cell) => cell.problematic !== 'missing');
  if (known.length === 0) return undefined;
  return known.filter((cell) => cell.problematic === true).length / known.length;
}

function meanDisagreement(cells: readonly EvaluatedCell[], evidence: ScenarioEvidence, arm: Arm): number | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  const draws = Math.max(...cells.map((cell) => cell.draw));
  const query = { arm, stage: evidence.stage, scenarios: [first.scenario], models: evidence.models, draws };
  const values = (readRows(indexCells(cells), query).get(first.scenario) ?? []).flatMap(
    (row) => disagreementOnRow(row, 'none') ?? [],
  );
  return values.length === 0 ? undefined : mean(values);
}

function textsOf(scenario: Scenario, cells: readonly EvaluatedCell[], disclosure: Disclosure): Partial<ReportScenario> {
  if (disclosure === 'ids') return {};
  const examples = chooseExamples(cells).map((cell): ReportExample => ({
    model: cell.model,
    arm: cell.arm,
    response: disclose(cell.responseText ?? '', disclosure),
    judgments: cell.judgments.flatMap((judgment) =>
      judgment.status === 'abstained'
        ? []
        : [
            {
              judge: judgment.judge,
              ruling: judgment.ruling,
              clauses: judgment.clauses,
              reasoning: disclose(judgment.reasoning, disclosure),
            },
          ],
    ),
  }));
  return { query: disclose(writeConversation(scenario.messages), disclosure), examples };
}

/** Both arms of the responses whose ruling changed for the worse; where none did, of the first responses. */
function chooseExamples(cells: readonly EvaluatedCell[]): readonly EvaluatedCell[] {
  const pairs = cells
    .filter((cell) => cell.arm === 'head')
    .map((head) => ({
      head,
      base: cells.find((cell) => cell.arm === 'base' && cell.model === head.model && cell.draw === head.draw),
    }));
  const worse = pairs.filter(({ base, head }) => head.problematic === true && base?.problematic === false);
  const chosen = worse.length > 0 ? worse : pairs;
  return chosen.flatMap(({ base, head }) => (base === undefined ? [head] : [base, head])).slice(0, MOST_EXAMPLES);
}

function riseOf(row: ReportScenario): number {
  return (row.head ?? 0) - (row.base ?? 0);
}

/** Leaves out what is undefined: an absent number is absent in the report too. */
function defined(sides: { base: number | undefined; head: number | undefined }): { base?: number; head?: number } {
  return {
    ...whereDefined({ base: sides.base, head: sides.head }),
  };
}
