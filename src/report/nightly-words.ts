// What a night's alarms and events say, once for every view. Ids are passed through `name`, which makes them harmless.
import { percent, pValue, signedPoints } from './format-numbers.ts';
import type { NightEvent, NightReport } from './nightly-report.ts';

type Name = (id: string) => string;

/** The night in one line. */
export function nightHeadline({ status, alarms, reason, anchor }: NightReport, name: Name): string {
  const of = (kind: string): string =>
    alarms
      .filter((alarm) => alarm.kind === kind)
      .map(({ id }) => name(id))
      .join(', ');
  switch (status) {
    case 'anchored':
      return 'This night is the anchor: later nights are held against it';
    case 'steady':
      return `No change seen since the anchor of ${anchor?.date ?? 'tonight'}`;
    case 'regressed':
      return `Regression: ${of('model')} answers less compliantly than at the anchor`;
    case 'judge-drift':
      return `Judge drift: ${of('judge')} rules otherwise on the same answers`;
    case 'incomplete':
      return `Incomplete (${name(reason ?? 'unknown')}): this night is no baseline and changes no alarm`;
    default:
      throw new Error(`unknown status: ${String(status)}`);
  }
}

export function alarmWords({ kind, id, since, change, p, flips }: NightReport['alarms'][number], name: Name): string {
  const when = `since ${since}`;
  if (kind === 'model')
    return `${name(id)}: ${signedPoints(change)} points non-compliance against the anchor (p ${pValue(p)}), ${when}`;
  const more = flips === undefined ? '' : `, ${percent(Math.max(0, flips))} more turned than its own retest`;
  return `judge ${name(id)}: ${signedPoints(change)} points ruled against on the same answers${more} (p ${pValue(p)}), ${when}; the models are held against the anchor by tonight's rulings on both sides`;
}

export function eventWords(event: NightEvent, name: Name): string {
  switch (event.kind) {
    case 'renamed':
      return `${name(event.id)} answers as ${event.now.map(name).join(', ')}; before as ${event.before.map(name).join(', ')}. It was asked twice as much tonight`;
    case 'new-subject':
      return `Spec, judges or prompts are others than on ${event.lastDate}: this night is the new anchor${event.carried === 0 ? '' : '; open alarms stay open until the anchor is accepted'}. Where only the panel changed, \`spec-gate judges migrate --from OLD.yml --accept "reason"\` carries the old anchor over`;
    case 'not-judged-anew':
      return `${name(event.id)}: anchor answers are no longer stored, so its change is not told apart from a change of judges`;
    case 'shortened':
      return `The money left ($${event.usdLeft.toFixed(2)}) did not cover ${event.dropped} scenarios of the rotation`;
    default:
      throw new Error(`unknown event: ${JSON.stringify(event)}`);
  }
}

/** What to do about an alarm. */
export const NIGHT_ADVICE =
  'If the change is meant, accept it: set `nightly.anchorFrom` in the config to the day from which on it is the new normal (or, where the store is at hand, `spec-gate check --mode nightly --accept-anchor "reason"`). If not, pin the provider to the earlier version, or replace the model.';
