// Tonight's scenarios: sentinels, and as much of the rotation as the money left covers.
import { UserError } from '../core/errors.ts';
import { chooseNightSet } from './decision/set.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { planCalls, UNKNOWN_RESPONSE } from '../evaluation/plan.ts';
import type { Project } from '../run/load-project.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import { runCap } from '../models/cost/ledger.ts';
import type { NightEvent } from './report/report.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { planRejudge } from './rejudge.ts';
import type { StoredResponse } from './suspects.ts';
import { estimateCosts } from '../gate/usual-cost.ts';

/** Share of the remaining budget for what is asked every night; the rest is for the second look. */
const FIRST_SHARE = 0.6;

export interface ChosenSet {
  readonly sentinels: readonly Scenario[];
  readonly rotation: readonly Scenario[];
  readonly events: readonly NightEvent[];
}

/** An anchor of nothing would be met by every later night. */
function nothingToAsk(file: string): UserError {
  return new UserError({
    message: 'the bank holds no scenario, so a night has nothing to watch',
    hint: 'bring queries with spec-gate bank import FILE, or have some written with spec-gate bank generate',
    place: { file },
  });
}

/** Sentinels are asked whatever the budget: without them there is nothing to compare. */
export function chooseScenarios(
  { bank, config }: Project,
  options: {
    readonly comparison: Comparison;
    readonly store: SegmentStore;
    readonly date: string;
    readonly at: number;
    readonly draws: number;
    /** Stored answers, or the night's own, that tonight's judges and classifier see again whatever happens. */
    readonly seenAgain: (sentinels: readonly Scenario[]) => readonly StoredResponse[];
  },
): ChosenSet {
  const { comparison, store, date, at, draws, seenAgain } = options;
  if (bank.scenarios.length === 0) throw nothingToAsk(config.bank);
  const scenarios = bank.scenarios.map(({ id, disagreement }) => ({ id, weight: disagreement ?? 1 }));
  const set = chooseNightSet({ scenarios, sizes: config.nightly, date, seed: config.seed });
  const named = (ids: readonly string[]): readonly Scenario[] => ids.map((id) => bank.byId.get(id)!);
  const sentinels = named(set.sentinels);
  const usdLeft = runCap(store.spending(), { at, usd: config.budget.usd, caps: config.budget });
  const again = seenAgain(sentinels);
  const calls = planRejudge(again, {
    comparison,
    scenarios: bank.byId,
    store,
    date,
    // The night's own answers are still to come; those of other nights are there, or will not be seen again.
    ...(again.some(({ from }) => from === date) && { standIn: UNKNOWN_RESPONSE }),
  });
  const cost = (rotation: readonly Scenario[]): number | 'unknown' => {
    const tasks = listCellTasks(comparison, {
      stage: 'confirm',
      scenarios: [...sentinels, ...rotation],
      draws: { base: 0, head: draws },
    });
    const toMake = [...planCalls(comparison, tasks, store), ...calls].filter((call) => !call.stored);
    return estimateCosts(toMake, config.prices);
  };
  let rotation = named(set.rotation);
  for (
    let usd = cost(rotation);
    rotation.length > 0 && usd !== 'unknown' && usd > FIRST_SHARE * usdLeft;
    usd = cost(rotation)
  ) {
    rotation = rotation.slice(0, -1);
  }
  const dropped = set.rotation.length - rotation.length;
  return { sentinels, rotation, events: dropped === 0 ? [] : [{ kind: 'shortened', dropped, usdLeft }] };
}
