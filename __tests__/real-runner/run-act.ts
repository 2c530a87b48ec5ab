// A workflow as it is shipped, run by act on this machine: no containers, and GitHub, the cache and the models are doubles.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { ROOT } from '../support/cli.ts';
import type { Started } from '../support/runner/events.ts';
import type { ActionFolders } from './actions.ts';

export interface ActRun {
  readonly exitCode: number;
  /** Everything that act and the steps printed, without act's own marks before each line. */
  readonly log: string;
  readonly summary: string;
}

export interface ActJob {
  readonly act: string;
  /** Below examples/. */
  readonly workflow: string;
  readonly started: Started;
  readonly actions: ActionFolders;
  /** A bare repository that the checkout fetches from. */
  readonly origin: string;
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export async function runAct(job: ActJob): Promise<ActRun> {
  const { act, actions, started, temp } = job;
  const folder = mkdtempSync(join(temp, 'job-'));
  const repository = join(folder, 'repository');
  const workflow = join(repository, '.github/workflows', basename(job.workflow));
  // act reads the repository's name and the commit of the run from the folder it runs in.
  execFileSync('git', ['clone', '--quiet', '--no-checkout', `file://${job.origin}`, repository]);
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: repository });
  git('checkout', '--quiet', '-B', 'main', started.env['GITHUB_SHA']!);
  git('remote', 'set-url', 'origin', 'https://github.com/octo/specs.git');
  mkdirSync(dirname(workflow), { recursive: true });
  cpSync(join(ROOT, 'examples', job.workflow), workflow);
  const eventFile = join(folder, 'event.json');
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  writeFileSync(eventFile, JSON.stringify({ ...started.event.payload, ref: started.env['GITHUB_REF'] }));
  const uses = [...readFileSync(workflow, 'utf8').matchAll(/uses: ([\w.-]+\/[\w.-]+@[0-9a-f]{40})/g)].map(
    ([, name]) => name!,
  );
  const folderOf = (name: string): string =>
    name.includes('/spec-gate@')
      ? actions.gate
      : name.startsWith('actions/checkout@')
        ? actions.checkout
        : actions.upload;
  const env = {
    RUN_SHA: started.env['GITHUB_SHA'] ?? '',
    ORIGIN: job.origin,
    COPY_SUMMARY: summary,
    ...job.env,
  };
  const args = [
    started.event.name,
    '-W',
    `.github/workflows/${basename(workflow)}`,
    '-e',
    eventFile,
    '--defaultbranch',
    'main',
    '-P',
    'ubuntu-latest=-self-hosted',
    '--no-skip-checkout',
    '--no-cache-server',
    '--action-offline-mode',
    ...uses.flatMap((name) => ['--local-repository', `${name}=${folderOf(name)}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...Object.entries(job.secrets).flatMap(([name, value]) => ['-s', `${name}=${value}`]),
  ];
  const machine = {
    // Steps run under the same Node as these tests.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'xdg'),
  };
  return new Promise((resolve) => {
    const child = execFile(
      act,
      args,
      { cwd: repository, env: machine, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        const log = `${stdout}${stderr}`.replaceAll(/^\[[^\]]*\]\s*/gm, '').replaceAll(/^\| /gm, '');
        resolve({ exitCode: child.exitCode ?? -1, log, summary: readFileSync(summary, 'utf8') });
      },
    );
  });
}
