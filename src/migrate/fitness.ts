// What speaks against a new panel: problems that an acceptance must not pass over, and doubts to know of.
import type { Problem } from '../core/errors.ts';
import type { Project } from '../run/load-project.ts';
import type { MigrateReport } from './report.ts';
import { decimal, percent, points, signedPoints } from '../render/format-numbers.ts';
import { findClassifierProblem, findJudgeProblem, LEAST_ITEMS } from '../doctor/panel-fitness.ts';

/** Fewer answers that all judges ruled on say nothing about how far they agree. */
const LEAST_ANSWERS = 30;
/** Two classifiers that part on more than this share of response types do not mean the same by them. */
const MOST_TYPE_FLIPS = 0.1;
/** Gwet's AC1 below which agreement is at best fair (Landis and Koch, Biometrics 33 (1977) 159-174). */
const LEAST_AC1 = 0.4;

/** Judges or a classifier below the doctor's bounds, and a panel that agrees less than policy tolerates. */
export function findProblems(
  { accuracy, scales, rulings }: Pick<MigrateReport, 'accuracy' | 'scales' | 'rulings'>,
  { config }: Pick<Project, 'config'>,
): readonly Problem[] {
  return [
    ...accuracy.new.flatMap((judge) => findJudgeProblem(judge)),
    ...findDispute(rulings?.agreement, config.margins.judgeAgreement),
    ...findClassifierProblem(scales.new),
  ];
}

/** What stands in no acceptance's way and should be known before one. */
export function findDoubts(
  { rulings, answers, accuracy, classifier, scales }: MigrateReport,
  { project, labelled }: { readonly project: Pick<Project, 'config'>; readonly labelled: number },
): readonly string[] {
  const { nonCompliance, disagreement } = project.config.margins;
  const doubts: string[] = [];
  if (rulings !== undefined && labelled < LEAST_ITEMS) {
    doubts.push(
      `the judges were not tested: ${labelled === 0 ? 'there are no labelled items' : `${labelled} labelled items say little`} (put ${LEAST_ITEMS} or more into labelled.jsonl beside the config: spec-gate bank generate --violations)`,
    );
  }
  if (rulings !== undefined && labelled > 0 && !accuracy.old.some(({ judge }) => judge === 'panel')) {
    doubts.push('the old panel could not be asked about the labelled items: some of its judges are retired');
  }
  if (answers.pool + answers.anchor > 0 && rulings !== undefined && isSure(rulings.bias, nonCompliance)) {
    doubts.push(
      `the new panel rules against ${signedPoints(rulings.bias.change)} points of the same answers (+: more of them, −: fewer): limits and figures from before do not carry over to it`,
    );
  }
  const ac1 = rulings?.agreement.new?.ac1;
  if (ac1 !== undefined && ac1 < LEAST_AC1) {
    doubts.push(
      `the new judges agree little more than chance would (AC1 ${decimal(ac1)}; 1 is perfect, 0 is chance): a majority depends on which of them are asked`,
    );
  }
  const flips = classifier?.typeFlips;
  if (flips !== undefined && flips.interval.lower > MOST_TYPE_FLIPS) {
    doubts.push(
      `the classifiers call ${percent(flips.count / flips.trials)} of the same answers another type (of the seven kinds from full compliance to complete rejection): shares of refusals from before do not carry over`,
    );
  }
  const shift = classifier?.disagreement;
  if (shift !== undefined && Math.abs(shift.new - shift.old) >= disagreement) {
    doubts.push(
      `under the new classifier the models disagree by ${decimal(shift.new)}, under the old by ${decimal(shift.old)}, on the same answers: limits and figures of disagreement from before do not carry over`,
    );
  }
  if (classifier !== undefined && scales.new === undefined)
    doubts.push('the classifier was not tested: no scenario has rubrics');
  return doubts;
}

function findDispute(
  agreement: NonNullable<MigrateReport['rulings']>['agreement'] | undefined,
  margin: number,
): readonly Problem[] {
  const { old, new: next } = agreement ?? {};
  if (next === undefined || next.answers < LEAST_ANSWERS) return [];
  if (old === undefined || old.answers < LEAST_ANSWERS || old.pairs - next.pairs <= margin) return [];
  return [
    {
      message: `the new judges agree on ${percent(next.pairs)} of pairs, the old ones on ${percent(old.pairs)}: a fall of more than margins.judgeAgreement (${points(margin)} points)`,
      hint: 'compare each judge with the old majority in the table below, and replace the one that stands apart',
    },
  ];
}

function isSure({ change, interval }: NonNullable<MigrateReport['rulings']>['bias'], margin: number): boolean {
  return Math.abs(change) >= margin && interval !== undefined && (interval.lower > 0 || interval.upper < 0);
}
