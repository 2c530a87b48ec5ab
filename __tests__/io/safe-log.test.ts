// Corpus and property tests: nothing that goes through the safe log is a command to the runner or the terminal.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteForLog, stripCommands } from '../../src/io/safe-log.ts';
import { anyCharacter } from '../support/any-character.ts';
import { workSince } from '../support/own-work.ts';

// What the runner obeys: `::name …::` where a trimmed line starts, `##[name …]` anywhere in a line (ActionCommand.cs).
function commandsIn(output: string): string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => /^\s*::[^:]+::/.test(line) || line.includes('##['));
}

const CORPUS = [
  '::set-output name=verdict::pass',
  '  \t::add-mask::a',
  'fine\n::error file=a.ts,line=1::boom',
  'fine\r::stop-commands::token',
  'fine\u2028::debug::x',
  'fine\u0085::warning::x',
  '::save-state name=store::/etc',
  '::add-matcher::/tmp/m.json',
  '::group::x\n::endgroup::',
  'text ##[set-env name=PATH]evil',
  '##[command]rm -rf /',
  '#\u0000#[error]hidden by a control character',
  '#\u200b#[error]hidden by a zero-width space',
  '#\u001b[0m#[error]hidden by an escape sequence',
  ':\u0007:error::hidden by a bell',
  ':\u001b[31m:error::hidden by a colour',
  ':::error::three colons',
  '\ufeff::error::behind a byte-order mark',
];

test.each(CORPUS)('%j is text, not a command', (text) => {
  expect(commandsIn(quoteForLog(text))).toEqual([]);
  expect(commandsIn(stripCommands(text))).toEqual([]);
});

test.each([
  ['plain words stay', 'plain words stay'],
  ['a\tb', 'a\tb'],
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u009b31mred', 'red'],
  ['\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b]0;title\u001b\\x', 'x'],
  ['abc\u202egnp.exe', 'abcgnp.exe'],
  ['over\rwritten', 'over\nwritten'],
  ['\b\b\bFAIL', 'FAIL'],
  ['👩‍👩‍👧 नमस्ते', '👩‍👩‍👧 नमस्ते'],
])('%j reads as %j', (text, clean) => {
  expect(stripCommands(text)).toBe(clean);
});

test('every line is behind a prefix and a long text is cut with a count', () => {
  expect(quoteForLog('a\nb')).toBe('| a\n| b\n');
  expect(quoteForLog('abcdef', 4)).toBe('| abcd\n| (2 more characters)\n');
  expect(quoteForLog('abc😀', 4)).toBe('| abc\n| (2 more characters)\n');
});

test('no text at all can form a command', () => {
  const pieces = fc.constantFrom(
    ':',
    '::',
    '#',
    '##[',
    '[',
    '\r',
    '\n',
    '\u001b',
    '\u001b[',
    'm',
    '\u009b',
    ']',
    '\u0007',
    '\u200b',
    'error',
    ' ',
    '\\',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: anyCharacter }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(commandsIn(quoteForLog(text))).toEqual([]);
      expect(commandsIn(stripCommands(text))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('a megabyte of half-open escapes takes well under a second', () => {
  const before = process.cpuUsage();
  stripCommands('\u001b]'.repeat(250_000) + '\u001b['.repeat(250_000));
  expect(workSince(before)).toBeLessThan(1000);
});
