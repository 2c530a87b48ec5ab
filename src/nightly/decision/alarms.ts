// When a change of a model, or of the panel, becomes an alarm, and when the alarm is over.
import { ENDPOINT_RULES, type NightEndpoint, type NightMargins } from './endpoints.ts';
import { isAbout, type EndpointTest } from './endpoint-test.ts';
import { SUSPICION } from './level.ts';
import { endpointOf, type Alarm } from './record.ts';
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
export function raiseEndpoint(test: EndpointTest, { open, margins, date, level }: Raising): readonly Alarm[] {
  const { endpoint, subject, tonight, week } = test;
  const known = open.find((alarm) => endpointOf(alarm) === endpoint && isAbout(alarm, subject));
  // What could not be compared tonight is not thereby well.
  if (tonight === undefined) return known === undefined ? [] : [known];
  const { direction } = ENDPOINT_RULES[endpoint];
  const least = margins[endpoint] / 2;
  const sides = direction === 'either' ? 2 : 1;
  const sizeOf = ({ change }: ShiftTest, like: number): number => change * directionOf(endpoint, like);
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
  const isSame = known !== undefined && directionOf(endpoint, known.change) === directionOf(endpoint, found.change);
  const measured = { since: isSame ? known.since : date, change: found.change, p: found.p };
  if (endpoint === 'frequentNonCompliance' || endpoint === 'disagreement')
    return [{ kind: 'panel', endpoint, ...measured }];
  return [{ kind: 'model', id: subject.models[0]!, endpoint, ...measured }];
}

/** Which way is worse: up, or where either way counts the way it went. */
function directionOf(endpoint: NightEndpoint, change: number): 1 | -1 {
  return ENDPOINT_RULES[endpoint].direction === 'either' && change < 0 ? -1 : 1;
}
