// What a check would ask: the next round exactly, and the most that all rounds together could.
import { whereDefined } from '../core/where-defined.ts';
import { isUnscreened, roundTasks, type CheckSubject } from './check.ts';
import { SCREEN_DRAWS } from '../decision/bounds.ts';
import { startRound } from '../decision/decide.ts';
import { looksOf } from '../decision/looks.ts';
import { modelLooks } from '../decision/model-looks.ts';
import type { Round } from '../decision/round.ts';
import { unknownViolations } from '../evaluation/controls/answers-as-violations.ts';
import type { Control } from '../evaluation/controls/control.ts';
import { planControlCalls } from '../evaluation/controls/judge-controls.ts';
import { DRAWS_AN_ANSWER, isAffected, type Comparison, type Slot } from '../evaluation/comparison.ts';
import { createCallPlanner, planCrossCalls, type PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Cost, PriceOverrides } from '../models/cost/prices.ts';
import type { CountedCalls, Plan } from '../report/terminal/plan.ts';
import type { SelectedScenario } from '../scenarios/selection/select.ts';
import { addedTasks } from './added-models.ts';
import { withStoredDraws } from './stored-draws.ts';
import { controlTasks } from './run-controls.ts';
import type { PreparedCheck } from './change/prepare-check.ts';
import { listSavings } from './plan-savings.ts';
import { estimateCosts, usualCost } from './usual-cost.ts';

export interface PlanOptions {
  readonly store: AnswerStore;
  readonly prices: PriceOverrides;
}

/** The plan of a prepared check against what is stored. Asks nobody. */
export function planCheck(prepared: PreparedCheck, { store, prices }: PlanOptions): Plan {
  const subject = withStoredDraws(prepared.subject, store);
  const { comparison, controls = [] } = subject;
  const { added = [] } = prepared;
  const affected = subject.selected.filter(({ scenario }) => isAffected(comparison, scenario));
  const { first, worst } = planRounds(subject, affected);
  const calls = createCallLister({ subject, added, affected, store, worst });
  // A prompt's edit that fails has its answers judged under the other text, too.
  const cross = (round: Round): readonly PlannedCall[] =>
    comparison.kind === 'prompt' ? planCrossCalls(comparison, roundTasks(subject, affected, round)) : [];
  const firstCalls = calls(first === undefined ? [] : [first], controls);
  const spared = listSavings(firstCalls, prices);
  const usual = first === undefined ? undefined : priceUsual({ first, calls, controls, comparison }, prices);
  return {
    scenarios: subject.selected.map((selected) => ({
      ...describe(selected, affected),
      ...(subject.written?.has(selected.scenario.id) === true && { written: true as const }),
    })),
    untested: subject.untested,
    models: [...comparison.slots, ...added].map(({ id }) => id),
    judges: comparison.judges.map(({ id }) => id),
    ...(added.length > 0 && { added: added.map(({ id }) => id) }),
    ...whereDefined({ first }),
    minimum: countCalls(
      firstCalls.filter(({ optional }) => !optional),
      prices,
    ),
    ...whereDefined({ usual }),
    ...(spared.length > 0 && { spared }),
    worstCase: countCalls(
      first === undefined
        ? calls([], [])
        : [...calls(worst, [...controls, ...unknownViolations(comparison, controls)]), ...cross(worst.at(-1)!)],
      prices,
    ),
  };
}

/** The round that a check begins with (none where nothing is affected), and all that it may come to. */
function planRounds(
  subject: CheckSubject,
  affected: readonly SelectedScenario[],
): { readonly first: Round | undefined; readonly worst: readonly Round[] } {
  const { policy, comparison } = subject;
  const looks = comparison.kind === 'model' ? modelLooks(policy, affected.length).map(({ round }) => round) : undefined;
  const unscreened = isUnscreened(subject, affected);
  const most = Math.min(policy.selection.extendTo, affected.length);
  const limited = Object.keys(policy.limits).length > 0;
  return {
    first: affected.length === 0 ? undefined : (looks?.[0] ?? startRound(policy, affected.length, unscreened)),
    worst: looks?.slice(-1) ?? [
      ...(unscreened ? [] : [{ stage: 'screen', draws: limited ? SCREEN_DRAWS : 1, scenarios: most } as const]),
      { stage: 'confirm', draws: looksOf(policy).at(-1)!, scenarios: most },
    ],
  };
}

/** The calls of rounds, with those about answers of known ruling. */
type CallLister = (rounds: readonly Round[], judged: readonly Control[]) => readonly PlannedCall[];

function createCallLister({
  subject,
  added,
  affected,
  store,
  worst,
}: {
  readonly subject: CheckSubject;
  readonly added: readonly Slot[];
  readonly affected: readonly SelectedScenario[];
  readonly store: AnswerStore;
  readonly worst: readonly Round[];
}): CallLister {
  const { comparison } = subject;
  const plan = createCallPlanner(comparison, store);
  // The first round is planned alone, with what usually follows it, and beside more draws: its calls are listed once.
  const listed = new Map<string, readonly PlannedCall[]>();
  const answerCalls = (rounds: readonly Round[]): readonly PlannedCall[] => {
    const name = JSON.stringify(rounds);
    const known = listed.get(name);
    if (known !== undefined) return known;
    const tasks = rounds.flatMap((round) => roundTasks(subject, affected, round));
    const beside = addedTasks({ subject, added, round: rounds.at(-1), affected });
    const made = plan([...tasks, ...beside]);
    listed.set(name, made);
    return made;
  };
  return (rounds, judged) => {
    // Where nothing is screened they are judged all the same; once more where clauses are suspicious, which nobody knows yet.
    const screened = rounds.slice(0, 1).map((round): Round => ({ ...round, stage: 'screen' }));
    const known = rounds === worst ? [...screened, ...rounds.filter(({ stage }) => stage === 'confirm')] : screened;
    const controlled = known.flatMap((round) => controlTasks(judged, round));
    return [...answerCalls(rounds), ...planControlCalls(comparison, controlled, store)];
  };
}

/**
 * The first round and, where it does not decide, each draw after it (the mean of two, where one answer may serve both), with judges
 * who part as often as usual and the violations that answers bring to light.
 */
function priceUsual(
  {
    first,
    calls,
    controls,
    comparison,
  }: {
    readonly first: Round;
    readonly calls: CallLister;
    readonly controls: readonly Control[];
    readonly comparison: Comparison;
  },
  prices: PriceOverrides,
): Plan['usual'] {
  const price = (draws: number, judged: readonly Control[]): Cost =>
    usualCost(
      calls([{ ...first, draws }], judged).filter(({ stored }) => !stored),
      prices,
    );
  const whole = price(first.draws, [...controls, ...unknownViolations(comparison, controls)]);
  const [one, more] = [price(first.draws, []), price(first.draws + DRAWS_AN_ANSWER, [])];
  const anotherDraw = one === 'unknown' || more === 'unknown' ? 'unknown' : (more - one) / DRAWS_AN_ANSWER;
  return { first: whole, anotherDraw };
}

function describe(selected: SelectedScenario, affected: readonly SelectedScenario[]): Plan['scenarios'][number] {
  const { scenario, reason } = selected;
  return {
    scenario: scenario.id,
    reason: reason.kind,
    clauses: reason.kind === 'linked' ? reason.clauses : [reason.clause],
    affected: affected.includes(selected),
  };
}

function countCalls(calls: readonly PlannedCall[], prices: PriceOverrides): CountedCalls {
  const toMake = calls.filter((call) => !call.stored);
  const usd = estimateCosts(toMake, prices);
  return { needed: calls.length, stored: calls.length - toMake.length, toMake: toMake.length, usd };
}
