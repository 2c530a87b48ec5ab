// An example workflow as people copy it, under a second runner with its own cache server: the failed gate's answers are kept.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findAct, runAct } from './support/runner/act.ts';
import { pullRequestEvent } from './support/runner/events.ts';
import { createGitHubState } from './support/runner/github-state.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const act = findAct();

test.runIf(act !== undefined)('examples/gate-spec-pull-requests.yml under act', async () => {
  const temp = await mkdtemp(join(tmpdir(), 'act-'));
  const gate = join(temp, 'gate');
  const workspace = join(temp, 'workspace');
  // The steps of the double, behind the manifest that people use.
  await mkdir(join(gate, 'dist'), { recursive: true });
  await mkdir(workspace);
  await cp(`${root}action.yml`, join(gate, 'action.yml'));
  await writeFile(join(gate, 'dist/action.js'), `import('${root}__tests__/support/runner/store-step.ts');\n`);
  await writeFile(join(gate, 'dist/post.js'), `import('${root}src/post.ts');\n`);
  await writeFile(join(workspace, 'spec.md'), '# Spec\n');
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: workspace });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'spec');
  const sha = git('rev-parse', 'HEAD').toString().trim();
  const github = createGitHubState();
  github.pulls.set(7, { number: 7, author: 'ana', head: { sha, fullName: github.fullName }, base: { sha } });
  const { event } = pullRequestEvent(github, { number: 7 });

  const workflow = `${root}examples/gate-spec-pull-requests.yml`;
  const { exitCode, log } = await runAct({ act: act!, workflow, gate, workspace, event, temp });
  await rm(temp, { recursive: true, force: true });
  expect(log).toMatch(/the gate failed/);
  expect(log).toMatch(/Post spec-gate\/spec-gate@0{40}[\s\S]*stored answers: saved as spec-gate-v2-pr-7-/);
  expect(exitCode).toBe(1);
});
