// The built Action on pull requests that edit the shipped example, as the runner starts it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../src/report/report.ts';
import { ROOT } from '../support/cli.ts';
import { junitProblems, sarifProblems } from '../support/official-schemas.ts';
import { BOT, GRAPHQL_REFUSAL, addComment } from '../support/runner/github-state.ts';
import {
  CONFLICT,
  createGatedRepository,
  HARMLESS,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';
import { TRANSCRIPT, transcriptOf } from '../support/runner/transcript.ts';

let gated: GatedRepository;
let whole: GatedRepository;
beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
  whole = await createGatedRepository();
});
afterAll(() => Promise.all([gated.close(), whole.close()]));

const writes = (): number =>
  whole.server.requests.filter(({ method, path }) => path.includes('/comments') && method !== 'GET').length;

describe('an edit that sets two clauses against each other', () => {
  let number = 0;
  let body = '';

  test('first run: red, one comment, annotations on the clauses, outputs, summary with a chart', async () => {
    number = whole.open(CONFLICT);
    const run = await whole.run(number, { cache: 'on', env: { GITHUB_RUN_ID: '1' } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({
      verdict: 'fail',
      resolution: 'none',
      'exit-code': '1',
      'cache-hit': 'false',
      'new-outliers': expect.stringMatching(/^\d$/) as string,
    });
    expect(Number(run.outputs['calls'])).toBeGreaterThan(100);
    expect(Number(run.outputs['non-compliance'])).toBeGreaterThan(0.2);
    const comments = whole.comments(number);
    expect(comments).toHaveLength(1);
    body = comments[0]!;
    expect(body).toMatch(/^### ❌ Spec Gate: /);
    expect(body).toMatch(/non-compliance rose from \d+ % to \d+ %/i);
    expect(body).toMatch(/\| Non-compliance \| \d+ % \| \d+ % \| \*\*\+\d+\*\*.*\| \+5 \| ❌ \|/);
    expect(body).toMatch(/`assume_best_intentions` edited \(\[?`spec\.md:117-129`/);
    expect(run.outputs['comment-id']).toBe(String(whole.server.github.comments.get(number)![0]!.id));
    const errors = run.annotations.filter(
      ({ level, properties }) => level === 'error' && properties['file'] === 'spec.md',
    );
    expect(errors.map(({ properties }) => properties['line'])).toContain('117');
    expect(run.annotations.at(-1)?.message).toMatch(/^Spec Gate fails this change: /);
    expect(run.summary).toContain('```mermaid\nxychart-beta');
    expect(run.otherCommands).toEqual([]);
    expect(run.exported).toBe('');
    const declared = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { outputs: Record<string, unknown> };
    expect(Object.keys(declared.outputs)).toEqual(expect.arrayContaining(Object.keys(run.outputs)));
    expect(sarifProblems(whole.output('report.sarif'))).toEqual([]);
    expect(await junitProblems(whole.output('report.junit.xml'))).toEqual([]);
    // The same as under a real runner.
    await expect(transcriptOf(body, run.summary)).toMatchFileSnapshot(TRANSCRIPT);
  });

  test('the same commit again: nothing is paid twice, the comment is not written, the report has the same bytes', async () => {
    const [report, before] = [whole.output('report.json'), writes()];
    const env = { GITHUB_RUN_ID: '4711' };
    const run = await whole.run(number, { env, cache: 'on' });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail', calls: '0', 'exit-code': '1', 'cache-hit': 'true' });
    expect(whole.output('report.json')).toBe(report);
    // What it cost and its link are other words now; a re-run of this run has nothing new to say.
    expect(writes() - before).toBe(1);
    const third = writes();
    await whole.run(number, { cache: 'on', env: { ...env, GITHUB_RUN_ATTEMPT: '2' } });
    expect(writes()).toBe(third);
  });

  test('a push that leaves the spec alone: the one comment is brought up to date, nothing is paid again', async () => {
    const sha = whole.push(number, { 'README.md': 'words\n' });
    const run = await whole.run(number, { cache: 'on' });
    expect(run.outputs).toMatchObject({ verdict: 'fail', calls: '0' });
    expect(whole.comments(number)).toHaveLength(1);
    expect(whole.comments(number)[0]).toContain(`\`${sha.slice(0, 7)}\``);
  });

  test('a push that takes the edit back: green, and the old comment does not stand as it was', async () => {
    whole.push(number, { 'spec.md': harborFile('spec.md') });
    const run = await whole.run(number, { cache: 'on' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'none', resolution: 'none', calls: '0', 'exit-code': '0' });
    expect(whole.comments(number)).toEqual([expect.stringMatching(/^### Spec Gate: nothing to test/)]);
  });

  test('a head that moved while the run was at it never gets the older run’s comment', async () => {
    const other = gated.open(CONFLICT);
    const { git, server } = gated;
    server.github.pulls.get(other)!.head.sha = git.git('rev-parse', 'HEAD');
    const event = gated.run(other);
    server.github.pulls.get(other)!.head.sha = 'f'.repeat(40);
    await event;
    expect(gated.comments(other)).toEqual([]);
  });
});

describe('changes that ask for less', () => {
  test('an edit that changes no demand: green, and the comment says so', async () => {
    const number = whole.open(HARMLESS);
    const run = await whole.run(number);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(whole.comments(number)[0]).toMatch(/^### ✅ Spec Gate: /);
  });

  test('other files only: green in seconds, no call, no comment', async () => {
    const number = gated.open({ 'docs/notes.md': 'words\n' });
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([0, 'none', '0']);
    expect(run.annotations).toEqual([]);
    expect(gated.comments(number)).toEqual([]);
  });

  test('white space in the spec: a pass without a call and without a comment', async () => {
    const number = gated.open({ 'spec.md': harborFile('spec.md').replaceAll('\n\n', '\n\n\n') });
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([0, 'pass', '0']);
    expect(gated.comments(number)).toEqual([]);
  });

  test('a renamed spec is still the spec, and the config must name it', async () => {
    const renamed = { 'spec.md': null, 'docs/rules.md': harborFile('head-conflict/spec.md') };
    const left = await gated.run(gated.open(renamed));
    expect([left.exitCode, left.annotations[0]?.message]).toEqual([
      3,
      expect.stringMatching(/spec\.md to docs\/rules\.md/),
    ]);
    const config = gated.git.git('show', `${gated.base}:spec-gate.yml`);
    const number = gated.open({ ...renamed, 'spec-gate.yml': config.replace('spec: spec.md', 'spec: docs/rules.md') });
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(gated.comments(number)[0]).toContain('docs/rules.md:117-129');
  });

  test.each([
    ['never', CONFLICT, 0],
    ['on-failure', CONFLICT, 1],
    ['always', { 'docs/notes.md': 'words\n' }, 1],
  ] as const)('comment: %s', async (comment, files, expected) => {
    const number = gated.open(files);
    await gated.run(number, { inputs: { comment } });
    expect(gated.comments(number)).toHaveLength(expected);
  });

  test('a run on base that moved on compares with where the change branched off', async () => {
    const { git, server, base } = gated;
    const number = gated.open({ 'docs/notes.md': 'words\n' });
    git.git('checkout', '--quiet', '--detach', base);
    git.write('spec.md', harborFile('head-conflict/spec.md'));
    server.github.pulls.get(number)!.base.sha = git.commit('main moves on');
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'none']);
  });
});

describe('a GitHub that is not as one would like it', () => {
  test('without permission to comment: a warning that names it, the verdict stands in the summary', async () => {
    const number = gated.open(CONFLICT);
    gated.server.github.mayWrite.delete('pull-requests');
    const run = await gated.run(number);
    gated.server.github.mayWrite.add('pull-requests');
    expect(run.exitCode).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('"pull-requests: write"') as string,
      }),
    );
    expect(run.summary).toMatch(/^### ❌ Spec Gate/);
    expect(gated.comments(number)).toEqual([]);
  });

  test('a GraphQL answer that is an error is a warning about the comment, and the verdict stands', async () => {
    const number = gated.open(CONFLICT);
    let limited = true;
    gated.server.prepend(({ path }) =>
      limited && path === '/graphql' ? { status: 200, body: GRAPHQL_REFUSAL } : undefined,
    );
    const run = await gated.run(number);
    limited = false;
    expect([run.exitCode, run.outputs['verdict'], run.outputs['comment-id']]).toEqual([1, 'fail', undefined]);
    const messages = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('API rate limit exceeded'));
  });

  test('whatever breaks while commenting, the verdict is written before', async () => {
    const number = gated.open(CONFLICT);
    let broken = true;
    gated.server.prepend(({ path }) => (broken && path === '/graphql' ? { status: 200, body: {} } : undefined));
    const run = await gated.run(number);
    broken = false;
    expect(run.exitCode).not.toBe(0);
    expect(run.outputs['verdict']).toBe('fail');
  });

  test('150 comments of others, some with our marker: ours is found behind them, theirs stay', async () => {
    const number = gated.open(CONFLICT);
    const { github } = gated.server;
    const { body } = [...github.comments.values()].flat().find((one) => one.body.startsWith('<!-- spec-gate comment'))!;
    for (let index = 0; index < 75; index += 1) {
      addComment(github, number, { user: { login: 'mallory', type: 'User' }, body });
      addComment(github, number, { user: { login: 'other[bot]', type: 'Bot' }, body: 'a word' });
    }
    await gated.run(number);
    await gated.run(number);
    const all = github.comments.get(number)!;
    expect(all).toHaveLength(151);
    expect(all.filter(({ user }) => user.login === BOT.login)).toHaveLength(1);
    expect(all.filter((one) => one.body === body)).toHaveLength(75);
  });

  test('a comment that somebody deletes between our reading and our writing is made anew', async () => {
    const number = gated.open(CONFLICT);
    const { github } = gated.server;
    await gated.run(number);
    const [first] = github.comments.get(number)!;
    const sha = gated.push(number, { 'README.md': 'more\n' });
    gated.server.prepend(({ method, path }) => {
      if (method === 'PATCH' && path.endsWith(`/comments/${first!.id}`)) github.comments.set(number, []);
      return undefined;
    });
    await gated.run(number);
    expect(github.comments.get(number)).toHaveLength(1);
    expect(gated.comments(number)[0]).toContain(`\`${sha.slice(0, 7)}\``);
  });

  test('two runs at once leave one comment', async () => {
    const number = gated.open(CONFLICT);
    const racing = ['one', 'two'].map((name) =>
      gated.run(number, { inputs: { store: 'none', 'output-dir': `spec-gate-report/${name}` } }),
    );
    expect((await Promise.all(racing)).map(({ exitCode }) => exitCode)).toEqual([1, 1]);
    expect(gated.comments(number)).toHaveLength(1);
  });
});

test('disclosure: without a word in the config no query, answer or reasoning leaves the run', async () => {
  const number = gated.open(CONFLICT);
  const run = await gated.run(number);
  const queries = harborFile('bank.jsonl')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { query, messages = [] } = JSON.parse(line) as { query?: string; messages?: { content: string }[] };
      return [...(query === undefined ? [] : [query]), ...messages.map(({ content }) => content)];
    })
    .map((text) => text.slice(0, 60));
  expect(queries.length).toBeGreaterThanOrEqual(39);
  const surfaces = [
    run.log,
    run.summary,
    JSON.stringify(run.annotations),
    gated.comments(number).join(''),
    ...['report.json', 'report.html', 'evidence.jsonl', 'run.json'].map((name) => gated.output(name)),
  ];
  for (const text of surfaces) {
    expect(queries.filter((query) => text.includes(query))).toEqual([]);
    expect(text).not.toContain('simulated stance');
  }
  const report = JSON.parse(gated.output('report.json')) as Report;
  expect(report.scenarios.length).toBeGreaterThan(0);
});
