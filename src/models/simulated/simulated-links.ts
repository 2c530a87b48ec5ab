// How a simulated model names the clauses a conversation tests: the world's demands on its values, or what the text says it is about.
//
// A clause is a true link where the world says that it demands something of one of the conversation's two values. A written
// scenario says what it is about ("it is about A / spirit of B"), for its values stand in no world.
import type { Json } from '../../core/canonical-json.ts';
import type { Random } from '../../core/random.ts';
import type { Message } from '../model.ts';
import type { ValuePair } from './simulated-scenario.ts';
import type { World } from './world.ts';

/** Shares of true links that a linker misses, and of those it names that it says it is unsure of. */
const MISSED = 0.05;
const UNSURE = 0.1;

export function nameLinks(
  subject: {
    readonly item: Json;
    /** Ids and titles. */
    readonly outline: readonly (readonly [id: string, title: string])[];
    readonly conversation: readonly Message[];
    readonly pair: ValuePair | undefined;
  },
  { world, random }: { readonly world: World; readonly random: Random },
): { readonly [key: string]: Json } {
  const { item, outline, conversation, pair } = subject;
  const text = conversation.map(({ content }) => content).join('\n');
  const isTrue = (id: string): boolean => {
    if (pair === undefined) return new RegExp(`(?:about|spirit of) ${escape(id)}(?![\\w-])`).test(text);
    const demands = world.clauses.get(id) ?? [];
    return demands.some(({ values }) => values.includes(pair.value1) || values.includes(pair.value2));
  };
  const links = outline
    .filter(([id]) => isTrue(id) && random.next() >= MISSED)
    .map(([clause]) => ({ clause, why: '[simulated] Its values are at stake.', sure: random.next() >= UNSURE }));
  return { item, links };
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
