// How far the stage of a run is, in calls, as its progress shows it.
import type { PlannedCall } from '../evaluation/plan.ts';
import type { Progress, ProgressState } from './progress.ts';

export type StagePlan = () => readonly Pick<PlannedCall, 'stored' | 'optional'>[];

export interface StageProgress {
  /** `plan` is looked at once a call is made, since a stage that finds all of it stored need not know. */
  readonly begin: (name: string, plan: StagePlan) => void;
  /** A call was made; `usd` is what the run has paid so far. */
  readonly made: (usd: ProgressState['usd']) => void;
}

interface Stage {
  readonly name: string;
  readonly plan: StagePlan;
  /** Calls made. */
  readonly done: number;
  /** Calls to make, once one is made. */
  readonly total?: number;
}

export function createStageProgress(progress: Progress): StageProgress {
  let stage: Stage = { name: '', plan: () => [], done: 0 };
  return {
    begin: (name, plan) => {
      stage = { name, plan, done: 0 };
    },
    made: (usd) => {
      const done = stage.done + 1;
      // Judges that are asked only where others differ are counted, too: otherwise a full bar would grow again.
      const total = stage.total ?? done + stage.plan().filter(({ stored }) => !stored).length;
      stage = { ...stage, done, total };
      progress.update({ stage: stage.name, done, total, usd });
    },
  };
}
