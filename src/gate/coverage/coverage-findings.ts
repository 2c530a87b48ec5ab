// What writing scenarios for a change came to, as findings.
import { whereDefined } from '../../core/where-defined.ts';
import { NOT_ASKED } from '../../models/transport/breaker.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import { placeOf } from '../../report/build/finding-numbers.ts';
import type { SelectedScenario, UntestedClause } from '../../scenarios/selection/select.ts';
import type { Collision } from '../../writing/prompts/change-scan.ts';
import type { WrittenForClause } from '../../writing/write-for-change.ts';
import type { CheckCoverage } from '../change/prepare-check.ts';
import type { CoverageGap } from './find-gaps.ts';

/**
 * A pass may rest on written scenarios only where at least this share of those checked touch the clause, as a linker says that
 * was told nothing, of each side's text for itself: a lower share means that the writers missed the clause or, where it is one
 * side's, were led away from it by what that text says.
 */
export const LEAST_TOUCHING = 1 / 3;
/** Scenarios below which a clause is not tested: neither by what was written, nor by the bank's in place of that check. */
const FEWEST = 8;

interface Written {
  readonly gaps: readonly CoverageGap[];
  readonly written: readonly WrittenForClause[];
}

/**
 * Clauses that are tested mostly by written scenarios, of which too few touch them: such a clause may fail and cannot
 * pass.
 */
export function unsureClauses({ gaps, written }: Written): readonly string[] {
  return written.flatMap(({ clause, sides, scenarios }, index) => {
    const { linked, wanted } = gaps[index]!;
    // Without any scenario the clause is untested already, and says so.
    if (linked >= FEWEST || linked + scenarios.length === 0) return [];
    const touch = sides.every(({ checked, touching }) => checked > 0 && touching >= LEAST_TOUCHING * checked);
    return touch && linked + scenarios.length >= Math.min(FEWEST, linked + wanted) ? [] : [clause];
  });
}

/** Clauses for which not one of the scenarios that were asked for came about, each with what most often kept them from it. */
export function unwrittenClauses(written: readonly WrittenForClause[]): readonly UntestedClause[] {
  return written.flatMap((one) => {
    const { why } = lossOf(one);
    const isNone = one.scenarios.length === 0 && one.dropped.length >= one.asked;
    return isNone && why !== undefined ? [{ clause: one.clause, reason: 'unwritten', why }] : [];
  });
}

/** What a report says of the scenarios that were written for its change, and of the clauses that it may now pull against. */
export function describeCoverage(
  found: Written & {
    readonly collisions: ReadonlyMap<string, readonly Collision[]>;
    readonly selected: readonly SelectedScenario[];
    /** The most that writing may cost. */
    readonly usd: number;
  },
): CheckCoverage {
  const { gaps, written, collisions, selected, usd } = found;
  const used = new Set(selected.map(({ scenario }) => scenario.id));
  const changes = gaps.map(({ change }) => change);
  const stopped = written.filter((one) => one.stopped !== undefined).map(({ clause }) => clause);
  return {
    written: written.flatMap(({ scenarios }) => scenarios).filter(({ scenario }) => used.has(scenario.id)),
    findings: [...collisions].flatMap(([clause, list]) => mayPullAgainst(clause, list, selected)),
    notes: [
      ...written.map((one): Finding => {
        const { clause, scenarios, checked, touching } = one;
        const place = placeOf(clause, changes);
        const base = scenarios.filter(({ side }) => side === 'base').length;
        return createFinding({
          code: 'scenariosWritten',
          args: {
            clause,
            scenarios: scenarios.length,
            base,
            head: scenarios.length - base,
            checked,
            touching,
            ...lossOf(one),
          },
          clause,
          severity: 'notice',
          ...whereDefined({ place }),
        });
      }),
      ...(stopped.length === 0
        ? []
        : [createFinding({ code: 'writingStopped', args: { usd, clauses: stopped }, severity: 'warning' })]),
    ],
  };
}

/** Told where most of what was asked for came to nothing: the count, and the reason that stands most often. */
function lossOf({ asked, dropped }: WrittenForClause): { asked?: number; dropped?: number; why?: string } {
  if (dropped.length * 2 <= asked) return {};
  const timesOf = (reason: string): number => dropped.filter((one) => one === reason).length;
  const causes = dropped.filter((reason) => !reason.includes(NOT_ASKED));
  const why = [...new Set(causes.length > 0 ? causes : dropped)].sort(
    (one, other) => timesOf(other) - timesOf(one) || (one < other ? -1 : 1),
  )[0]!;
  return { asked, dropped: dropped.length, why };
}

/** One finding a clause: what it may pull against, and how many scenarios are linked to both. */
function mayPullAgainst(
  clause: string,
  collisions: readonly Collision[],
  selected: readonly SelectedScenario[],
): readonly Finding[] {
  const [first] = collisions;
  if (first === undefined) return [];
  const against = collisions.map((collision) => collision.against);
  const testing = ({ against: other }: Collision): number =>
    selected.filter(({ scenario }) => scenario.clauses.includes(clause) && scenario.clauses.includes(other)).length;
  const untested = collisions.filter((collision) => testing(collision) === 0).map((collision) => collision.against);
  const args = { clause, against, untested, situation: first.situation };
  // A possible conflict that no scenario tests is a warning; a tested one is part of the verdict anyway.
  const severity = untested.length > 0 ? 'warning' : 'notice';
  return [createFinding({ code: 'mayPullAgainst', args, clause, severity })];
}
