// What speaks against a new panel, as data, and what a migration came to: the one place that says it in English.
import type { Problem } from '../core/errors.ts';
import { writeProblem, type FitnessProblem } from '../doctor/problems.ts';
import { count, decimal, dollars, percent, plural, points, signedPoints } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { name, say, wording, type Sentence } from '../render/sentence.ts';
import { writeStop } from '../report/stop-words.ts';
import type { MigrateReport } from './report.ts';

/** What an acceptance must not pass over. Shares of pairs of judges that rule the same; `margin` is the fall that policy tolerates. */
export type PanelProblem =
  | FitnessProblem
  | { readonly kind: 'less-agreement'; readonly old: number; readonly new: number; readonly margin: number };

/** What stands in no acceptance's way and should be known before one. */
export type Doubt =
  /** `items`: how many labelled items there are; `least`: how many tell enough. */
  | { readonly kind: 'untested-judges'; readonly items: number; readonly least: number }
  | { readonly kind: 'retired-judges' }
  /** By how much the share of answers ruled against changes. */
  | { readonly kind: 'stricter-or-milder'; readonly change: number }
  /** Gwet's AC1 of the new judges. */
  | { readonly kind: 'near-chance'; readonly ac1: number }
  /** Share of answers that the two classifiers call different response types. */
  | { readonly kind: 'other-types'; readonly share: number }
  /** Change of the models' mean disagreement under the new classifier. */
  | { readonly kind: 'other-disagreement'; readonly old: number; readonly new: number }
  | { readonly kind: 'untested-classifier' };

export function writePanelProblem(problem: PanelProblem): Problem {
  if (problem.kind !== 'less-agreement') return writeProblem(problem);
  const { old, new: next, margin } = problem;
  return {
    message: plainText(
      say`the new judges agree on ${percent(next)} of pairs, the old ones on ${percent(old)}: a fall of more than margins.judgeAgreement (${points(margin)} points)`,
    ),
    hint: 'compare each judge with the old majority in the table below, and replace the one that stands apart',
  };
}

export function writeDoubt(doubt: Doubt): Sentence {
  switch (doubt.kind) {
    case 'untested-judges': {
      const why =
        doubt.items === 0
          ? say`there are no labelled items`
          : say`${plural(doubt.items, 'labelled item says', 'labelled items say')} little`;
      return say`the judges were not tested: ${why} (put ${count(doubt.least)} or more into labelled.jsonl beside the config: spec-gate bank generate --violations)`;
    }
    case 'retired-judges':
      return say`the old panel could not be asked about the labelled items: some of its judges are retired`;
    case 'stricter-or-milder':
      return say`the new panel rules against ${signedPoints(doubt.change)} points of the same answers (+: more of them, −: fewer): limits and figures from before do not carry over to it`;
    case 'near-chance':
      return say`the new judges agree little more than chance would (AC1 ${decimal(doubt.ac1)}; 1 is perfect, 0 is chance): a majority depends on which of them are asked`;
    case 'other-types':
      return say`the classifiers call ${percent(doubt.share)} of the same answers another type (of the seven kinds from full compliance to complete rejection): shares of refusals from before do not carry over`;
    case 'other-disagreement':
      return say`under the new classifier the models disagree by ${decimal(doubt.new)}, under the old by ${decimal(doubt.old)}, on the same answers: limits and figures of disagreement from before do not carry over`;
    case 'untested-classifier':
      return say`the classifier was not tested: no scenario has rubrics`;
    default:
      throw new Error(`unknown doubt: ${JSON.stringify(doubt satisfies never)}`);
  }
}

/** What will be asked, before it is. */
export function writeMigratePlan({ old, new: next }: MigrateReport['planned']): Sentence {
  const price = ({ usd }: typeof next): Sentence =>
    usd === 'unknown' ? say`price unknown` : usd === 0 ? say`no cost` : say`about ${dollars(usd)}`;
  const older = old.calls === 0 ? say`` : say`, the old one ${plural(old.calls, 'call')} (${price(old)})`;
  return say`the new panel is asked at most ${plural(next.calls, 'call')} (${price(next)})${older}`;
}

/** Which stored answers the figures are about. */
export function writeSubject({ answers }: MigrateReport): Sentence {
  return say`${count(answers.pool)} that checks keep, ${count(answers.anchor)} of the night that later nights are compared with (the anchor); ${count(answers.withoutOld)} more without a ruling of the old panel, ${count(answers.withoutNew)} without one of the new`;
}

/** Where both panels have ruled on nothing. */
export function writeNothingStored({ rulings }: MigrateReport): Sentence {
  // Seeding asks judges and no classifier.
  const first =
    rulings === undefined
      ? say`run spec-gate check --mode nightly`
      : say`run spec-gate check --mode nightly or --mode seed`;
  return say`Nothing to compare yet: ${first} with the old panel, or have it rule now with --ask-old`;
}

export function writeStopped(stopped: string): Sentence {
  return say`The run ended early (${writeStop(stopped)}): the figures cover what was asked so far; run it again to go on`;
}

/** What became of it, and what to do next. */
export function writeEnd({ refused, accepted, problems }: MigrateReport): readonly [Sentence, ...Sentence[]] {
  if (accepted !== undefined) {
    return [
      say`Accepted: nights under the new panel are compared with the night of ${name(accepted.anchor)}, as the new panel rules on it`,
      say`Put the same panel into the config now, if it does not stand there yet`,
    ];
  }
  if (refused === true) {
    return [
      say`NOT ACCEPTED: the new panel is not fit, so later nights are compared with the same anchor as before`,
      say`Choose other judges; or, to compare later nights with it all the same, add --even-if-poor to --accept`,
    ];
  }
  const word = problems.length === 0 ? wording('') : wording(' and --even-if-poor (for this panel is not fit)');
  return [
    say`Nothing was changed. To go on with the new panel: the same command with --accept "reason"${word}, and the new panel in the config`,
  ];
}
