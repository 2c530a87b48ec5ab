// The English of `spec-gate compare` for what its verdict rests on: grounds and notes.
import type { OutcomeComparison } from './compare.ts';
import type { Ground, Note } from './grounds.ts';
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
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => describeGround(reason, comparison));
  return rest > 0 ? [...shown, say`${plural(rest, 'more reason')} (--json has all)`] : shown;
}

function describeGround(ground: Ground, { change = 0, margin, p, detectable }: OutcomeComparison): Sentence {
  switch (ground.code) {
    case 'rose':
      return say`problematic outcomes rose by ${inPoints(change)}, which is at least half of the tolerated ${inPoints(margin)}, and ${byChance(p!.thesePrompts)}`;
    case 'undecided':
      return detectable === undefined
        ? say`one scenario is too few to decide`
        : say`the change of ${signedPoints(change)} points is too uncertain: it shows no rise (${byChance(p!.thesePrompts)}) and does not rule one of ${inPoints(margin)} out`;
    case 'look-open': {
      const { look, scenarios } = ground.args;
      const more = say`ask ${plural(scenarios, 'more scenario')} on both sides`;
      if (look === 0) return say`nothing is decided before the first look: ${more}`;
      return say`look ${count(look)}: a change of ${signedPoints(change)} points neither fails nor rules out a rise of ${points(margin)} yet; ${more}`;
    }
    case 'nothing-in-common':
      return say`the two files have no scenario with outcomes on both sides`;
    case 'missing-scenarios': {
      const { missing, expected, most } = ground.args;
      return say`${count(missing)} of ${plural(expected, 'scenario')} lack one side; more than ${percent(most)} could turn the result, so nothing is concluded`;
    }
    case 'missing-outcomes': {
      const { arm, missing, expected, most } = ground.args;
      return say`${count(missing)} of ${plural(expected, 'outcome')} that were asked of the ${name(arm)} are missing; more than ${percent(most)} could turn the result`;
    }
    case 'model-silent': {
      const { arm, model, missing, expected } = ground.args;
      return say`${names([model])} lacks ${count(missing)} of ${plural(expected, 'outcome')} in the ${name(arm)}; how they would have come out is not known`;
    }
    case 'models-missing':
      return say`the ${name(ground.args.arm)} has no outcome of ${names(ground.args.models)}; without them nothing can pass (--subject chooses the models to compare)`;
    case 'screen-undecided':
      return say`against the stored base a rise of ${inPoints(margin)} is not ruled out yet (measured ${signedPoints(change)})`;
    case 'confirmation-needed':
      return say`against the stored base problematic outcomes changed by ${signedPoints(change)} points; whether that is the change or drift since then, only new answers of both sides can tell`;
    default:
      throw new Error(`unknown ground: ${JSON.stringify(ground satisfies never)}`);
  }
}

/** What was left out, or is uneven. */
export function compareNote(note: Note): Sentence {
  switch (note.code) {
    case 'scenarios-without-base':
    case 'scenarios-without-head': {
      const { scenarios } = note.args;
      const side = note.code === 'scenarios-without-base' ? say`base` : say`head`;
      return say`${plural(scenarios.length, 'scenario')} without an outcome in the ${side}: ${names(scenarios)}; each is counted in the way that speaks most against the verdict`;
    }
    case 'unequal-draws':
      return say`scenarios of the ${name(note.args.arm)} have between ${count(note.args.least)} and ${count(note.args.most)} answers each; every scenario counts the same`;
    case 'outcomes-missing':
      return say`${count(note.args.count)} of ${plural(note.args.expected, 'outcome')} of the ${name(note.args.arm)} are missing (an error, no score, or a row that the other side has); each is counted in the way that speaks most against the verdict`;
    case 'models-left-out':
      return say`left out, because only one file has them: ${names(note.args.models)}`;
    default:
      throw new Error(`unknown note: ${JSON.stringify(note satisfies never)}`);
  }
}

function inPoints(change: number): Wording {
  const shown = points(change);
  return `${shown} ${shown === '1' ? 'point' : 'points'}` as Wording;
}
