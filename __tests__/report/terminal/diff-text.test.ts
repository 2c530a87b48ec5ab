// The diff of two specs on a terminal.
import { describe, expect, test } from 'vitest';
import type { DiffView } from '../../../src/report/terminal/diff-json.ts';
import { renderDiff, summarizeChanges } from '../../../src/report/terminal/diff-text.ts';
import { NO_PAINT, type Paint } from '../../../src/render/paint.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { parseSpec } from '../../../src/spec/parse.ts';

async function view(baseText: string, headText: string): Promise<DiffView> {
  const read = (text: string) => parseSpec([{ file: 'docs/spec.md', text }], { clauses: 'headings' });
  const [base, head] = [await read(baseText), await read(headText)];
  return { base, head, changes: diffSpec(base, head) };
}

const LONG =
  'This sentence stands here to be cut, for it is far from the change and nobody needs all of it to see it. ';

test('the list comes first, then the words in each edited clause', async () => {
  const base = `# Be kind {#kind authority=root}\n${LONG}You may lie.\n\nThe end.\n# Tone {#tone}\nHi  you.\n# Old {#old}\nNo.\n# Last`;
  const head = `# Last\n# Be kind {#kind authority=user}\n${LONG}You must not lie.\n\nThe end.\n# Tone {#tone}\nHi you.\n# New {#new}\nRefuse.`;
  expect(renderDiff(await view(base, head), NO_PAINT)).toBe(
    [
      '1 clause edited, 1 added, 1 removed, 1 moved   (4 -> 4; 1 cosmetic change ignored)',
      '> last  docs/spec.md:1 · moved',
      '~ kind  docs/spec.md:2-5 · authority root -> user',
      '+ new   docs/spec.md:8-9',
      '- old   docs/spec.md:7-8',
      '',
      'kind',
      '    ... from the change and nobody needs all of it to see it. You [-may-]{+must not+} lie.',
      '    The end.',
      '',
    ].join('\n'),
  );
});

test('a rename shows both ids', async () => {
  const rule = 'The assistant should tell the user what it knows and what it does not know.';
  const text = renderDiff(await view(`# A {#old_id}\n${rule}`, `# A {#new_id}\n${rule} Always.`), NO_PAINT);
  expect(text).toContain('~ old_id -> new_id  docs/spec.md:1-2 · edited\n');
  expect(text).toContain(
    `\nold_id -> new_id\n    A\n    The assistant should tell the user what it knows and what it does not know.{+ Always.+}\n`,
  );
});

test.each([
  ['# A\n# B', '# A\n# B', 'no clause changed   (2 -> 2)\n'],
  // A heading above others is none of them.
  ['# A\n## B\nx', '# A\n## B\nx', 'no clause changed   (1 -> 1)\n'],
  [
    '---\na: b\n---\n# A',
    '---\na: c\n---\n# A',
    'no clause changed   (1 -> 1)\n? text outside of clauses changed  front matter, comments, headings above nothing\n',
  ],
  ['# A\nx  y', '# A\nx y', 'no clause changed   (1 -> 1; 1 cosmetic change ignored)\n'],
])('nothing that counts: %j', async (base, head, expected) => {
  expect(renderDiff(await view(base, head), NO_PAINT)).toBe(expected);
});

test('many clauses are summed up in one line', async () => {
  const { changes } = await view('# A\nx\n# B\nx', '# A\ny\n# B\ny\n# C\n# D');
  expect(summarizeChanges(changes)).toBe('2 clauses edited, 2 added');
});

describe('what a terminal would obey', () => {
  test('is shown, not obeyed', async () => {
    const text = renderDiff(await view('# A\nold', '# A\n\u001b[2J\u202enew\u0007'), NO_PAINT);
    expect(text).toContain('[-old-]{+\\u{1b}[2J\\u{202e}new\\u{7}+}');
    for (const unseen of ['\u001b', '\u202e', '\u0007']) expect(text).not.toContain(unseen);
  });

  test('colours end on the line they begin on', async () => {
    const colour = (text: string): string => `«${text}»`;
    const paint: Paint = { good: colour, bad: colour, unsure: colour, strong: colour, faint: colour };
    const text = renderDiff(await view('# A\none\ntwo\nthree', '# A\n1\n2\n3'), paint);
    for (const line of text.split('\n')) expect(line.split('«')).toHaveLength(line.split('»').length);
  });
});

test('the name of a file, and what a spec says, are no lines or commands of their own in a log', async () => {
  const file = 'docs/x\n::error::y\u001b[31m.md';
  const read = (text: string) => parseSpec([{ file, text }], { clauses: 'headings' });
  const base = await read('# Be kind {#kind}\nNo.\n\nThe end.');
  const head = await read(
    '# Be kind {#kind}\nYes.\n\n ::add-mask::e\nsee ##vso[task.setvariable variable=PATH]/evil ##[add-mask]e',
  );
  const changes = diffSpec(base, head);
  const text = renderDiff({ base, head, changes }, NO_PAINT);
  expect(text).toContain('~ kind  docs/x ::error::y\\u{1b}[31m.md:1-');
  expect(text).toContain('add-mask');
  expect(text).toContain('vso[');
  expect(text).not.toMatch(/^\s*::|##\w*\[/m);
});
