// Columns and lines by what a terminal shows, not by what a string counts.
import { expect, test } from 'vitest';
import { clipToWidth, widthOf } from '../../src/render/text-width.ts';
import { fitColumns, fitEntries, roomForSentences, wrapIndented, wrapText } from '../../src/render/wrap-text.ts';

// Twice as wide as it is long, a mark that takes no column, a family that is one picture.
const [CHINESE, COMBINED, FAMILY] = ['模型规范', 'e\u0301te\u0301', '👩‍👩‍👧'];

test.each([
  [CHINESE, 8],
  [COMBINED, 3],
  [FAMILY, 2],
  ['plain', 5],
])('%s is %i columns wide', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test('what stands beside a name begins in the same column on every row', () => {
  const lines = fitColumns(
    [
      [CHINESE, 'a'],
      [COMBINED, 'b'],
      [FAMILY, 'c'],
      ['plain', 'd'],
    ],
    { width: 80 },
  );
  expect(lines.map((line) => widthOf(line.slice(0, -1)))).toEqual([10, 10, 10, 10]);
});

test('numbers are set to the right', () => {
  const lines = fitColumns([[CHINESE], ['7']], { width: 80, right: [0] });
  expect(lines).toEqual([CHINESE, '       7']);
});

test('a line that is too wide is cut between characters, with an ellipsis that fits', () => {
  expect(clipToWidth(CHINESE, 6)).toBe('模型…');
  expect(clipToWidth(`ab${FAMILY}cd`, 4)).toBe('ab…');
  expect(clipToWidth('abcd', 4)).toBe('abcd');
  expect(fitColumns([[CHINESE.repeat(10)]], { width: 21 })).toEqual([`${CHINESE.repeat(2)}模型…`]);
});

test('lines are broken by their width', () => {
  expect(wrapText(`${CHINESE} ${CHINESE} ab`, 17)).toEqual([`${CHINESE} ${CHINESE}`, 'ab']);
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
});

test('what is said of a name stands below it, whole, where the line is too narrow for both', () => {
  const rows = [
    ['1. a-long-name', 'L1', 'all of them turned'],
    ['2. b', 'L22', 'one did'],
  ];
  expect(fitEntries(rows, { width: 80 })[1]).toBe('2. b            L22  one did');
  expect(fitEntries(rows, { width: 34, dispensable: [1] })[1]).toBe('2. b            one did');
  expect(fitEntries(rows, { width: 19, dispensable: [1] })[0]).toBe('1. a-long-name  L1');
  expect(fitEntries(rows, { width: 16, dispensable: [1] })).toEqual([
    '1. a-long-name',
    '   all of them',
    '   turned',
    '2. b',
    '   one did',
  ]);
});

test('an id is no command of a runner, in whichever column it stands first', () => {
  const rows = [
    ['', '::error::x', 'y'],
    ['##vso[task]', 'b', '::add-mask::z'],
  ];
  for (const width of [80, 12]) {
    for (const lines of [fitColumns(rows, { width, dispensable: [0] }), fitEntries(rows, { width })]) {
      expect(lines.join('\n')).not.toMatch(/^\s*::|##\w*\[/m);
    }
  }
});

test('an indented line goes on below its own beginning; what is no terminal keeps its lines', () => {
  const lines = ['  one two three', 'four five', ''];
  expect(wrapIndented(lines, 9)).toEqual(['  one two', '  three', 'four five', '']);
  const [terminal, pipe] = [true, false].map((isTerminal) => roomForSentences({ isTerminal, columns: 9 }));
  expect(terminal).toBe(9);
  expect(wrapIndented(lines, pipe!)).toEqual(lines);
});
