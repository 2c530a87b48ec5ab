// Documents with few headings: list items or paragraphs as clauses.
import { describe, expect, test } from 'vitest';
import type { Clause, ClauseMode } from '../../src/spec/clause.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const parse = async (text: string, clauses: ClauseMode): Promise<readonly Clause[]> =>
  (await parseSpec([{ file: 'prompt.md', text }], { clauses })).clauses;

const PROMPT = `You are a helpful assistant.
Answer briefly.

# Safety {#safety authority=root}

Follow these rules:

- Never lie to the user, not even a little.
  It breaks trust.

  - not in jokes either
- **No weapons.** Refuse to help with them. {#weapons tags=risk}

1. First say what you know.
2. Then say what you do not.

\`\`\`
# an example

- of a list
\`\`\`

## Style

Be warm.
`;

describe('items', () => {
  test('each top-level item, and each paragraph between them', async () => {
    const clauses = await parse(PROMPT, 'items');
    expect(clauses.map(({ id, lines }) => [id, lines.start, lines.end])).toEqual([
      ['you-are-a-helpful-assistant-answer', 1, 2],
      ['safety/follow-these-rules', 6, 6],
      ['safety/never-lie-to-the-user-not', 8, 11],
      ['weapons', 12, 12],
      ['safety/first-say-what-you-know', 14, 14],
      ['safety/then-say-what-you-do-not', 15, 15],
      ['safety/an-example-of-a-list', 17, 21],
      ['safety/style/be-warm', 25, 25],
    ]);
  });

  test('an item has its nested items, its heading as ancestor, and the heading’s attributes', async () => {
    const clauses = await parse(PROMPT, 'items');
    expect(clauses[2]).toMatchObject({
      text: '- Never lie to the user, not even a little.\n  It breaks trust.\n\n  - not in jokes either',
      title: 'Never lie to the user, not even a little. It breaks trust. - not in ...',
      ancestors: ['Safety'],
      attributes: { authority: 'root' },
    });
    expect(clauses[3]).toMatchObject({
      text: '- **No weapons.** Refuse to help with them.',
      title: 'No weapons.',
      attributes: { authority: 'root', tags: 'risk' },
    });
    expect(clauses[7]).toMatchObject({ ancestors: ['Safety', 'Style'], attributes: {} });
  });

  test('an id rests on the first words, so that a later edit keeps it', async () => {
    const edited = await parse(PROMPT.replace('It breaks trust.', 'It hurts.'), 'items');
    const before = await parse(PROMPT, 'items');
    expect(edited.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('equal beginnings and equal texts get ids of their own', async () => {
    const clauses = await parse(
      '- do not do it in any case\n- do not do it in any way\n- same\n- same\n- same',
      'items',
    );
    expect(clauses.map(({ id }) => id)).toEqual([
      'do-not-do-it-in-any',
      expect.stringMatching(/^do-not-do-it-in-any-[0-9a-f]{6}$/),
      'same',
      'same-2',
      'same-3',
    ]);
  });

  test.each(['- use {#each items}', '- \\frac{1}{a=b}', '- a set {x=1}', '- {not closed'])(
    'braces in running text are text: %s',
    async (text) => {
      expect((await parse(text, 'items'))[0]?.text).toBe(text);
    },
  );
});

describe('paragraphs', () => {
  test('each run of lines; a list is one', async () => {
    expect((await parse(PROMPT, 'paragraphs')).map(({ lines }) => [lines.start, lines.end])).toEqual([
      [1, 2],
      [6, 6],
      [8, 15],
      [17, 21],
      [25, 25],
    ]);
  });

  test('a list right below a paragraph belongs to it', async () => {
    const clauses = await parse('Do this:\n- a\n\n- b\n\nThen stop.\n', 'paragraphs');
    expect(clauses.map(({ text }) => text)).toEqual(['Do this:\n- a', '- b', 'Then stop.']);
  });

  test('headings alone are no clauses', async () => {
    await expect(parse('# A\n\n## B\n', 'paragraphs')).rejects.toThrow(/no clause found \(clauses: paragraphs\)/);
  });
});
