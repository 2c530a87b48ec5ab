// One metric of one model, or of the panel, held against the anchor: tonight, and the last seven quiet nights together.
import { whereDefined } from '../../core/where-defined.ts';
import { anchorCells, hasSameModels, type AnchoredNights } from './anchor.ts';
import { METRIC_RULES, type MetricRule, type NightMetric, type Subject } from './metrics.ts';
import { metricOf, type Alarm, type NightRecord } from './record.ts';
import { readValues, valuesOfNight, type MetricValues } from './rows.ts';
import type { RejudgedAnchor, Views } from './rejudged-anchor.ts';
import { testShift, type ShiftTest } from './shift.ts';

export interface MetricTest {
  readonly metric: NightMetric;
  readonly subject: Subject;
  /** Tonight against the anchor. */
  readonly tonight: ShiftTest | undefined;
  /** The last seven quiet nights, tonight with them, against the anchor: what drifts slowly. */
  readonly week: ShiftTest | undefined;
  /** Whether tonight's judges and classifier saw both sides. */
  readonly anew: boolean;
}

export interface MetricQuestion {
  readonly metric: NightMetric;
  readonly subject: Subject;
  readonly tonight: Pick<NightRecord, 'date' | 'models' | 'scenarios' | 'cells'>;
  readonly baseline: AnchoredNights;
  readonly rejudgedAnchor: RejudgedAnchor;
  readonly views: Views;
  /** Judges and classifier that are not what they were. */
  readonly drifted: readonly Alarm[];
  readonly betweenNights: number;
  readonly level: number;
  readonly page: number;
  readonly seed: string;
  /** See `NightInput`. */
  readonly groups?: ReadonlyMap<string, string> | undefined;
}

/** With tonight a week. */
export const QUIET_NIGHTS = 6;

/** One metric of one model, or of all: tonight, and the last seven quiet nights together, against the anchor. */
export function testMetric(question: MetricQuestion): MetricTest {
  const { metric, subject, tonight, baseline, rejudgedAnchor, views, seed } = question;
  const anchors = anchorCells(baseline, tonight, subject);
  const bases = new Map<string, { readonly date: string; readonly draws: readonly number[] }>();
  let anew = true;
  for (const [scenario, anchor] of anchors) {
    const seen = rejudgedAnchor(anchor, views);
    const draws = readValues(seen.cells, question).get(scenario) ?? [];
    if (draws.length === 0) continue;
    if (!seen.anew) anew = false;
    bases.set(scenario, { date: anchor.date, draws });
  }
  const own = readValues(tonight.cells, question);
  const { scale, direction } = METRIC_RULES[metric];
  const test = (name: string, draws: (scenario: string, from: string) => readonly number[]): ShiftTest | undefined =>
    testShift(
      [...bases].map(([scenario, base]) => ({
        ...whereDefined({ group: question.groups?.get(scenario) }),
        base: base.draws,
        head: draws(scenario, base.date),
      })),
      { ...question, scale, direction, seed: [seed, tonight.date, metric, ...subject.models, name].join('\n') },
    );
  const recent = quietNights(question).slice(-QUIET_NIGHTS);
  const values = recent.map((night): readonly [string, MetricValues] => [night.date, valuesOfNight(night, question)]);
  return {
    metric,
    subject,
    tonight: test('tonight', (scenario) => own.get(scenario) ?? []),
    week:
      recent.length === 0
        ? undefined
        : test('week', (scenario, from) => [
            // A night that is a scenario's anchor is not also held against it.
            ...values.flatMap(([date, before]) => (date > from ? (before.get(scenario) ?? []) : [])),
            ...(own.get(scenario) ?? []),
          ]),
    anew,
  };
}

/**
 * Nights since the anchor with the same models, without an alarm about this metric of theirs, and seen by the same judges
 * (the same classifier): those of before a drift say nothing about what it sees now, nor those of a drift about later.
 */
function quietNights({ metric, subject, tonight, baseline, drifted }: MetricQuestion): readonly NightRecord[] {
  const { seenBy } = METRIC_RULES[metric];
  const eyes = eyesOf(drifted, seenBy);
  return baseline.nights.filter(
    (night) =>
      night !== baseline.anchor &&
      hasSameModels(night, tonight, subject) &&
      isQuietAbout(night, { metric, subject }) &&
      eyesOf(night.alarms, seenBy) === eyes,
  );
}

/** Whether no alarm of this night is about this metric of this subject. */
export function isQuietAbout(
  { alarms }: NightRecord,
  { metric, subject }: { readonly metric: NightMetric; readonly subject: Subject },
): boolean {
  return !alarms.some((alarm) => metricOf(alarm) === metric && isAbout(alarm, subject));
}

/** Whether an alarm is about this model, or about the panel. */
export function isAbout(alarm: Alarm, { kind, models }: Subject): boolean {
  return alarm.kind === 'model' ? kind === 'model' && models.includes(alarm.id) : alarm.kind === kind;
}

/** Names which of the instruments of a kind had drifted. */
export function eyesOf(alarms: readonly Alarm[], seenBy: MetricRule['seenBy']): string {
  const kind = seenBy === 'judges' ? 'judge' : 'classifier';
  return alarms
    .flatMap((alarm) => (alarm.kind === kind ? [`${alarm.id} ${alarm.since}`] : []))
    .sort()
    .join('\n');
}
