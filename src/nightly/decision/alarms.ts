// When a change of a model, or of the panel, becomes an alarm, and when the alarm is over.
import { METRIC_RULES, isPanelMetric, type NightMetric, type NightMargins } from './metrics.ts';
import { isAbout, type MetricTest } from './metric-test.ts';
import { SUSPICION } from './level.ts';
import { metricOf, type Alarm } from './record.ts';
import type { ShiftTest } from './shift.ts';

export interface Raising {
  /** The alarms of the last complete night. */
  readonly open: readonly Alarm[];
  readonly margins: NightMargins;
  readonly date: string;
  readonly level: number;
}

/**
 * What keeps an alarm open, for each direction that is tested. Not significance: an effect that is there fails to be
 * significant on many a night. Where it is gone three nights in ten look like this, however few the scenarios.
 */
const STANDING = 0.3;

/**
 * An alarm is opened by p below the level and an effect of half the margin or more, tonight or over the last seven quiet
 * nights. It stands while tonight leans that way by half the margin and more than by chance (above), or the quiet nights
 * before do. A change the other way is another alarm.
 */
export function raiseMetric(test: MetricTest, { open, margins, date, level }: Raising): readonly Alarm[] {
  const { metric, subject, tonight, week } = test;
  const known = open.find((alarm) => metricOf(alarm) === metric && isAbout(alarm, subject));
  // An alarm that could not be tested tonight stays open.
  if (tonight === undefined) return known === undefined ? [] : [known];
  const { direction } = METRIC_RULES[metric];
  const least = margins[metric] / 2;
  const sides = direction === 'either' ? 2 : 1;
  const sizeOf = ({ change }: ShiftTest, like: number): number => change * directionOf(metric, like);
  const confirmed = [tonight, week].find(
    (window) => window !== undefined && window.p <= level && sizeOf(window, window.change) >= least,
  );
  const standing =
    known === undefined
      ? undefined
      : [tonight, week].find(
          (window) =>
            window !== undefined &&
            (window === tonight
              ? window.p <= STANDING * sides && sizeOf(window, known.change) >= least
              : window.p <= SUSPICION && sizeOf(window, known.change) > 0),
        );
  const found = confirmed ?? standing;
  if (found === undefined) return [];
  const isSame = known !== undefined && directionOf(metric, known.change) === directionOf(metric, found.change);
  const measured = { since: isSame ? known.since : date, change: found.change, p: found.p };
  if (isPanelMetric(metric)) return [{ kind: 'panel', endpoint: metric, ...measured }];
  return [{ kind: 'model', id: subject.models[0]!, endpoint: metric, ...measured }];
}

/** Which way is worse: up, or where either way counts the way it went. */
function directionOf(metric: NightMetric, change: number): 1 | -1 {
  return METRIC_RULES[metric].direction === 'either' && change < 0 ? -1 : 1;
}
