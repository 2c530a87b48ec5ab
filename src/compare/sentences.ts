// The English of `spec-gate compare`: its grounds and its notes.
import type { OutcomeComparison } from './compare.ts';
import type { Reason } from '../decision/decision.ts';
import { byChance, count, percent, plural, points, signedPoints } from '../render/format-numbers.ts';
import { name, names, say, type Sentence, type Wording } from '../render/sentence.ts';

/** Reasons told on a terminal; the JSON output has all. */
const MOST_REASONS = 4;

/** Why the verdict is what it is, the first reason first. */
export function compareReasons(comparison: OutcomeComparison): readonly Sentence[] {
  const { verdict, reasons, change = 0, margin } = comparison;
  if (verdict === 'pass') {
    return [say`a rise of ${inPoints(margin)} in problematic outcomes is ruled out (measured ${signedPoints(change)})`];
  }
  const rest = reasons.length - MOST_REASONS;
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => describeReason(reason, comparison));
  return rest > 0 ? [...shown, say`${plural(rest, 'more reason')} (--json has all)`] : shown;
}

function describeReason(reason: Reason, { change = 0, margin, p, detectable }: OutcomeComparison): Sentence {
  switch (reason.code) {
    case 'rose':
      return say`problematic outcomes rose by ${inPoints(change)}, which is at least half of the tolerated ${inPoints(margin)}, and ${byChance(p!.thesePrompts)}`;
    case 'undecided':
      return detectable === undefined
        ? say`one scenario is too few to decide`
        : say`the change of ${signedPoints(change)} points is too uncertain: it shows no rise (${byChance(p!.thesePrompts)}) and does not rule one of ${inPoints(margin)} out`;
    case 'look-open': {
      const look = numberIn(reason, 'look');
      const more = say`ask ${plural(numberIn(reason, 'scenarios'), 'more scenario')} on both sides`;
      if (look === 0) return say`nothing is decided before the first look: ${more}`;
      return say`look ${count(look)}: a change of ${signedPoints(change)} points neither fails nor rules out a rise of ${points(margin)} yet; ${more}`;
    }
    case 'nothing-in-common':
      return say`the two files have no scenario with outcomes on both sides`;
    case 'missing-scenarios':
      return say`${count(numberIn(reason, 'missing'))} of ${plural(numberIn(reason, 'expected'), 'scenario')} lack one side; more than ${percent(numberIn(reason, 'most'))} could turn the result, so nothing is concluded`;
    case 'missing-outcomes':
      return say`${count(numberIn(reason, 'missing'))} of ${plural(numberIn(reason, 'expected'), 'outcome')} that were asked of the ${name(String(reason.args['arm']))} are missing; more than ${percent(numberIn(reason, 'most'))} could turn the result`;
    case 'model-silent':
      return say`${names([String(reason.args['model'])])} lacks ${count(numberIn(reason, 'missing'))} of ${plural(numberIn(reason, 'expected'), 'outcome')} in the ${name(String(reason.args['arm']))}; how they would have come out is not known`;
    case 'models-missing':
      return say`the ${name(String(reason.args['arm']))} has no outcome of ${names(listIn(reason, 'models'))}; without them nothing can pass (--subject chooses the models to compare)`;
    case 'screen-undecided':
      return say`against the stored base a rise of ${inPoints(margin)} is not ruled out yet (measured ${signedPoints(change)})`;
    case 'confirmation-needed':
      return say`against the stored base problematic outcomes changed by ${signedPoints(change)} points; whether that is the change or drift since then, only new answers of both sides can tell`;
    default:
      return name(reason.code);
  }
}

/** What was left out, or is uneven. */
export function compareNote(note: Reason): Sentence {
  switch (note.code) {
    case 'scenarios-without-base':
    case 'scenarios-without-head': {
      const list = listIn(note, 'scenarios');
      const side = note.code === 'scenarios-without-base' ? say`base` : say`head`;
      return say`${plural(list.length, 'scenario')} without an outcome in the ${side}: ${names(list)}; each is counted in the way that speaks most against the verdict`;
    }
    case 'unequal-draws':
      return say`scenarios of the ${name(String(note.args['arm']))} have between ${count(numberIn(note, 'least'))} and ${count(numberIn(note, 'most'))} answers each; every scenario counts the same`;
    case 'outcomes-missing':
      return say`${count(numberIn(note, 'count'))} of ${plural(numberIn(note, 'expected'), 'outcome')} of the ${name(String(note.args['arm']))} are missing (an error, no score, or a row that the other side has); each is counted in the way that speaks most against the verdict`;
    case 'models-left-out':
      return say`left out, because only one file has them: ${names(listIn(note, 'models'))}`;
    default:
      return name(note.code);
  }
}

function inPoints(change: number): Wording {
  const shown = points(change);
  return `${shown} ${shown === '1' ? 'point' : 'points'}` as Wording;
}

function numberIn({ args }: Reason, key: string): number {
  return Number(args[key]);
}

function listIn({ args }: Reason, key: string): readonly string[] {
  const value = args[key];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
