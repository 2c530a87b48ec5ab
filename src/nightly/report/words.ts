// What a night's alarms, gaps and events say, once for every view. Ids are passed through `name`, which makes them harmless.
import { metricOf, type Alarm } from '../decision/record.ts';
import type { LostHistory } from '../earlier-anchor.ts';
import { percent, pValue, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import { NIGHT_WORDS, verb, type Verb } from './metric-words.ts';
import type { NightEvent, NightGap, NightReport } from './report.ts';

export type Name = (id: string) => string;

/** The night in one line. */
export function nightHeadline(report: NightReport, name: Name): string {
  const { status, alarms, reason, anchor, gaps } = report;
  const unseen = [...new Set(gaps.map(({ kind }) => UNSEEN[kind]))];
  const but = unseen.length === 0 ? '' : `; not compared: ${unseen.join(', ')}`;
  switch (status) {
    case 'anchored':
      return 'This night is the anchor: later nights are held against it';
    case 'steady':
      return `No change seen since the anchor of ${anchor?.date ?? 'tonight'}${but}`;
    case 'regressed':
      return `Regression: ${phrases(alarms.filter(isOfModels), name)} than at the anchor${but}`;
    case 'judge-drift':
    case 'classifier-drift':
      return `${status === 'judge-drift' ? 'Judge' : 'Classifier'} drift: ${phrases(alarms, name)} on the same answers${but}`;
    case 'incomplete':
      return `Incomplete (${name(reason ?? 'unknown')}): this night is no baseline and changes no alarm`;
    default:
      throw new Error(`unknown status: ${String(status)}`);
  }
}

/** Short names of what a gap left out. */
const UNSEEN: Readonly<Record<NightGap['kind'], string>> = {
  judge: 'judges',
  classifier: 'the classifier',
  scores: 'rejections and disagreement',
  model: 'a model',
};

function isOfModels({ kind }: Alarm): boolean {
  return kind === 'model' || kind === 'panel';
}

/** Who does what, each subject once: `a, b answer less compliantly; c refuses more and answers less compliantly`. */
function phrases(alarms: readonly Alarm[], name: Name): string {
  const verbs = new Map<string, Verb[]>();
  for (const alarm of alarms) {
    const subject = subjectOf(alarm, name);
    verbs.set(subject, [...(verbs.get(subject) ?? []), verbOf(alarm)]);
  }
  const does = new Map<string, { readonly who: string[]; readonly verbs: readonly Verb[] }>();
  for (const [subject, own] of verbs) {
    const same = own.map(({ one }) => one).join(' and ');
    const group = does.get(same) ?? { who: [], verbs: own };
    does.set(same, group);
    group.who.push(subject);
  }
  return [...does.values()]
    .map(({ who, verbs: own }) => {
      const words = own.map(({ one, several }) => (who.length === 1 ? one : several));
      return `${who.join(', ')} ${words.join(' and ')}`;
    })
    .join('; ');
}

/** An alarm in a few words: `sim/birch refuses more`. */
export function alarmPhrase(alarm: Alarm, name: Name): string {
  return `${subjectOf(alarm, name)} ${verbOf(alarm).one}`;
}

function subjectOf(alarm: Alarm, name: Name): string {
  return alarm.kind === 'panel' ? 'models' : name(alarm.id);
}

function verbOf(alarm: Alarm): Verb {
  if (alarm.kind === 'judge') return verb('judges otherwise', 'judge otherwise');
  if (alarm.kind === 'classifier') return verb('scores otherwise', 'score otherwise');
  return NIGHT_WORDS[metricOf(alarm)].verb(alarm.change);
}

/** An alarm with its figures. */
export function alarmWords(alarm: Alarm, name: Name): string {
  const { change, p, since } = alarm;
  const when = `(p ${pValue(p)}), since ${since}`;
  if (alarm.kind === 'judge') {
    const { flips } = alarm;
    const more = flips === undefined ? '' : `, ${percent(Math.max(0, flips))} more turned than its own retest`;
    return `judge ${name(alarm.id)}: ${signedPoints(change)} points ruled against on the same answers${more} ${when}; the models are held against the anchor by tonight's rulings on both sides`;
  }
  if (alarm.kind === 'classifier') {
    const { flips, shift } = alarm;
    const more =
      flips === undefined ? '' : `, ${percent(Math.max(0, flips))} more scored otherwise than its own retest`;
    return `classifier ${name(alarm.id)}: ${signedPoints(change)} points rejections on the same answers, scores moved by ${shift.map(signedDecimal).join(' and ')}${more} ${when}; rejections and disagreement are held against the anchor by tonight's scores on both sides`;
  }
  const who = alarm.kind === 'panel' ? 'all models' : name(alarm.id);
  return `${who}: ${NIGHT_WORDS[metricOf(alarm)].figure(change)} against the anchor ${when}`;
}

/** Whose alarm was closed. */
export function closedWords(alarm: Alarm, name: Name): string {
  return `over: ${alarmPhrase(alarm, name)}; it was open since ${alarm.since}`;
}

/** What could not be compared, and what to do about it: one line for all that share a reason. */
export function gapWords(gaps: readonly NightGap[], name: Name): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const gap of gaps) {
    const { who, why } = describeGap(gap, name);
    lines.set(why, [...(lines.get(why) ?? []), who]);
  }
  return [...lines].map(([why, who]) => `${who.join(', ')}${why}`);
}

function describeGap(gap: NightGap, name: Name): { readonly who: string; readonly why: string } {
  switch (gap.kind) {
    case 'judge':
    case 'classifier': {
      const nothing = gap.kind === 'judge' ? 'no model or scenario is as it was then' : 'none has a score';
      const because = gap.of === 0 ? nothing : 'the others are not in the store, or got no word tonight';
      return {
        who: `${gap.kind} ${name(gap.id)}`,
        why: `: compared on ${gap.answers} of ${gap.of} answers of the anchor (${because}). A change here would look like a change of models. Keep the store between nights (\`store: branch\` in the Action), or accept a new anchor`,
      };
    }
    case 'scores':
      return {
        who: 'rejections, disagreement and the classifier',
        why: `: it scored ${gap.scored} of ${gap.of} answers, too few to compare. Their alarms stay as they are`,
      };
    case 'model':
      return {
        who: name(gap.id),
        why: ': no answer at the anchor that counts. A model that is new or changed in the config is held against its first night',
      };
    default:
      throw new Error(`unknown gap: ${JSON.stringify(gap)}`);
  }
}

export function eventWords(event: NightEvent, name: Name): string {
  switch (event.kind) {
    case 'renamed':
      return `${name(event.id)} answers as ${event.now.map(name).join(', ')}; before as ${event.before.map(name).join(', ')}. It was asked twice as much tonight`;
    case 'new-subject':
      return `Spec, judges, classifier or prompts are others than on ${event.lastDate}: this night is the new anchor${event.carried === 0 ? '' : '; open alarms stay open until the anchor is accepted'}. Where only the panel changed, \`spec-gate judges migrate --from OLD.yml --accept "reason"\` carries the old anchor over; where a release changed the prompts, \`--from spec-gate.yml\` does`;
    case 'not-seen-anew':
      return `${event.id === undefined ? 'All models' : name(event.id)}: not all of the anchor's answers were seen again tonight, so this change is not told apart from a change of judges or classifier`;
    case 'scored-once':
      return `The anchor was scored once only: that ${name(event.id)} errs more than before would not be noticed, unless it errs to one side. The next anchor is scored twice`;
    case 'history-lost':
      return lostWords(event.lost, name);
    case 'shortened':
      return `The money left ($${event.usdLeft.toFixed(2)}) did not cover ${event.dropped} scenarios of the rotation`;
    default:
      throw new Error(`unknown event: ${JSON.stringify(event)}`);
  }
}

function lostWords({ what, why, note }: LostHistory, name: Name): string {
  const figures = Object.entries(note?.nonCompliance ?? {}).map(([id, share]) => `${name(id)} ${percent(share)}`);
  const then = figures.length === 0 ? '' : ` (non-compliance then: ${figures.join(', ')})`;
  const found =
    what === 'unread'
      ? `The history could not be looked at: ${name(why)}`
      : `${why}${then}, and the store holds ${what === 'missing' ? 'no night' : 'nights, but not that one'}`;
  const back = what === 'unread' ? 'Start the run again when it can' : HISTORY_BACK;
  return `${found}. Nothing was asked, no anchor was pinned, and an open issue stays open. ${back}; or accept that today is the new normal: \`nightly.anchorFrom\` in the config, today or later, or \`accept-anchor\` where the workflow is started by hand`;
}

const HISTORY_BACK =
  'Put `history.jsonl` from the artifact of an earlier night back into the store (on the branch of `store: branch`: `segments/restored.history.jsonl`), since caches are dropped after seven days without use';

/** What to do about an alarm. */
export const NIGHT_ADVICE =
  'If the change is meant, accept it: set `nightly.anchorFrom` in the config to the day from which on it is the new normal (or, where the store is at hand, `spec-gate check --mode nightly --accept-anchor "reason"`). If not, pin the provider to the earlier version, or replace the model.';
