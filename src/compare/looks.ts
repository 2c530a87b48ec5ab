// Several looks at rows that come in parts: which scenarios to ask first, and where the evidence is enough to stop.
import { createRandom, shuffle } from '../core/random.ts';
import { whereDefined } from '../core/where-defined.ts';
import { MOST_MISSING, SCREEN_LEVEL } from '../decision/bounds.ts';
import { normalCdf } from '../stats/normal.ts';
import { sequentialBounds, spendEvenly, spendLate } from '../stats/group-sequential.ts';
import { compareOutcomes, type CompareInput, type OutcomeComparison } from './compare.ts';
import type { LookLevels } from './decide-outcomes.ts';
import type { MissingOutcome, OutcomeRows } from './outcome-rows/outcome-row.ts';

export interface LooksPlan {
  /** Every scenario that may be asked, in the order in which they are. */
  readonly order: readonly string[];
  /** Of each look: how many of them it rests on, and at what levels. */
  readonly looks: readonly (LookLevels & { readonly scenarios: number })[];
}

export interface LookMade {
  readonly scenarios: number;
  readonly change?: number;
  /** The larger of the two one-sided p values; the look fails at `fail` or less. */
  readonly p?: number;
  readonly fail: number;
  /** One-sided upper bound at the look's own level: below the margin it passes. */
  readonly bound?: number;
}

export interface LooksReport {
  readonly planned: readonly number[];
  readonly made: readonly LookMade[];
  /** The look that decided, from 1. */
  readonly decided?: number;
  /** What the next look needs from either side. */
  readonly next?: { readonly look: number; readonly scenarios: readonly string[] };
  /** Scenarios with rows that no look has read: asked beyond the one that decided, or not in the plan. */
  readonly unread: number;
}

export interface ComparisonInLooks {
  readonly comparison: OutcomeComparison;
  readonly looks: LooksReport;
}

/**
 * Equal looks at scenarios in an order drawn from the seed, so that those asked first are a fair sample of all. A failure spends
 * its 5 % about evenly, since a rise should be seen soon; a pass spends most of its own at the end, since what lies inside the
 * margin must not slip through a lucky first look (both Lan and DeMets 1983, see `group-sequential.ts`).
 */
export function planLooks(
  scenarios: readonly string[],
  { looks, seed }: { readonly looks: number; readonly seed: string },
): LooksPlan {
  const order = shuffle([...new Set(scenarios)].sort(), createRandom(`${seed}\nlooks`));
  const sizes = Array.from({ length: looks }, (_, look) => Math.ceil((order.length * (look + 1)) / looks));
  const shares = sizes.map((size) => size / order.length);
  const [fail, pass] = [spendEvenly(SCREEN_LEVEL), spendLate(SCREEN_LEVEL)].map((spending) =>
    sequentialBounds(shares, spending).map((bound) => normalCdf(-bound)),
  );
  return {
    order,
    looks: sizes.map((size, look) => ({ scenarios: size, fail: fail![look]!, pass: pass![look]! })),
  };
}

/**
 * Reads look after look as far as both sides were asked, and stops at the first that decides: what came later is not read. The
 * looks are made anew from the rows each time, so nothing has to be kept between calls and the order of calls cannot matter.
 */
export function compareInLooks(
  input: Omit<CompareInput, 'look' | 'stored'>,
  { order, looks }: LooksPlan,
): ComparisonInLooks {
  const asked = { base: askedOf(input.base), head: askedOf(input.head) };
  const made: LookMade[] = [];
  let last: OutcomeComparison | undefined;
  let [decided, next]: [number | undefined, LooksReport['next']] = [undefined, undefined];
  for (const [index, look] of looks.entries()) {
    const due = order.slice(0, look.scenarios);
    const lacking = due.filter((scenario) => !asked.base.has(scenario) || !asked.head.has(scenario));
    if (lacking.length > MOST_MISSING * due.length) {
      next = { look: index + 1, scenarios: lacking };
      break;
    }
    const [base, head] = [input.base, input.head].map((side) => restrict(side, due));
    last = compareOutcomes({ ...input, base: base!, head: head!, stored: false, look });
    made.push(describeLook(last, look));
    if (last.verdict === 'inconclusive') continue;
    decided = index + 1;
    break;
  }
  const read = new Set(order.slice(0, made.at(-1)?.scenarios ?? 0));
  const all = new Set([...asked.base, ...asked.head]);
  // Rows that the next look will read do not count as unread.
  const waiting = new Set(next === undefined ? [] : order.slice(0, looks[next.look - 1]!.scenarios));
  return {
    comparison: openUntil(last ?? nothingAsked(input), { made: made.length, next }),
    looks: {
      planned: looks.map(({ scenarios }) => scenarios),
      made,
      ...whereDefined({ decided, next }),
      unread: [...all].filter((scenario) => !read.has(scenario) && !waiting.has(scenario)).length,
    },
  };
}

function askedOf({ rows, missing }: OutcomeRows): ReadonlySet<string> {
  return new Set([...rows, ...missing].map(({ scenario }) => scenario));
}

/** The rows of these scenarios. A scenario without rows counts as asked for and missing. */
function restrict({ rows, missing }: OutcomeRows, scenarios: readonly string[]): OutcomeRows {
  const due = new Set(scenarios);
  const own = {
    rows: rows.filter(({ scenario }) => due.has(scenario)),
    missing: missing.filter(({ scenario }) => due.has(scenario)),
  };
  const there = askedOf(own);
  const models = [...new Set([...rows, ...missing].map(({ model }) => model))];
  // Under a name that its draws already have, since another name would add a draw.
  const replicate = [...own.rows, ...own.missing][0]?.replicate ?? '1';
  const absent = scenarios
    .filter((scenario) => !there.has(scenario))
    .flatMap((scenario) =>
      models.map((model): MissingOutcome => ({ scenario, model, replicate, reason: 'not in the file' })),
    );
  return { rows: own.rows, missing: [...own.missing, ...absent] };
}

function describeLook(
  { change, p, intervals }: OutcomeComparison,
  { scenarios, fail }: LooksPlan['looks'][number],
): LookMade {
  return {
    scenarios,
    fail,
    ...whereDefined({
      change,
      p: p && Math.max(p.thesePrompts, p.promptsLikeThem),
      bound: intervals?.promptsLikeThem?.[1],
    }),
  };
}

/** While another look is to come, an open one is no final result. */
function openUntil(
  comparison: OutcomeComparison,
  { made, next }: { readonly made: number; readonly next: LooksReport['next'] },
): OutcomeComparison {
  const { verdict, reasons, change = 0 } = comparison;
  if (verdict !== 'inconclusive' || next === undefined) return comparison;
  const others = reasons.filter(({ code }) => code !== 'undecided');
  const args = { look: made, change, scenarios: next.scenarios.length };
  return { ...comparison, reasons: [{ code: 'look-open', args, severity: 'warning' }, ...others] };
}

function nothingAsked({ margin }: Pick<CompareInput, 'margin'>): OutcomeComparison {
  return { verdict: 'inconclusive', reasons: [], notes: [], scenarios: 0, models: [], margin, groups: [], scores: [] };
}
