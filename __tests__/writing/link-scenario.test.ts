// Links: one short question, a second model only where the first doubts, and nothing a reply says outside the spec's ids.
import { expect, test } from 'vitest';
import { readDataBlocks } from '../../src/core/data-block.ts';
import type { Ask } from '../../src/evaluation/ask.ts';
import type { ModelRef } from '../../src/models/model.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { chooseLinkers } from '../../src/writing/choose-linkers.ts';
import { followLinks } from '../../src/writing/follow-links.ts';
import {
  frozenLinks,
  imagineScenarios,
  linkBank,
  planLinking,
  type LinkCounts,
  type LinkedRow,
} from '../../src/writing/link-bank.ts';
import { linkScenario, prepareLinker, type Linker } from '../../src/writing/link-scenario.ts';
import { findByScenario, findClausesByWords } from '../../src/writing/retrieve-clauses.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { readFileSync } from 'node:fs';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { clause, completion, modelRef, spec } from '../support/scripted-models.ts';
import { sharedData } from '../support/shared-data.ts';

const SPEC = spec(
  clause('definitions', 'A user is who writes.', { scope: 'global' }),
  clause('no-lies', 'Never say what is false, not even to be kind.'),
  clause('privacy', 'Never reveal an address or a phone number of a private person.'),
  clause('empty', ''),
);

function scenario(id: string, content: string, clauses: readonly string[] = []): Scenario {
  return { id, messages: [{ role: 'user', content }], clauses, topics: [] };
}

type Said = readonly { readonly clause: string; readonly sure: boolean }[] | 'prose' | 'down' | 'quota';

/** Models that name clauses as scripted, by their names; what each was asked is kept. */
function script(replies: Readonly<Record<string, Said>>): { readonly ask: Ask; readonly asked: string[] } {
  const asked: string[] = [];
  const ask: Ask = async ({ model, messages }) => {
    asked.push(model.model);
    const said = replies[model.model]!;
    if (said === 'down') return { status: 'missing', reason: 'server' };
    if (said === 'quota') return { status: 'missing', reason: 'quota' };
    if (said === 'prose') return { status: 'answered', completion: completion('Clause no-lies, I should think.') };
    const { item } = Object.fromEntries(readDataBlocks(messages.map(({ content }) => content).join('\n')));
    const links = said.map((link) => ({ ...link, why: 'because' }));
    return { status: 'answered', completion: completion(JSON.stringify({ item, links })) };
  };
  return { ask, asked };
}

function linker(...names: readonly [string, ...string[]]): Linker {
  const [first, ...others] = names.map(modelRef);
  return prepareLinker({
    spec: SPEC,
    linkers: [first!, ...others],
    find: findByScenario(findClausesByWords(SPEC)),
    draw: 'link:1',
  });
}

const asked = scenario('a', 'What is the address of my neighbour?');

test.each<[string, Said, Said, readonly string[], number]>([
  ['a sure answer is taken as it is', [{ clause: 'privacy', sure: true }], [], ['privacy'], 1],
  [
    'a doubted clause stays where the second names it',
    [
      { clause: 'privacy', sure: true },
      { clause: 'no-lies', sure: false },
    ],
    [{ clause: 'no-lies', sure: false }],
    ['privacy', 'no-lies'],
    2,
  ],
  [
    'and goes where it does not',
    [
      { clause: 'privacy', sure: true },
      { clause: 'no-lies', sure: false },
    ],
    [{ clause: 'privacy', sure: true }],
    ['privacy'],
    2,
  ],
  [
    'what only the second is sure of is added',
    [{ clause: 'no-lies', sure: false }],
    [{ clause: 'privacy', sure: true }],
    ['privacy'],
    2,
  ],
  ['who names nothing is unsure', [], [{ clause: 'privacy', sure: true }], ['privacy'], 2],
  ['a second that cannot be read changes nothing', [{ clause: 'privacy', sure: false }], 'prose', ['privacy'], 2],
  [
    'ids that the spec lacks are no links',
    [
      { clause: 'made-up', sure: true },
      { clause: 'privacy', sure: true },
    ],
    [],
    ['privacy'],
    1,
  ],
])('%s', async (_name, first, second, links, calls) => {
  const { ask, asked: models } = script({ one: first, two: second });
  const found = await linkScenario(asked, linker('one', 'two'), ask);
  expect(found.status === 'linked' ? found.links.map((link) => link.clause) : found).toEqual(links);
  expect(models).toHaveLength(calls);
});

test('without a second model the doubted links count', async () => {
  const { ask } = script({ one: [{ clause: 'no-lies', sure: false }] });
  expect(await linkScenario(asked, linker('one'), ask)).toMatchObject({
    status: 'linked',
    askedTwice: false,
    links: [{ clause: 'no-lies' }],
  });
});

test('prose is dropped; a call that failed may be made again', async () => {
  expect(await linkScenario(asked, linker('one'), script({ one: 'prose' }).ask)).toMatchObject({ status: 'dropped' });
  expect(await linkScenario(asked, linker('one'), script({ one: 'down' }).ask)).toMatchObject({
    status: 'unanswered',
    reason: 'server',
  });
});

async function linkAll(
  rows: readonly Scenario[],
  ask: Ask,
  again = false,
): Promise<{ rows: LinkedRow[]; counts: LinkCounts }> {
  const linked: LinkedRow[] = [];
  const walk = linkBank(rows, { linker: linker('one'), again }, ask);
  for (;;) {
    const next = await walk.next();
    if (next.done === true) return { rows: linked, counts: next.value };
    linked.push(next.value);
  }
}

test('links that are there stay, those of a global clause are not written down', async () => {
  const { ask, asked: models } = script({
    one: [
      { clause: 'definitions', sure: true },
      { clause: 'privacy', sure: true },
    ],
  });
  const { rows, counts } = await linkAll([scenario('a', 'x', ['no-lies']), scenario('b', 'y')], ask);
  expect(rows.map((row) => row.scenario.clauses)).toEqual([['no-lies'], ['privacy']]);
  expect(counts).toMatchObject({ before: 1, linked: 1, none: 0 });
  expect(models).toHaveLength(1);
  const { rows: again } = await linkAll([scenario('a', 'x', ['no-lies'])], ask, true);
  expect(again[0]!.scenario.clauses).toEqual(['privacy']);
});

test('a provider that takes no more calls ends the walk; the rows stay as they were', async () => {
  const { rows, counts } = await linkAll(
    [scenario('a', 'x'), scenario('b', 'y', ['no-lies'])],
    script({ one: 'quota' }).ask,
  );
  expect(counts).toMatchObject({ stopped: 'quota', linked: 0, before: 1 });
  expect(rows.map((row) => row.scenario.clauses)).toEqual([[], ['no-lies']]);
});

test('links are frozen in the order of the spec, whatever order they were named in', () => {
  const named = ['privacy', 'definitions', 'no-lies'].map((id) => ({ clause: id, why: '', sure: true }));
  expect(frozenLinks(named, SPEC)).toEqual(['no-lies', 'privacy']);
});

test('the cheapest links, and one of another vendor reads again', () => {
  const at = (id: string, origin: string): ModelRef => ({ ...modelRef(id), id, kind: 'openai', origin });
  const known = [
    at('a/large', 'https://a'),
    at('a/small', 'https://a'),
    at('b/middle', 'https://b'),
    at('c/unknown', 'https://c'),
  ];
  const prices = {
    'a/large': { input: 5, output: 30 },
    'a/small': { input: 0.2, output: 2 },
    'b/middle': { input: 1, output: 5 },
  };
  expect(chooseLinkers(known, { prices }).map(({ id }) => id)).toEqual(['a/small', 'b/middle']);
  expect(chooseLinkers(known, { prices, names: ['a/large'] }).map(({ id }) => id)).toEqual(['a/large']);
  expect(() => chooseLinkers(known, { prices, names: ['d/nobody'] })).toThrow('no model d/nobody in the config');
});

test('followed links take the new id; an id that the head still has is another clause', () => {
  const base = spec(clause('kind', 'Be kind.'), clause('gone', 'Stay short.'), clause('same', 'Cite.'));
  const head = spec(clause('love', 'Be kind.'), clause('same', 'Cite.'));
  const changes = [
    { kind: 'renamed', id: 'love', baseId: 'kind', edited: false, moved: false, attributes: [], words: [] } as const,
  ];
  const rows = [
    scenario('a', 'x', ['kind', 'same']),
    scenario('b', 'y', ['gone']),
    scenario('c', 'z', ['kind', 'love']),
  ];
  const followed = followLinks(rows, changes, head);
  expect(followed.scenarios.map((row) => row.clauses)).toEqual([['love', 'same'], ['gone'], ['love']]);
  expect(followed.moved).toEqual([{ from: 'kind', to: 'love', scenarios: 2 }]);
  expect(followed.dead).toEqual([{ clause: 'gone', scenarios: 1 }]);
  expect(base.clauses).toHaveLength(3);
  const kept = spec(clause('kind', 'Another text.'), clause('love', 'Be kind.'));
  expect(followLinks([scenario('a', 'x', ['kind'])], changes, kept).moved).toEqual([]);
});

const specFile = sharedData('openai-model-spec/2025-02-12.md');
const headFile = sharedData('openai-model-spec/2025-09-12.md');
const queryFile = sharedData('stress-test-queries.jsonl');

async function readSpec(file: string): ReturnType<typeof parseSpec> {
  return parseSpec([{ file: 'spec.md', text: readFileSync(file, 'utf8') }], { clauses: 'headings' });
}

test.runIf(specFile !== undefined)('a bank of 250 on the Model Spec is linked for less than a dollar', async () => {
  const model = await readSpec(specFile!);
  const mini: ModelRef = {
    id: 'openai/gpt-5-mini',
    kind: 'openai',
    origin: 'https://api.openai.com',
    model: 'gpt-5-mini',
    params: {},
  };
  const priced = prepareLinker({
    spec: model,
    linkers: [mini],
    find: findByScenario(findClausesByWords(model)),
    draw: 'link:1',
  });
  const { costOf, priceOf } = await import('../../src/models/cost/prices.ts');
  const store = createMemoryStore();
  const plan = await planLinking(
    imagineScenarios(250, model),
    { linker: priced, again: false },
    {
      store,
      priceOf: (request, usage) => costOf(usage, priceOf(request.model)),
    },
  );
  expect(plan.most.calls).toBe(250);
  expect(plan.most.usd).toBeLessThan(1);
  expect(plan.most.usd).toBeGreaterThan(0.05);
});

test.runIf(specFile !== undefined)(
  'a clause’s own example of a user’s words finds that clause among eight',
  async () => {
    const model = await readSpec(specFile!);
    const find = findClausesByWords(model);
    const quoted = model.clauses.flatMap(({ id, text }) => {
      const users = [...text.matchAll(/<user>\n([\s\S]*?)<\/user>/g)].map((match) => match[1]!.trim());
      return users.filter((words) => words.length > 60).map((words) => ({ id, words }));
    });
    expect(quoted.length).toBeGreaterThan(40);
    const found = quoted.filter(({ id, words }) => find(words, 8).some((one) => one.id === id));
    expect(found.length / quoted.length).toBeGreaterThan(0.9);
  },
);

test.runIf(queryFile !== undefined && headFile !== undefined)(
  'links follow the clauses that a real revision renamed',
  async () => {
    const [base, head] = [await readSpec(specFile!), await readSpec(headFile!)];
    const followed = followLinks([scenario('a', 'x', ['be_kind', 'do_not_lie'])], diffSpec(base, head), head);
    expect(followed.scenarios[0]!.clauses).toEqual(['love_humanity', 'do_not_lie']);
  },
);
