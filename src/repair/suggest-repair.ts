// `repair: suggest`: after a check that does not pass, the edit that would make it pass, for a person to take or leave.
import type { AfterCheck, CheckedChange } from '../gate/action/after-check.ts';
import { isShownOnChange } from '../gate/action/shown-lines.ts';
import type { Project } from '../run/load-project.ts';
import { faultsOfReport } from './read-faults.ts';
import { repair } from './repair.ts';
import { bestOf } from './repair-report.ts';
import { describeRepair, suggestLines } from './report/markdown.ts';
import { writeRepair } from './write-repair.ts';

/** Edits asked for, a fault, and the most words of each: as many as the command asks for without being told. */
const LIMITS = { candidates: 4, words: 60 };

/**
 * Nothing where the policy does not ask for it, on a fork (a stranger's text would spend the owner's money), in a run that
 * answers from its store only, and where no finding about the text is there to mend. It has a budget of its own.
 */
export async function suggestRepair(checked: CheckedChange): Promise<AfterCheck | undefined> {
  const { context, change, ends, project, prepared, reports, openAgain, folder } = checked;
  const report = reports.find(({ name }) => name === 'spec')?.report;
  const isWanted = project.config.repair === 'suggest' && change.kind === 'pull-request' && !change.restricted;
  if (!isWanted || context.inputs.offline || report === undefined || report.verdict.status === 'pass') return undefined;
  const faults = faultsOfReport(report);
  if (prepared?.sides === undefined || faults.length === 0 || context.signal.aborted) return undefined;
  const own = withOwnBudget(project);
  const run = openAgain(own);
  const { base, head } = prepared.sides;
  const found = await repair({ project: own, base, current: head, faults }, LIMITS, run).finally(() => run.close());
  for (const unwritten of writeRepair(folder, found).unwritten) context.log(unwritten);
  context.log(`repair: ${bestOf(found) === undefined ? 'none found' : 'suggested'}`);
  const best = bestOf(found);
  const lines = best && suggestLines(best, head.spec);
  if (best === undefined || lines === undefined) return { sections: [describeRepair(found, 'fold')] };
  return (await isShownOnChange(ends, lines))
    ? { sections: [describeRepair(found, 'suggested')], suggestion: lines }
    : { sections: [describeRepair(found, 'fold')] };
}

function withOwnBudget(project: Project): Project {
  const { budget } = project.config;
  return {
    ...project,
    config: { ...project.config, budget: { ...budget, usd: Math.min(budget.usd, budget.repairUsd) } },
  };
}
