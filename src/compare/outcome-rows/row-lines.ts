// The native form: JSON Lines, one outcome a line.
import { whereDefined } from '../../core/where-defined.ts';
import * as z from 'zod';
import { UserError, type Place, type Problem } from '../../core/errors.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import { MAP_HINT } from './mapped-columns.ts';
import { outcomePlace, type MissingOutcome, type OutcomeRow, type OutcomeRows } from './outcome-row.ts';

const score = z.number().min(0).max(6);

const line = z
  .strictObject({
    scenario: z.string().min(1),
    model: z.string().min(1),
    replicate: z.union([z.string(), z.int()]).default(1),
    // Null where the harness has no outcome: missing, as an error is.
    problematic: z.boolean().nullish(),
    compliant: z.boolean().nullish(),
    score1: score.optional(),
    score2: score.optional(),
    group: z.string().optional(),
  })
  .refine(({ problematic, compliant }) => (problematic === undefined) !== (compliant === undefined), {
    message: 'needs either "problematic" or "compliant", true, false or null, and not both',
  });

const WHAT_ROWS_ARE =
  'No line of it is JSON. compare reads results: one outcome a line as JSON, CSV, or what an evaluation tool wrote (docs/compare.md).';

/** @throws UserError with every bad line: not JSON, a wrong field, a member or an outcome given twice. */
export function parseOutcomeRows(file: string, text: string): OutcomeRows {
  let [lines, torn] = [0, 0];
  const problems: Problem[] = [];
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  const seen = new Map<string, number>();
  for (const [index, source] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === '') continue;
    lines += 1;
    const place = { file, line: index + 1 };
    const json = parseUntrustedJson(source);
    if (json.status === 'refused') {
      torn += 1;
      problems.push({
        message: json.reason,
        place: { ...place, ...whereDefined({ column: json.column }) },
      });
      continue;
    }
    const parsed = line.safeParse(json.value);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => describe(issue, place)));
      continue;
    }
    const row = toRow(parsed.data);
    const first = seen.get(outcomePlace(row));
    if (first !== undefined) {
      const message = `scenario "${row.scenario}", model "${row.model}", replicate ${row.replicate} is on line ${first} already`;
      problems.push({ message, hint: 'Number the repetitions with "replicate".', place });
      continue;
    }
    seen.set(outcomePlace(row), index + 1);
    const { problematic, ...rest } = row;
    if (problematic !== undefined) rows.push({ ...rest, problematic });
    else missing.push({ scenario: row.scenario, model: row.model, replicate: row.replicate, reason: 'no-score' });
  }
  if (rows.length + missing.length === 0 && problems.length === 0)
    problems.push({ message: 'there is no outcome in it', place: { file } });
  // Another kind of file, not many mistakes.
  if (torn > 0 && torn === lines) throw new UserError({ ...problems[0]!, hint: WHAT_ROWS_ARE });
  if (problems.length > 0) throw new UserError(problems);
  return { rows, missing };
}

function describe(issue: z.core.$ZodIssue, place: Place): Problem {
  const problem = { message: [...issue.path, issue.message].join(': '), place };
  // Rows of a harness that is not known here: their columns can be named.
  return issue.code === 'unrecognized_keys' ? { ...problem, hint: MAP_HINT } : problem;
}

function toRow({
  problematic,
  compliant,
  replicate,
  score1,
  score2,
  group,
  ...rest
}: z.infer<typeof line>): Omit<OutcomeRow, 'problematic'> & { readonly problematic: boolean | undefined } {
  return {
    ...rest,
    replicate: String(replicate),
    problematic: problematic ?? (typeof compliant === 'boolean' ? !compliant : undefined),
    ...whereDefined({ score1, score2, group }),
  };
}
