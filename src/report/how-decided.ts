// How a verdict came about: what was compared, on what, in which rounds, at what price. The same sentences in every view.
import { count, dollars, plural, points } from '../render/format-numbers.ts';
import type { Report } from './report.ts';
import type { RunRecord } from './run-record.ts';
import { name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

const COMPARISONS: Readonly<Record<Report['comparison'], Wording>> = {
  target: wording('The models do not see the spec: the same stored responses were judged under both texts.'),
  prompt: wording(
    "The spec is the models' system prompt: both sides answered, and each answer was judged under its own text.",
  ),
  model: wording('The models of both sides were compared on the base spec.'),
  none: wording('Nothing was judged.'),
};

/** What a round ended with: the decision's reason to go on, its verdict, or what stopped the run. */
const OUTCOMES: Readonly<Record<string, Wording>> = {
  pass: wording('pass'),
  fail: wording('fail'),
  inconclusive: wording('not decided'),
  undecided: wording('not decided, another draw'),
  extend: wording('not decided, more scenarios'),
  suspicious: wording('suspicious, to be confirmed afresh'),
  today: wording('stored answers alone do not decide, and the base is asked once more today'),
  'screen-exhausted': wording('not decided by what is stored, to be confirmed afresh'),
  'next-base': wording('not decided, and the base is asked once more'),
  'next-look': wording('not decided, another look'),
  outliers: wording('worse after one draw, and looked at once more for models that newly stand apart'),
  budget: wording('stopped by the budget'),
  signal: wording('interrupted'),
  quota: wording('stopped by a quota'),
};

const STAGES = { screen: wording('Screen'), confirm: wording('Confirm') } as const;

/** Full sentences, in the order things happened. */
export function writeHowDecided(report: Report): readonly Sentence[] {
  const affected = report.selection.filter((row) => row.affected).length;
  const decided = report.rounds.length === 0 ? [] : [writeRule(report.comparison)];
  return [
    say`${COMPARISONS[report.rounds.length === 0 ? 'none' : report.comparison]}`,
    ...(report.selection.length === 0 ? [] : [populationOf(report, affected)]),
    ...report.rounds.map(
      (round) =>
        say`${STAGES[round.stage]}: ${plural(round.scenarios, 'scenario')}, ${plural(round.draws, 'draw')} a side: ${Object.hasOwn(OUTCOMES, round.outcome) ? OUTCOMES[round.outcome]! : name(round.outcome)}.`,
    ),
    ...decided,
    ...writeReach(report.judges.reach),
    say`Judged under policy ${name(report.policyHash.slice(0, 12))}.`,
  ];
}

/** Where models do not see the spec it is the rulings that are drawn anew, on answers that serve both sides. */
function writeRule(comparison: Report['comparison']): Sentence {
  const again =
    comparison === 'target' ? wording('fresh rulings under both texts') : wording('fresh answers of both sides');
  return say`A pass rules out a change for the worse as large as the margin. A fail needs a significant change of half the margin or more, seen again in ${again}; p values are adjusted for the number of metrics that can block (Holm).`;
}

/** Where judges could lean far enough, unnoticed, to turn the verdict. */
function writeReach(reach: Report['judges']['reach']): readonly Sentence[] {
  if (reach?.turns === undefined) return [];
  const { rulings, turns } = reach;
  const how = turns.way === 'milder' ? wording('milder') : wording('stricter');
  const decided = turns.way === 'milder' ? wording('pass') : wording('fail');
  return [
    say`The judges themselves were watched by ${plural(rulings, 'ruling')} on answers of known ruling, given under both texts: judges that are ${how} by up to ${points(reach[turns.way])} points of all answers to whatever is new would go unnoticed there, and ${points(turns.by)} points would turn this ${decided}. ${wording('spec-gate doctor')} holds them to all labelled items.`,
  ];
}

function populationOf({ selection, head, judges }: Report, affected: number): Sentence {
  return say`${count(affected)} of ${plural(selection.length, 'selected scenario')} show judges or models something that differs between the sides; ${plural(head.models.length, 'model')}, ${plural(judges.panel.length, 'judge')}.`;
}

/** `1,152 answers needed · 864 stored · 288 made · paid $1.90`. Without a run, what all of it takes. */
export function writeCost(report: Report, run: RunRecord | undefined): Sentence {
  const needed = say`${plural(report.needed.calls, 'call')} behind this verdict`;
  if (run === undefined) {
    return report.needed.usd === undefined ? needed : say`${needed}, worth ${dollars(report.needed.usd)}`;
  }
  const paid = run.usd === 'unknown' ? say`price unknown` : say`this run paid ${dollars(run.usd)}`;
  return say`${needed} · ${count(run.calls.stored)} were stored, ${count(run.calls.made)} made · ${paid}`;
}

/** `main 3f2c1ab`. */
export function writeSide({ ref, sha }: Report['base']): Sentence {
  return sha === undefined ? name(ref) : say`${name(ref)} ${name(sha.slice(0, 7))}`;
}
