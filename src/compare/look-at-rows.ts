// `compare --looks`: the rows that are there so far, beside all that may be asked.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { CompareInput } from './compare.ts';
import type { CompareOptions } from './commands.ts';
import { compareInLooks, planLooks, type ComparisonInLooks } from './looks.ts';
import { readFiles } from './outcome-rows/open-sides.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';
import type { ReadOptions } from './outcome-rows/read-outcome-rows.ts';

interface LookOptions {
  readonly looks: number;
  /** File of all scenarios that may be asked. */
  readonly plan: string;
}

/** The fewest scenarios of a look: with fewer, the spread over scenarios cannot be estimated. */
const LEAST_A_LOOK = 10;

/** Undefined without `--looks`. @throws UserError for options that do not go together. */
export function lookOptions({ looks, plan, next, stored }: CompareOptions): LookOptions | undefined {
  if (looks === undefined) {
    const alone = plan === undefined ? next : plan;
    if (alone === undefined) return undefined;
    throw new UserError({
      message: `${plan === undefined ? '--next' : '--plan'} belongs to --looks`,
      hint: 'Add --looks 5, say, to compare in parts.',
    });
  }
  if (stored === true) {
    throw new UserError({
      message: '--looks and --stored do not go together: each look decides, and a stored base never can',
      hint: 'Ask both sides side by side, a part at a time.',
    });
  }
  if (plan === undefined) {
    throw new UserError({
      message: '--looks needs --plan FILE: all scenarios that may be asked',
      hint: 'A list of ids, one a line (.txt), or rows that name them. Without the end of the way, looking early would raise false alarms.',
    });
  }
  return { looks, plan };
}

/** A side whose file is not there yet was not asked yet. @throws UserError where there are too few scenarios for so many looks. */
export async function lookAtRows(
  files: { readonly base: string; readonly head: string },
  {
    looks,
    plan,
    read,
    ...rules
  }: LookOptions & Omit<CompareInput, 'base' | 'head' | 'look' | 'stored'> & { readonly read: ReadOptions },
  { cwd }: { readonly cwd: string },
): Promise<ComparisonInLooks> {
  const isList = /\.txt$/i.test(plan);
  const there = [files.base, files.head].filter((file) => existsSync(resolve(cwd, file)));
  const rows = await readFiles(isList ? there : [...there, plan], read, { cwd });
  const side = (file: string): OutcomeRows => {
    const at = there.indexOf(file);
    return at < 0 ? { rows: [], missing: [] } : rows[at]!;
  };
  const scenarios = isList ? readIds(resolve(cwd, plan), plan) : namesIn(rows.at(-1)!);
  if (scenarios.length < LEAST_A_LOOK * looks) {
    throw new UserError({
      message: `${scenarios.length} scenarios are too few for ${looks} looks; each needs ${LEAST_A_LOOK} more than the one before`,
      hint: 'Fewer looks, or more scenarios in the plan.',
      place: { file: plan },
    });
  }
  return compareInLooks(
    { ...rules, base: side(files.base), head: side(files.head) },
    planLooks(scenarios, { looks, seed: rules.seed }),
  );
}

function namesIn({ rows, missing }: OutcomeRows): readonly string[] {
  return [...new Set([...rows, ...missing].map(({ scenario }) => scenario))];
}

function readIds(path: string, name: string): readonly string[] {
  if (!existsSync(path)) throw new UserError({ message: 'no such file', place: { file: name } });
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}
