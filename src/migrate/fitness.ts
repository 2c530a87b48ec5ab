// What speaks against a new panel: problems that an acceptance must not pass over, and doubts to know of.
import type { Project } from '../run/load-project.ts';
import type { MigrateReport } from './report.ts';
import type { Doubt, PanelProblem } from './words.ts';
import { findClassifierProblem, findJudgeProblem, LEAST_ITEMS } from '../doctor/panel-fitness.ts';

/** Fewer answers that all judges ruled on say nothing about how far they agree. */
const LEAST_ANSWERS = 30;
/** Two classifiers that differ on more than this share of response types do not mean the same by them. */
const MOST_TYPE_FLIPS = 0.1;
/** Gwet's AC1 below which agreement is at best fair (Landis and Koch, Biometrics 33 (1977) 159-174). */
const LEAST_AC1 = 0.4;

/** Judges or a classifier below the doctor's bounds, and a panel that agrees less than policy tolerates. */
export function findProblems(
  { accuracy, scales, rulings }: Pick<MigrateReport, 'accuracy' | 'scales' | 'rulings'>,
  { config }: Pick<Project, 'config'>,
): readonly PanelProblem[] {
  return [
    ...accuracy.new.flatMap((judge) => findJudgeProblem(judge)),
    ...findDispute(rulings?.agreement, config.margins.judgeAgreement),
    ...findClassifierProblem(scales.new),
  ];
}

export function findDoubts(
  { rulings, answers, accuracy, classifier, scales }: MigrateReport,
  { project, labelled }: { readonly project: Pick<Project, 'config'>; readonly labelled: number },
): readonly Doubt[] {
  const { nonCompliance, disagreement } = project.config.margins;
  const doubts: Doubt[] = [];
  if (rulings !== undefined && labelled < LEAST_ITEMS) {
    doubts.push({ kind: 'untested-judges', items: labelled, least: LEAST_ITEMS });
  }
  if (rulings !== undefined && labelled > 0 && !accuracy.old.some(({ judge }) => judge === 'panel')) {
    doubts.push({ kind: 'retired-judges' });
  }
  if (answers.pool + answers.anchor > 0 && rulings !== undefined && isSure(rulings.bias, nonCompliance)) {
    doubts.push({ kind: 'stricter-or-milder', change: rulings.bias.change });
  }
  const ac1 = rulings?.agreement.new?.ac1;
  if (ac1 !== undefined && ac1 < LEAST_AC1) doubts.push({ kind: 'near-chance', ac1 });
  const flips = classifier?.typeFlips;
  if (flips !== undefined && flips.interval.lower > MOST_TYPE_FLIPS) {
    doubts.push({ kind: 'other-types', share: flips.count / flips.trials });
  }
  const shift = classifier?.disagreement;
  if (shift !== undefined && Math.abs(shift.new - shift.old) >= disagreement) {
    doubts.push({ kind: 'other-disagreement', ...shift });
  }
  if (classifier !== undefined && scales.new === undefined) doubts.push({ kind: 'untested-classifier' });
  return doubts;
}

function findDispute(
  agreement: NonNullable<MigrateReport['rulings']>['agreement'] | undefined,
  margin: number,
): readonly PanelProblem[] {
  const { old, new: next } = agreement ?? {};
  if (next === undefined || next.answers < LEAST_ANSWERS) return [];
  if (old === undefined || old.answers < LEAST_ANSWERS || old.pairs - next.pairs <= margin) return [];
  return [{ kind: 'less-agreement', old: old.pairs, new: next.pairs, margin }];
}

function isSure({ change, interval }: NonNullable<MigrateReport['rulings']>['bias'], margin: number): boolean {
  return Math.abs(change) >= margin && interval !== undefined && (interval.lower > 0 || interval.upper < 0);
}
