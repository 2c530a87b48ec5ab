// What a merge group is judged against: the group ahead of it, or, where the queue asks the last group only, the branch itself.
import { expect, test } from 'vitest';
import type { ActionContext } from '../../../src/context/action-context.ts';
import { readChangeEvent } from '../../../src/gate/action/change-event.ts';

const [AHEAD, HEAD, TIP] = ['a', 'b', 'c'].map((digit) => digit.repeat(40));

/** A group on a repository whose API answers so. */
async function readGroup(getBranchRules: () => Promise<unknown>) {
  const log: string[] = [];
  const rest = {
    repos: { getBranchRules },
    git: { getRef: () => Promise.resolve({ data: { object: { sha: TIP } } }) },
  };
  const ref = `refs/heads/gh-readonly-queue/main/pr-7-${AHEAD}`;
  const { baseSha, pullRequest } = await readChangeEvent({
    event: { kind: 'merge_group', baseSha: AHEAD, headSha: HEAD, ref },
    inputs: {},
    client: { octokit: { rest }, owner: 'o', repo: 'r' },
    log: (line: string) => log.push(line),
  } as unknown as ActionContext);
  return { baseSha, pullRequest, log };
}
const refused =
  (status: number, headers = {}) =>
  () =>
    Promise.reject(Object.assign(new Error('No'), { status, response: { headers } }));
const queue = (strategy: string) => () =>
  Promise.resolve({
    data: [{ type: 'deletion' }, { type: 'merge_queue', parameters: { grouping_strategy: strategy } }],
  });

test('a queue whose last group decides for all: what waits ahead is judged with it, and that is said', async () => {
  const { log, ...group } = await readGroup(queue('HEADGREEN'));
  expect(group).toEqual({ baseSha: TIP, pullRequest: 7 });
  expect(log.join()).toContain('"Only merge non-failing pull requests" judges each by itself');
});

test.each([
  ['a queue that merges what passed', queue('ALLGREEN')],
  ['a branch without such a rule', () => Promise.resolve({ data: [] })],
  ['a server that knows no rules', refused(404)],
  ['a token that may not read them', refused(403)],
])('%s: a group is judged against the one ahead of it', async (_queue, rules) => {
  expect(await readGroup(rules)).toEqual({ baseSha: AHEAD, pullRequest: 7, log: [] });
});

test.each([
  ['GitHub is out of order', refused(502)],
  ['the limit of calls is reached', refused(403, { 'x-ratelimit-remaining': '0' })],
])('%s: nobody knows what a group takes along, so none is judged', async (_what, rules) => {
  await expect(readGroup(rules)).rejects.toThrow('how the merge queue of main decides cannot be read');
});
