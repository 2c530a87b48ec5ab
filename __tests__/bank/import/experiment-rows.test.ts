// Experiments as the platforms wrote them, as scenarios and as recorded answers: the data set's ids, and nothing of what failed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importScenarios } from '../../../src/bank/import/import-scenarios.ts';
import type { ImportEvent } from '../../../src/bank/import/import-event.ts';
import type { RecordedAnswer } from '../../../src/scenarios/answers/answer-columns.ts';
import { readAnswers } from '../../../src/io/answers/read-answers.ts';
import { openFile } from '../../../src/io/open-file.ts';
import { expectClosedHandles } from '../../support/open-handles.ts';

expectClosedHandles();

const FOLDER = fileURLToPath(new URL('../../fixtures/harness/', import.meta.url));
const HASH = /^q-[\da-f]{16}$/;
const UUID = /^0{8}-0{4}-0{4}-0{4}-0{11}[1-4]$/;

const FILES: readonly (readonly [file: string, id: RegExp, questions: number])[] = [
  ['langsmith-0.15.1.csv', UUID, 4],
  ['langsmith-0.15.1.json', UUID, 4],
  ['langfuse-5.0.4-items.json', /^item-[1-4]$/, 4],
  ['langfuse-5.0.4-results.json', HASH, 3],
  ['mlflow-3.17.2.json', HASH, 4],
  ['mlflow-3.17.2.csv', HASH, 4],
  ['phoenix-20.26.1.csv', HASH, 4],
  ['phoenix-20.26.1.json', HASH, 4],
  ['braintrust-0.48.1.json', HASH, 4],
  ['pydantic-evals-2.62.0.json', /^(?:sky|sea|q-[\da-f]{16})$/, 4],
  ['ragas-0.4.3.csv', HASH, 3],
  ['ragas-0.4.3.json', HASH, 3],
  ['azure-ai-evaluation-1.18.10.json', HASH, 3],
  ['helm-0.5.10/scenario_state.json', /^id[0-3](?:\/lowercase)?$/, 5],
];

async function imported(file: string): Promise<readonly ImportEvent[]> {
  const source = await openFile(join(FOLDER, file));
  const events: ImportEvent[] = [];
  for await (const event of importScenarios({ source })) events.push(event);
  await source.close();
  return events;
}

test.each(FILES)('%s', async (file, id, questions) => {
  const scenarios = (await imported(file)).flatMap((event) => (event.kind === 'scenario' ? [event.scenario] : []));
  expect(scenarios).toHaveLength(questions);
  for (const scenario of scenarios) {
    expect(scenario.id).toMatch(id);
    expect(scenario.messages.map(({ role, content }) => `${role}: ${content}`)).toEqual([
      expect.stringMatching(/^user: (?:Question: )?(?:boom: )?what colour/i),
    ]);
  }

  const answers: RecordedAnswer[] = [];
  for await (const answer of readAnswers({ kind: 'worktree', root: FOLDER }, file)) answers.push(answer);
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['It is blue.', 'It is green.']));
  for (const { asked } of answers) expect(asked).not.toContain('storm');
  const asked = new Set(answers.map((answer) => answer.asked));
  expect(asked.size).toBe(questions === 5 ? 4 : 3);
});

test('the folder of a HELM run is answers, and its scores are none', async () => {
  const answers: RecordedAnswer[] = [];
  for await (const answer of readAnswers({ kind: 'worktree', root: FOLDER }, 'helm-0.5.10')) answers.push(answer);
  expect(answers.map(({ scenario, model }) => `${scenario} ${model}`)).toEqual(
    ['id0', 'id1', 'id3', 'id0/lowercase'].map((id) => `${id} simple/model1`),
  );
});

test('what holds scores alone is told', async () => {
  const reasons = async (file: string): Promise<readonly string[]> =>
    (await imported(file)).flatMap((event) => (event.kind === 'reject' ? [event.reason] : []));
  expect(new Set(await reasons('helm-0.5.10/per_instance_stats.json'))).toEqual(
    new Set(['it says how an item was scored, not what was asked']),
  );
});
