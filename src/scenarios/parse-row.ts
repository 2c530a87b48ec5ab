// One bank line becomes a Scenario, or the list of what is wrong with it.
import type { z } from 'zod';
import { nearestName } from '../core/nearest-name.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { Scenario } from './scenario.ts';
import { scenarioRow, type ScenarioRow } from './scenario-schema.ts';
import { parseUntrustedJson } from '../core/untrusted-json.ts';

export interface RowProblem {
  readonly message: string;
  readonly hint?: string;
  /** Counts from 1. */
  readonly column?: number;
}

export type ParsedRow =
  | { readonly status: 'valid'; readonly scenario: Scenario }
  | { readonly status: 'invalid'; readonly problems: readonly RowProblem[] };

/** Parses one line of JSON; never throws. What is left out is not looked at either. */
export function parseScenarioLine(
  line: string,
  { without }: { readonly without?: 'scored' | undefined } = {},
): ParsedRow {
  const json = parseUntrustedJson(line, without);
  if (json.status === 'parsed' && Array.isArray(json.value))
    return { status: 'invalid', problems: [{ message: 'a list of scenarios, not one', hint: ONE_A_LINE }] };
  if (json.status === 'parsed') return parseScenarioRow(json.value);
  const isOpening = /^\s*[[{]\s*$/.test(line);
  const more = whereDefined({ column: json.column, hint: isOpening ? ONE_A_LINE : undefined });
  return { status: 'invalid', problems: [{ message: json.reason, ...more }] };
}

const ONE_A_LINE =
  'A bank has one scenario a line: spec-gate bank import FILE reads a list of them, and jq -c . FILE puts each on a line.';

/** Validates a row that is parsed already (`findHostileStructure` passed). */
export function parseScenarioRow(value: unknown): ParsedRow {
  const result = scenarioRow.safeParse(value);
  if (result.success) return { status: 'valid', scenario: toScenario(result.data) };
  return { status: 'invalid', problems: result.error.issues.flatMap((issue) => explainIssue(issue)) };
}

function toScenario({ query, messages, clauses, topics, ...rest }: ScenarioRow): Scenario {
  return {
    ...rest,
    messages: messages ?? [{ role: 'user', content: query! }],
    clauses: clauses ?? [],
    topics: topics ?? [],
  };
}

/** The keys a bank line may have. */
export const KNOWN_KEYS: readonly string[] = Object.keys(scenarioRow.shape);

function explainIssue(issue: z.core.$ZodIssue): RowProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const message = path === '' ? `unknown key "${key}"` : `unknown key "${key}" in ${path}`;
      const nearest = path === '' ? nearestName(key, KNOWN_KEYS) : undefined;
      return nearest === undefined ? { message } : { message, hint: `Did you mean "${nearest}"?` };
    });
  }
  const reason = issue.message.replace(/^Invalid input: /, '').replace(/, received undefined$/, '; it is missing');
  return [{ message: path === '' ? reason : `${path}: ${reason}` }];
}
