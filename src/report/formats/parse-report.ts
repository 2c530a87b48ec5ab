// Reads a report.json back. It may come from a download or an artifact: what does not fit is refused, not rendered.
import * as z from 'zod';
import { UserError } from '../../core/errors.ts';
import type { Report } from '../report.ts';

const Finding = z.looseObject({
  code: z.string(),
  args: z.record(z.string(), z.unknown()),
  severity: z.enum(['error', 'warning', 'notice']),
});
const Side = z.looseObject({ ref: z.string(), specHash: z.string(), clauses: z.number(), models: z.array(z.string()) });
const Rows = z.array(z.looseObject({}));

/** What every renderer reads without asking; a part that only some reports have is checked where it is used. */
const ReportShape = z.looseObject({
  schema: z.literal('spec-gate/report@1'),
  simulated: z.boolean(),
  comparison: z.enum(['target', 'prompt', 'model', 'none']),
  verdict: z.looseObject({ status: z.enum(['pass', 'fail', 'inconclusive']), reasons: z.array(Finding) }),
  base: Side,
  head: Side,
  policyHash: z.string(),
  changes: Rows,
  selection: Rows,
  untested: Rows,
  endpoints: z.record(z.string(), z.looseObject({ status: z.string(), scenarios: z.number() })),
  clauses: Rows,
  models: Rows,
  judges: z.looseObject({ panel: Rows, base: z.looseObject({}), head: z.looseObject({}) }),
  conflicts: Rows,
  scenarios: Rows,
  outliers: Rows,
  findings: z.array(Finding),
  rounds: Rows,
  needed: z.looseObject({ calls: z.number() }),
  notes: z.array(Finding),
});

/** Files of ours that are mistaken for a report, by the beginning of their `schema`. */
const OTHERS: readonly (readonly [schema: string, what: string, way: string])[] = [
  ['spec-gate/nightly@', "a night's result, not a check's report", 'night.html beside it is made to be read'],
  ['spec-gate/run@', 'what a run did, not what it found', 'name the report.json beside it'],
  [
    'spec-gate/evidence@',
    "a run's evidence, not its report",
    'name the report.json beside it, or run spec-gate analyze on it',
  ],
];

function anotherFile(parsed: unknown): { readonly message: string; readonly hint: string } | undefined {
  const schema = z.looseObject({ schema: z.string() }).safeParse(parsed).data?.schema ?? '';
  const found = OTHERS.find(([beginning]) => schema.startsWith(beginning));
  if (found === undefined) return undefined;
  const [, what, way] = found;
  return { message: `this is ${what}`, hint: way };
}

/** @throws UserError for what is no report of this version. */
export function parseReport({ file, text }: { file: string; text: string }): Report {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError({
      message: 'not JSON',
      hint: 'name the report.json that spec-gate check wrote',
      place: { file },
    });
  }
  const another = anotherFile(parsed);
  if (another !== undefined) throw new UserError({ ...another, place: { file } });
  const checked = ReportShape.safeParse(parsed);
  if (checked.success) return parsed as Report;
  throw new UserError(
    checked.error.issues.map(({ path, message }) => ({
      message: `not a report of this version: ${path.join('.') || 'the whole file'}: ${message}`,
      place: { file },
    })),
  );
}
