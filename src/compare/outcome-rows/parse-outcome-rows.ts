// The native form: JSON Lines, one outcome a line.
import { z } from 'zod';
import { UserError, type Problem } from '../../core/errors.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import { outcomePlace, type OutcomeRow, type OutcomeRows } from './outcome-row.ts';

const score = z.number().min(0).max(6);

const line = z
  .strictObject({
    scenario: z.string().min(1),
    model: z.string().min(1),
    replicate: z.union([z.string(), z.int()]).default(1),
    problematic: z.boolean().optional(),
    compliant: z.boolean().optional(),
    score1: score.optional(),
    score2: score.optional(),
    group: z.string().optional(),
  })
  .refine(({ problematic, compliant }) => (problematic === undefined) !== (compliant === undefined), {
    message: 'needs either "problematic" or "compliant", true or false, and not both',
  });

/** @throws UserError with every bad line: not JSON, a wrong field, or an outcome given twice. */
export function parseOutcomeRows(file: string, text: string): OutcomeRows {
  const problems: Problem[] = [];
  const rows: OutcomeRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, source] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === '') continue;
    const place = { file, line: index + 1 };
    const json = parseUntrustedJson(source);
    if (json.status === 'refused') {
      problems.push({
        message: json.reason,
        place: { ...place, ...(json.column === undefined ? {} : { column: json.column }) },
      });
      continue;
    }
    const parsed = line.safeParse(json.value);
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map((issue) => ({ message: [...issue.path, issue.message].join(': '), place })),
      );
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
    rows.push(row);
  }
  if (rows.length === 0 && problems.length === 0)
    problems.push({ message: 'there is no outcome in it', place: { file } });
  if (problems.length > 0) throw new UserError(problems);
  return { rows, missing: [] };
}

function toRow({
  problematic,
  compliant,
  replicate,
  score1,
  score2,
  group,
  ...rest
}: z.infer<typeof line>): OutcomeRow {
  return {
    ...rest,
    replicate: String(replicate),
    problematic: problematic ?? !compliant,
    ...(score1 === undefined ? {} : { score1 }),
    ...(score2 === undefined ? {} : { score2 }),
    ...(group === undefined ? {} : { group }),
  };
}
