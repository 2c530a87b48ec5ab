// GitHub's own example payloads, and what the runner's environment adds to them.
import examplePayloads from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { describeEvent } from '../../../src/io/actions/describe-event.ts';
import { parseEvent } from '../../../src/io/actions/event.ts';
import * as events from '../../support/runner/events.ts';
import { createGitHubState } from '../../support/runner/github-state.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';

type Payload = Readonly<Record<string, unknown>>;

// The package is a JSON file; its declarations speak of another kind of default export.
const webhooks = examplePayloads as unknown as readonly {
  readonly name: string;
  readonly examples: readonly Payload[];
}[];

function examples(name: string): readonly Payload[] {
  return webhooks.find((event) => event.name === name)?.examples ?? [];
}

function environment(name: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { GITHUB_EVENT_NAME: name, GITHUB_SHA: SHA, GITHUB_RUN_ID: '77', GITHUB_RUN_NUMBER: '5', ...more };
}

test.each(examples('pull_request').map((payload) => [payload['action'], payload]))(
  'pull_request %s: number, author and both commits',
  (_action, payload) => {
    const pr = payload['pull_request'] as { head: { sha: string }; base: { sha: string } };
    expect(parseEvent(payload, environment('pull_request'))).toMatchObject({
      kind: 'pull_request',
      headSha: pr.head.sha,
      baseSha: pr.base.sha,
      pullRequest: { number: 2, author: 'Codertocat', fork: false },
    });
  },
);

describe('a pull request', () => {
  const [payload] = examples('pull_request');
  const pr = payload!['pull_request'] as Record<string, Record<string, unknown>>;

  function withHeadRepo(repo: unknown): unknown {
    return { ...payload, pull_request: { ...pr, head: { ...pr['head'], repo } } };
  }

  test.each([
    ['another repository', { full_name: 'mallory/Hello-World' }],
    ['a repository that is gone', null],
  ])('whose head is in %s is a fork', (_name, repo) => {
    const event = parseEvent(withHeadRepo(repo), environment('pull_request'));
    expect(event).toMatchObject({ pullRequest: { fork: true } });
  });

  test('by Dependabot is no fork: its secrets come from a store of their own', () => {
    const event = parseEvent(payload, environment('pull_request', { GITHUB_ACTOR: 'dependabot[bot]' }));
    expect(event).toMatchObject({ pullRequest: { fork: false } });
  });

  test('with a head that is not a commit is refused, naming the field', () => {
    const bad = { ...payload, pull_request: { ...pr, head: { ...pr['head'], sha: '--upload-pack=x' } } };
    expect(() => parseEvent(bad, environment('pull_request'))).toThrow(
      'pull_request.head.sha: is not a full commit SHA',
    );
  });

  test('names its run', () => {
    const event = parseEvent(payload, environment('pull_request', { GITHUB_RUN_ATTEMPT: '2' }));
    const repositoryUrl = 'https://github.com/Codertocat/Hello-World';
    const url = `${repositoryUrl}/actions/runs/77`;
    expect(event.run).toEqual({ id: 77, number: 5, attempt: 2, url, repositoryUrl });
  });
});

test.each(examples('merge_group'))('merge_group: both commits of the queue entry', (payload) => {
  const group = payload['merge_group'] as { head_sha: string; base_sha: string };
  const event = parseEvent(payload, environment('merge_group'));
  expect(event).toMatchObject({ kind: 'merge_group', headSha: group.head_sha, baseSha: group.base_sha });
});

describe('push', () => {
  const [template] = examples('push');

  test('to the default branch', () => {
    const payload = { ...template, before: SHA.replace('0', 'f'), after: SHA };
    const event = parseEvent(payload, environment('push', { GITHUB_REF: 'refs/heads/master' }));
    expect(event).toMatchObject({ kind: 'push', baseSha: SHA.replace('0', 'f'), headSha: SHA, onDefaultBranch: true });
  });

  test('of a new branch has no base', () => {
    const payload = { ...template, before: '0'.repeat(40), after: SHA };
    const event = parseEvent(payload, environment('push', { GITHUB_REF: 'refs/heads/new' }));
    expect(event).not.toHaveProperty('baseSha');
    expect(event.onDefaultBranch).toBe(false);
  });

  test('that deletes a branch is refused', () => {
    const payload = { ...template, before: SHA, after: '0'.repeat(40) };
    expect(() => parseEvent(payload, environment('push'))).toThrow(UserError);
  });
});

test('schedule: the commit is the runner’s, and a payload without repository counts as public', () => {
  const env = environment('schedule', { GITHUB_REPOSITORY: 'o/r' });
  expect(parseEvent({ schedule: '23 3 * * *' }, env)).toMatchObject({
    kind: 'schedule',
    headSha: SHA,
    repository: { owner: 'o', name: 'r', visibility: 'public' },
  });
});

describe('workflow_dispatch', () => {
  const [template] = examples('workflow_dispatch');
  const parse = (inputs: unknown) => parseEvent({ ...template, inputs }, environment('workflow_dispatch'));

  test.each([null, {}, { 'pull-request': '', 'head-sha': '' }])('without an approval: %j', (inputs) => {
    expect(parse(inputs)).not.toHaveProperty('approved');
  });

  test('of an approved pull request', () => {
    const event = parse({ 'pull-request': '12', 'head-sha': SHA });
    expect(event).toMatchObject({ approved: { pullRequest: 12, headSha: SHA } });
  });

  test.each([
    { 'pull-request': '12' },
    { 'head-sha': SHA },
    { 'pull-request': '12', 'head-sha': 'main' },
    { 'pull-request': '12', 'head-sha': SHA.slice(0, 7) },
    { 'pull-request': '1e3', 'head-sha': SHA },
    { 'pull-request': '12; rm -rf /', 'head-sha': SHA },
  ])('with half an approval, or a bad one, is refused: %j', (inputs) => {
    expect(() => parse(inputs)).toThrow('give both inputs');
  });
});

test.each([
  ['pull_request_target', 'secrets and a write token'],
  ['workflow_run', 'cannot be trusted'],
  ['issue_comment', 'anyone may comment'],
  ['release', 'not supported'],
  ['', 'not supported'],
])('event "%s" is refused with its reason', (name, reason) => {
  expect(() => parseEvent({}, environment(name))).toThrow(reason);
});

test('the double starts runs with payloads that read back as they were meant', () => {
  const [base, head] = ['a'.repeat(40), 'b'.repeat(40)];
  const github = { ...createGitHubState('o/r'), private: true };
  github.pulls.set(3, { number: 3, author: 'ana', head: { sha: head, fullName: 'fork/r' }, base: { sha: base } });
  const read = ({ event, env }: events.Started) => parseEvent(event.payload, { ...env, GITHUB_EVENT_NAME: event.name });
  expect(read(events.pullRequestEvent(github, { number: 3 }))).toMatchObject({
    kind: 'pull_request',
    baseSha: base,
    headSha: head,
    onDefaultBranch: false,
    pullRequest: { number: 3, fork: true },
    repository: { visibility: 'private' },
  });
  expect(read(events.mergeGroupEvent(github, { base, head }))).toMatchObject({ kind: 'merge_group', headSha: head });
  expect(read(events.pushEvent(github, { before: base, after: head }))).toMatchObject({ onDefaultBranch: true });
  expect(read(events.scheduleEvent(github, head))).toMatchObject({ headSha: head, onDefaultBranch: true });
  const inputs = { 'pull-request': '3', 'head-sha': head };
  const approved = read(events.dispatchEvent(github, { sha: base, inputs }));
  expect(approved).toMatchObject({ approved: { headSha: head } });
  expect(describeEvent(approved)).toBe('pull request 3, approved, commit bbbbbbb');
  expect(describeEvent(read(events.scheduleEvent(github, head)))).toBe('scheduled run, commit bbbbbbb');
});
