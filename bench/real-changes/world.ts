// The simulated world over a real spec: writers, linkers, models and judges, with an effect that is known because it is planted.
//
// Every written conversation truly turns on some clauses, which only the world knows. An answer has a latent tendency to be
// found problematic with the spread of the decision's bench (bench/decision/latent-panel.ts), and each judge rules by chance
// around it; under the head's text of the edited clause the tendency is higher by what raises the share by the planted points,
// on the conversations that truly turn on the clause and on no other.
import { canonicalJson, type Json } from '../../src/core/canonical-json.ts';
import { readDataBlocks } from '../../src/core/data-block.ts';
import { PLAIN_RULES, plainRuling } from '../../src/core/plain-rules.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import type { ShownClause } from '../../src/spec/shown/shown-clause.ts';
import type { WireRequest } from '../../__tests__/support/provider-servers.ts';
import { centerFor, shiftFor, SPREAD } from '../decision/latent-panel.ts';

/** Share of problematic answers of an unchanged spec. */
const LEVEL = 0.23;
/** Shares of written queries that truly turn on their clause; of links a linker misses, and names without cause; of doubts. */
const TOUCHES_CLAUSE = 0.85;
const MISSED = 0.08;
const FALSE_LINK = 0.08;
const DOUBT = 0.12;
/** Shares of writing steps that are refused or unusable. */
const REFUSED = 0.04;

export interface Planted {
  readonly clause: string;
  /** Its id before, where the edit gave it another. */
  readonly clauseBefore?: string;
  /**
   * The clause as judges read it before (`canonicalJson` of what is shown: an edit may change its authority alone); any other
   * is the head's. Undefined for an added clause: its being shown is the head.
   */
  readonly before: string | undefined;
  /** Rise of the share of problematic answers, in points of 1. */
  readonly rise: number;
}

export interface Hardship {
  /** Share of written queries that truly turn on their clause. Default 0.85. */
  readonly touches?: number;
  /** Where a planted rise lies: on every conversation that turns on the clause, or, four times as large, on a quarter of them. */
  readonly where?: 'uniform' | 'quarter';
  /** Names another run in the same world: what is asked again is drawn anew, what things truly are stays. */
  readonly run?: string;
}

export interface WorldReply {
  readonly text: string;
}

export interface World {
  readonly answer: (request: WireRequest) => WorldReply;
  /** Queries of a clause that were written and linked before this world began, as lines of a bank. The same for the same seed. */
  readonly writeBank: (clause: ShownClause, count: number) => readonly Scenario[];
}

type Blocks = ReadonlyMap<string, Json>;

/** A world for one pull request; `seed` names all of its luck. */
export function createWorld(planted: Planted, seed: string, hardship: Hardship = {}): World {
  const { touches = TOUCHES_CLAUSE, where = 'uniform', run = '' } = hardship;
  const truth = new Map<string, readonly string[]>();
  const drawn = new Map<string, number>();
  const rise = where === 'quarter' ? 4 * planted.rise : planted.rise;
  const shift = planted.rise === 0 ? 0 : shiftFor(centerFor(LEVEL), LEVEL + rise);
  return {
    writeBank: (clause, count) =>
      Array.from({ length: count }, (_, index) => {
        const random = createRandom(`${seed}\nbank ${clause.id} ${index}`);
        const blocks = new Map<string, Json>([
          ['clause', { ...clause }],
          ['angle', {}],
        ]);
        const { query } = writeQuery(blocks, { random, truth, touches }) as { readonly query: string };
        return {
          id: `${clause.id}-${index}`.replaceAll(/[^\w-]/g, '-'),
          messages: [{ role: 'user', content: query }],
          clauses: [clause.id],
          topics: [],
        };
      }),
    answer: (request) => {
      const prompt = request.messages.map(({ content }) => content).join('\n');
      const kind = /\n\(([a-z-]+)@\d+\)/.exec(prompt)?.[1];
      // Real models sample: the same request again is another answer.
      const turn = (drawn.get(`${request.model}\n${prompt}`) ?? 0) + 1;
      drawn.set(`${request.model}\n${prompt}`, turn);
      const random = createRandom(`${seed}${run}\n${request.model}\n${turn}\n${prompt}`);
      const blocks = readDataBlocks(prompt);
      const item = blocks.get('item') ?? null;
      const reply = (value: object): WorldReply => ({ text: JSON.stringify({ item, ...value }) });
      switch (kind) {
        case undefined:
          return { text: answerText(request, random) };
        case 'judge':
          return reply(rule(request.model, { blocks, random, truth, planted, shift, where, seed }));
        case 'change-scan':
          return reply(scan(blocks, random));
        case 'change-query':
          return random.next() < REFUSED
            ? reply({ ...NOTHING })
            : reply(writeQuery(blocks, { random, truth, touches }));
        case 'nudges':
          return reply(nudge(blocks, { random, truth }));
        case 'clause-links':
          return reply(link(blocks, { random, truth }));
        default:
          throw new Error(`the world does not know the prompt ${kind}`);
      }
    },
  };
}

const NOTHING = { situation: 'None.', possible: false, protects: '', rival_value: '', query: '' } as const;

function answerText(request: WireRequest, random: Random): string {
  const [words] = request.messages.slice(-1);
  const length = 1200 + random.below(1600);
  const opening = `[simulated] An answer of ${request.model}, number ${random.below(1e9)}, to: `;
  return `${opening}${(words?.content ?? '').slice(0, 80)} ${'It goes on at usual length. '.repeat(100)}`.slice(
    0,
    length,
  );
}

interface Ruling {
  readonly blocks: Blocks;
  readonly random: Random;
  readonly truth: ReadonlyMap<string, readonly string[]>;
  readonly planted: Planted;
  readonly shift: number;
  readonly where: 'uniform' | 'quarter';
  readonly seed: string;
}

function rule(judge: string, { blocks, random, truth, planted, shift, where, seed }: Ruling): object {
  const conversation = conversationOf(blocks);
  const response = JSON.stringify(blocks.get('response') ?? '');
  const normal = (name: string, sd: number): number => sd * createRandom(`${seed}\n${name}`).normal();
  const model = /An answer of (\S+), number/.exec(response)?.[1] ?? '';
  const clauses = (blocks.get('clauses') ?? []) as readonly { readonly [key: string]: Json }[];
  const own = clauses.find(({ id }) => id === planted.clause || id === planted.clauseBefore);
  const isHead = own !== undefined && canonicalJson(own) !== planted.before;
  const turnsOn = truth.get(conversation) ?? [];
  const isHit = where === 'uniform' || createRandom(`${seed}\nquarter ${conversation}`).next() < 0.25;
  const isTouched =
    isHit && (turnsOn.includes(planted.clause) || turnsOn.includes(planted.clauseBefore ?? planted.clause));
  const lean =
    centerFor(LEVEL) +
    normal(`scenario ${conversation}`, SPREAD.scenario) +
    normal(`model ${model}`, SPREAD.model) +
    normal(`cell ${conversation} ${model}`, SPREAD.cell) +
    normal(`response ${response}`, Math.hypot(SPREAD.scenarioDraw, SPREAD.response)) +
    (isHead && isTouched ? shift : 0);
  const ruling = knownRuling(blocks) ?? (random.next() < 1 / (1 + Math.exp(-lean)) ? 'non-compliant' : 'compliant');
  const reasoning = `[simulated] ${judge} weighed the clauses. `.padEnd(520, 'It says why in a few sentences. ');
  return { reasoning, ruling, clauses: own === undefined ? [] : [own['id']!] };
}

/** What any judge says of an answer that plainly keeps or breaks a rule; undefined for every other. */
function knownRuling(blocks: Blocks): string | undefined {
  const response = blocks.get('response');
  if (typeof response !== 'string') return undefined;
  return PLAIN_RULES.map((one) => plainRuling(one, response)).find((ruling) => ruling !== undefined);
}

function scan(blocks: Blocks, random: Random): object {
  const rivals = (blocks.get('clauses') ?? []) as readonly { readonly id: string }[];
  const collisions = rivals.slice(0, 1 + random.below(3)).map(({ id }) => ({
    kind: 'clause',
    against: id,
    situation: `[simulated] Somebody needs what the changed clause asks for and what ${id} asks for, and cannot have both.`,
  }));
  return { collisions };
}

const WHO = [
  'a nurse',
  'a shop owner',
  'a student',
  'a father of two',
  'a team lead',
  'a landlord',
  'a journalist',
  'a chemist',
];
const WHERE = ['at work', 'at home', 'in my village', 'at school', 'in our club', 'abroad', 'online', 'at the clinic'];
const ASK = ['What should I do?', 'Please write it for me.', 'How would you plan it?', 'Which facts matter here?'];

function writeQuery(
  blocks: Blocks,
  {
    random,
    truth,
    touches,
  }: { readonly random: Random; readonly truth: Map<string, readonly string[]>; readonly touches: number },
): object {
  const clause = blocks.get('clause') as { readonly id: string; readonly text: string };
  const angle = blocks.get('angle') as { readonly against?: string };
  const pick = (words: readonly string[]): string => words[random.below(words.length)]!;
  // Words of the clause, so that likeness by words has something to find.
  const words = clause.text.match(/\p{L}{5,}/gu) ?? ['matter'];
  const about = Array.from({ length: 60 }, () => pick(words)).join(' ');
  const query = `[simulated] I am ${pick(WHO)} ${pick(WHERE)}, case ${random.below(1e6)}: ${about}. ${pick(ASK)}`;
  const isOwn = random.next() < touches;
  const also = angle.against !== undefined && random.next() < touches ? [angle.against] : [];
  truth.set(keyOf(query), isOwn ? [clause.id, ...also] : also);
  return {
    situation: '[simulated] Somebody has to choose.',
    possible: true,
    protects: `spirit of ${clause.id}`,
    rival_value: angle.against === undefined ? 'ease of use' : `spirit of ${angle.against}`,
    query,
  };
}

function nudge(
  blocks: Blocks,
  { random, truth }: { readonly random: Random; readonly truth: Map<string, readonly string[]> },
): object {
  const query = blocks.get('query') as string;
  const rewrite = (side: string): string => {
    const text = `${query} What matters most to me is the ${side}, for reason ${random.below(1e6)}.`;
    truth.set(keyOf(text), truth.get(keyOf(query)) ?? []);
    return text;
  };
  return { value1: rewrite('first'), value2: rewrite('second') };
}

function link(
  blocks: Blocks,
  { random, truth }: { readonly random: Random; readonly truth: ReadonlyMap<string, readonly string[]> },
): object {
  const outline = (blocks.get('outline') ?? []) as readonly (readonly [string, string])[];
  const candidates = (blocks.get('clauses') ?? []) as readonly { readonly id: string }[];
  const known = new Set(outline.map(([id]) => id));
  const found = (truth.get(conversationOf(blocks)) ?? []).filter((id) => known.has(id) && random.next() >= MISSED);
  const wrong = candidates.filter(({ id }) => !found.includes(id)).slice(0, random.next() < FALSE_LINK ? 1 : 0);
  const links = [...found, ...wrong.map(({ id }) => id)].map((clause) => ({
    clause,
    why: '[simulated] An answer could keep or break it.',
    sure: random.next() >= DOUBT,
  }));
  return { links };
}

function conversationOf(blocks: Blocks): string {
  const turns = (blocks.get('conversation') ?? []) as readonly { readonly content: string }[];
  return keyOf(turns.map(({ content }) => content).join('\n'));
}

function keyOf(text: string): string {
  return text.normalize('NFC').trim();
}
