// What got worse though it does not block: a pass says so first, since "nothing got worse" would be wrong.
import { FAIL_SHARE } from '../decision/bounds.ts';
import { inRow, say, wording, type Sentence } from '../render/sentence.ts';
import { METRIC_NAMES, METRIC_WORDS } from './metric-words.ts';
import type { MetricName, Report } from './report.ts';

/** Metrics that are only reported, whose interval leaves out 0 on the worse side and whose change is large enough to fail one that blocks. */
export function reportedWorse(endpoints: Report['endpoints']): readonly MetricName[] {
  return METRIC_NAMES.filter((metric) => {
    const { status, interval, change = 0, margin = 0 } = endpoints[metric] ?? {};
    return status === 'report' && interval !== undefined && interval[0] > 0 && change >= FAIL_SHARE * margin;
  });
}

/** `; rejections and interpretation did, which this policy only reports`, behind what did not; nothing where none did. */
export function writeReported(metrics: readonly MetricName[]): Sentence {
  if (metrics.length === 0) return say``;
  const all = metrics.map((metric) => say`${METRIC_WORDS[metric].inSentence}`);
  const [last, before] = [all.at(-1)!, all.slice(0, -1)];
  const list = before.length === 0 ? last : say`${inRow(before, wording(', '))} and ${last}`;
  return say`; ${list} did, which this policy only reports`;
}
