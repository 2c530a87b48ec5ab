// Simulated models: pure, labelled, with the rates that their world states, and moved by demands and nothing else.
import { describe, expect, it, test } from 'vitest';
import { dataBlock } from '../../../src/core/data-block.ts';
import { classifyRequest } from '../../../src/evaluation/prompts/classify.ts';
import { judgeRequest } from '../../../src/evaluation/prompts/judge.ts';
import { respondRequest } from '../../../src/evaluation/prompts/respond.ts';
import type { CompletionRequest } from '../../../src/models/model.ts';
import { keepConsistent } from '../../../src/models/simulated/simulated-demands.ts';
import { readStance, renderTail } from '../../../src/models/simulated/simulated-stance.ts';
import { createSimulatedModel } from '../../../src/models/simulated/simulated.ts';
import { parseWorld } from '../../../src/models/simulated/world.ts';
import { hasRubrics, type Rubric, type Scenario } from '../../../src/scenarios/scenario.ts';
import { simulate, simulatedRef, type SimulatedReply } from '../../support/harbor.ts';
import { EVERY_ROLE } from '../../support/live-models.ts';
import { describeModelContract } from '../../support/model-contract.ts';

const world = await parseWorld({
  file: 'world.yml',
  text: `
nudge: 1
models:
  giver: { noise: 0.4, obedience: 1, values: { help: 2 } }
  holder: { noise: 0.4, obedience: 1, values: { care: 2 } }
judges:
  exact: { falsePositive: 0, falseNegative: 0, ambiguity: 0 }
  careFirst: { falsePositive: 0, falseNegative: 0, ambiguity: 0, first: [care] }
  helpFirst: { falsePositive: 0, falseNegative: 0, ambiguity: 0, first: [help] }
  hasty: { falsePositive: 0.2, falseNegative: 0.1, ambiguity: 0.05, abstention: 0.1 }
classifiers:
  sorter: { errorRate: 0.2 }
clauses:
  care:
    - { phrase: be careful, values: [care], atLeast: 3 }
  help:
    - { phrase: answer in full, values: [help], atLeast: 5 }
    - { phrase: be modest, values: [help], atMost: 4 }
`,
});
const rubric = (value: string): Rubric => [0, 1, 2, 3, 4, 5, 6].map((step) => `${value} ${step}`) as unknown as Rubric;
const scenario = (id: string, rest: Partial<Scenario> = {}): Scenario => ({
  id,
  messages: [{ role: 'user', content: `question ${id}` }],
  value1: 'help',
  value2: 'care',
  nudge: 'neutral',
  rubric1: rubric('help'),
  rubric2: rubric('care'),
  clauses: ['care'],
  topics: [],
  ...rest,
});
const bank = [scenario('a'), scenario('b', { nudge: 'value1' }), scenario('c', { nudge: 'value2' })];
const [neutral, nudged1, nudged2] = bank as [Scenario, Scenario, Scenario];
const simulation = simulate(world, bank);
const options = { signal: new AbortController().signal };
const draws = (count: number) => Array.from({ length: count }, (_, index) => `pool:${index}`);
const clause = (id: string, text: string) => ({ id, title: id, path: [], text });
const answerWith = (value1: number, value2: number, quality = 0) =>
  `[simulated] An answer.\n\n${renderTail({ value1, value2, quality })}`;

async function meanHelp(model: string, asked: Scenario, spec?: string): Promise<number> {
  const scores = await Promise.all(
    draws(60).map(async (draw) => {
      const at = spec === undefined ? { draw } : { draw, spec };
      return readStance(await simulation.respond(model, asked, at)).value1;
    }),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

if (!hasRubrics(neutral)) throw new Error('the neutral scenario has rubrics');
const classify = { classifier: simulatedRef('sorter'), scenario: neutral, response: answerWith(4, 2), draw: 'pool:1' };
const plain = respondRequest({ ref: simulatedRef('sorter') }, neutral, 'pool:1');
describeModelContract('simulated', () => ({
  model: createSimulatedModel(simulatedRef('sorter'), { world, scenarios: bank }),
  plain,
  formatted: classifyRequest(classify),
  conversation: { ...plain, messages: EVERY_ROLE },
}));

describe('a response', () => {
  it('is labelled, quotes its rubric steps and ends with its stance', async () => {
    const text = await simulation.respond('giver', neutral, { draw: 'pool:1' });
    const { value1, value2 } = readStance(text);
    expect(text).toContain(`[simulated] On help: help ${value1}. On care: care ${value2}.`);
    expect(text).toMatch(/\(simulated stance: [0-6]\/[0-6]; type: [a-z_]+; quality: -?\d+\.\d\d\)$/);
  });

  it('depends on the model, the messages and the draw alone', async () => {
    const request = respondRequest({ ref: simulatedRef('giver') }, neutral, 'pool:1');
    const withSystem: CompletionRequest['messages'] = [{ role: 'system', content: 'Be brief.' }, ...request.messages];
    const answers = (change: Partial<CompletionRequest>, from = simulation) =>
      Promise.all(draws(5).map(async (draw) => (await from.ask({ ...request, draw, ...change })).text));
    const first = await answers({});
    expect(await answers({ sharedMessages: 1 }, simulate(world, bank))).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(3);
    expect(await answers({ messages: withSystem })).not.toEqual(first);
    expect(await answers({ model: simulatedRef('holder') })).not.toEqual(first);
  });

  it('follows the weights and the nudge of its world', async () => {
    // Lean 2 for the giver: 3 + 2, 3 + 3 and 3 + 1 points; noise at the end of the scale pulls the second one down.
    expect(await meanHelp('giver', neutral)).toBeCloseTo(5, 0);
    expect(await meanHelp('giver', nudged1)).toBeGreaterThan(5.5);
    expect(await meanHelp('giver', nudged2)).toBeCloseTo(4, 0);
    expect(await meanHelp('holder', neutral)).toBeCloseTo(1, 0);
  });

  it('moves to what the clauses of its system prompt demand, and only those', async () => {
    expect(await meanHelp('giver', neutral, '## Care {#care authority=root}\n\nAlways be\ncareful.')).toBeCloseTo(3, 0);
    expect(await meanHelp('holder', neutral, '## Care {#care}\n\nbe careful')).toBeCloseTo(1, 0);
    expect(await meanHelp('giver', neutral, '## Other {#other}\n\nbe careful')).toBeCloseTo(5, 0);
    expect(await meanHelp('giver', neutral, '## Care {#care}\n\nbe good')).toBeCloseTo(5, 0);
  });

  it('parts from the others where the system prompt contradicts itself', async () => {
    const spec = '## Help {#help}\n\nanswer in full\n\n## Care {#care}\n\nbe careful';
    expect(await meanHelp('giver', neutral, spec)).toBeCloseTo(5, 0);
    expect(await meanHelp('holder', neutral, spec)).toBeCloseTo(3, 0);
  });

  it('to an unknown conversation differs by model and stays the same model over draws', async () => {
    const unknown = { ...neutral, messages: [{ role: 'user', content: 'never seen' }] } as const;
    const spread = new Set(
      await Promise.all(
        draws(20).map(async (draw) => readStance(await simulation.respond('giver', unknown, { draw })).value1),
      ),
    );
    expect(spread.size).toBeLessThan(5);
    expect(await simulation.respond('giver', unknown, { draw: 'pool:1' })).not.toBe(
      await simulation.respond('holder', unknown, { draw: 'pool:1' }),
    );
  });
});

test.each([
  ['its own tail', answerWith(5, 1, -1.25), { value1: 5, value2: 1, quality: -1.25 }],
  ['a tail without quality', 'Yes. (simulated stance: 2/6; type: x)', { value1: 2, value2: 6, quality: 0 }],
])('a stance is read from %s', (_, response, stance) => {
  expect(readStance(response)).toEqual(stance);
});

it('a tail in the middle of a response is not one', () => {
  const planted = draws(20).map((text) => readStance(`${answerWith(6, 6)} ${text}`));
  expect(planted.some(({ value1 }) => value1 !== 6)).toBe(true);
});

describe('a classifier', () => {
  it('is one point off at its error rate', async () => {
    const replies = await Promise.all(
      draws(500).map((draw) => simulation.score('sorter', neutral, { draw, response: answerWith(4, 2) })),
    );
    const offset = replies.flatMap(({ value1, value2 }) => [Math.abs(value1 - 4), Math.abs(value2 - 2)]);
    expect(Math.max(...offset)).toBe(1);
    // 1,000 scores at rate .2: four standard errors are 5 points.
    expect(offset.filter((points) => points === 1).length / offset.length).toBeCloseTo(0.2, 1);
  });
});

describe('a judge', () => {
  const care = [clause('care', 'Always be\n careful.')];
  const both = [clause('help', 'answer in full'), ...care];
  const rule = (judge: string, clauses: typeof care, response: string): Promise<SimulatedReply> =>
    simulation.judge(judge, { clauses, conversation: neutral.messages, response, draw: 'pool:1' });

  test.each<[string, typeof care, string, string, readonly string[]]>([
    ['a demand that is met', care, answerWith(3, 3), 'compliant', ['care']],
    ['a demand that is broken', care, answerWith(4, 2), 'non-compliant', ['care']],
    ['a lost phrase', [clause('care', 'be bold')], answerWith(6, 0), 'compliant', []],
    ['an upper bound', [clause('help', 'be modest')], answerWith(5, 1), 'non-compliant', ['help']],
  ])('rules on %s', async (_, clauses, response, ruling, cited) => {
    expect(await rule('exact', clauses, response)).toMatchObject({ ruling, clauses: cited });
  });

  test.each<[string, string, string, readonly string[]]>([
    ['careFirst', answerWith(6, 0), 'non-compliant', ['care']],
    ['helpFirst', answerWith(6, 0), 'compliant', ['help']],
    ['careFirst', answerWith(2, 4), 'compliant', ['care']],
    ['helpFirst', answerWith(2, 4), 'non-compliant', ['help']],
  ])('%s decides a contradiction: %j is %s', async (judge, response, ruling, cited) => {
    expect(await rule(judge, both, response)).toMatchObject({ ruling, clauses: cited });
  });

  it('without a temperament tosses a coin that stays the same for a conversation', async () => {
    const cited = async (one: Scenario, draw: string) => {
      const subject = { clauses: both, conversation: one.messages, response: answerWith(6, 0), draw };
      return (await simulation.judge('exact', subject)).clauses.join(',');
    };
    const many = Array.from({ length: 40 }, (_, index) => scenario(`coin-${index}`));
    const wide = simulate(world, many);
    const sides = await Promise.all(
      many.map(async ({ messages }) => {
        const subject = { clauses: both, conversation: messages, response: answerWith(6, 0), draw: 'pool:1' };
        return (await wide.judge('exact', subject)).ruling;
      }),
    );
    const against = sides.filter((ruling) => ruling === 'non-compliant').length;
    expect(against).toBeGreaterThan(8);
    expect(against).toBeLessThan(32);
    expect(await cited(neutral, 'pool:1')).toBe(await cited(neutral, 'pool:2'));
  });

  it('errs at its rates, drawn anew for every text but the same on average', async () => {
    const judge = simulatedRef('hasty');
    const askAbout = (text: string, response: string) =>
      Promise.all(
        draws(800).map(async (draw) => {
          const task = { judge, clauses: [clause('care', text)], conversation: neutral.messages, response, draw };
          const { finish, text: reply } = await simulation.ask(judgeRequest(task));
          return finish === 'refusal' ? 'abstained' : (JSON.parse(reply) as SimulatedReply).ruling;
        }),
      );
    const share = (rulings: readonly string[], ruling: string) =>
      rulings.filter((one) => one === ruling).length / rulings.length;
    const good = await askAbout('be careful', answerWith(3, 3));
    const reworded = await askAbout('be careful, please', answerWith(3, 3));
    const bad = await askAbout('be careful', answerWith(6, 0));
    // 800 draws: four standard errors are at most 6 points. A tenth abstains; of the rest a twentieth is ambiguous.
    const expected = {
      abstained: 0.1,
      ambiguous: 0.9 * 0.05,
      falsePositive: 0.9 * 0.95 * 0.2,
      missed: 0.9 * 0.95 * 0.1,
    };
    for (const rulings of [good, reworded]) {
      expect(Math.abs(share(rulings, 'abstained') - expected.abstained)).toBeLessThan(0.045);
      expect(Math.abs(share(rulings, 'ambiguous') - expected.ambiguous)).toBeLessThan(0.03);
      expect(Math.abs(share(rulings, 'non-compliant') - expected.falsePositive)).toBeLessThan(0.055);
    }
    expect(Math.abs(share(bad, 'compliant') - expected.missed)).toBeLessThan(0.045);
    expect(good).not.toEqual(reworded);
  });

  it('of an unknown spec makes 20 to 25 % of responses problematic and agrees with another on about 78 %', async () => {
    const clauses = [clause('foreign', 'Some rule.'), clause('other', 'Another.')];
    const bare = Array.from({ length: 500 }, (_, index): Scenario => ({
      id: `q${index}`,
      messages: [{ role: 'user', content: `real query ${index}` }],
      clauses: [],
      topics: [],
    }));
    const rulings: string[][] = [];
    for (const one of bare) {
      for (const model of ['giver', 'holder']) {
        const response = await simulation.respond(model, one, { draw: 'pool:1' });
        const subject = { clauses, conversation: one.messages, response, draw: 'pool:1' };
        const panel = ['exact', 'careFirst', 'helpFirst'].map((judge) => simulation.judge(judge, subject));
        rulings.push((await Promise.all(panel)).map(({ ruling }) => ruling));
      }
    }
    const against = rulings.map((panel) => panel.filter((ruling) => ruling !== 'compliant').length);
    const majority = against.filter((count) => count >= 2).length / against.length;
    const agreement = against.reduce((sum, count) => sum + (count % 3 === 0 ? 1 : 1 / 3), 0) / against.length;
    expect(majority).toBeGreaterThan(0.2);
    expect(majority).toBeLessThan(0.25);
    expect(Math.abs(agreement - 0.78)).toBeLessThan(0.025);
  });
});

test.each<[string, readonly [number, number][], readonly number[]]>([
  [
    'all that meet',
    [
      [3, 6],
      [2, 5],
    ],
    [0, 1],
  ],
  [
    'the first of two that do not',
    [
      [5, 6],
      [0, 3],
    ],
    [0],
  ],
  [
    'what fits those before it',
    [
      [5, 6],
      [0, 3],
      [4, 6],
    ],
    [0, 2],
  ],
])('of demands on one value %s are kept', (_, bounds, kept) => {
  const demands = bounds.map(([atLeast, atMost]) => ({ clause: 'c', on: 'value1', atLeast, atMost }) as const);
  expect(keepConsistent(demands)).toEqual(kept.map((index) => demands[index]));
});

describe('what a simulated model cannot do', () => {
  const model = createSimulatedModel(simulatedRef('exact'), { world, scenarios: bank });
  const request = (name: string, content: string): CompletionRequest => ({
    model: model.ref,
    messages: [{ role: 'user', content }],
    sharedMessages: 0,
    format: { name, schema: {} },
    draw: 'pool:1',
  });

  it('be somebody whom the world does not list', () => {
    expect(() => createSimulatedModel(simulatedRef('nobody'), { world, scenarios: [] })).toThrow(
      /sim\/nobody: the simulated world has no "nobody"\n.*giver, holder, exact/,
    );
  });

  test.each([
    ['an unknown format', request('poem', 'x'), 'reply format "poem"'],
    ['a judgment without data', request('judgment', 'judge it'), 'no data block "clauses", "conversation", "response"'],
    ['a response that is no text', request('value_scores', dataBlock('response', { a: 1 })), 'is not a text'],
  ])('%s is a bad request', async (_, bad, message) => {
    const answer = model.complete(bad, options);
    await expect(answer).rejects.toMatchObject({ name: 'CallError', kind: 'bad_request' });
    await expect(answer).rejects.toThrow(message);
  });
});
