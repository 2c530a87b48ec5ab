// A workflow as it is shipped, run by act on this machine: no containers, and GitHub, the cache and the models are doubles.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
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
  /** Path of a workflow file. */
  readonly workflow: string;
  readonly started: Started;
  readonly actions: ActionFolders;
  /** A bare repository that the checkout fetches from. */
  readonly origin: string;
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Who started the run. */
  readonly actor: string;
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
  cpSync(job.workflow, workflow);
  const eventFile = join(folder, 'event.json');
  const summary = join(folder, 'summary.md');
  writeFileSync(summary, '');
  writeFileSync(eventFile, JSON.stringify({ ...started.event.payload, ref: started.env['GITHUB_REF'] }));
  const folders = new Map(namedActions(workflow, actions));
  const env = {
    RUN_SHA: started.env['GITHUB_SHA'] ?? '',
    ORIGIN: job.origin,
    ...job.env,
    NODE_OPTIONS: `${job.env['NODE_OPTIONS'] ?? ''} ${keepSummary(summary)}`.trim(),
  };
  const args = [
    started.event.name,
    '-W',
    `.github/workflows/${basename(workflow)}`,
    '-e',
    eventFile,
    '--actor',
    job.actor,
    '--defaultbranch',
    'main',
    '-P',
    'ubuntu-latest=-self-hosted',
    '--no-skip-checkout',
    '--no-cache-server',
    '--action-offline-mode',
    ...[...folders].flatMap(([name, at]) => ['--local-repository', `${name}=${at}`]),
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

/** What a workflow uses, with what it gets in its place; a reusable workflow of ours is the real one, and names actions, too. */
function namedActions(workflow: string, actions: ActionFolders): readonly (readonly [name: string, folder: string])[] {
  const uses = readFileSync(workflow, 'utf8').matchAll(/^[ -]*uses: ([\w.-]+\/[\w.-]+)(\/\S+)?@(\S+)/gm);
  return [...uses].flatMap(([, repository = '', path, ref = '']) => {
    const name = `${repository}@${ref}`;
    if (path !== undefined) return [[name, actions.gate] as const, ...namedActions(join(actions.gate, path), actions)];
    if (repository.endsWith('/spec-gate')) return [[name, actions.gate] as const];
    if (repository === 'actions/download-artifact') return [[name, actions.download] as const];
    return [[name, repository === 'actions/checkout' ? actions.checkout : actions.upload] as const];
  });
}

/** act shows no summary: every step of Node leaves its own behind as it ends. */
function keepSummary(file: string): string {
  const preload = `
    import { appendFileSync, readFileSync } from 'node:fs';
    process.on('exit', () => appendFileSync(${JSON.stringify(file)}, readFileSync(process.env.GITHUB_STEP_SUMMARY)));`;
  return `--import=data:text/javascript,${encodeURIComponent(preload)}`;
}
