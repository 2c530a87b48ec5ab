// What a night's verdict rests on: the set it asked, its cost, how sure an alarm must be, and what it was compared with.
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { day, listed, name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { FALSE_PAGES } from '../decision/level.ts';
import type { NightMetric } from '../decision/metrics.ts';
import { NIGHT_WORDS } from './metric-words.ts';
import type { NightReport } from './report.ts';

/** Months; the level is set for one. */
const QUARTER = 3;

/** What the night asked, and what that cost. */
export function writeSet({ asked, calls, usd }: NightReport): Sentence {
  const price = usd === 'unknown' ? wording('price unknown') : dollars(usd);
  return say`Asked: ${plural(asked.sentinels, 'sentinel')} (the same every night) and ${plural(asked.rotation, 'scenario')} of the rotation (the rest of the bank, a part a night); ${plural(calls, 'call')}, ${price}.`;
}

/** Undefined where nothing was compared. */
export function writeLevel({ level, spreads }: NightReport): Sentence | undefined {
  if (level === undefined || spreads === undefined) return undefined;
  const all = (Object.entries(spreads) as [NightMetric, number][]).map(
    ([metric, spread]) => say`${NIGHT_WORDS[metric].short} ${NIGHT_WORDS[metric].value(spread)}`,
  );
  const often = level.toPrecision(2) as Wording;
  return say`An alarm needs a change that chance alone shows with a probability of ${often} or less (p ≤ ${often}), on two sets of answers together: over everything that is watched one false alarm in ${plural(QUARTER / FALSE_PAGES, 'month')} is expected at most. Changes from night to night that are normal here: ${listed(all)}.`;
}

function writePruned({ nights }: NightReport): Sentence {
  return nights === undefined
    ? say``
    : say` Of ${plural(nights.all, 'night')} since then ${count(nights.pruned)} are kept without their single answers, which no comparison reads (${name('nightly.keepNights')}).`;
}

/** Of what stands in the tables. */
const READING = say`In the tables, p is how often chance alone would show such a change (0.01: once in 100 times), and beyond retest is how much more often a judge turned than when it was asked the same twice on one night.`;

/** What every view end with: the set, the anchor and the level. */
export function writeBasis(report: NightReport): readonly Sentence[] {
  const level = writeLevel(report);
  if (level === undefined) return [writeSet(report)];
  const { anchor } = report;
  const accepted = anchor?.accepted === undefined ? say`` : say` (accepted: ${name(anchor.accepted.reason)})`;
  const which = anchor === undefined ? [] : [say`Anchor: ${day(anchor.date)}${accepted}.${writePruned(report)}`];
  return [writeSet(report), ...which, level, READING];
}
