import { writeNote } from '../../src/doctor/notes.ts';
import { plainText } from '../../src/render/plain-text.ts';
// What labelled items say against judges and their majority, and what so few of them cannot say.
import { describe, expect, test } from 'vitest';
import { measureAccuracy, type ScoredItem } from '../../src/doctor/judge-accuracy.ts';
import { findJudgeProblem } from '../../src/doctor/panel-fitness.ts';
import { writeProblem } from '../../src/doctor/problems.ts';

function scored(right: number, items: number): readonly ScoredItem[] {
  return Array.from({ length: items }, (_, index) => {
    const expected = index % 2 === 0 ? 'compliant' : 'non-compliant';
    return { expected, against: (expected === 'non-compliant') === index < right };
  });
}

const messages = (judge: string, right: number, items: number): readonly string[] =>
  findJudgeProblem(measureAccuracy(judge, scored(right, items))).map((problem) => writeProblem(problem).message);

describe('the majority', () => {
  test('right on two of six is a problem, however few they are', () => {
    expect(messages('panel', 2, 6)).toEqual(["the panel's majority: right on only 2 of 6 labelled items"]);
  });

  test('right on five of six is none: chance could do that to a good panel', () => {
    expect(messages('panel', 5, 6)).toEqual([]);
  });

  test.each([
    [7, 1],
    [8, 0],
  ])('right on %i of ten', (right, problems) => {
    expect(messages('panel', right, 10)).toHaveLength(problems);
  });
});

test('a judge is held to the same', () => {
  expect(messages('vendor/judge', 2, 6)).toEqual(['judge vendor/judge: right on only 2 of 6 labelled items']);
});

test('how little few items prove is said', () => {
  const said = (items: number): string => plainText(writeNote({ kind: 'few-labelled', items }));
  // Wilson's lower end for six of six is 61 %.
  expect(said(6)).toContain(
    '6 labelled items prove little: a judge that is right on all of them may be right on 61 % only',
  );
  expect(said(1)).toContain('1 labelled item proves little');
  expect(said(0)).toContain('the judges were not tested');
});
