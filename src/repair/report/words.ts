// What a repair run's findings are called and what they say, for every view.
import { METRICS } from '../../analysis/metrics.ts';
import { count, percent, plural, pointsRange, signedPoints } from '../../render/format-numbers.ts';
import { name, names, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { pluralForm } from '../../render/plural-form.ts';
import { writeMessage } from '../../report/messages.ts';
import type { Refusal } from '../check-patch.ts';
import { KINDS } from '../edit-kind.ts';
import { isLoosened, type LetGo } from '../let-go.ts';
import type { Fall } from '../measure-fall.ts';
import type { EditStatus, RepairEdit, RepairFault, TurnedRuling } from '../repair-report.ts';

export type Tone = 'good' | 'bad' | 'unsure';

export const STATUSES: Readonly<Record<EditStatus, { readonly word: Wording; readonly tone: Tone }>> = {
  repair: { word: wording('REPAIR'), tone: 'good' },
  undecided: { word: wording('UNDECIDED'), tone: 'unsure' },
  broken: { word: wording('BREAKS SOMETHING'), tone: 'bad' },
  'no fall': { word: wording('FAULT STAYS'), tone: 'bad' },
  untested: { word: wording('UNTESTED'), tone: 'unsure' },
  refused: { word: wording('REFUSED'), tone: 'bad' },
};

/** `adds an example in be_kind, 12 words, by sim/warden (simulated)` */
export function writeOrigin({ kind, clause, words, writer, simulated }: RepairEdit): Sentence {
  const size = words === undefined ? say`` : say`, ${plural(words, 'word')}`;
  return say`${KINDS[kind].label} in ${name(clause)}${size}, written by ${name(writer)}${wording(simulated ? ' (simulated)' : '')}`;
}

/** `62 % → 4 % (−58 points, 95 % interval over 4 edits together −80 to −36) on 6 scenarios that no writer saw` */
export function writeFall({ base, head, change, interval, edits, scenarios }: Fall): Sentence {
  const together = edits === 1 ? say`95 % interval` : say`95 % interval over ${count(edits)} edits together`;
  return say`${percent(base)} → ${percent(head)} (${signedPoints(change)} points, ${together} ${pointsRange(interval)}) on ${plural(scenarios, 'scenario')} that no writer saw`;
}

/** Why an edit is what it is: nothing more to say of an untested one. */
export function writeGrounds(edit: RepairEdit): readonly Sentence[] {
  if (edit.refusal !== undefined) return [writeRefusal(edit.refusal)];
  const { gate } = edit;
  if (edit.status === 'untested') return [say`not tested: too few answers came, or the run ended before`];
  if (gate === undefined && edit.status === 'broken') {
    return [
      say`with it the clause asks so little that no two judges rest a ruling on it: the fault is out of sight, not mended`,
    ];
  }
  if (gate === undefined)
    return [
      say`less than a third of the fault is gone, or so little that chance could do it: the gate was not asked about it`,
    ];
  const grounds = edit.status === 'repair' ? [] : gate.reasons.map((reason) => writeMessage(reason).says);
  const passed = say`the gate passes it on ${plural(gate.scenarios, 'scenario')}: no metric rises past its margin`;
  return [...(edit.status === 'repair' ? [passed] : grounds), ...writeLetGo(gate.letGo)];
}

function writeLetGo(letGo: LetGo): readonly Sentence[] {
  const { forbidden, allowed, examples } = letGo;
  if (forbidden === 0)
    return [
      say`whether it lets through what was forbidden could not be seen: every judge forbids none of the answers at hand`,
    ];
  const such = examples.length === 0 ? say`` : say`, such as ${names(examples.map(({ scenario }) => scenario))}`;
  const counts = say`${count(allowed)} of ${plural(forbidden, 'answer')} that every judge forbade`;
  return [isLoosened(letGo) ? say`it loosens the text: it allows ${counts}${such}` : say`it allows ${counts}${such}`];
}

function writeRefusal(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case 'out-of-clause':
      return say`it reaches beyond the lines of its clause`;
    case 'no-longer-parses':
      return say`the spec no longer parses with it: ${name(refusal.problem)}`;
    case 'touches-more':
      return say`it changes more than its clause's text: ${name(refusal.what)}`;
    case 'no-effect':
      return say`it changes nothing that judges read`;
    case 'loses-comment':
      return say`it takes out a comment that its writer was not shown`;
    case 'too-many-words':
      return say`it changes ${plural(refusal.words, 'word')}; at most ${count(refusal.most)} were allowed (--max-words)`;
    case 'suspect-text':
      return writeMessage(refusal.finding).says;
    default:
      return refusal satisfies never;
  }
}

/** `aspen on first-novel: forbidden → allowed` */
export function writeTurned({ scenario, model, base, head }: TurnedRuling): Sentence {
  return say`${name(model)} on ${name(scenario)}: ${name(base)} → ${name(head)}`;
}

/** What was looked at, and why nothing was tried where that is so. */
export function writeFaultGround({ scenarios, training, heldOut, skipped }: RepairFault): Sentence {
  const { looked, showing } = scenarios;
  const shown = say`${count(showing)} of ${plural(looked, 'scenario')} of its clauses ${pluralForm(showing, wording('shows'), wording('show'))} it`;
  switch (skipped) {
    case undefined:
      return say`${shown}: writers saw ${count(training.length)} of them, and edits were tested on the other ${count(heldOut.length)}`;
    case 'too few scenarios':
      return say`${shown}: too few, as an edit is tested on others than its writer saw. Write more with ${name('spec-gate bank generate')} or ${name('coverage.write')}`;
    case 'stopped':
      return say`nothing was tried: the run ended before`;
    default:
      return skipped satisfies never;
  }
}

/** The gate's table: each metric before and after. */
export function writeMetrics({
  gate,
}: RepairEdit): readonly (readonly [label: Wording, levels: Wording, status: string])[] {
  return (gate?.metrics ?? []).flatMap(({ metric, base, head, status }) => {
    if (base === undefined || head === undefined) return [];
    const { label, unit } = METRICS[metric];
    const show = (level: number): Wording => (unit === 'share' ? percent(level) : (level.toFixed(2) as Wording));
    return [[label, `${show(base)} → ${show(head)}` as Wording, status] as const];
  });
}
