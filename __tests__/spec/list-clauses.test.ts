// A spec as a YAML or JSON list.
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { Clause } from '../../src/spec/clause.ts';
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

test('a list and Markdown files are one spec', async () => {
  const files = [
    { file: 'a.md', text: '# A\n' },
    { file: 'b.yml', text: YAML },
  ];
  const { clauses } = await parseSpec(files, { clauses: 'headings' });
  expect(clauses.map(({ id }) => id)).toEqual(['a', 'be_kind', 'lie']);
});

describe('what is refused, with its place', () => {
  test.each<[string, string]>([
    ['- id: a\n  text: x\n- id: a\n  text: y\n', 'spec.yml:3:1  the id a is taken: spec.yml:1 has it'],
    ['- id: a\n- text: y\n', 'spec.yml:1:3  a clause needs text'],
    ['- {}\n', 'spec.yml:1:3  a clause needs id and text'],
    ['- id: a\n  text: 5\n', 'spec.yml:2:9  text: expected a text that is not empty'],
    ['- id: a\n  text: " "\n', 'spec.yml:2:9  text: expected a text that is not empty'],
    ['- id: a b\n  text: x\n', 'spec.yml:1:3  the id "a b" has white space in it'],
    [
      '- id: a\n  text: x\n  meta: { x: 1 }\n',
      'spec.yml:3:9  meta: expected a text, a number, a boolean or a list of them',
    ],
    ['- just text\n', 'spec.yml:1:3  expected {id, text}'],
    ['id: a\ntext: x\n', 'spec.yml:1:1  expected a list of {id, text}, or a prompt: messages of {role, content}'],
    ['- id: a\n  id: b\n  text: x\n', 'spec.yml:2:3  Map keys must be unique'],
    ['- "open\n', 'spec.yml:2:1  Missing closing "quote'],
    ['[]', 'spec.yml:1:1  no clause found (clauses: headings)'],
    ['', 'spec.yml:1:1  the spec is empty'],
    ['- &a {id: a, text: x}\n- *a\n', 'spec.yml:2:3  expected {id, text}'],
  ])('%j', async (text, expected) => {
    const error = await parse('spec.yml', text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message.split('\n')[0]).toBe(expected);
  });
});
