// What building a bank came to, or would cost, in words.
import { plainText } from '../../render/plain-text.ts';
import { writeStop } from '../../report/stop-words.ts';
import type { GenerationCounts } from './generation-counts.ts';
import type { CallPlan, CallTotals } from '../../writing/call-plan.ts';
import type { ScoreCounts } from './score.ts';
import { plural } from '../../render/format-numbers.ts';

/** Lines of text, one thing each; `added` are those that the bank did not hold. */
export function describeGeneration(counts: GenerationCounts, added: number): readonly string[] {
  const { seeds, scenarios, duplicates, byGenerator } = counts;
  return [
    `${plural(scenarios, 'scenario')} from ${plural(seeds, 'pair')}, ${added} of them new to the bank`,
    ...Object.entries(byGenerator).map(([id, count]) => `  ${id}: ${count.scenarios} from ${count.seeds}`),
    ...listLost('dropped', counts.dropped),
    ...listLost('no answer, asked again next time', counts.unanswered),
    ...(duplicates.exact + duplicates.near === 0
      ? []
      : [`duplicates left out: ${duplicates.exact} exact, ${duplicates.near} near`]),
    ...describeStop(counts.stopped),
  ];
}

export function describeScoring({ scored, unchanged, kept, stopped }: ScoreCounts): readonly string[] {
  return [
    `${plural(scored, 'scenario')} scored, ${unchanged} scored before with the same result`,
    ...Object.entries(kept).map(([reason, count]) => `${count} left as they were: ${reason}`),
    ...describeStop(stopped),
  ];
}

export function describePlan({ steps, least, most, stored }: CallPlan): readonly string[] {
  const width = Math.max(5, ...steps.map(({ step }) => step.length));
  return [
    ...steps.map((step) => `${step.step.padEnd(width)}  ${describeStep(step)}`),
    `${'total'.padEnd(width)}  ${describeStep({ least, most, stored })}`,
    'Prices are estimates: four characters a token, replies of usual length, shared beginnings billed as prompt caches bill them.',
  ];
}

function describeStep({ least, most, stored }: Pick<CallPlan, 'least' | 'most' | 'stored'>): string {
  const calls = least.calls === most.calls ? format(most.calls) : `${format(least.calls)} to ${format(most.calls)}`;
  const tokens = `${format(most.inputTokens)} tokens in, ${format(most.outputTokens)} out`;
  return `${calls} calls, ${format(stored)} stored; ${tokens}; ${describeMoney(most)}`;
}

function describeMoney({ usd }: CallTotals): string {
  return usd === 'unknown' ? 'price unknown' : `at most about $${usd.toFixed(2)}`;
}

function listLost(title: string, steps: GenerationCounts['dropped']): readonly string[] {
  return Object.entries(steps).flatMap(([step, reasons]) =>
    Object.entries(reasons).map(([reason, count]) => `${title}: ${count} at ${step} (${reason})`),
  );
}

export function describeStop(stopped: string | undefined): readonly string[] {
  if (stopped === undefined) return [];
  return [
    `stopped early (${plainText(writeStop(stopped))}); finished answers are stored: run the same command again to go on`,
  ];
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
