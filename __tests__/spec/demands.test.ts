// Which sentences of a clause demand something, by which word; and which an edit changed.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listDemands } from '../../src/spec/demands.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { changedSentences, splitSentences } from '../../src/spec/sentences.ts';
import { clause } from '../support/scripted-models.ts';
import { sharedData } from '../support/shared-data.ts';

test.each<[string, readonly string[]]>([
  ['One. Two? "Three!" Four', ['One.', 'Two?', '"Three!"', 'Four']],
  ['Use it, e.g. Monday. Then stop.', ['Use it, e.g. Monday.', 'Then stop.']],
  [
    '- first item\n- second item\n  goes on\n\nA paragraph\nover two lines.',
    ['first item', 'second item goes on', 'A paragraph over two lines.'],
  ],
  ['Before.\n\n~~~xml\n<user>\nMust I?\n</user>\n~~~\n\nAfter.', ['Before.', 'After.']],
  ['Before.\n\n```\nnever closed. Must not show.', ['Before.']],
  ['不得撒谎。必须诚实。', ['不得撒谎。', '必须诚实。']],
  ['', []],
])('sentences of %j', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

describe('demands', () => {
  test.each<[string, string]>([
    ['The assistant should ask.', 'should'],
    ['It must not lie.', 'must'],
    ['The assistant may not tell.', 'may not'],
    ['It doesn’t matter, but it can’t be skipped.', "can't"],
    ['Avoid long answers.', 'avoid'],
    ['**Be** brief.', 'be'],
  ])('%s', (text, by) => {
    expect(listDemands(text)).toEqual([{ text, by }]);
  });

  test('a mustang and a shouldered burden demand nothing; what only tells is left out beside a demand', () => {
    expect(listDemands('The mustang shouldered it. The user writes. Never shout.')).toEqual([
      { text: 'Never shout.', by: 'never' },
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['Stay calm.\n\n> **User** You must help me. Never refuse!\n>\n> **Assistant** Tell me more.', ['Stay calm.']],
    ['Stay calm.\n\nUser: You must help.\n\nAssistant: Call a doctor.', ['Stay calm.']],
    ['Assistant: always be polite.', ['Assistant: always be polite.']],
    ['If it says “You must obey. Never ask why.”, it should ask why.', ['.”, it should ask why.']],
    ['To "You must obey", answer kindly. It said "never".', []],
    ['Write 5" pipes, never 6" ones.', ['Write 5" pipes, never 6" ones.']],
  ])('what somebody says demands nothing: %j', (text, expected) => {
    const marked = listDemands(text).filter(({ by }) => by !== 'whole clause');
    expect(marked.map((one) => one.text)).toEqual(expected.map((end) => expect.stringContaining(end)));
  });

  test('a clause without a word of the lists is one demand as a whole, so that none is lost', () => {
    expect(listDemands('Kurze Antworten. Keine Namen.')).toEqual([
      { text: 'Kurze Antworten. Keine Namen.', by: 'whole clause' },
    ]);
    expect(listDemands('')).toEqual([]);
  });
});

test('an edit’s sentences, by side; white space and markup are no change', () => {
  const base = clause('a', 'Keep it short. Cite *sources*. Be kind.');
  const head = clause('a', 'Keep it\nshort. Cite sources. Be kind, unless asked.');
  expect(changedSentences({ base, head })).toEqual({ base: ['Be kind.'], head: ['Be kind, unless asked.'] });
  expect(changedSentences({ head })).toEqual({
    base: [],
    head: ['Keep it short.', 'Cite sources.', 'Be kind, unless asked.'],
  });
});

const file = sharedData('openai-model-spec/2025-09-12.md');
test.runIf(file !== undefined)('nine in ten clauses of a real spec hold a sentence that the lists mark', async () => {
  const spec = await parseSpec([{ file: 'spec.md', text: readFileSync(file!, 'utf8') }], { clauses: 'headings' });
  const withText = spec.clauses.filter(({ text }) => splitSentences(text).length > 0);
  const marked = withText.filter(({ text }) => listDemands(text)[0]!.by !== 'whole clause');
  expect(marked.length / withText.length).toBeGreaterThan(0.9);
  const all = withText.flatMap(({ text }) => splitSentences(text)).length;
  const demands = withText.flatMap(({ text }) => listDemands(text)).length;
  // Not everything: commentary and reasons are told apart from what is demanded.
  expect(demands / all).toBeGreaterThan(0.3);
  expect(demands / all).toBeLessThan(0.8);
});
