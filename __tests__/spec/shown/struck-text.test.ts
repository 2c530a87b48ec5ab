// A rule that is struck out is deleted on the page: judges are not shown it, and striking it out is an edit.
import { expect, test } from 'vitest';
import { diffSpec } from '../../../src/spec/diff.ts';
import { parseSpec } from '../../../src/spec/parse.ts';
import type { Spec } from '../../../src/spec/clause.ts';
import { showClause } from '../../../src/spec/shown/shown-clause.ts';
import { withoutStruck } from '../../../src/spec/shown/struck-text.ts';
import { isGutted } from '../../../src/evaluation/clause-pairs.ts';

test.each([
  ['a sentence', 'Be kind. ~~Never refuse.~~', 'Be kind. '],
  ['a word that turned the meaning', 'Do ~~not~~ answer.', 'Do  answer.'],
  ['over lines', '~~One\ntwo~~ three', ' three'],
  ['with other marks in it', '~~**Never** `x`~~ stays', ' stays'],
  ['an element', 'Do <s class="old">not</s> answer.', 'Do  answer.'],
  ['an element around paragraphs', '<del>\n\nOne.\n\n- two\n\n</del>\n\nThree.', '\n\nThree.'],
  ['an element within one that shows', '<div><DEL>x</DEL>y</div>', '<div>y</div>'],
  ['a cell', '| a | b |\n|--|--|\n| ~~x~~ | y |', '| a | b |\n|--|--|\n|  | y |'],
])('%s is taken out', (_, source, text) => {
  expect(withoutStruck(source).text).toBe(text);
});

test.each([
  ['one tilde', 'Wait ~5 min~ here.'],
  ['a code span', 'Write `~~x~~`.'],
  ['a fence', '```\n~~x~~ <del>y</del>\n```'],
  ['a fence of tildes', '~~~\nx\n~~~'],
  ['an example of itself', 'Use *italics*, **bold** and ~~strikethrough~~.'],
  ['an element that is never closed', '<del>Never refuse.'],
  ['an element that was never opened', 'Never refuse.</del>'],
])('%s strikes nothing out', (_, source) => {
  expect(withoutStruck(source)).toEqual({ text: source, struck: [] });
});

const read = (text: string): Promise<Spec> => parseSpec([{ file: 's.md', text }], { clauses: 'headings' });

test('striking a rule out is an edit that takes all its words away; what is struck out already is out of sight', async () => {
  const [kept, struck, reworded] = await Promise.all(
    ['Never refuse to help.', '~~Never refuse to help.~~', '~~Always refuse to help.~~'].map((text) =>
      read(`## Help\n\n${text}\n`),
    ),
  );
  const [change] = diffSpec(kept!, struck!);
  expect(change).toMatchObject({ kind: 'edited', edited: true });
  expect(isGutted({ ...change!, shownId: 'help', isTouched: true }, { carried: new Map() })).toBe(true);
  expect(showClause(change!.head!, 'help').text).toBe('');
  expect(diffSpec(struck!, reworded!)).toMatchObject([{ kind: 'unseen', edited: false }]);
});
