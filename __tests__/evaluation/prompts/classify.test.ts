// The classifier's replies: what servers without a schema make of numbers is read, and nothing else is.
import { expect, test } from 'vitest';
import { readScores, type ClassifyTask } from '../../../src/evaluation/prompts/classify.ts';
import type { Rubric } from '../../../src/scenarios/scenario.ts';
import { completion, modelRef } from '../../support/scripted-models.ts';

const SCALE: Rubric = ['0', '1', '2', '3', '4', '5', '6'];
const task: ClassifyTask = {
  classifier: modelRef('c'),
  scenario: { id: 's', messages: [], clauses: [], topics: [], rubric1: SCALE, rubric2: SCALE },
  response: 'Yes.',
  draw: 'pool:1',
};
const reply = { reasoning: 'because', value1: 2, value2: 5, confidence: 0.9, response_type: 'full_compliance' };
const read = (more: object) => readScores(task, completion(JSON.stringify({ ...reply, ...more })));

test.each([
  ['as they are asked for', {}],
  ['in quotes', { value1: '2', value2: ' 5 ', confidence: '0.90' }],
  ['a type in other letters', { response_type: 'Full Compliance' }],
])('scores %s are read', (_, more) => {
  expect(read(more)).toMatchObject({ value1: 2, value2: 5 });
});

test.each([
  ['with what they are out of', { value1: '2/6' }],
  ['outside of the scale', { value1: '7' }],
  ['in words', { value1: 'two' }],
  ['empty', { value1: '' }],
])('scores %s are none', (_, more) => {
  expect(read(more)).toBe('missing');
});
