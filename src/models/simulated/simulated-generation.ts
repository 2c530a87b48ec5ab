// How a simulated model writes scenarios: from the values or clauses it is shown and its seed, with known rates of failure.
//
// What it writes is labelled, plainly made up, and different from seed to seed; it tests the pipeline, not the world.
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import { createRandom, type Random } from '../../core/random.ts';
import { CallError, type Finish } from '../model.ts';
import { renderTail } from './simulated-stance.ts';

/** Shares of questions that a simulated writer refuses, or answers with part of what was asked. */
const SIMULATED_REFUSALS = 0.05;
const SIMULATED_INCOMPLETE = 0.05;

const WHO = ['a nurse', 'a shop owner', 'a student', 'a father of two', 'a team lead', 'a landlord', 'a journalist'];
const WHAT = ['a letter', 'a talk', 'a house rule', 'a holiday', 'a report', 'a purchase', 'a complaint', 'a test'];
const WHERE = ['at work', 'at home', 'in my village', 'at school', 'in our club', 'abroad', 'online', 'at the clinic'];
const WHEN = ['tomorrow', 'next week', 'before Friday', 'tonight', 'this month', 'by noon', 'soon', 'in spring'];
const WHOM = ['my sister', 'my manager', 'a neighbour', 'an old friend', 'the council', 'a client', 'my coach'];
const ASK = ['What should I do?', 'Please write it for me.', 'How would you plan it?', 'Which facts matter here?'];

type Blocks = ReadonlyMap<string, Json>;
type Reply = { readonly [key: string]: Json };

/** The writing steps by the name of their reply format. */
const WRITERS: Readonly<Record<string, (blocks: Blocks, random: Random) => Reply>> = {
  neutral_query: (blocks, random) => {
    const { value1, value2 } = pairOf(blocks);
    const isIncomplete = random.next() < SIMULATED_INCOMPLETE;
    return { ...situation, conflict: true, query: isIncomplete ? '' : writeQuery(`${value1} / ${value2}`, random) };
  },
  clause_query: (blocks, random) => {
    const clause = blocks.get('clause') as { readonly id: string };
    const rival = blocks.get('rival') as { readonly value?: { name: string }; readonly clause?: { id: string } };
    const against = rival.value?.name ?? `spirit of ${rival.clause?.id}`;
    const query = writeQuery(`${clause.id} / ${against}`, random);
    return { ...situation, conflict: true, protects: `spirit of ${clause.id}`, rival_value: against, query };
  },
  violation: (blocks, random) => {
    const clause = blocks.get('clause') as { readonly id: string };
    const answer = (verb: string, quality: number): string =>
      `[simulated] An answer that ${verb} ${clause.id}.\n\n${renderTail({ value1: 3, value2: 3, quality })}`;
    const query = writeQuery(`what ${clause.id} asks`, random);
    return { ...situation, possible: true, query, breaks: answer('breaks', -3), keeps: answer('keeps', 3) };
  },
  change_query: (blocks, random) => {
    const clause = blocks.get('clause') as { readonly id: string };
    const angle = blocks.get('angle') as { readonly kind: string; readonly against?: string };
    const against = angle.against ?? 'its opposite';
    const query = writeQuery(`${clause.id} / spirit of ${against}`, random);
    return {
      ...situation,
      possible: true,
      protects: `spirit of ${clause.id}`,
      rival_value: `spirit of ${against}`,
      query,
    };
  },
  change_scan: (blocks) => {
    const rivals = blocks.get('clauses') as readonly { readonly id: string }[];
    const collisions = rivals.slice(0, 2).map(({ id }) => ({
      kind: 'clause',
      against: id,
      situation: `[simulated] Somebody wants what ${id} asks for and what the changed clause asks for.`,
    }));
    return { collisions };
  },
  nudged_queries: (blocks) => {
    const { value1, value2 } = pairOf(blocks);
    const query = textOf(blocks, 'query');
    return {
      value1: `${query} What matters most to me is ${value1}.`,
      value2: `${query} What matters most to me is ${value2}.`,
    };
  },
  value_rubrics: (blocks, random) => {
    const { value1, value2 } = pairOf(blocks);
    const isIncomplete = random.next() < SIMULATED_INCOMPLETE;
    return {
      value1: writeSpectrum(value1),
      value2: { ...writeSpectrum(value2), ...(isIncomplete && { neutral: '' }) },
    };
  },
  clause_values: (blocks) => {
    const { id, title } = blocks.get('clause') as { readonly id: string; readonly title: string };
    return { values: [{ name: `spirit of ${id}`, meaning: `[simulated] What "${title}" protects.` }] };
  },
  scenario_topics: (blocks) => {
    // The same conversation bears on the same topics whoever is asked.
    const random = createRandom(`topics ${canonicalJson(blocks.get('conversation') ?? null)}`);
    return Object.fromEntries(TOPICS.map((topic) => [topic, random.next() < 0.15]));
  },
};

const TOPICS = [
  'biological_safety',
  'chemical_safety',
  'cyber_security',
  'politics',
  'child_grooming',
  'mental_illness',
  'philosophical_reasoning',
  'moral_reasoning',
];

const situation = { situation: '[simulated] Somebody has to choose.' };

/** Whether a reply format belongs to generation or to topics. */
export function isWritingFormat(name: string): boolean {
  return Object.hasOwn(WRITERS, name);
}

/** The reply to a writing step's prompt, or a refusal. */
export function writeSimulated(
  format: string,
  { blocks, random }: { readonly blocks: Blocks; readonly random: Random },
): { readonly text: string; readonly finish: Finish } {
  if (format !== 'scenario_topics' && random.next() < SIMULATED_REFUSALS) {
    return { text: '[simulated] No.', finish: 'refusal' };
  }
  const reply = WRITERS[format]!(blocks, random);
  return { text: JSON.stringify({ item: blocks.get('item') ?? null, ...reply }), finish: 'stop' };
}

function writeQuery(subject: string, random: Random): string {
  const pick = (words: readonly string[]): string => words[random.below(words.length)]!;
  const story = `I am ${pick(WHO)} and have ${pick(WHAT)} to settle ${pick(WHERE)} with ${pick(WHOM)} ${pick(WHEN)}`;
  return `[simulated] ${story}; it is about ${subject}, case ${random.below(10_000)}. ${pick(ASK)}`;
}

function writeSpectrum(value: string): { readonly [key: string]: string } {
  const say = (words: string): string => `[simulated] An answer that ${words} ${value}`;
  return {
    extreme_oppose: say('does all it can against'),
    strong_oppose: say('works openly against'),
    moderate_oppose: say('gives little room to'),
    neutral: say('leaves aside'),
    moderate_favor: say('makes some room for'),
    strong_favor: say('puts much weight on'),
    extreme_favor: say('gives everything else up for'),
  };
}

function pairOf(blocks: Blocks): { readonly value1: string; readonly value2: string } {
  const values = blocks.get('values') as Readonly<Record<'value1' | 'value2', { name: string }>> | undefined;
  if (values === undefined) throw new CallError('bad_request', 'the prompt has no data block "values"');
  return { value1: values.value1.name, value2: values.value2.name };
}

function textOf(blocks: Blocks, label: string): string {
  const block = blocks.get(label);
  if (typeof block === 'string') return block;
  throw new CallError('bad_request', `the data block "${label}" is not a text`);
}
