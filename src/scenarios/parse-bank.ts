// The scenario bank from JSONL: one scenario a line, every problem named at once with its line.
import { UserError, type Problem } from '../core/errors.ts';
import type { Bank } from './bank.ts';
import { parseScenarioLine } from './parse-row.ts';
import type { Scenario } from './scenario.ts';

/** More problems than this are counted, not listed. */
const MAX_LISTED = 100;

/**
 * Parses a whole bank. Blank lines, CRLF and a byte-order mark are allowed; an empty file is an empty bank.
 * @throws UserError with every problem's file:line (and the column of a JSON error where the engine tells it).
 */
export function parseBank({ file, text }: { readonly file: string; readonly text: string }): Bank {
  const scenarios: Scenario[] = [];
  const byId = new Map<string, Scenario>();
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const content = raw.trim();
    if (content === '') continue;
    const line = index + 1;
    const row = parseScenarioLine(content);
    if (row.status === 'invalid') {
      for (const { column, ...problem } of row.problems) {
        problems.push({ ...problem, place: column === undefined ? { file, line } : { file, line, column } });
      }
      continue;
    }
    const { scenario } = row;
    const first = lines.get(scenario.id);
    if (first !== undefined) {
      problems.push({ message: `the id "${scenario.id}" is already on line ${first}`, place: { file, line } });
      continue;
    }
    scenarios.push(scenario);
    byId.set(scenario.id, scenario);
    lines.set(scenario.id, line);
  }
  if (problems.length > 0) throw new UserError(listProblems(problems, file));
  return { file, scenarios, byId, lines };
}

/** A bank from scenarios that passed the schema already; lines are their positions. The ids must be unique. */
export function createBank(file: string, scenarios: readonly Scenario[]): Bank {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  if (byId.size !== scenarios.length) throw new Error('createBank: duplicate ids');
  return { file, scenarios, byId, lines: new Map(scenarios.map((scenario, index) => [scenario.id, index + 1])) };
}

function listProblems(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MAX_LISTED) return problems;
  const rest = { message: `${problems.length - MAX_LISTED} more problems`, place: { file } };
  return [...problems.slice(0, MAX_LISTED), rest];
}
