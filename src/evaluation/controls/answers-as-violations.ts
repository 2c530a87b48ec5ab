// Violations that nobody had to write: answers of this check that every judge who was asked ruled against, resting on a touched clause.
import { sha256 } from '../../core/canonical-json.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Stage } from '../cell.ts';
import type { Comparison } from '../comparison.ts';
import type { EvaluatedCell } from '../evaluate.ts';
import { UNKNOWN_RESPONSE } from '../plan.ts';
import { touchedPairs } from '../clause-pairs.ts';
import type { Control } from './control.ts';
import { MOST_VIOLATIONS, shownFor } from './select-controls.ts';

/**
 * Fills up touched clauses that have too few violations. Answers are taken from the base side of the first stage, those of the first
 * draws first and of as many scenarios as there are. What chose them is not what is compared: they are judged anew under both texts.
 */
export function answersAsViolations(
  comparison: Comparison,
  known: readonly Control[],
  from: { readonly cells: readonly EvaluatedCell[]; readonly scenarios: readonly Scenario[]; readonly stage: Stage },
): readonly Control[] {
  if (comparison.kind === 'model') return [];
  const scenarios = new Map(from.scenarios.map((scenario) => [scenario.id, scenario]));
  const candidates = from.cells.filter(
    (cell) => cell.arm === 'base' && cell.stage === from.stage && cell.responseText !== undefined && isRuledOut(cell),
  );
  const added = new Map<string, Control>();
  for (const { id, base } of touchedPairs(comparison.clauses)) {
    if (base === undefined) continue;
    const own = candidates.filter((cell) => cites(cell, id) && scenarios.has(cell.scenario));
    for (const cell of spreadOverScenarios(own)) {
      const count = [...known, ...added.values()].filter((one) => one.role === 'violation' && one.clauses.includes(id));
      if (count.length >= MOST_VIOLATIONS) break;
      const control = controlOf(comparison, cell, scenarios.get(cell.scenario)!);
      if (known.some((one) => one.id === control.id)) continue;
      const clauses = [...(added.get(control.id)?.clauses ?? []), id];
      added.set(control.id, { ...control, clauses });
    }
  }
  return [...added.values()];
}

/** Stand-ins for the answers that may yet serve, to price them: as many as touched clauses have room for. */
export function unknownViolations(comparison: Comparison, known: readonly Control[]): readonly Control[] {
  if (comparison.kind === 'model') return [];
  return touchedPairs(comparison.clauses).flatMap(({ id, base }) => {
    const own = known.filter((one) => one.role === 'violation' && one.clauses.includes(id)).length;
    const missing = base === undefined ? 0 : Math.max(0, MOST_VIOLATIONS - own);
    return Array.from({ length: missing }, (_, index): Control => ({
      id: `unknown ${id} ${index}`,
      source: 'answer',
      role: 'violation',
      clauses: [id],
      expected: 'non-compliant',
      conversation: [{ role: 'user', content: `${id} ${index}` }],
      response: UNKNOWN_RESPONSE,
      shown: shownFor(comparison, [id]),
    }));
  });
}

function isRuledOut({ judgments, problematic }: EvaluatedCell): boolean {
  return (
    problematic === true &&
    judgments.every((judgment) => judgment.status === 'ruled' && judgment.ruling === 'non-compliant')
  );
}

function cites({ judgments }: EvaluatedCell, clause: string): boolean {
  return judgments.every((judgment) => judgment.status === 'ruled' && judgment.clauses.includes(clause));
}

/** One of every scenario, then a second one of each, and so on; by draw, scenario and model within. */
function spreadOverScenarios(cells: readonly EvaluatedCell[]): readonly EvaluatedCell[] {
  const nameOf = ({ draw, scenario, model }: EvaluatedCell): string =>
    `${String(draw).padStart(4, '0')}\n${scenario}\n${model}`;
  const seen = new Map<string, number>();
  const turns = [...cells]
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((cell) => {
      const turn = seen.get(cell.scenario) ?? 0;
      seen.set(cell.scenario, turn + 1);
      return { cell, turn };
    });
  return turns.sort((a, b) => a.turn - b.turn).map(({ cell }) => cell);
}

function controlOf(comparison: Comparison, { response, responseText }: EvaluatedCell, scenario: Scenario): Control {
  return {
    id: `${scenario.id} ${sha256(response).slice(0, 8)}`,
    source: 'answer',
    role: 'violation',
    clauses: [],
    expected: 'non-compliant',
    conversation: scenario.messages,
    response: responseText!,
    shown: shownFor(comparison, scenario.clauses),
  };
}
