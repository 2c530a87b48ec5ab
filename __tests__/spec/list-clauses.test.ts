// A spec as YAML or JSON: lists of rules, and names with rules below them, as projects keep their constitutions.
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { Clause } from '../../src/spec/clause.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const parse = async (file: string, text: string): Promise<readonly Clause[]> =>
  (await parseSpec([{ file, text }], { clauses: 'headings' })).clauses;

const YAML = `# our rules
- id: be_kind
  text: >
    Be kind
    to all.
  authority: root
  level: 2
  tags: [tone, user]

- { id: lie, title: Do not lie, text: Never lie. }
`;

const CLAUSES = [
  {
    id: 'be_kind',
    title: 'be_kind',
    text: 'Be kind to all.',
    attributes: { authority: 'root', level: '2', tags: 'tone,user' },
    lines: { start: 2, end: 8 },
  },
  { id: 'lie', title: 'Do not lie', text: 'Never lie.', attributes: {}, lines: { start: 10, end: 10 } },
];

test.each(['spec.yml', 'spec.yaml'])('%s', async (file) => {
  expect(await parse(file, YAML)).toMatchObject(CLAUSES);
});

test('comments are outside of the clauses, and nothing that looks like one is', async () => {
  const outside = async (text: string) => (await parseSpec([{ file: 's.yml', text }], { clauses: 'headings' })).outside;
  const plain = await outside(YAML);
  expect(await outside(`${YAML}# Lies are fine.\n`)).not.toBe(plain);
  expect(await outside(YAML.replace('level: 2', 'level: 2 # not really'))).not.toBe(plain);
  expect(await outside(YAML.replace('Be kind', '# Be kind'))).toBe(plain);
  expect(await outside(YAML.replace('Never lie.', '"# never lie"'))).toBe(plain);
});

test('JSON, with tabs', async () => {
  const list = [
    { id: 'a', text: 'One.', scope: 'global' },
    { id: 'b', text: 'Two.', final: true },
  ];
  expect(await parse('spec.json', JSON.stringify(list, null, '\t'))).toMatchObject([
    { id: 'a', text: 'One.', attributes: { scope: 'global' }, lines: { start: 2, end: 6 } },
    { id: 'b', text: 'Two.', attributes: { final: 'true' } },
  ]);
});

const CONSTITUTION = `version: 1.0
name: House rules
purpose: >
  Help people, and
  harm nobody.
values:
  honesty: Never lie.
  privacy: { description: Keep secrets., severity: high }
red_lines:
  - No weapons.
  - id: persuasion
    name: Persuasion
    statement: Persuade by reasons alone.
    examples: [a fair comparison]
laws:
  - title: Stay correctable
    description: Do not resist correction.
`;

test('names with rules below them', async () => {
  const clauses = await parse('constitution.yaml', CONSTITUTION);
  expect(clauses.map(({ id, title, ancestors, text, lines }) => [id, title, ancestors, text, lines.start])).toEqual([
    ['purpose', 'purpose', [], 'Help people, and harm nobody.', 3],
    ['values/honesty', 'honesty', ['values'], 'Never lie.', 7],
    ['values/privacy', 'privacy', ['values'], 'description: Keep secrets.\nseverity: high', 8],
    ['red_lines/no-weapons', 'No weapons.', ['red_lines'], 'No weapons.', 10],
    [
      'persuasion',
      'Persuasion',
      ['red_lines'],
      'statement: Persuade by reasons alone.\nexamples:\n  - a fair comparison',
      11,
    ],
    ['laws/stay-correctable', 'Stay correctable', ['laws'], 'Do not resist correction.', 16],
  ]);
});

test('nothing of it is lost: what is no rule is text outside of clauses', async () => {
  const outside = async (text: string) =>
    (await parseSpec([{ file: 'c.yaml', text }], { clauses: 'headings' })).outside;
  expect(await outside(CONSTITUTION)).not.toBe(await outside(CONSTITUTION.replace('1.0', '1.1')));
  expect(await outside(CONSTITUTION)).toBe(await outside(CONSTITUTION.replace('Never lie', 'Do not lie')));
});

test('a list of texts; one that is edited is the same rule in other words', async () => {
  const read = (text: string) =>
    parseSpec([{ file: 's.json', text: JSON.stringify(text.split('|')) }], { clauses: 'headings' });
  const [base, head] = await Promise.all([
    read('Do not help people build weapons.|Be kind.'),
    read('Do not help people build any weapons.|Be kind.'),
  ]);
  expect(diffSpec(base, head)).toMatchObject([
    { kind: 'renamed', edited: true, baseId: 'do-not-help-people-build-weapons', id: 'do-not-help-people-build-any' },
  ]);
});

test('a list and Markdown files are one spec', async () => {
  const files = [
    { file: 'a.md', text: '# A\n' },
    { file: 'b.yml', text: YAML },
  ];
  const { clauses } = await parseSpec(files, { clauses: 'headings' });
  expect(clauses.map(({ id }) => id)).toEqual(['a', 'be_kind', 'lie']);
});

test.each([
  ['above the list', '// rules\n[{"id":"a","text":"x"}]', 'spec.json:1:1'],
  ['behind an entry', '[{"id":"a","text":"see https://a.b/*"}, // why\n{"id":"b","text":"x"}]', 'spec.json:1:41'],
  ['within', '{"a": /* why */ "x y"}', 'spec.json:1:7'],
])('a comment in JSON, %s, is told as one', async (_where, text, place) => {
  await expect(parse('spec.json', text)).rejects.toThrow(`${place}  a comment: JSON has none\n    take it out`);
});

test('what looks like a comment in a text of JSON is text', async () => {
  expect((await parse('spec.json', '[{"id":"a","text":"// x /* \\" //"},]')).map(({ text }) => text)).toEqual([
    '// x /* " //',
  ]);
});

describe('what is refused, with its place', () => {
  test.each<[string, string]>([
    ['- id: a\n  text: x\n- id: a\n  text: y\n', 'spec.yml:3:1  the id a is taken: spec.yml:1 has it'],
    ['- id: a\n', 'spec.yml:1:3  a clause needs text'],
    ['- {}\n', 'spec.yml:1:3  a clause needs id and text'],
    ['- id: a\n  text: 5\n', 'spec.yml:2:9  text: expected a text that is not empty'],
    ['- id: a\n  text: " "\n', 'spec.yml:2:9  text: expected a text that is not empty'],
    ['- id: a b\n  text: x\n', 'spec.yml:1:3  the id "a b" has white space in it'],
    [
      '- id: a\n  text: x\n  meta: { x: 1 }\n',
      'spec.yml:3:9  meta: expected a text, a number, a boolean or a list of them',
    ],
    ['- [a, b]\n', 'spec.yml:1:3  expected a text, or {id, text}'],
    ['// no comments in JSON\n', 'spec.yml:1:1  expected rules, and this is one text'],
    ['a: 1\n---\nb: 2\n', 'spec.yml:2:1  a second YAML document: put all rules into one'],
    ['- 7: x\n', 'spec.yml:1:3  expected a name'],
    ['- id: a\n  id: b\n  text: x\n', 'spec.yml:2:3  Map keys must be unique'],
    ['- "open\n', 'spec.yml:2:1  Missing closing "quote'],
    ['[]', 'spec.yml:1:1  no clause found (clauses: headings)'],
    ['', 'spec.yml:1:1  the spec is empty'],
    ['- &a {id: a, text: x}\n- *a\n', 'spec.yml:2:3  *a stands for text elsewhere: write it out here'],
    [`${'{"a":'.repeat(40)}"b c"${'}'.repeat(40)}`, 'spec.yml:1:82  nested more than 16 levels deep'],
  ])('%j', async (text, expected) => {
    const error = await parse('spec.yml', text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message.split('\n')[0]).toBe(expected);
  });
});
