// A simulated model: answers, scores and judges from a documented world, so that every demo and test has a true answer.
//
// An answer is a pure function of the model's profile, the exact messages and the draw; there is no clock, no state and
// no latency. Everything it writes says that it is simulated.
// - A request without a format is answered from the profile (simulated-respond.ts).
// - `value_scores` is scored by reading the response's tail (simulated-score.ts).
// - `expressed_values` names the kinds of those values that the tail says it serves.
// - `judgment` is ruled by the demands of the clauses shown (simulated-judge.ts).
// - `clause_links` names the clauses whose demands touch the conversation's values (simulated-links.ts).
// - `clause_patch` is one of the edits that the world lists (simulated-edits.ts).
// - The formats of generation and topics are written by simulated-generation.ts.
import type { Json } from '../../core/canonical-json.ts';
import { readDataBlocks } from '../../core/data-block.ts';
import { UserError } from '../../core/errors.ts';
import { createRandom, type Random } from '../../core/random.ts';
import {
  CallError,
  type Completion,
  type CompletionRequest,
  type Message,
  type Model,
  type ModelRef,
} from '../model.ts';
import type { ShownClause } from './simulated-demands.ts';
import { proposeEdit, type EditCase } from './simulated-edits.ts';
import { isWritingFormat, writeSimulated } from './simulated-generation.ts';
import { type Case, judgeResponse } from './simulated-judge.ts';
import { nameLinks } from './simulated-links.ts';
import { respond } from './simulated-respond.ts';
import { indexScenarios, type Recognise, type SimulatedScenario, valuesOf } from './simulated-scenario.ts';
import { nameExpressed, writeScores } from './simulated-score.ts';
import { DEFAULT_PROFILES, isInWorld, type World } from './world.ts';

interface Simulation {
  /** Its name in the world, and with a declared version its name in seeds: another checkpoint has other luck. */
  readonly model: string;
  readonly name: string;
  readonly random: Random;
  readonly world: World;
  readonly recognise: Recognise;
}

/**
 * A simulated model. `ref.model` names its profile in the world; a name with no profile for the role it is asked to play
 * has that role's defaults. `scenarios` are those whose values it knows; other conversations get a stance from their hash.
 * @throws UserError when the world does not list the name at all.
 */
export function createSimulatedModel(
  ref: ModelRef,
  { world, scenarios }: { readonly world: World; readonly scenarios: readonly SimulatedScenario[] },
): Model {
  if (!isInWorld(ref.model, world)) throw unknownName(ref, world);
  const recognise = indexScenarios(scenarios);
  const name = ref.version === undefined ? ref.model : `${ref.model}@${ref.version}`;
  return {
    ref,
    complete: async (request, { signal }) => {
      if (signal.aborted) throw new CallError('aborted', 'the call was aborted');
      const random = createRandom(seedOf(name, request));
      return answer(request, { model: ref.model, name, random, world, recognise });
    },
  };
}

/** Names one call: who is asked what, in which draw. Lengths keep texts apart; JSON would cost more than the answer. */
function seedOf(name: string, { messages, format, draw }: CompletionRequest): string {
  const parts = [name, format?.name ?? 'text', draw, ...messages.flatMap(({ role, content }) => [role, content])];
  return parts.map((part) => `${part.length} ${part}`).join('\n');
}

function answer(request: CompletionRequest, simulation: Simulation): Completion {
  const { model, name, random, world, recognise } = simulation;
  switch (request.format?.name) {
    case undefined: {
      const profile = world.models.get(model) ?? DEFAULT_PROFILES.model;
      return finish(request, respond(request.messages, { name, profile, random, world, recognise }));
    }
    case 'value_scores': {
      const profile = world.classifiers.get(model) ?? DEFAULT_PROFILES.classifier;
      const blocks = blocksOf(request);
      const subject = { item: blocks.get('item') ?? null, response: textOf(blocks.get('response')) };
      return finish(request, JSON.stringify(writeScores(subject, { profile, random })));
    }
    case 'judgment': {
      const profile = world.judges.get(model) ?? DEFAULT_PROFILES.judge;
      if (random.next() < profile.abstention) return { ...finish(request, '[simulated] No.'), finish: 'refusal' };
      const reply = judgeResponse(readCase(request, recognise), { name, profile, random, world });
      return finish(request, JSON.stringify(reply));
    }
    case 'expressed_values':
      return finish(request, JSON.stringify(nameExpressed(readExpressedCase(request, recognise))));
    case 'clause_patch':
      return finish(request, JSON.stringify(proposeEdit(readEditCase(request), world)));
    case 'clause_links':
      return finish(request, JSON.stringify(nameLinks(readLinkCase(request, recognise), { world, random })));
    default:
      if (isWritingFormat(request.format!.name)) return write(request, random);
      throw new CallError('bad_request', `simulated models do not know the reply format "${request.format?.name}"`);
  }
}

/** A step of generation, or a scenario's topics. */
function write(request: CompletionRequest, random: Random): Completion {
  const blocks = readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
  const { text, finish: ending } = writeSimulated(request.format!.name, { blocks, random });
  return { ...finish(request, text), finish: ending };
}

function readCase(request: CompletionRequest, recognise: Recognise): Case {
  const blocks = blocksOf(request);
  const messages = blocks.get('conversation') as unknown as readonly Message[];
  const { conversation, scenario } = recognise(messages);
  return {
    item: blocks.get('item') ?? null,
    clauses: blocks.get('clauses') as unknown as readonly ShownClause[],
    conversation,
    pair: valuesOf(scenario),
    asked: messages.at(-1)?.content ?? '',
    response: textOf(blocks.get('response')),
  };
}

function readExpressedCase(request: CompletionRequest, recognise: Recognise): Parameters<typeof nameExpressed>[0] {
  const blocks = blocksOf(request);
  const { scenario } = recognise(blocks.get('conversation') as unknown as readonly Message[]);
  return {
    item: blocks.get('item') ?? null,
    response: textOf(blocks.get('response')),
    categories: blocks.get('categories') as unknown as Parameters<typeof nameExpressed>[0]['categories'],
    pair: valuesOf(scenario),
  };
}

function readEditCase(request: CompletionRequest): EditCase {
  const blocks = readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
  return {
    item: blocks.get('item') ?? null,
    clauses: blocks.get('clauses') as unknown as EditCase['clauses'],
    examples: blocks.get('examples') as unknown as EditCase['examples'],
    ...(blocks.get('edit') as Pick<EditCase, 'kind' | 'number'>),
    draw: request.draw,
  };
}

function readLinkCase(request: CompletionRequest, recognise: Recognise): Parameters<typeof nameLinks>[0] {
  const blocks = readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
  const conversation = blocks.get('conversation') as unknown as readonly Message[];
  return {
    item: blocks.get('item') ?? null,
    outline: blocks.get('outline') as unknown as readonly (readonly [string, string])[],
    conversation,
    pair: valuesOf(recognise(conversation).scenario),
  };
}

/** The prompt's data blocks. Our own prompts always carry them: anything else is a caller's mistake. */
function blocksOf(request: CompletionRequest): ReadonlyMap<string, Json> {
  const blocks = readDataBlocks(request.messages.map(({ content }) => content).join('\n'));
  const needed = request.format?.name === 'judgment' ? ['clauses', 'conversation', 'response'] : ['response'];
  const absent = needed.filter((label) => !blocks.has(label));
  if (absent.length === 0) return blocks;
  throw new CallError('bad_request', `the prompt has no data block "${absent.join('", "')}"`);
}

function textOf(block: Json | undefined): string {
  if (typeof block === 'string') return block;
  throw new CallError('bad_request', 'the data block "response" is not a text');
}

/** A whole answer; a token is taken to be four characters. */
function finish({ model, messages }: CompletionRequest, text: string): Completion {
  const sent = messages.reduce((sum, { content }) => sum + content.length, 0);
  return {
    text,
    finish: 'stop',
    returnedModel: model.model,
    usage: {
      inputTokens: Math.ceil(sent / 4),
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: Math.ceil(text.length / 4),
    },
    adapted: [],
  };
}

function unknownName({ id, model }: ModelRef, { models, judges, classifiers }: World): UserError {
  const names = [...new Set([...models.keys(), ...judges.keys(), ...classifiers.keys()])];
  return new UserError({
    message: `${id}: the simulated world has no "${model}"`,
    hint: names.length === 0 ? 'its world.yml lists nobody' : `it has ${names.join(', ')}`,
  });
}
