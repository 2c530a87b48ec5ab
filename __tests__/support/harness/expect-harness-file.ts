// What is in the files that Inspect and promptfoo write from this folder's tasks, whichever version wrote them.
import { expect } from 'vitest';
import { importScenarios } from '../../../src/bank/import/import-scenarios.ts';
import { openSide, readSides } from '../../../src/compare/outcome-rows/open-sides.ts';
import type { OutcomeRows } from '../../../src/compare/outcome-rows/outcome-row.ts';
import type { ReadOptions } from '../../../src/compare/outcome-rows/read-outcome-rows.ts';
import { readAnswers } from '../../../src/io/answers/read-answers.ts';
import { openFile } from '../../../src/io/open-file.ts';
import { basename, dirname } from 'node:path';

/** Four samples, two epochs: one fails, one is not scored by `exact`, `parts` is a table; answers say blue and green in turn. */
export async function expectInspectLog(path: string): Promise<void> {
  await expect(readOutcomes(path)).rejects.toThrow(/several scorers: exact, includes, parts\.kind, parts\.true/);
  const includes = await readOutcomes(path, { scorer: 'includes' });
  expect(placesOf(includes.rows)).toEqual(['4 1', '4 2', 'sea 1', 'sea 2', 'sky 1', 'sky 2']);
  expect(includes.rows.every(({ model }) => model === 'mockllm/model')).toBe(true);
  // Blue and green in turn: each of three samples is right once in two epochs.
  expect(includes.rows.filter(({ problematic }) => problematic)).toHaveLength(3);
  expect(includes.rows.find(({ scenario }) => scenario === 'sky')?.group).toBe('colours');
  expect(
    includes.missing.map(({ scenario, replicate, reason }) => `${scenario} ${replicate} ${reason}`).sort(),
  ).toEqual(['storm 1 error', 'storm 2 error']);
  const exact = await readOutcomes(path, { scorer: 'exact' });
  expect(placesOf(exact.rows)).toEqual(['4 1', '4 2', 'sky 1', 'sky 2']);
  expect(placesOf(exact.missing.filter(({ reason }) => reason === 'no-score'))).toEqual(['sea 1', 'sea 2']);
  const cell = await readOutcomes(path, { scorer: 'parts.true', passAt: 0.5 });
  expect(cell.rows.map(({ problematic }) => problematic)).toEqual(Array.from({ length: 6 }, () => false));

  const messages = await importedMessages(path);
  expect(messages).toHaveLength(4);
  expect(messages).toContainEqual(['system: Be terse.', 'user: What colour\nis grass?']);
  expect(messages).toContainEqual(['user: What colour is the sky?']);

  const answers = await answersOf(path);
  expect(answers.map(({ scenario, draw }) => `${scenario} ${draw}`).sort()).toEqual(placesOf(includes.rows));
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['It is blue.', 'It is green.']));
}

/** Three samples whose ids have slashes in them: right, wrong, and right but declared invalid. */
export async function expectEditedInspectLog(path: string): Promise<void> {
  const { rows, missing } = await readOutcomes(path);
  expect(rows.map(({ scenario, problematic }) => [scenario, problematic])).toEqual([
    ['HumanEval/0', false],
    ['HumanEval/1', true],
  ]);
  expect(missing).toMatchObject([{ scenario: 'HumanEval/2', reason: 'invalidated' }]);
  expect((await answersOf(path)).map(({ scenario }) => scenario)).toEqual(['HumanEval/0', 'HumanEval/1']);
  expect(await importedMessages(path)).toHaveLength(3);
}

/** Three tests, two prompts, two providers of one id, two repetitions; one test's provider is down. */
export async function expectPromptfooResults(path: string): Promise<void> {
  const { rows, missing } = await readOutcomes(path);
  const models = ['brisk', 'careful'].flatMap((provider) =>
    ['In one line: {{topic}}', 'Tell me about {{topic}}.'].map((prompt) => `${provider}, prompt "${prompt}"`),
  );
  expect([...new Set(rows.map(({ model }) => model))].sort()).toEqual(models);
  // Two tests, four subjects, two repetitions each, and never two outcomes in one place.
  expect(rows).toHaveLength(16);
  expect(new Set(rows.map(({ scenario, model, replicate }) => `${scenario} ${model} ${replicate}`)).size).toBe(16);
  for (const { model, problematic } of rows) expect(problematic).toBe(model.startsWith('brisk'));
  expect(missing).toHaveLength(8);
  expect(new Set(missing.map(({ reason }) => reason))).toEqual(new Set(['error']));
  const asked = (await importedMessages(path)).map(([first]) => first);
  expect(new Set(asked)).toEqual(
    new Set(
      ['keys', 'locks', 'outage'].flatMap((topic) => [`user: In one line: ${topic}`, `user: Tell me about ${topic}.`]),
    ),
  );
  expect((await answersOf(path)).filter(({ text }) => text === 'No.')).toHaveLength(8);
}

/** What `compare` reads of one side. */
export async function readOutcomes(path: string, options: ReadOptions = {}): Promise<OutcomeRows> {
  const { side, close } = await openSide(path, path, options);
  try {
    return (await readSides([side], options))[0]!;
  } finally {
    await close();
  }
}

async function importedMessages(path: string): Promise<readonly (readonly string[])[]> {
  const source = await openFile(path);
  const found: (readonly string[])[] = [];
  for await (const event of importScenarios({ source })) {
    expect(event.kind).not.toBe('reject');
    if (event.kind === 'scenario')
      found.push(event.scenario.messages.map(({ role, content }) => `${role}: ${content}`));
  }
  await source.close();
  return found;
}

async function answersOf(path: string): Promise<readonly { scenario?: string; draw?: string; text: string }[]> {
  const found = [];
  for await (const answer of readAnswers({ kind: 'worktree', root: dirname(path) }, basename(path))) found.push(answer);
  return found;
}

function placesOf(list: readonly { readonly scenario: string; readonly replicate: string }[]): readonly string[] {
  return list.map(({ scenario, replicate }) => `${scenario} ${replicate}`).sort();
}
