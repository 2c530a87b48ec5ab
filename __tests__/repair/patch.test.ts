// Patches of lines: what git makes of them is what we make of them, whatever the lines are.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithin, patchText, writeUnifiedDiff } from '../../src/repair/patch.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

describe('lines', () => {
  const text = 'one\ntwo\nthree\n';

  test.each([
    ['replaced', { from: 2, to: 2, lines: ['zwei'] }, 'one\nzwei\nthree\n'],
    ['put in', { from: 3, to: 2, lines: ['and a half'] }, 'one\ntwo\nand a half\nthree\n'],
    ['put in behind the last', { from: 4, to: 3, lines: ['four'] }, 'one\ntwo\nthree\nfour\n'],
    ['taken out', { from: 1, to: 2, lines: [] }, 'three\n'],
  ])('%s', (_, patch, expected) => {
    expect(patchText(text, patch)).toBe(expected);
  });

  test('end as the file does', () => {
    expect(patchText('one\r\ntwo\r\n', { from: 2, to: 1, lines: ['new'] })).toBe('one\r\nnew\r\ntwo\r\n');
    expect(patchText('one\r\ntwo', { from: 2, to: 2, lines: ['new', 'last'] })).toBe('one\r\nnew\r\nlast');
  });

  test.each([
    [{ from: 4, to: 6 }, true],
    [{ from: 7, to: 6 }, true],
    [{ from: 4, to: 3 }, true],
    [{ from: 3, to: 4 }, false],
    [{ from: 6, to: 7 }, false],
    [{ from: 8, to: 7 }, false],
    [{ from: 6, to: 4 }, false],
  ])('%o of a clause in lines 4 to 6: %s', (patch, expected) => {
    expect(isWithin({ start: 4, end: 6 }, patch)).toBe(expected);
  });
});

describe('git', () => {
  let repository: GitRepository;
  beforeAll(() => {
    repository = createRepository();
  });
  afterAll(() => rmSync(repository.path, { recursive: true, force: true }));

  /** What `git apply` makes of the text. */
  function apply(text: string, diff: string): string {
    repository.write('spec.md', text);
    execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: repository.path, input: diff });
    return readFileSync(join(repository.path, 'spec.md'), 'utf8');
  }

  test('applies it to a last line without a line end', () => {
    const [text, patch] = ['one\ntwo', { file: 'spec.md', from: 2, to: 2, lines: ['zwei', 'drei'] }];
    expect(apply(text, writeUnifiedDiff(text, patch))).toBe('one\nzwei\ndrei');
  });

  const line = fc.constantFrom('', 'a', 'b', '- x', '+ y', '# title');

  test('applies the diff to the same text', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.array(line, { maxLength: 3 }),
        (lines, isEnded, first, size, added) => {
          const text = `${lines.join('\n')}${isEnded ? '\n' : ''}`;
          const count = isEnded || lines.at(-1) !== '' ? lines.length : lines.length - 1;
          const from = 1 + (first % (count + 1));
          const to = Math.min(count, from - 1 + (size % 3));
          // No edit of a clause cuts the end off a file that lacks its last line end.
          fc.pre(isEnded || to < count);
          const patch = { file: 'spec.md', from, to, lines: added };
          const patched = patchText(text, patch);
          // Git refuses a diff that changes nothing, and no edit of a clause empties a file.
          fc.pre(patched !== text && patched !== '' && text !== '' && (isEnded || from <= count));
          expect(apply(text, writeUnifiedDiff(text, patch))).toBe(patched);
        },
      ),
      { numRuns: 40 },
    );
  });
});
