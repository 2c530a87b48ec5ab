// The plan of a check with the scenarios it would write, and what all of them could show.
import { whereDefined } from '../core/where-defined.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import { carriedMargin, chancesOf, LEAST_PASSES, smallestRiseShown } from '../decision/power.ts';
import { scenariosForOthers } from '../decision/scenarios-for-models.ts';
import type { PriceOverrides } from '../models/cost/prices.ts';
import type { Project } from '../run/load-project.ts';
import type { Plan, PlannedPower } from '../report/terminal/plan.ts';
import type { PreparedCheck } from './change/prepare-check.ts';
import { planCoverage } from './coverage/plan-coverage.ts';
import { powerDesign } from './panel-power.ts';
import { planCheck } from './plan-check.ts';

/** The second line of what a check can show is for this many times as many scenarios. */
const MORE = 5 / 3;

/** The plan of a check that first writes what its changed clauses lack. Asks nobody: what would be written is stood in for. */
export async function planWithWriting(
  prepared: PreparedCheck,
  means: { readonly project: Project; readonly store: AnswerStore; readonly prices: PriceOverrides },
): Promise<Plan> {
  const { project, store, prices } = means;
  const covered = await planCoverage(prepared, means);
  const plan = planCheck(covered.prepared, { store, prices });
  const written = covered.prepared.coverage?.written ?? [];
  const clauses = [...new Set(written.map(({ clause }) => clause))].map((clause) => ({
    clause,
    scenarios: written.filter((one) => one.clause === clause).length,
  }));
  const { calls } = covered;
  const writes = {
    needed: calls.most.calls + calls.stored,
    stored: calls.stored,
    toMake: calls.most.calls,
    usd: calls.most.usd,
    clauses,
  };
  const { comparison, policy } = covered.prepared.subject;
  const isOfModels = comparison.kind === 'model';
  const power = isOfModels ? [] : powerOf(plan, { ...means, project, writing: writes.usd });
  const tested = plan.scenarios.filter(({ affected }) => affected).length;
  const forOthers = scenariosForOthers(policy.margins.nonCompliance);
  return {
    ...plan,
    ...(clauses.length > 0 && { writes }),
    ...(power.length > 0 && { power }),
    ...(isOfModels && tested > 0 && tested < forOthers && { forOthers }),
  };
}

/** For the scenarios there are, and for more of them: priced by what one of them costs in the first round. */
function powerOf(
  plan: Plan,
  { project, writing }: { readonly project: Project; readonly writing: number | 'unknown' },
): readonly PlannedPower[] {
  const tested = plan.scenarios.filter(({ affected }) => affected).length;
  const { first, usual } = plan;
  if (first === undefined || usual === undefined || tested === 0) return [];
  const { first: round, anotherDraw: more } = usual;
  return [tested, Math.ceil(tested * MORE)].map((scenarios): PlannedPower => {
    const design = powerDesign(project.config, project.panel, scenarios);
    const shows = smallestRiseShown(design);
    const { draws, pass: passes } = chancesOf(design, 0);
    const carries = passes < LEAST_PASSES ? carriedMargin(design) : undefined;
    const chance = { scenarios, shows, passes, ...whereDefined({ carries }) };
    if (round === 'unknown' || more === 'unknown' || writing === 'unknown') return { ...chance, usd: 'unknown' };
    const looked = round + Math.max(0, draws - first.draws) * more;
    return { ...chance, usd: (looked / first.scenarios + writing / tested) * scenarios };
  });
}
