// What a change between two specs is called.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { type ClauseChange, isSubstantive } from '../../src/spec/change.ts';
import type { ClauseMode, Spec } from '../../src/spec/clause.ts';
import { diffSpec, fullText } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const parse = (text: string, clauses: ClauseMode = 'headings'): Promise<Spec> =>
  parseSpec([{ file: 'spec.md', text }], { clauses });

async function diff(base: string, head: string, mode?: ClauseMode): Promise<readonly ClauseChange[]> {
  return diffSpec(await parse(base, mode), await parse(head, mode));
}

/** `kind id`, with the old id and the flags that the kind does not say by itself. */
const briefly = ({ kind, id, baseId, edited, moved }: ClauseChange): string =>
  [kind, baseId ?? [], id, edited && kind !== 'edited' ? 'edited' : [], moved && kind !== 'moved' ? 'moved' : []]
    .flat()
    .join(' ');

const RULE = 'The assistant should tell the user what it knows and what it does not know, and say how sure it is.';

describe('kinds', () => {
  test.each<[string, string, string, string[]]>([
    ['nothing', '# A\ntext\n# B', '# A\ntext\n# B', []],
    ['another place only', '# A\ntext', '\n\n# A\n\n\ntext\n', []],
    ['an edit', '# A\nBe kind.', '# A\nBe rude.', ['edited a']],
    ['a title alone', '# A {#a}\ntext', '# B {#a}\ntext', ['edited a']],
    ['an attribute alone', '# A {#a authority=root}', '# A {#a authority=user}', ['edited a']],
    ['an attribute that no prompt carries', '# A {#a x=1}\ntext', '# A {#a}\ntext', ['unseen a']],
    ['an authority gone', '# A {#a authority=user}\ntext', '# A {#a}\ntext', ['edited a']],
    ['an addition', '# A\ntext', '# A\ntext\n# B\nother', ['added b']],
    ['a removal', '# A\ntext\n# B\nother', '# A\ntext', ['removed b']],
    ['another id for the same text', `# A {#x}\n${RULE}`, `# A {#y}\n${RULE}`, ['renamed x y']],
    [
      'a rename with an edit',
      `# Honesty\n${RULE}`,
      `# Candour\n${RULE} Never guess.`,
      ['renamed honesty candour edited'],
    ],
    ['a section without text', '# Do the best work {#a}', '# Do your best work {#b}', ['renamed a b edited']],
    ['unlike texts', `# A {#x}\n${RULE}`, '# B {#y}\nRefuse to help with weapons.', ['added y', 'removed x']],
    [
      'a rule in the words of another',
      '# A {#x}\nDo not help people build weapons of any kind.',
      '# B {#y}\nDo not help people cheat in their exams, and say why.',
      ['added y', 'removed x'],
    ],
    [
      'a swap of ids is two edits',
      `# A {#x}\n${RULE}\n# B {#y}\nNo.`,
      `# A {#y}\n${RULE}\n# B {#x}\nNo.`,
      ['edited y moved', 'edited x'],
    ],
    ['order', '# A\n# B\n# C\n# D', '# A\n# D\n# B\n# C', ['moved d']],
    ['one carried past ten', '# X\n# 1\n# 2\n# 3\n# 4', '# 1\n# 2\n# 3\n# 4\n# X', ['moved x']],
    [
      'a section moved with what is in it',
      '# A\n## P {#p}\n## Q {#q}\n# B',
      '# B\n# A\n## P {#p}\n## Q {#q}',
      ['moved b'],
    ],
    ['another parent', '# A\n## P {#p}\n# B', '# A\n# B\n## P {#p}', ['edited p moved']],
    [
      'a retitled section: what stands below it reads otherwise',
      '# A {#a}\n## P {#p}',
      '# Z {#a}\n## P {#p}',
      ['edited p'],
    ],
    ['a retitled section with text', '# A {#a}\nx\n## P {#p}', '# Z {#a}\nx\n## P {#p}', ['edited a', 'edited p']],
    ['a heading that groups', '# P {#p}\nx\n# Q {#q}', '# G\n## P {#p}\nx\n# Q {#q}', ['edited p moved']],
    ['a title line above', '# P {#p}\nx', '# T\n## P {#p}\nx', ['edited p moved']],
    ['other numbers', '# 1. A\nx\n# 2. B\ny', '# 2. A\nx\n# 3. B\ny', ['cosmetic a', 'cosmetic b']],
    ['another order of numbers', '# 1. A\nx\n# 2. B\ny', '# 1. B\ny\n# 2. A\nx', ['unseen b moved', 'cosmetic a']],
    ['an id', '# A\nx', '# A {#b}\nx', ['renamed a b']],
    ['a heading without text at the end', '# A\nx', '# A\nx\n# Never refuse', ['added never-refuse']],
    [
      'an attribute of a heading that groups',
      '# G {#g authority=root}\n## P\nx',
      '# G {#g authority=user}\n## P\nx',
      ['unseen g'],
    ],
    ['an edit that also moves', '# A\nx\n# B\ny\n# C', '# B\nz\n# A\nx\n# C', ['edited b moved']],
    ['a move with cosmetics', '# A\nx  y\n# B\n# C', '# B\n# C\n# A\nx y', ['moved a']],
  ])('%s', async (_, base, head, expected) => {
    expect((await diff(base, head)).map(briefly)).toEqual(expected);
  });

  test('items: an edit, an addition and a removal keep apart', async () => {
    const base = `- Be kind to everyone you talk to.\n- ${RULE}\n- Refuse to help with weapons.`;
    const head = `- Never open with flattery.\n- Be kind to everyone you talk to, always.\n- ${RULE}`;
    expect((await diff(base, head, 'items')).map(briefly)).toEqual([
      'added never-open-with-flattery',
      'edited be-kind-to-everyone-you-talk',
      'removed refuse-to-help-with-weapons',
    ]);
  });

  test('items: new first words are a rename, found by the rest', async () => {
    const changes = await diff(`- ${RULE}`, `- Above all, ${RULE.toLowerCase()}`, 'items');
    expect(changes.map(({ kind, edited }) => [kind, edited])).toEqual([['renamed', true]]);
  });

  test('the most alike pair wins, one to one', async () => {
    const base = `# A {#a}\n${RULE}\n# B {#b}\n${RULE} Never guess at all.`;
    const head = `# C {#c}\n${RULE} Never guess.\n# D {#d}\n${RULE} Never guess at all!`;
    expect((await diff(base, head)).map(briefly)).toEqual(['renamed a c edited', 'renamed b d edited']);
  });

  test('attribute changes are named', async () => {
    const [change] = await diff('# A {#a authority=platform x=1}', '# A {#a authority=root tags="p,q"}');
    expect(change).toMatchObject({ kind: 'edited', edited: true, words: [] });
    expect(change?.attributes).toEqual([
      { name: 'authority', base: 'platform', head: 'root' },
      { name: 'x', base: '1', head: undefined },
      { name: 'tags', base: undefined, head: 'p,q' },
    ]);
  });
});

describe('cosmetic', () => {
  test.each<[string, string, string]>([
    ['white space', 'Be  kind.', 'Be kind.'],
    ['the sign of emphasis', 'You *must not* lie, **ever**.', 'You _must not_ lie, __ever__.'],
    ['wrapping', 'Be kind to\nall users.', 'Be kind\nto all users.'],
    ['bullets', '- one\n- two', '* one\n* two'],
    ['numbers of a list', '1. one\n1. two', '1. one\n2. two'],
    ['indent of nested items', '- one\n  - two', '- one\n    - two'],
    ['wrapped items', '- one\n  and a half\n- two', '- one and a half\n- two'],
    ['wrapped quotes', '> one\n> two', '> one two'],
    ['fence signs', '```js\nx\n```', '~~~~js\nx\n~~~~'],
    ['widths of a table', '| a | b |\n|---|---|', '| a  | b |\n|----|-----|'],
  ])('%s', async (_, base, head) => {
    const changes = await diff(`# A\n${base}`, `# A\n${head}`);
    expect(changes.map(briefly)).toEqual(['cosmetic a']);
    expect(isSubstantive(changes[0]!)).toBe(false);
    expect(changes[0]!.words).toEqual([]);
  });
});

describe('not cosmetic', () => {
  test.each<[string, string, string]>([
    ['paragraph breaks', 'Be kind.\n\nAlways.', 'Be kind. Always.'],
    ['a space that does not break', 'Be\u00A0kind.', 'Be kind.'],
    ['quote style', 'Say “yes”.', 'Say "yes".'],
    ['dash style', 'Be kind—always.', 'Be kind - always.'],
    ['emphasis', 'You *must not* lie.', 'You must not lie.'],
    ['code marks', 'The `user` decides.', 'The user decides.'],
    ['looser lists', '- one\n- two', '- one\n\n- two'],
    ['indent that makes code', 'Never lie.', '    Never lie.'],
    ['a comment in a fence', '```\n<a> <!-- GOOD -->\n```', '```\n<a> <!-- BAD -->\n```'],
    ['a comment in a code span', 'Write `<!-- a -->`.', 'Write `<!-- b -->`.'],
    ['image text', '![a](x.png)', '![b](x.png)'],
    ['a footnote', 'a[^1]\n\n[^1]: b', 'a[^1]\n\n[^1]: c'],
    ['an entity', 'a &lt; b', 'a &gt; b'],
    ['the number a list starts with', '1. one\n2. two', '2. one\n3. two'],
    ['a word', 'You must not lie.', 'You must lie.'],
    ['case', 'the User', 'the user'],
    ['a comma', 'No, lies.', 'No lies.'],
    ['a link target', 'See [this](#a).', 'See [this](#b).'],
    ['marks in a link target', 'See [this](x/_a_/b).', 'See [this](x/a/b).'],
    ['marks in an address', 'See https://x.org/*a* now.', 'See https://x.org/a now.'],
    ['numbered against bulleted', '1. one\n2. two', '- one\n- two'],
    ['nesting', '- one\n- two', '- one\n  - two'],
    ['a paragraph that leaves its item', '- one\n\n  two', '- one\n\ntwo'],
    ['a paragraph that becomes an item', 'one', '- one'],
    ['quoting', 'one', '> one'],
    ['text that becomes commentary', '!!! meta "C"\n    one\n\ntwo', '!!! meta "C"\n    one\n\n    two'],
    ['indent in code', '```\nif a:\n  b\nc\n```', '```\nif a:\n  b\n  c\n```'],
    ['quotes in code', '```\n"a"\n```', "```\n'a'\n```"],
    ['code that becomes text', '```\none\n```', 'one'],
    ['multiplication', '4 * 5 * 6 = 120', '4 5 6 = 120'],
    ['stars between digits', '4*5*6', '456'],
    ['snake case', 'set max_tokens_now', 'set maxtokensnow'],
    ['marks in code', 'Write `*a*`.', 'Write `a`.'],
    ['strike-through', '~~never~~ lie', 'never lie'],
    ['a minus', 'at -5 degrees', 'at 5 degrees'],
    ['an escaped mark', 'a \\*b\\* c', 'a \\b\\ c'],
  ])('%s', async (_, base, head) => {
    expect((await diff(`# A\n${base}`, `# A\n${head}`)).map(briefly)).toEqual(['edited a']);
    expect((await diff(`# A\n${head}`, `# A\n${base}`)).map(briefly)).toEqual(['edited a']);
  });
});

describe('where judges cannot see', () => {
  test.each<[string, string, string]>([
    ['a character that shows nothing', 'be kind', 'be\u200B kind'],
    ['a direction mark', 'be kind', 'be \u202Ekind'],
    ['a comment', 'text', 'text <!-- ignore this rule -->'],
    ['another comment', 'text <!-- a -->', 'text <!-- b -->'],
    ['a comment and wrapping', 'one two', 'one\ntwo <!-- a -->'],
  ])('%s', async (_, base, head) => {
    for (const [from, to] of [
      [base, head],
      [head, base],
    ]) {
      const changes = await diff(`# A\n${from}`, `# A\n${to}`);
      expect(changes.map(briefly)).toEqual(['unseen a']);
      expect(isSubstantive(changes[0]!)).toBe(false);
      expect(changes[0]!.words).not.toEqual([]);
    }
  });

  test('a model that is given the file reads all of it', async () => {
    for (const [base, head] of [
      ['text', 'text <!-- a -->'],
      ['one two', 'one\ntwo'],
    ]) {
      const sides = [await parse(`# A\n${base}`), await parse(`# A\n${head}`)] as const;
      expect(diffSpec(...sides, 'written').map(briefly)).toEqual(['edited a']);
    }
    const order = diffSpec(await parse('# A\n# B'), await parse('# B\n# A'), 'written');
    expect(order.map(briefly)).toEqual(['edited b moved']);
  });
});

describe('items', () => {
  test('the heading above reverses every one of them', async () => {
    const items = '- promise a date\n- recommend banned products';
    const changes = await diff(`# You must\n${items}`, `# Things you need NOT do\n${items}`, 'items');
    expect(changes.map(({ path, head }) => [path?.base, path?.head, head?.text])).toEqual([
      ['You must', 'Things you need NOT do', '- promise a date'],
      ['You must', 'Things you need NOT do', '- recommend banned products'],
    ]);
    expect(changes.every(isSubstantive)).toBe(true);
  });

  test('their own numbers say nothing', async () => {
    expect((await diff('9. one\n10. two\n    - three', '10. one\n11. two\n    - three', 'items')).map(briefly)).toEqual(
      ['cosmetic one', 'cosmetic two-three'],
    );
  });

  test('but their order may be what comes first', async () => {
    const order = (sign: (place: number) => string, ...items: readonly string[]): string =>
      `In order of precedence:\n\n${items.map((item, index) => `${sign(index + 1)} ${item}`).join('\n')}`;
    const among = async (sign: (place: number) => string): Promise<readonly string[]> =>
      (
        await diff(
          order(sign, 'be safe', 'be useful', 'be brief'),
          order(sign, 'be useful', 'be safe', 'be brief'),
          'items',
        )
      ).map(briefly);
    expect(await among((place) => `${place}.`)).toEqual(['unseen be-useful moved', 'cosmetic be-safe']);
    expect(await among(() => '1)')).toEqual(['unseen be-useful moved']);
    expect(await among(() => '-')).toEqual(['moved be-useful']);
  });
});

describe('words', () => {
  test('of title and text', async () => {
    const [change] = await diff('# Be kind {#a}\nAlways be kind.', '# Be good {#a}\nAlways be really kind.');
    expect(change?.words).toEqual([
      { kind: 'same', text: 'Be ' },
      { kind: 'removed', text: 'kind' },
      { kind: 'added', text: 'good' },
      { kind: 'same', text: '\n\nAlways be ' },
      { kind: 'added', text: 'really ' },
      { kind: 'same', text: 'kind.' },
    ]);
  });

  test('a swap of specs turns every change around', async () => {
    const clause = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('x', 'y', RULE, `${RULE} z`));
    const source = fc
      .uniqueArray(clause, { selector: ([id]) => id, minLength: 1 })
      .map((parts) => parts.map(([id, text]) => `# T {#${id}}\n${text}`).join('\n'));
    const opposite = { added: 'removed', removed: 'added' } as Record<string, string>;
    await fc.assert(
      fc.asyncProperty(source, source, async (base, head) => {
        const there = await diff(base, head);
        const back = await diff(head, base);
        const names = ({ kind, id, baseId }: ClauseChange): string => `${kind} ${baseId ?? id} ${id}`;
        const turned = ({ kind, id, baseId }: ClauseChange): string =>
          `${opposite[kind] ?? kind} ${id} ${baseId ?? id}`;
        const listed = (changes: readonly ClauseChange[], name: (change: ClauseChange) => string): string[] =>
          changes
            .filter(({ kind }) => kind === 'added' || kind === 'removed' || kind === 'edited')
            .map(name)
            .sort();
        expect(listed(there, names)).toEqual(listed(back, turned));
        for (const { words, base: before, head: after } of there) {
          if (words.length === 0) continue;
          expect(join(words, 'added')).toBe(fullText(before!));
          expect(join(words, 'removed')).toBe(fullText(after!));
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

const join = (words: ClauseChange['words'], without: string): string =>
  words.map(({ kind, text }) => (kind === without ? '' : text)).join('');

test('many renamed clauses are matched, each with its own (the test has a time limit)', async () => {
  const section = (id: string, index: number, more: string): string =>
    `# ${id}-${index}\nRule ${index}: ${RULE} It holds for case ${index * 7} and for ${index * 13}.${more}`;
  const document = (id: string, more: string): string =>
    Array.from({ length: 1500 }, (_, index) => section(id, index, more)).join('\n');
  const changes = await diff(document('old', ''), document('new', ' Always.'));
  expect(changes).toHaveLength(1500);
  expect(changes.every(({ kind, id, baseId }) => kind === 'renamed' && id.slice(4) === baseId?.slice(4))).toBe(true);
});

test('many equal clauses without change of order are paired in order', async () => {
  const document = (title: string): string => `# ${title}\n\n${'- the same rule\n'.repeat(5000)}`;
  const changes = await diff(document('Old'), document('New'), 'items');
  expect(changes).toHaveLength(5000);
  expect(changes.every(({ kind, id, baseId }) => kind === 'renamed' && id.slice(4) === baseId?.slice(4))).toBe(true);
});

test('a text under another title is found in a spec of so few words that every pair of them is common', async () => {
  const random = createRandom('few words');
  const words = ['be', 'kind', 'and', 'say', 'so'];
  const texts = Array.from({ length: 200 }, () => Array.from({ length: 24 }, () => words[random.below(5)]).join(' '));
  const specOf = (title: string, from: number): string =>
    texts.map((text, index) => `# ${title} ${from + index}\n${text}`).join('\n');
  const changes = await diff(specOf('Rule', 0), specOf('Norm', 1000));
  expect(changes.map(briefly)).toEqual(texts.map((_, index) => `renamed rule-${index} norm-${1000 + index} edited`));
});
