// Reads a report.json back. It may come from a download or an artifact: what does not fit is refused, not rendered.
import * as z from 'zod';
import { UserError } from '../../core/errors.ts';
import { findHostileStructure } from '../../core/untrusted-json.ts';
import { scenarioRow } from '../../scenarios/scenario-schema.ts';
import schema from '../../../schemas/report.schema.json' with { type: 'json' };
import type { Report } from '../report.ts';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
/** Where a report does not fit: `rounds.0.scenarios: expected number`. */
type Misfit = string;

/** The published schema, made from the types that every view is checked against. A line of a bank has a schema of its own. */
const DEFINITIONS = { ...schema.definitions, ScenarioRow: {} };
const REPORT = { $ref: schema.$ref };
const ARGS: Readonly<Record<string, object>> = schema.definitions.FindingArgs.properties;

const shapes = new Map<object, z.ZodType>();

/** Made when it is first asked for: most reports have few kinds of findings. */
function shapeOf(part: object): z.ZodType {
  const shape =
    shapes.get(part) ?? z.fromJSONSchema({ $schema: schema.$schema, ...part, definitions: DEFINITIONS } as JsonSchema);
  shapes.set(part, shape);
  return shape;
}

function misfitsOf(shape: z.ZodType, value: unknown, at: readonly PropertyKey[] = []): readonly Misfit[] {
  const { error } = shape.safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${[...at, ...path].map(String).join('.') || 'the whole file'}: ${message}`,
  );
}

function findMisfits(parsed: unknown): readonly Misfit[] {
  const hostile = findHostileStructure(parsed, 1);
  if (hostile !== undefined) return [hostile];
  const outline = misfitsOf(shapeOf(REPORT), parsed);
  if (outline.length > 0) return outline;
  const report = parsed as Report;
  const rows = (report.written ?? []).flatMap(({ row }, index) =>
    misfitsOf(scenarioRow, row, ['written', index, 'row']),
  );
  return [...findArgMisfits(report), ...rows, ...findUnreal(parsed, [])];
}

/** The numbers and names of a sentence are those of its code. */
function findArgMisfits({ verdict, findings, notes }: Report): readonly Misfit[] {
  return [...verdict.reasons, ...findings, ...notes].flatMap(({ code, args }): readonly Misfit[] => {
    const own = Object.hasOwn(ARGS, code) ? ARGS[code] : undefined;
    if (own === undefined) return [`a finding "${code}", for which this version has no sentence`];
    return misfitsOf(shapeOf(own), args, [code]);
  });
}

/** Above what anything here counts or measures; written out, such a number is no number any more. */
const LARGEST = 1e15;

function findUnreal(value: unknown, at: readonly string[]): readonly Misfit[] {
  if (typeof value === 'number')
    return Math.abs(value) > LARGEST ? [`${at.join('.')}: ${value} is no measurement`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => findUnreal(inner, [...at, name]));
}

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
  const found = z.looseObject({ schema: z.string() }).safeParse(parsed).data?.schema ?? '';
  const other = OTHERS.find(([beginning]) => found.startsWith(beginning));
  if (other === undefined) return undefined;
  const [, what, way] = other;
  return { message: `this is ${what}`, hint: way };
}

/** Told before only their number is: a file of another kind breaks every rule there is. */
const MOST_TOLD = 10;

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
  const misfits = findMisfits(parsed);
  if (misfits.length === 0) return parsed as Report;
  const rest = misfits.length - MOST_TOLD;
  throw new UserError([
    ...misfits.slice(0, MOST_TOLD).map((misfit) => ({
      message: `not a report of this version: ${misfit}`,
      place: { file },
    })),
    ...(rest > 0 ? [{ message: `and ${rest} more`, place: { file } }] : []),
  ]);
}
