// One timer for all deadlines: thousands of calls have one each, and hardly any is ever reached.
import type { Clock } from '../../core/clock.ts';

export interface Alarm {
  /** To be called when the alarm may now be due earlier. */
  sooner(): void;
  cancel(): void;
}

export interface AlarmOptions {
  /** When it is due, on the clock's monotonic time; asked anew whenever somebody wakes. */
  readonly due: () => number;
  readonly ring: () => void;
}

/** One error for all aborts: without a reason each would make an error of its own, with a stack. */
const WOKEN = new Error('woken');

const sets = new WeakMap<Clock, (options: AlarmOptions) => Alarm>();

/** Rings once, when due. The timer is shared by all alarms of a clock, and gone with the last of them. */
export function setAlarm(clock: Clock, options: AlarmOptions): Alarm {
  const set = sets.get(clock) ?? createAlarms(clock);
  sets.set(clock, set);
  return set(options);
}

function createAlarms(clock: Clock): (options: AlarmOptions) => Alarm {
  const alarms = new Set<AlarmOptions>();
  let nap: { readonly until: number; readonly end: AbortController } | undefined;

  const sleepUntil = (until: number): void => {
    nap?.end.abort(WOKEN);
    const mine = { until, end: new AbortController() };
    nap = mine;
    clock.sleep(Math.max(0, until - clock.monotonic()), mine.end.signal).then(
      () => {
        if (nap !== mine) return;
        nap = undefined;
        wake();
      },
      () => undefined,
    );
  };
  const wake = (): void => {
    const now = clock.monotonic();
    for (const alarm of alarms) {
      if (alarm.due() > now) continue;
      alarms.delete(alarm);
      alarm.ring();
    }
    if (alarms.size > 0) sleepUntil(Math.min(...Array.from(alarms, ({ due }) => due())));
  };

  return (options) => {
    alarms.add(options);
    const sooner = (): void => {
      if (nap === undefined || options.due() < nap.until) sleepUntil(options.due());
    };
    sooner();
    return {
      sooner,
      cancel: () => {
        if (!alarms.delete(options) || alarms.size > 0) return;
        nap?.end.abort(WOKEN);
        nap = undefined;
      },
    };
  };
}
