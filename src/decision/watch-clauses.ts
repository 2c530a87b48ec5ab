// Whether a touched clause now allows what it forbade: its violations, judged under both texts.
import { holm } from '../stats/holm.ts';
import { isLetThrough, pairControls, type RulingPair } from '../analysis/let-through.ts';
import { standingOf } from '../analysis/standing.ts';
import type { Stage } from '../evaluation/cell.ts';
import type { ControlRuling } from '../evaluation/controls/control.ts';
import { LEAST_LET_THROUGH, MOST_CLAUSES_OF_LEVEL, SCREEN_LEVEL } from './bounds.ts';
import type { ScenarioDraws } from './change.ts';
import { testChange } from './test-change.ts';

export interface ClauseWatch {
  readonly clause: string;
  /** Violations judged under both texts, draw by draw, that base forbids; and of those the ones that head allows. */
  readonly forbidden: number;
  readonly allowed: number;
  /** One-sided: that head allows more. 1 where nothing could be compared. */
  readonly p: number;
  /** Whether there are enough of them that a head which allows all would be suspicious. */
  readonly isSeen: boolean;
}

export interface WatchQuery {
  /** Touched clauses that base has, by the ids they are reported under. */
  readonly clauses: readonly string[];
  readonly controls: readonly ControlRuling[];
  readonly stage: Stage;
  readonly seed: string;
}

/**
 * One row a clause: how many of its violations base forbids, how many of those head allows, and the p of that (exact, by
 * relabelling). `isSeen`: with so many violations a clause that allows them all would show at the family's level.
 */
export function watchClauses({ clauses, controls, stage, seed }: WatchQuery): readonly ClauseWatch[] {
  const level = levelFor(clauses.length);
  return clauses.map((clause) => {
    const own = controls.filter(
      (one) => one.role === 'violation' && one.stage === stage && one.clauses.includes(clause),
    );
    const pairs = pairControls(own).filter(
      ({ base, head }) => base.problematic !== 'missing' && head.problematic !== 'missing',
    );
    const forbidden = pairs.filter(({ base }) => standingOf(base) === 'forbidden');
    const allowed = forbidden.filter(isLetThrough);
    const p = testChange(unitsOf(pairs), { kind: 'target', flip: 1, seed: `${seed}\n${stage}\n${clause}` });
    return {
      clause,
      forbidden: forbidden.length,
      allowed: allowed.length,
      p,
      isSeen: 2 ** -forbidden.length <= level,
    };
  });
}

/** Clauses to be confirmed: that head allows more of their violations is hardly chance. */
export function findSuspicious(watched: readonly ClauseWatch[]): readonly ClauseWatch[] {
  return watched.filter(({ p }) => p <= levelFor(watched.length));
}

/** Clauses that fail on fresh rulings of both sides at a look's level; Holm over those that the screen flagged. */
export function findLetThrough(
  confirmed: readonly ClauseWatch[],
  { flagged, level }: { readonly flagged: readonly ClauseWatch[]; readonly level: number },
): readonly (ClauseWatch & { readonly adjustedP: number })[] {
  const names = new Set(flagged.map(({ clause }) => clause));
  const tested = confirmed.filter(({ clause }) => names.has(clause));
  const adjusted = holm(tested.map(({ p }) => p));
  return tested.flatMap((one, index) => {
    const adjustedP = adjusted[index]!;
    const isLarge = one.allowed >= LEAST_LET_THROUGH * one.forbidden;
    return adjustedP <= level && isLarge ? [{ ...one, adjustedP }] : [];
  });
}

function levelFor(clauses: number): number {
  return SCREEN_LEVEL / Math.min(Math.max(1, clauses), MOST_CLAUSES_OF_LEVEL);
}

/** A ruling that turned counts for the side it turned to; every other pair is a tie. */
function unitsOf(pairs: readonly RulingPair<ControlRuling>[]): readonly ScenarioDraws[] {
  const ids = [...new Set(pairs.map(({ base }) => base.id))];
  return ids.map((id) => {
    const own = pairs.filter(({ base }) => base.id === id);
    const back = own.map(({ base, head }) => Number(isLetThrough({ base: head, head: base })));
    return { scenario: id, base: back, head: own.map((pair) => Number(isLetThrough(pair))) };
  });
}
