// What building a bank came to, or would cost, in words.
import { writeStop } from '../../report/stop-words.ts';
import type { GenerationCounts } from './generation-counts.ts';
import type { CallPlan, CallTotals } from '../../writing/call-plan.ts';
import type { ScoreCounts } from './score.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';

/** Lines of text, one thing each; `added` are those that the bank did not hold. */
export function describeGeneration(counts: GenerationCounts, added: number): readonly Sentence[] {
  const { seeds, scenarios, duplicates, byGenerator } = counts;
  return [
    say`${plural(scenarios, 'scenario')} from ${plural(seeds, 'pair')}, ${count(added)} of them new to the bank`,
    ...Object.entries(byGenerator).map(
      ([id, own]) => say`  ${name(id)}: ${count(own.scenarios)} from ${count(own.seeds)}`,
    ),
    ...listLost(wording('dropped'), counts.dropped),
    ...listLost(wording('no answer, asked again next time'), counts.unanswered),
    ...(duplicates.exact + duplicates.near === 0
      ? []
      : [say`duplicates left out: ${count(duplicates.exact)} exact, ${count(duplicates.near)} near`]),
    ...describeStop(counts.stopped),
  ];
}

/** Lines of text: scored, unchanged, left as they were and why, and how to go on where it was stopped. */
export function describeScoring({ scored, unchanged, kept, stopped }: ScoreCounts): readonly Sentence[] {
  return [
    say`${plural(scored, 'scenario')} scored, ${count(unchanged)} scored before with the same result`,
    ...Object.entries(kept).map(([reason, times]) => say`${count(times)} left as they were: ${name(reason)}`),
    ...describeStop(stopped),
  ];
}

/** A line a step with calls, tokens and US dollars, and one for all of them. */
export function describePlan({ steps, least, most, stored }: CallPlan): readonly Sentence[] {
  const width = Math.max(5, ...steps.map(({ step }) => step.length));
  // Steps have names of this program's own.
  const heading = (step: string): Wording => step.padEnd(width) as Wording;
  return [
    ...steps.map((step) => say`${heading(step.step)}  ${describeStep(step)}`),
    say`${heading('total')}  ${describeStep({ least, most, stored })}`,
    say`Prices are estimates: four characters a token, replies of usual length, shared beginnings billed as prompt caches bill them.`,
  ];
}

function describeStep({ least, most, stored }: Pick<CallPlan, 'least' | 'most' | 'stored'>): Sentence {
  const calls =
    least.calls === most.calls ? say`${count(most.calls)}` : say`${count(least.calls)} to ${count(most.calls)}`;
  return say`${calls} calls, ${count(stored)} stored; ${count(most.inputTokens)} tokens in, ${count(most.outputTokens)} out; ${describeMoney(most)}`;
}

function describeMoney({ usd }: CallTotals): Sentence {
  return usd === 'unknown' ? say`price unknown` : say`at most about ${inDollars(usd)}`;
}

/** To the cent, also below one. */
export function inDollars(usd: number): Wording {
  return `$${usd.toFixed(2)}` as Wording;
}

function listLost(title: Wording, steps: GenerationCounts['dropped']): readonly Sentence[] {
  return Object.entries(steps).flatMap(([step, reasons]) =>
    Object.entries(reasons).map(([reason, times]) => say`${title}: ${count(times)} at ${name(step)} (${name(reason)})`),
  );
}

/** Nothing for a run that was not stopped. */
export function describeStop(stopped: string | undefined): readonly Sentence[] {
  return stopped === undefined
    ? []
    : [say`stopped early (${writeStop(stopped)}); finished answers are stored: run the same command again to go on`];
}
