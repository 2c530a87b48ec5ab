// One of so many parts of a bank, for as many machines: the same parts on every one of them, and alike in what they cost.
import type { Scenario } from './scenario.ts';

/** `number` counts from 1 to `of`. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** `2/8`; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return number === undefined || shard.number > shard.of ? undefined : shard;
}

/** A prompt's own words, however short the question: what every call costs beside it, in characters. */
const OVERHEAD = 2000;

/**
 * The scenarios of one part, in the bank's order. The dearest go first, each to the part that is cheapest so far (longest
 * processing time first, Graham 1969: at most a third above the best split); equal ones by their ids, so that the order of the
 * bank's lines makes no difference.
 */
export function takeShard(scenarios: readonly Scenario[], { number, of }: Shard): readonly Scenario[] {
  const loads = Array.from({ length: of }, () => 0);
  const own = new Set<string>();
  const dearest = scenarios
    .map((scenario) => ({ id: scenario.id, cost: costOf(scenario) }))
    .sort((one, other) => other.cost - one.cost || (one.id < other.id ? -1 : 1));
  for (const { id, cost } of dearest) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least]! += cost;
    if (least === number - 1) own.add(id);
  }
  return scenarios.filter(({ id }) => own.has(id));
}

function costOf({ messages, rubric1, rubric2 }: Scenario): number {
  const texts = [...messages.map(({ content }) => content), ...(rubric1 ?? []), ...(rubric2 ?? [])];
  return texts.reduce((sum, text) => sum + text.length, OVERHEAD);
}
