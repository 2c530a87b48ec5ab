// What a repair would ask at most, without asking: only stored answers are read.
import { planCalls, type PlannedCall } from '../evaluation/plan.ts';
import { decisionPolicy } from '../config/policy.ts';
import { looksOf } from '../decision/looks.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import { estimateCosts } from '../gate/usual-cost.ts';
import { estimateList } from '../models/cost/estimate-list.ts';
import { addCosts, type Cost } from '../models/cost/prices.ts';
import type { Finding } from '../report/report.ts';
import type { Run } from '../run/open-run.ts';
import { requestKey } from '../evaluation/key.ts';
import { faultId, type Fault } from './fault.ts';
import { fallTasks } from './measure-fall.ts';
import { compareWithEdit, type RepairLimits, type RepairSubject } from './repair-subject.ts';
import { FEWEST_HELD_OUT, splitShowing } from './repair.ts';
import { planSight, seeFault } from './see-fault.ts';
import { patchTasks } from './write-candidates.ts';
import { clausePatchRequest } from './prompts/clause-patch.ts';

export interface PlannedFault {
  readonly id: string;
  /** What it was found by. */
  readonly finding: Finding;
  /** Scenarios of its clauses, those of them that show it as far as answers are stored, and those an edit is tested on. */
  readonly scenarios: { readonly looked: number; readonly showing: number; readonly heldOut: number };
  /** Too few show it to test an edit; or too few answers are stored to say. */
  readonly isTestable: boolean;
  /** Answers that are to be made: to see the fault, of writers, and to measure and gate their edits at most. */
  readonly calls: { readonly see: number; readonly write: number; readonly measure: number; readonly gate: number };
  /** US dollars at most. */
  readonly usd: Cost;
}

export interface RepairPlan {
  readonly faults: readonly PlannedFault[];
  readonly usd: Cost;
  /** What the run may spend. */
  readonly budget: number;
}

/** Tokens of a writer's reply. */
const PATCH_TOKENS = 500;
/** Scenarios of tied clauses that a gate adds at most. */
const CONTROLS = 8;

export async function planRepair(subject: RepairSubject, limits: RepairLimits, run: Run): Promise<RepairPlan> {
  const faults: PlannedFault[] = [];
  for (const fault of subject.faults) faults.push(await planFault(subject, { fault, limits }, run));
  return { faults, usd: addCosts(faults.map(({ usd }) => usd)), budget: subject.project.config.budget.usd };
}

async function planFault(
  subject: RepairSubject,
  { fault, limits }: { readonly fault: Fault; readonly limits: RepairLimits },
  run: Run,
): Promise<PlannedFault> {
  const { project, current } = subject;
  const { config } = project;
  const sight = planSight(subject, fault);
  const see = planCalls(sight.comparison, sight.tasks, run.store).filter(({ stored }) => !stored);
  const halves = splitShowing(await seeFault(sight, fault, run.ask), config.seed);
  const heldOut = halves.heldOut.map(({ scenario }) => scenario);
  const writers = patchTasks(subject, { fault, training: halves.training, limits })
    .map(clausePatchRequest)
    .filter((request) => run.store.get(requestKey(request)) === undefined);
  // An edit's own text is not known yet: it is about as long as the clause is now.
  const comparison = compareWithEdit(subject, fault, current.spec);
  const draws = config.selection.replicates.confirm;
  const measured = newCalls(planCalls(comparison, fallTasks(comparison, { heldOut, draws }), run.store));
  const others = sight.scenarios.filter(({ id }) => !halves.training.some(({ scenario }) => scenario.id === id));
  const scenarios = [...others, ...sight.scenarios].slice(0, others.length + CONTROLS);
  const last = looksOf(decisionPolicy(config)).at(-1)!;
  const both = { base: last, head: last };
  const gated = newCalls(
    planCalls(comparison, listCellTasks(comparison, { stage: 'confirm', scenarios, draws: both }), run.store),
  );
  const times = (calls: readonly PlannedCall[]): readonly PlannedCall[] => repeatJudges(calls, limits.candidates);
  return {
    id: faultId(fault),
    finding: fault.finding,
    scenarios: {
      looked: sight.scenarios.length,
      showing: halves.training.length + heldOut.length,
      heldOut: heldOut.length,
    },
    isTestable: heldOut.length >= FEWEST_HELD_OUT && halves.training.length > 0,
    calls: { see: see.length, write: writers.length, measure: times(measured).length, gate: times(gated).length },
    usd: addCosts([
      estimateCosts([...see, ...times(measured), ...times(gated)], config.prices),
      estimateList(
        writers.map((request) => ({ request, outputTokens: PATCH_TOKENS })),
        config.prices,
      ),
    ]),
  };
}

function newCalls(calls: readonly PlannedCall[]): readonly PlannedCall[] {
  return calls.filter(({ stored }) => !stored);
}

/** The text as it is is judged once, each edit once more. Answers of a prompt's models are asked anew, too. */
function repeatJudges(calls: readonly PlannedCall[], edits: number): readonly PlannedCall[] {
  return calls.flatMap((call) => (call.purpose === 'judge' ? Array.from({ length: edits + 1 }, () => call) : [call]));
}
