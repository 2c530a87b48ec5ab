// What a night's verdict and its alarms say, once for every view. How names are shown is the view's.
import { metricOf, type Alarm } from '../decision/record.ts';
import { byChance, percent, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import { day, inRow, listed, name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { writeStop } from '../../report/stop-words.ts';
import { NIGHT_WORDS, verb, type Verb } from './metric-words.ts';
import type { NightGap, NightReport } from './report.ts';

/** The night in one line. */
export function nightHeadline(report: NightReport): Sentence {
  const { status, alarms, reason, anchor, gaps } = report;
  const but = writeUnseen(gaps);
  switch (status) {
    case 'anchored':
      return say`This night is the anchor: every later night is compared with it`;
    case 'steady':
      return say`No change seen since the anchor of ${anchor === undefined ? say`tonight` : day(anchor.date)}${but}`;
    case 'regressed':
      return say`Regression: ${phrases(alarms.filter(isOfModels))} than at the anchor${but}`;
    case 'judge-drift':
      return say`Judge drift: ${phrases(alarms)} on the same answers${but}`;
    case 'classifier-drift':
      return say`Classifier drift: ${phrases(alarms)} on the same answers${but}`;
    case 'incomplete':
      return say`Incomplete: ${writeStop(reason ?? 'unknown')}. This night says nothing, and every alarm stays as it was`;
    default:
      throw new Error(`unknown status: ${String(status satisfies never)}`);
  }
}

/** Ends a headline with what was not looked at, each thing once. */
function writeUnseen(gaps: readonly NightGap[]): Sentence {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return kinds.length === 0
    ? say``
    : say`; not compared: ${inRow(
        kinds.map((kind) => say`${UNSEEN[kind]}`),
        wording(', '),
      )}`;
}

const UNSEEN: Readonly<Record<NightGap['kind'], Wording>> = {
  judge: wording('judges'),
  classifier: wording('the classifier'),
  scores: wording('rejections and disagreement'),
  model: wording('a model'),
};

function isOfModels({ kind }: Alarm): boolean {
  return kind === 'model' || kind === 'panel';
}

/** Who does what, each subject once: `a, b answer less compliantly; c refuses more and answers less compliantly`. */
function phrases(alarms: readonly Alarm[]): Sentence {
  const subjects = new Map<string, { readonly subject: Sentence; readonly verbs: Verb[] }>();
  for (const alarm of alarms) {
    const key = alarm.kind === 'panel' ? '' : alarm.id;
    const known = subjects.get(key) ?? { subject: subjectOf(alarm), verbs: [] };
    subjects.set(key, known);
    known.verbs.push(verbOf(alarm));
  }
  const does = new Map<string, { readonly who: Sentence[]; readonly verbs: readonly Verb[] }>();
  for (const { subject, verbs } of subjects.values()) {
    const same = verbs.map(({ one }) => one).join('\n');
    const group = does.get(same) ?? { who: [], verbs };
    does.set(same, group);
    group.who.push(subject);
  }
  return inRow(
    [...does.values()].map(({ who, verbs }) => {
      const words = verbs.map(({ one, several }) => say`${who.length === 1 ? one : several}`);
      return say`${inRow(who, wording(', '))} ${listed(words)}`;
    }),
    wording('; '),
  );
}

/** An alarm in a few words: `sim/birch refuses more`. */
export function alarmPhrase(alarm: Alarm): Sentence {
  return say`${subjectOf(alarm)} ${verbOf(alarm).one}`;
}

/** Several alarms in a few words each. */
export function alarmPhrases(alarms: readonly Alarm[]): Sentence {
  return inRow(
    alarms.map((alarm) => alarmPhrase(alarm)),
    wording('; '),
  );
}

function subjectOf(alarm: Alarm): Sentence {
  return alarm.kind === 'panel' ? say`models` : name(alarm.id);
}

function verbOf(alarm: Alarm): Verb {
  if (alarm.kind === 'judge') return verb(wording('rules differently'), wording('rule differently'));
  if (alarm.kind === 'classifier') return verb(wording('scores differently'), wording('score differently'));
  return NIGHT_WORDS[metricOf(alarm)].verb(alarm.change);
}

/** An alarm with its figures, and what follows for the others. */
export function writeAlarm(alarm: Alarm): Sentence {
  const { change, p } = alarm;
  const since = say`. It stands since ${day(alarm.since)}; ${byChance(p)}`;
  switch (alarm.kind) {
    case 'judge':
      return say`judge ${name(alarm.id)} rules against ${byPoints(change)} on the same answers${turned(alarm.flips, wording('rulings turned'))}${since}. Tonight's models are compared with the anchor's answers as this judge rules on both now`;
    case 'classifier':
      return say`classifier ${name(alarm.id)} calls ${byPoints(change)} a rejection on the same answers, and moved its scores by ${listed(alarm.shift.map((one) => say`${signedDecimal(one)}`))}${turned(alarm.flips, wording('answers scored differently'))}${since}. Tonight's rejections and disagreement are compared with the anchor's answers as it scores both now`;
    case 'model':
      return say`${name(alarm.id)}: ${NIGHT_WORDS[metricOf(alarm)].figure(change)}${SINCE_ANCHOR}${since}`;
    case 'panel':
      return say`all models: ${NIGHT_WORDS[alarm.endpoint].figure(change)}${SINCE_ANCHOR}${since}`;
    default:
      throw new Error(`unknown alarm: ${JSON.stringify(alarm satisfies never)}`);
  }
}

const SINCE_ANCHOR = wording(' since the anchor');

/** `+12 points of answers`: how many more, or fewer, of them. */
function byPoints(change: number): Sentence {
  return change === 0
    ? say`as many as before`
    : say`${signedPoints(change)} points (${change < 0 ? wording('fewer') : wording('more')})`;
}

/** Beyond what it turns when asked the same twice on one night. */
function turned(flips: number | undefined, what: Wording): Sentence {
  return flips === undefined
    ? say``
    : say`, ${percent(Math.max(0, flips))} more ${what} than when it was asked twice on one night`;
}

/** Whose alarm was closed. */
export function writeClosed(alarm: Alarm): Sentence {
  return say`no longer so: ${alarmPhrase(alarm)}. The alarm had stood since ${day(alarm.since)}`;
}

/** What to do about an alarm. */
export const NIGHT_ADVICE = say`If the change is meant, accept it: set ${name('nightly.anchorFrom')} in the config to the day from which on it is the new normal (or, where the store is at hand, ${name('spec-gate check --mode nightly --accept-anchor "reason"')}). If not, pin the provider to the earlier version, or replace the model.`;
