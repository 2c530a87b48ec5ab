// docs/transcript.md is what the shipped workflow writes into a pull request of the shipped example under act.
import { expect, test } from 'vitest';
import { pullRequestEvent } from '../support/runner/events.ts';
import { CONFLICT } from '../support/runner/gated-repository.ts';
import { TRANSCRIPT, transcriptOf } from '../support/runner/transcript.ts';
import { openStory } from './story.ts';

test('the transcript is that of a real runner', { timeout: 300_000 }, async () => {
  const story = await openStory();
  const number = story.gated.open(CONFLICT);
  const run = await story.run('gate-spec-pull-requests.yml', pullRequestEvent(story.gated.server.github, { number }));
  const comments = story.gated.comments(number);
  await story.close();
  expect([run.exitCode, comments.length]).toEqual([1, 1]);
  await expect(transcriptOf(comments[0]!, run.summary)).toMatchFileSnapshot(TRANSCRIPT);
});
