// Every ground and note of a comparison says something whole, and nothing from outside becomes our own words.
import { expect, test } from 'vitest';
import { compareOutcomes } from '../../src/compare/compare.ts';
import type { Ground, GroundArgs, Note, NoteArgs } from '../../src/compare/grounds.ts';
import { compareNote, compareReasons } from '../../src/compare/ground-words.ts';
import { plainText } from '../../src/render/plain-text.ts';
import type { Sentence } from '../../src/render/sentence.ts';

const OUTSIDE = 'from_outside';
const MEASURED = { change: 0.1, margin: 0.08, p: 0.2, scenarios: 20 };

// One example a code; a code that is missing here does not compile.
const GROUNDS: GroundArgs = {
  rose: MEASURED,
  undecided: MEASURED,
  'screen-undecided': MEASURED,
  'confirmation-needed': MEASURED,
  'look-open': { look: 1, scenarios: 40 },
  'nothing-in-common': {},
  'missing-scenarios': { missing: 4, expected: 20, most: 0.05 },
  'missing-outcomes': { arm: 'head', missing: 4, expected: 20, most: 0.05 },
  'model-silent': { arm: 'head', model: OUTSIDE, missing: 4, expected: 20, least: 0.9 },
  'models-missing': { arm: 'base', models: [OUTSIDE] },
};
const NOTES: NoteArgs = {
  'scenarios-without-base': { scenarios: [OUTSIDE] },
  'scenarios-without-head': { scenarios: [OUTSIDE] },
  'unequal-draws': { arm: 'base', least: 1, most: 4 },
  'outcomes-missing': { arm: 'head', count: 3, expected: 20 },
  'models-left-out': { models: [OUTSIDE] },
};

const SIDE = {
  rows: ['a', 'b', 'c', 'd'].map((scenario) => ({ scenario, model: 'm', replicate: '1', problematic: false })),
  missing: [],
};
const COMPARISON = compareOutcomes({ base: SIDE, head: SIDE, stored: false, margin: 0.08, seed: 's' });

/** Our own words alone, without the names. */
function ownWords(sentence: Sentence): string {
  return sentence
    .filter(({ kind }) => kind === 'words')
    .map(({ text }) => text)
    .join('');
}

test.each(Object.entries(GROUNDS))('the ground %s', (code, args) => {
  const ground = { code, args, severity: 'warning' } as Ground;
  const [sentence] = compareReasons({ ...COMPARISON, verdict: 'inconclusive', reasons: [ground] });
  expect(plainText(sentence!)).toMatch(/^.{20,}$/);
  expect(plainText(sentence!)).not.toMatch(/undefined|NaN|\[object|  /);
  expect(ownWords(sentence!)).not.toContain(OUTSIDE);
});

test.each(Object.entries(NOTES))('the note %s', (code, args) => {
  const sentence = compareNote({ code, args, severity: 'notice' } as Note);
  expect(plainText(sentence)).toMatch(/^.{20,}$/);
  expect(plainText(sentence)).not.toMatch(/undefined|NaN|\[object|  /);
  expect(ownWords(sentence)).not.toContain(OUTSIDE);
});
