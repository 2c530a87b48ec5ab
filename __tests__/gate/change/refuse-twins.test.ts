// Two names that some file systems take for one.
import { describe, expect, test } from 'vitest';
import { refuseTwins } from '../../../src/gate/change/refuse-twins.ts';

const ANSWERS = 'out/answers';
const FILES = ['out/answers/one.jsonl', 'docs/spec.md', 'spec-gate.yml', 'docs/\u00e9thique.md'];

function refuse(added: readonly string[], before: readonly string[] = FILES): void {
  const end = (paths: readonly string[]) => ({
    sha: '',
    source: { kind: 'worktree', root: '' } as const,
    paths: new Map(paths.map((path) => [path, 'oid'])),
  });
  refuseTwins({ base: end(before), head: end([...FILES, ...added]) }, [...FILES, ANSWERS]);
}

describe('a change that adds', () => {
  test.each([
    ['docs/SPEC.md'],
    ['out/Answers/two.jsonl'],
    ['OUT/answers/one.jsonl'],
    ['Docs/spec.md'],
    ['Spec-Gate.yml'],
    ['docs/e\u0301thique.md'],
  ])('%j is refused', (path) => {
    expect(() => refuse([path])).toThrow(`this change adds ${path} beside `);
  });

  test.each([
    ['docs/spec2.md'],
    ['out/answers/Two.jsonl'],
    ['Out/other.jsonl'],
    ['notes/spec.md'],
    ['docs/spec.md.orig'],
  ])('%j is not', (path) => {
    expect(() => refuse([path])).not.toThrow();
  });
});

test('what was there before, or is the new spelling of one that is gone, is no twin', () => {
  expect(() => refuse(['docs/SPEC.md'], [...FILES, 'docs/SPEC.md'])).not.toThrow();
  expect(() =>
    refuse(
      [],
      FILES.map((file) => file.toUpperCase()),
    ),
  ).not.toThrow();
});
