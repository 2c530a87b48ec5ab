// Prompts kept as YAML or JSON, as promptfoo, GitHub's prompt files and chat APIs have them: the instructions are the spec.
import { describe, expect, test } from 'vitest';
import { parseSpec } from '../../src/spec/parse.ts';
import { writtenSpec } from '../../src/spec/written-spec.ts';

const CHAT = `# support chat
- role: system
  content: |
    You answer for a shop.

    ## Refunds
    Offer a refund once.

    ## Tone
    Be brief.
- role: user
  content: "{{question}}"
`;
const WRITTEN = 'You answer for a shop.\n\n## Refunds\nOffer a refund once.\n\n## Tone\nBe brief.\n';
const PLACES = [
  [4, 4],
  [6, 7],
  [9, 10],
];

const parse = (file: string, text: string) => parseSpec([{ file, text }], { clauses: 'headings' });

test('a chat in YAML: clauses with the lines of the file, and the prompt as a model gets it', async () => {
  const spec = await parse('prompts/support.yaml', CHAT);
  expect(spec.clauses.map(({ lines }) => [lines.start, lines.end])).toEqual(PLACES);
  expect(spec.clauses.map(({ text }) => text)).toEqual(['You answer for a shop.', 'Offer a refund once.', 'Be brief.']);
  expect(writtenSpec(spec)).toBe(WRITTEN);
});

test.each([
  ['GitHub’s prompt file', 'a.prompt.yml', `name: x\nmodel: m\nmessages:\n${CHAT.replaceAll(/^/gm, '  ')}`],
  ['a JSON chat', 'a.json', JSON.stringify([{ role: 'system', content: WRITTEN }])],
  ['LangChain’s template', 'a.yaml', `_type: prompt\ntemplate: |\n${WRITTEN.replaceAll(/^(?=.)/gm, '  ')}`],
  ['a developer message', 'a.json', JSON.stringify({ messages: [{ role: 'developer', content: WRITTEN }] })],
])('%s says the same', async (_what, file, text) => {
  const spec = await parse(file, text);
  expect(writtenSpec(spec)).toBe(WRITTEN);
  expect(spec.clauses).toHaveLength(3);
  const lines = text.split('\n').length;
  expect(spec.clauses.every((clause) => clause.lines.end <= lines)).toBe(true);
});

test('several instructions are one prompt, each at its own lines', async () => {
  const text = '- { role: system, content: First. }\n\n- role: developer\n  content: >\n    Second\n    part.\n';
  const spec = await parseSpec([{ file: 'a.yml', text }], { clauses: 'paragraphs' });
  expect(writtenSpec(spec)).toBe('First.\n\nSecond part.\n');
  expect(spec.clauses.map(({ lines }) => lines.start)).toEqual([1, 5]);
});

describe('what else the file says', () => {
  test('a changed message of the user is a change outside of the clauses', async () => {
    const [one, other] = await Promise.all(
      [CHAT, CHAT.replace('question', 'query')].map((text) => parse('a.yml', text)),
    );
    expect(one!.hash).toBe(other!.hash);
    expect(one!.outside).not.toBe(other!.outside);
  });

  test('a list of clauses is no prompt, and what is neither is told what could be read', async () => {
    expect((await parse('a.yml', '- { id: a, text: Be kind. }\n')).clauses).toMatchObject([{ id: 'a' }]);
    await expect(parse('a.yml', 'colour: red\n')).rejects.toThrow(/no clause found[^]*a list of \{id, text\}/);
    await expect(parse('a.yml', '- { role: user, content: Hello. }\n')).rejects.toThrow(/nobody instructs/);
  });
});
