// examples/gate.sh in checkouts as CI services leave them: which branch it goes by, and what it then has the gate do.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './support/cli.ts';
import { createRepository, type GitRepository } from './support/git-repository.ts';

const JUDGED = 'spec-gate@1.0.0 check --base refs/remotes/origin/trunk --base-policy --output-dir spec-gate-report';
const SEEDED = 'spec-gate@1.0.0 check --mode seed';

let temp: string;
let origin: GitRepository;
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'gate-script-'));
  // In the place of npx: what it would have run.
  writeFileSync(join(temp, 'npx'), '#!/bin/sh\necho "ran: $*"\n');
  chmodSync(join(temp, 'npx'), 0o755);
  origin = createRepository();
  origin.git('branch', '--move', 'trunk');
  origin.commit('base');
  origin.branch('change');
  origin.commit('change');
  origin.checkout('trunk');
  origin.commit('trunk went on');
});
afterAll(() => {
  origin.remove();
  rmSync(temp, { recursive: true, force: true });
});

/** Steps in a clone of its own, then the script. Gives what the gate was called with, or how the script ended. */
function run(steps: string, env: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(temp, 'checkout-'));
  const script = `git init --quiet --initial-branch=any . && git remote add origin "$ORIGIN"\n${steps}\nbash "$SCRIPT"`;
  const machine = { HOME: temp, PATH: `${temp}${delimiter}${process.env['PATH'] ?? ''}`, ...env };
  const places = { ORIGIN: `file://${origin.path}`, SCRIPT: join(ROOT, 'examples/gate.sh') };
  try {
    const told = execFileSync('bash', ['-ec', script], {
      cwd: folder,
      env: { ...machine, ...places },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return /^ran: --yes (.*)$/m.exec(told)?.[1] ?? told;
  } catch (error) {
    return `exit ${(error as { status: number }).status}`;
  }
}

const CHANGE = 'git fetch --quiet origin change && git checkout --quiet --detach FETCH_HEAD';

test.each([
  ['a detached head, of which no branch is here', CHANGE, {}],
  [
    'a merge that only the service has',
    'git fetch --quiet origin trunk change && git checkout --quiet -B trunk origin/trunk && git -c user.name=a -c user.email=a@b merge --quiet --no-edit origin/change',
    {},
  ],
  [
    'a push for which the service names the pushed branch as its target',
    CHANGE,
    { TARGET: 'change', DRONE_TARGET_BRANCH: 'change', TRAVIS_BRANCH: 'change' },
  ],
  [
    'a tag called like the default branch',
    `git tag trunk $(git commit-tree -m no $(git mktree < /dev/null)); ${CHANGE}`,
    { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' },
  ],
  [
    'no right to fetch, with the default branch in the checkout',
    `git fetch --quiet && ${CHANGE} && git remote set-url origin file:///nowhere`,
    { DEFAULT_BRANCH: 'trunk' },
  ],
])('%s: judged against the default branch', (_what, steps, env) => {
  expect(run(steps, env)).toBe(JUDGED);
});

test.each([
  ['the default branch', 'git fetch --quiet origin trunk && git checkout --quiet --detach FETCH_HEAD'],
  ['an older commit of it', 'git fetch --quiet origin trunk && git checkout --quiet --detach FETCH_HEAD^'],
])('%s: nothing is judged, the store is filled', (_what, steps) => {
  expect(run(steps)).toBe(SEEDED);
});

test('a default branch that cannot be had is no verdict', () => {
  expect(run(CHANGE, { DEFAULT_BRANCH: 'gone' })).toBe('exit 3');
});
