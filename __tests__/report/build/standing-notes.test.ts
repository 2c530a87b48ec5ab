// What stands beside a verdict about those who answered and ruled.
import { expect, test } from 'vitest';
import { standingNotes } from '../../../src/report/build/standing-notes.ts';
import { parseSpec } from '../../../src/spec/parse.ts';
import { buildCell, type CellSketch } from '../../support/cells.ts';
import { comparison } from '../../support/scripted-models.ts';

const spec = await parseSpec([{ file: 's.md', text: '# A\n\nBe kind.\n' }], { clauses: 'headings' });

function notesOf(sketches: readonly (CellSketch & { readonly text?: string })[]) {
  const cells = sketches.map(({ text: responseText = 'Yes.', ...sketch }) => {
    const cell = buildCell({ model: 'test/m1', ...sketch });
    const judgments = cell.judgments.map((one) => ({ ...one, judge: one.judge.replace('judge-', 'test/j') }));
    return { ...cell, judgments, responseText, usage: [] };
  });
  const compared = comparison({ base: spec, head: spec });
  const notes = standingNotes({ comparison: compared, changes: [], selected: [], cells });
  return notes.flatMap(({ code, args }) => (code === 'simulated' ? [] : [[code, args]]));
}

test('answers that begin with thoughts are told, by model', () => {
  const texts = ['<think>Hm.</think> Yes.', 'Yes. <think> is a tag.', '[THINK]Hm.[/THINK] No.'];
  expect(notesOf(texts.map((text, draw) => ({ text, draw })))).toEqual([
    ['thoughtsInAnswers', { model: 'test/m1', answers: 3, thoughtful: 2 }],
  ]);
});

test('a judge who rules one way, where all others rule the other', () => {
  const cells = [1, 2, 3, 4, 5].map((index): CellSketch => ({ scenario: `s${index}`, rulings: 'nnc' }));
  expect(notesOf(cells)).toEqual([['judgeOneSided', { judge: 'test/j3', way: 'for', rulings: 5, alone: 5 }]]);
  expect(notesOf(cells.slice(1))).toEqual([]);
});
