// From faults to small edits of the text, each tested like a pull request. Nothing is applied.
import { isSimulated } from '../models/provider-kind.ts';
import type { Run } from '../run/open-run.ts';
import { faultId, measureOf, type Fault } from './fault.ts';
import { splitHalves } from './halves.ts';
import { writeUnifiedDiff } from './patch.ts';
import { rankEdits } from './rank-edits.ts';
import type { RepairEdit, RepairFault, RepairReport } from './repair-report.ts';
import type { RepairLimits, RepairSubject } from './repair-subject.ts';
import { planSight, seeFault, showsFault, type SeenScenario } from './see-fault.ts';
import { testEdit, type TestedEdit } from './test-edit.ts';
import { patchTasks, writeCandidates, type Candidate } from './write-candidates.ts';

/** Fewer held-out scenarios than this could not show a fall, whatever the edit. */
export const FEWEST_HELD_OUT = 3;

/** One fault after the other, so that where the budget ends does not depend on which call was faster. */
export async function repair(subject: RepairSubject, limits: RepairLimits, run: Run): Promise<RepairReport> {
  const { project, current, base } = subject;
  const tally = run.startTally();
  const faults: UnnumberedFault[] = [];
  for (const fault of subject.faults) faults.push(await repairFault(subject, { fault, limits }, run));
  const { calls, inputTokens, outputTokens, usd } = tally.needed();
  const { panel } = project;
  const stop = run.stopped();
  return {
    schema: 'spec-gate/repair@1',
    simulated: [...panel.models.map(({ ref }) => ref), ...panel.judges].some(isSimulated),
    specHash: current.spec.hash,
    ...(base !== undefined && { base: { ref: base.ref, specHash: base.spec.hash } }),
    faults: numberEdits(faults),
    needed: { calls, inputTokens, outputTokens, usd },
    ...(stop !== undefined && { stopped: stop.kind }),
  };
}

type UnnumberedEdit = Omit<RepairEdit, 'number'>;
type UnnumberedFault = Omit<RepairFault, 'edits'> & { readonly edits: readonly UnnumberedEdit[] };

async function repairFault(
  subject: RepairSubject,
  { fault, limits }: { readonly fault: Fault; readonly limits: RepairLimits },
  run: Run,
): Promise<UnnumberedFault> {
  run.beginStage('see the fault', () => []);
  const seen = await seeFault(planSight(subject, fault), fault, run.ask);
  const halves = splitShowing(seen, subject.project.config.seed);
  const about = {
    id: faultId(fault),
    kind: fault.kind,
    clauses: fault.clauses,
    finding: fault.finding,
    measure: measureOf(fault).inSentence,
    scenarios: { looked: seen.length, showing: halves.training.length + halves.heldOut.length },
    training: halves.training.map(({ scenario }) => scenario.id),
    heldOut: halves.heldOut.map(({ scenario }) => scenario.id),
  };
  if (run.stopped() !== undefined) return { ...about, skipped: 'stopped', edits: [], dropped: [] };
  if (halves.heldOut.length < FEWEST_HELD_OUT || halves.training.length === 0) {
    return { ...about, skipped: 'too few scenarios', edits: [], dropped: [] };
  }
  run.beginStage('write edits', () => []);
  const tasks = patchTasks(subject, { fault, training: halves.training, limits });
  const { candidates, dropped } = await writeCandidates(subject, { tasks, limits }, run.ask);
  const [training, heldOut] = [halves.training, halves.heldOut].map((half) => half.map(({ scenario }) => scenario));
  const edits: UnnumberedEdit[] = [];
  const tested = candidates.filter(({ checked }) => checked.status === 'good').length;
  for (const candidate of candidates) {
    const { checked, clause } = candidate;
    const tally = run.startTally();
    const result: TestedEdit =
      checked.status === 'refused'
        ? { status: 'refused' }
        : await testEdit(
            subject,
            { fault, clause, edited: checked.spec, training: training!, heldOut: heldOut!, edits: tested },
            run,
          );
    edits.push(describeEdit(subject, candidate, { ...result, usd: tally.needed().usd }));
  }
  return { ...about, edits: rankEdits(edits), dropped: countReasons(dropped) };
}

/** Of the scenarios that show it today. */
export function splitShowing(
  seen: readonly SeenScenario[],
  seed: string,
): { readonly training: readonly SeenScenario[]; readonly heldOut: readonly SeenScenario[] } {
  const showing = seen.filter(showsFault);
  const { training } = splitHalves(
    showing.map(({ scenario }) => scenario),
    seed,
  );
  const isTraining = ({ scenario }: SeenScenario): boolean => training.includes(scenario);
  return { training: showing.filter(isTraining), heldOut: showing.filter((one) => !isTraining(one)) };
}

function describeEdit(
  { current }: RepairSubject,
  { writer, kind, clause, why, patch, checked }: Candidate,
  result: TestedEdit & Pick<RepairEdit, 'usd'>,
): UnnumberedEdit {
  const text = current.spec.files.find(({ file }) => file === patch.file)?.text ?? '';
  return {
    ...result,
    kind,
    clause,
    writer: writer.id,
    simulated: isSimulated(writer),
    why,
    patch,
    diff: writeUnifiedDiff(text, patch),
    ...(checked.status === 'good' ? { words: checked.words } : { refusal: checked.refusal }),
  };
}

/** Over all faults in their order. */
function numberEdits(faults: readonly UnnumberedFault[]): readonly RepairFault[] {
  let number = 0;
  return faults.map((fault) => ({ ...fault, edits: fault.edits.map((edit) => ({ ...edit, number: (number += 1) })) }));
}

function countReasons(reasons: readonly string[]): RepairFault['dropped'] {
  return [...new Set(reasons)].sort().map((reason) => ({
    reason,
    count: reasons.filter((one) => one === reason).length,
  }));
}
