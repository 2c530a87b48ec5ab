// The decision for outcomes that another harness produced: as one fixed comparison, or as a screen against a stored base.
import { whereDefined } from '../core/where-defined.ts';
import { normalQuantile } from '../stats/normal.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import { FAIL_SHARE, SCREEN_CONFIDENCE, SCREEN_DRAWS, SCREEN_LEVEL, SCREEN_REACH } from '../decision/bounds.ts';
import {
  countFewGroups,
  intervalAt,
  measureChange,
  scenarioTest,
  upperBound,
  type Change,
  type ScenarioDraws,
} from '../decision/change.ts';
import { compareScores, type ScoreChange } from './compare-scores.ts';
import { intervals, type Intervals } from './intervals.ts';
import { warning, type Ground, type Measured, type Note } from './grounds.ts';
import type { ClauseDecision } from '../decision/decision.ts';
import { localiseGroups } from '../decision/localise-clauses.ts';
import type { OutcomeRows } from './outcome-rows/outcome-row.ts';
import { pairOutcomes, type PairedOutcomes } from './pair-outcomes.ts';
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

/** The levels at which one look may fail and pass. */
export interface LookLevels {
  readonly fail: number;
  readonly pass: number;
}

export interface OutcomeComparison {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly reasons: readonly Ground[];
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
  /** One draw of one model an arm: pairs by scenario, and McNemar's exact two-sided p and mid-p. */
  readonly pairs?: {
    readonly bothPass: number;
    readonly bothFail: number;
    readonly worse: number;
    readonly better: number;
    readonly exact: number;
    readonly midP: number;
  };
  readonly groups: readonly ClauseDecision[];
  /** Scores on the scenarios' values, and how far models pull apart on them; no part of the verdict. */
  readonly scores: readonly ScoreChange[];
  /** Groups that were taken as the unit of the claim about prompts like these, since what lies in one moves together. */
  readonly clusters?: number;
  /** Groups of which there are too few for that. */
  readonly fewGroups?: number;
  readonly detectable?: number;
  /** What to run next: fresh draws on these scenarios, of the head or of both arms side by side. */
  readonly needed?: { readonly arms: 'head' | 'both'; readonly draws: number; readonly answers: number };
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

interface DecidedInput extends CompareInput {
  readonly paired: PairedOutcomes;
  readonly change: Change;
  readonly p: number;
  /** What is missing read against a pass and against a fail. */
  readonly hardest: { readonly pass: Change; readonly fail: Change; readonly failP: number };
}

function decideOutcomes(evidence: DecidedInput): Pick<OutcomeComparison, 'verdict' | 'reasons' | 'needed'> {
  const { paired, change, margin, p } = evidence;
  const args = { change: change.value, margin, p, scenarios: paired.units.length };
  if (paired.blocked.length > 0) return { verdict: 'inconclusive', reasons: [...paired.blocked, ...paired.noPass] };
  const decided = evidence.stored ? screenOutcomes(evidence, args) : judgeOutcomes(evidence, args);
  if (decided.verdict === 'fail' || paired.noPass.length === 0) return decided;
  const others = decided.verdict === 'pass' ? [] : decided.reasons;
  return { ...decided, verdict: 'inconclusive', reasons: [...paired.noPass, ...others] };
}

function judgeOutcomes(
  { hardest, margin, look }: DecidedInput,
  args: Measured,
): Pick<OutcomeComparison, 'verdict' | 'reasons'> {
  const levels = look ?? ONE_LOOK;
  const failed = hardest.failP <= levels.fail && hardest.fail.value >= FAIL_SHARE * margin;
  if (failed) return { verdict: 'fail', reasons: [{ code: 'rose', args, severity: 'error' }] };
  if (upperBound(hardest.pass, reachAt(levels.pass, hardest.pass)) < margin) return { verdict: 'pass', reasons: [] };
  return { verdict: 'inconclusive', reasons: [warning({ code: 'undecided', args })] };
}

/**
 * A look rests on the wider of the two claims. Its own p of these prompts is the mid-p: what exact tests leave unspent at each of
 * several looks adds up (2 to 4 % of 5; by mid-p 3 to 5 %, bench/README.md).
 */
function failingP(units: readonly ScenarioDraws[], options: TestOptions, look: LookLevels | undefined): number {
  const { p, midP } = testOneWay(units, options);
  const change = look === undefined ? undefined : measureChange(units, options.flip);
  return change === undefined ? p : Math.max(midP, scenarioTest(change));
}

function screenOutcomes(
  { paired, hardest, margin, p }: DecidedInput,
  args: Measured,
): Pick<OutcomeComparison, 'verdict' | 'reasons' | 'needed'> {
  if (upperBound(hardest.pass, SCREEN_REACH) < margin) return { verdict: 'pass', reasons: [] };
  const cells = paired.units.length * Math.max(1, paired.models.length);
  const drawn = Math.min(...paired.units.map(({ head }) => head.length));
  if (p > SCREEN_LEVEL && drawn < SCREEN_DRAWS) {
    const needed = { arms: 'head', draws: 1, answers: cells } as const;
    return { verdict: 'inconclusive', reasons: [warning({ code: 'screen-undecided', args })], needed };
  }
  // A stored base cannot tell a rise from drift: fresh draws of both arms, side by side.
  const needed = { arms: 'both', draws: 2, answers: 4 * cells } as const;
  return { verdict: 'inconclusive', reasons: [warning({ code: 'confirmation-needed', args })], needed };
}

const ONE_LOOK: LookLevels = { fail: SCREEN_LEVEL, pass: SCREEN_LEVEL };

/** One-sided, in normal errors, which Student's t over what is independent widens (change.ts). */
function reachAt(level: number, { scenarios, clusters = scenarios }: Change): number {
  return clusters > 1 ? normalQuantile(1 - level) : Number.POSITIVE_INFINITY;
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

function countPairs({ units, models }: PairedOutcomes): OutcomeComparison['pairs'] {
  if (models.length !== 1 || units.some(({ base, head }) => base.length !== 1 || head.length !== 1)) return undefined;
  const count = (before: number, after: number): number =>
    units.filter(({ base, head }) => base[0] === before && head[0] === after).length;
  const worse = count(0, 1);
  const better = count(1, 0);
  const { exact, midP } = mcnemar({ worse, better });
  return {
    bothPass: count(0, 0),
    bothFail: count(1, 1),
    worse,
    better,
    exact: exact.twoSided,
    midP: midP.twoSided,
  };
}
