// The built Action on the shipped example, as a runner starts it: a harmless edit must pass, a conflicting one must fail.
// Run on every pull request, whatever it changes: `node tools/dogfood.ts`. Simulated models; no network, no key.
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const HARBOR = join(ROOT, 'fixtures/harbor');
const EDITS = [
  { folder: 'head-harmless', exitCode: 0, verdict: 'pass' },
  { folder: 'head-conflict', exitCode: 1, verdict: 'fail' },
] as const;

let wrong = 0;
for (const edit of EDITS) {
  const { exitCode, verdict, log } = gate(edit.folder);
  const isRight = exitCode === edit.exitCode && verdict === edit.verdict;
  console.log(
    `${isRight ? 'ok' : 'WRONG'}  ${edit.folder}: exit ${exitCode}, ${verdict} (must be ${edit.exitCode}, ${edit.verdict})`,
  );
  if (isRight) continue;
  wrong += 1;
  // Commands of an inner run are not for the outer runner.
  console.log(log.replaceAll(/^::|##\[/gm, '> '));
}
process.exitCode = wrong === 0 ? 0 : 1;

function gate(folder: string): { exitCode: number | null; verdict: string; log: string } {
  const temp = mkdtempSync(join(tmpdir(), 'dogfood-'));
  const repository = join(temp, 'repository');
  cpSync(HARBOR, repository, { recursive: true });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=gate', '-c', 'user.email=gate@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull },
    }).trim();
  const commit = (message: string): string => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  const base = commit('base');
  cpSync(join(HARBOR, folder, 'spec.md'), join(repository, 'spec.md'));
  const head = commit('head');
  const repo = { full_name: 'example/harbor', default_branch: 'main' };
  const pull_request = {
    number: 1,
    user: { login: 'ana' },
    base: { sha: base, ref: 'main', repo },
    head: { sha: head, repo },
  };
  writeFileSync(join(temp, 'event.json'), JSON.stringify({ repository: repo, pull_request }));
  for (const name of ['output', 'state', 'summary']) writeFileSync(join(temp, name), '');
  const run = spawnSync(process.execPath, [join(ROOT, 'dist/action.js')], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: temp,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(temp, 'event.json'),
      GITHUB_REPOSITORY: repo.full_name,
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_SHA: head,
      GITHUB_WORKSPACE: repository,
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STATE: join(temp, 'state'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      RUNNER_TEMP: temp,
      INPUT_COMMENT: 'never',
      INPUT_STORE: 'none',
    },
  });
  const verdict = /^verdict<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(join(temp, 'output'), 'utf8'))?.[2] ?? 'none';
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, readFileSync(join(temp, 'summary')));
  rmSync(temp, { recursive: true, force: true });
  return { exitCode: run.status, verdict, log: `${run.stdout}${run.stderr}` };
}
