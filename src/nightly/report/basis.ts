// What a night's verdict rests on, in a line: set, cost, level and the spreads allowed for.
import { FALSE_PAGES } from '../decision/level.ts';
import type { NightMetric } from '../decision/metrics.ts';
import { NIGHT_WORDS } from './metric-words.ts';
import type { NightReport } from './report.ts';

export function setWords({ asked, calls, usd }: NightReport): string {
  const price = usd === 'unknown' ? 'price unknown' : `$${usd.toFixed(2)}`;
  return `${asked.sentinels} sentinels and ${asked.rotation} scenarios of the rotation; ${calls} calls, ${price}.`;
}

/** Undefined where nothing was compared. */
export function levelWords({ level, spreads }: NightReport): string | undefined {
  if (level === undefined || spreads === undefined) return undefined;
  const all = (Object.entries(spreads) as [NightMetric, number][]).map(
    ([metric, spread]) => `${NIGHT_WORDS[metric].short} ${NIGHT_WORDS[metric].value(spread)}`,
  );
  return `An alarm needs p ≤ ${level.toPrecision(2)} on two sets of draws together: at most ${FALSE_PAGES} false alarms are expected a quarter over everything that is watched. Spreads between nights that are allowed for: ${all.join(', ')}.`;
}
