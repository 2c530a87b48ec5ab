// The decision for outcomes that another harness produced: as one fixed comparison, or as a screen against a stored base.
import { whereDefined } from '../core/where-defined.ts';
import { FAIL_SHARE, SCREEN_CONFIDENCE, SCREEN_LEVEL, SCREEN_REACH } from '../decision/bounds.ts';
import {
  countFewGroups,
  intervalAt,
  measureChange,
  scenarioTest,
  type Change,
  type ScenarioDraws,
} from '../decision/change.ts';
import { compareScores, type ScoreChange } from './compare-scores.ts';
import { decideOutcomes, failingP, reachAt, type DecidedOutcomes, type LookLevels } from './decide-outcomes.ts';
import { intervals, type Intervals } from './intervals.ts';
import { warning, type Note } from './grounds.ts';
import type { ClauseDecision } from '../decision/decision.ts';
import { localiseGroups } from '../decision/localise-clauses.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';
import { pairOutcomes } from './pair-outcomes.ts';
import { countPairs, type PairedCounts } from './paired-counts.ts';
import { smallestShown } from '../decision/detectable.ts';
import { testOneWay, type TestOptions } from '../decision/test-change.ts';

export interface CompareInput {
  readonly base: OutcomeRows;
  readonly head: OutcomeRows;
  /** Whether the base was drawn earlier than the head: drift could then pass for a change, so it can only screen. */
  readonly stored: boolean;
  /** The rise (a share) that a pass rules out. */
  readonly margin: number;
  readonly seed: string;
  /** Models to compare, where not all that both sides have: a name, or `BASE=HEAD`. */
  readonly subjects?: readonly string[];
  /** Where this is one of several looks: what it may spend, each one-sided. */
  readonly look?: LookLevels;
}

export interface OutcomeComparison extends DecidedOutcomes {
  /** What was left out or is uneven. */
  readonly notes: readonly Note[];
  readonly scenarios: number;
  readonly models: readonly string[];
  readonly base?: number;
  readonly head?: number;
  /** Positive is worse. */
  readonly change?: number;
  readonly margin: number;
  readonly intervals?: Intervals;
  /** One-sided, head is worse: `thesePrompts` by relabelling draws within scenarios (of a look its mid-p), `promptsLikeThem` by Student's t over scenarios. */
  readonly p?: { readonly thesePrompts: number; readonly promptsLikeThem: number };
  /** The widest claim that the verdict supports. */
  readonly claim?: 'these-prompts' | 'prompts-like-them';
  readonly pairs?: PairedCounts;
  readonly groups: readonly ClauseDecision[];
  /** Scores on the scenarios' values, and how far models pull apart on them; no part of the verdict. */
  readonly scores: readonly ScoreChange[];
  /** Groups that were taken as the unit of the claim about prompts like these, since what lies in one moves together. */
  readonly clusters?: number;
  /** Groups of which there are too few for that. */
  readonly fewGroups?: number;
  readonly detectable?: number;
}

/**
 * Compares shares of problematic outcomes; the scenario is the unit. Fixed: fails if the relabelling p <= .05 and the rise
 * is at least half the margin, passes if the one-sided 95 % bound over scenarios is below the margin. With a stored base:
 * passes as the gate's screen does, never fails, and says what is still needed. Every missing outcome is read against either
 * verdict; with more than 5 % of scenarios, of a side's outcomes, or 10 % of a model's missing it is inconclusive, and a
 * model that one side lacks is no pass. As one of several looks it has that look's levels, and a failure must hold for prompts
 * like these, too, since the ones that were asked are a sample of those that may be.
 */
export function compareOutcomes(input: CompareInput): OutcomeComparison {
  const paired = pairOutcomes(input.base, input.head, input.subjects);
  const { units, models } = paired;
  const flip = 1 / Math.max(1, models.length);
  const stored = (list: readonly ScenarioDraws[]): readonly ScenarioDraws[] =>
    input.stored ? list.map((unit) => ({ ...unit, stored: unit.base })) : list;
  const change = measureChange(stored(units), flip);
  const common = { notes: paired.notes, scenarios: units.length, models, margin: input.margin };
  const scores = compareScores(paired.design);
  if (change === undefined) {
    const reasons = [warning({ code: 'nothing-in-common', args: {} }), ...paired.noPass];
    return { ...common, verdict: 'inconclusive', reasons, groups: [], scores };
  }
  const options: TestOptions = { kind: 'prompt', flip, seed: input.seed };
  const own = testOneWay(units, options);
  const p = { thesePrompts: input.look === undefined ? own.p : own.midP, promptsLikeThem: scenarioTest(change) };
  const hardest = {
    pass: measureChange(stored(paired.againstPass), flip)!,
    fail: measureChange(paired.againstFail, flip)!,
    failP: failingP(paired.againstFail, options, input.look),
  };
  const decided = decideOutcomes({ ...input, paired, change, p: p.thesePrompts, hardest });
  const pairs = countPairs(paired);
  const detectable = smallestShown(units, {
    level: input.look?.fail ?? SCREEN_LEVEL,
    least: FAIL_SHARE * input.margin,
    flip,
  });
  const claim = claimOf(decided.verdict, p.promptsLikeThem);
  return {
    ...common,
    ...decided,
    base: change.base,
    head: change.head,
    change: change.value,
    intervals:
      input.look === undefined ? intervals(units, change, widthOf(input, change)) : lookInterval(change, input.look),
    p,
    ...whereDefined({ claim, pairs }),
    groups: localiseGroups(paired.groups, options),
    scores,
    ...whereDefined({ clusters: change.clusters, fewGroups: countFewGroups(units) }),
    ...whereDefined({ detectable }),
  };
}

/** Either verdict of a fixed comparison is one-sided at 5 %, so the interval that agrees with it leaves 5 % at both ends. */
function widthOf({ stored }: CompareInput, change: Change): { readonly level: number; readonly reach: number } {
  return stored
    ? { level: SCREEN_CONFIDENCE, reach: SCREEN_REACH }
    : { level: 1 - 2 * SCREEN_LEVEL, reach: reachAt(SCREEN_LEVEL, change) };
}

/** Holds at all looks together (a repeated interval; Jennison and Turnbull, Group Sequential Methods, 2000, 9.1): its lower end is above 0 where a look may fail, its upper end under the margin where it passes. */
function lookInterval(change: Change, { fail, pass }: LookLevels): Intervals {
  const [below, above] = [fail, pass].map((level) => intervalAt(change, reachAt(level, change)));
  const known = { level: 1 - 2 * SCREEN_LEVEL };
  return below === undefined || above === undefined ? known : { ...known, promptsLikeThem: [below[0], above[1]] };
}

/** A pass bounds the mean over prompts like these; a fail reaches as far if Student's t over scenarios agrees. */
function claimOf(verdict: OutcomeComparison['verdict'], p: number): OutcomeComparison['claim'] {
  if (verdict === 'inconclusive') return undefined;
  return verdict === 'pass' || p <= SCREEN_LEVEL ? 'prompts-like-them' : 'these-prompts';
}
