// A clause's changed words as a person reads them.
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown/comment.ts';
import { failingReport } from '../support/report-builder.ts';
import { readableWords } from '../../src/report/word-difference.ts';

const same = (text: string) => ({ kind: 'same', text }) as const;
const added = (text: string) => ({ kind: 'added', text }) as const;

test.each([
  ['wrapped\nlines', 'wrapped lines'],
  ['a paragraph\n\nanother', 'a paragraph\n\nanother'],
  ['> quoted\n> lines', '> quoted\n> lines'],
  ['a list\n- one\n2. two\n* three', 'a list\n- one\n2. two\n* three'],
])('%j reads %j', (text, expected) => {
  expect(readableWords([added(text)])).toEqual([added(expected)]);
});

test('unchanged text is kept near a change and cut far from it', () => {
  const long = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ');
  const [before, , between, , after] = readableWords([same(long), added('A'), same(long), added('B'), same(long)]);
  expect(before!.text).toMatch(/^… w\d+ .* w199$/);
  expect(between!.text).toMatch(/^w0 w1 .* … w\d+ .* w199$/);
  expect(after!.text).toMatch(/^w0 w1 .* …$/);
  expect(between!.text.length).toBeLessThan(330);
});

test('short unchanged text and every changed word stay whole', () => {
  const words = [same('short '), added('x'.repeat(5000)), same(' end')];
  expect(readableWords(words)).toEqual(words);
});

test('a line wrapped elsewhere is no change', () => {
  const words = [same('by someone'), { kind: 'removed', text: '\n' } as const, added(' '), same('is not')];
  expect(readableWords(words)).toEqual([same('by someone'), same(' '), same('is not')]);
});

test('the comment strikes out what went and sets what came bold; what would act there is text', () => {
  const report = failingReport();
  const [change] = report.changes;
  const words = [
    { kind: 'same', text: 'Answer ' },
    { kind: 'removed', text: '@octocat briefly' },
    { kind: 'added', text: 'in full\n\n- <b>really</b>' },
    { kind: 'same', text: ' and kindly.' },
  ] as const;
  const comment = renderMarkdown({ report: { ...report, changes: [{ ...change!, id: 'c', words }] } });
  expect(comment).toContain(
    '`c`: Answer <del>\\@\u200boctocat briefly</del><b>in full</b><br><br><b>\\- \\<b\\>really\\<\\/\u200bb\\></b> and kindly\\.',
  );
});
