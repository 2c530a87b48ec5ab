// Where a prompt's edit fails on compliance: is the text stricter, or do the models answer worse?
import type { CheckResult, CheckSubject } from './check.ts';
import { splitChange, type SplitChange } from '../decision/split-change.ts';
import { crossJudge, crossPanels, type CrossJudging } from '../evaluation/cross-judge.ts';
import { requestKey } from '../evaluation/key.ts';
import { majorityOf } from '../evaluation/majority.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Run } from '../run/open-run.ts';

/** Asks the judges about the deciding stage's answers once more; undefined where that could tell nothing, or the run is stopped. */
export async function splitFailure(
  subject: CheckSubject,
  result: CheckResult,
  run: Pick<Run, 'ask' | 'store' | 'beginStage' | 'stopped'>,
): Promise<SplitChange | undefined> {
  const { comparison } = subject;
  if (comparison.kind !== 'prompt' || result.verdict.metrics.nonCompliance?.status !== 'fail') return undefined;
  if (run.stopped() !== undefined) return undefined;
  const stage = result.rounds.at(-1)?.stage;
  const judging: CrossJudging = {
    comparison,
    cells: result.cells.filter((cell) => cell.stage === stage),
    scenarios: new Map(result.affected.map(({ scenario }) => [scenario.id, scenario])),
  };
  run.beginStage('text or answers', () => leastCrossCalls(judging, run.store));
  const rulings = await crossJudge(judging, run.ask);
  // From an incomplete run the two parts would not sum to the change that is reported.
  return run.stopped() === undefined ? splitChange(rulings) : undefined;
}

/** The judges that decide most majorities; one more is asked where they differ. */
function leastCrossCalls(
  judging: CrossJudging,
  store: AnswerStore,
): readonly { readonly stored: boolean; readonly optional: boolean }[] {
  return crossPanels(judging).flatMap(({ panel }) =>
    panel.judges.slice(0, majorityOf(panel.judges.length)).map((judge) => ({
      stored: store.get(requestKey(judgeRequest({ ...panel, judge }))) !== undefined,
      optional: false,
    })),
  );
}
