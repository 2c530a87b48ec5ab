// The shipped example as a repository on GitHub: main, pull requests against it, and the Action started on them.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRepository, type GitRepository } from '../git-repository.ts';
import { ROOT } from '../cli.ts';
import { accessOf } from './cache-service.ts';
import { pullRequestEvent, type Started } from './events.ts';
import { startRunnerServer, type RunnerServer } from './server.ts';
import { startAction, type ActionRun } from './start-action.ts';

const HARBOR = join(ROOT, 'fixtures/harbor');

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** With a cache service, and the post step that saves to it; half a second dearer. */
  readonly cache?: 'on';
  /** What happens to the folder of answers before the post step saves it. */
  readonly beforePost?: (folder: string) => void;
  /** Cancels the main step as a runner does, once so many answers are stored. */
  readonly cancelAfter?: number;
  /** Cancels it when this becomes true. */
  readonly cancelWhen?: () => boolean;
  /** Another checkout than the repository itself. */
  readonly workspace?: string;
}

export interface GatedRepository {
  readonly server: RunnerServer;
  readonly git: GitRepository;
  /** Tip of main. */
  readonly base: string;
  /** A branch off main with these files, opened as a pull request. Gives its number. */
  open(files: Readonly<Record<string, string | null>>, options?: OpenOptions): number;
  /** Another commit on a pull request's branch. Gives its SHA. */
  push(number: number, files: Readonly<Record<string, string | null>>): string;
  run(number: number, options?: RunOptions): Promise<ActionRun>;
  start(started: Started, options?: RunOptions & { readonly ref?: string }): Promise<ActionRun>;
  /** Comments of a pull request that carry the gate's marker, without it. */
  comments(number: number): readonly string[];
  /** A file the last run wrote to its report folder. */
  output(name: string): string;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly author?: string;
  readonly fork?: string;
}

/** A file of the example, to be edited. */
export function harborFile(name: string): string {
  return readFileSync(join(HARBOR, name), 'utf8');
}

/** The example's config with text replaced; a text that is not there is a mistake of the test. */
export function harborConfig(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the config has no "${from}"`);
    return text.replace(from, to);
  }, harborFile('spec-gate.yml'));
}

/** The example's config with so many scenarios in a check, twice as many in one of models, and few draws. */
export function fewScenarios(scenarios: number): readonly [from: string, to: string] {
  return [
    'scenarios: 32, extendTo: 39, replicates: { base: 4, confirm: 2 }',
    `scenarios: ${scenarios}, extendTo: ${scenarios}, modelScenarios: ${2 * scenarios}, replicates: { base: 2, confirm: 1 }`,
  ];
}

/** Still fails the conflicting edit, in a second. */
export const QUICK = fewScenarios(3);

export const CONFLICT = { 'spec.md': harborFile('head-conflict/spec.md') };
export const HARMLESS = { 'spec.md': harborFile('head-harmless/spec.md') };

/** `main` files are laid over the example on main; null leaves one out. */
export async function createGatedRepository(
  main: Readonly<Record<string, string | null>> = {},
): Promise<GatedRepository> {
  const server = await startRunnerServer();
  const { github } = server;
  const git = createRepository();
  const temp = mkdtempSync(join(tmpdir(), 'gated-'));
  for (const file of ['spec.md', 'bank.jsonl', 'spec-gate.yml', 'world.yml'])
    cpSync(join(HARBOR, file), join(git.path, file));
  write(git, main);
  git.write('.gitignore', 'spec-gate-report/\n');
  const base = git.commit('base');
  github.branches.set('main', base);
  let opened = 11;

  const start: GatedRepository['start'] = async (started, { ref, ...options } = {}) => {
    const scope = ref ?? started.env['GITHUB_REF'] ?? '';
    const isPull = scope.startsWith('refs/pull/');
    const access = accessOf(scope, isPull ? { base: 'refs/heads/main' } : {});
    const common = {
      server,
      event: started.event,
      env: { ...started.env, GITHUB_BASE_REF: isPull ? 'main' : '', ...options.env },
      workspace: options.workspace ?? git.path,
      temp,
      ...(options.inputs === undefined ? {} : { inputs: options.inputs }),
      ...(options.cache === undefined ? {} : { cacheToken: server.cache.tokenFor(access) }),
    };
    const { cancelAfter } = options;
    const isTime = cancelAfter === undefined ? options.cancelWhen : () => countAnswers(temp) >= cancelAfter;
    // A job starts with an empty temporary folder.
    rmSync(temp, { recursive: true, force: true });
    const cancel = isTime === undefined ? {} : { onStart: cancelWhen(isTime) };
    const run = await startAction({ action: 'main', ...common, ...cancel });
    if (options.cache === 'on') {
      const kept = run.state['spec-gate-store'];
      if (kept !== undefined) options.beforePost?.(join((JSON.parse(kept) as { root: string }).root, 'segments'));
      const post = await startAction({ action: 'post', ...common, state: run.state });
      if (post.exitCode !== 0) throw new Error(`the post step is red:\n${post.log}`);
    }
    return run;
  };

  return {
    server,
    git,
    base,
    open: (files, { author = 'ana', fork } = {}) => {
      opened += 1;
      git.branch(`change-${opened}`, base);
      write(git, files);
      const sha = git.commit(`change ${opened}`);
      github.pulls.set(opened, {
        number: opened,
        author,
        head: { sha, fullName: fork ?? github.fullName },
        base: { sha: base },
      });
      return opened;
    },
    push: (number, files) => {
      git.checkout(`change-${number}`);
      write(git, files);
      const sha = git.commit(`push to ${number}`);
      github.pulls.get(number)!.head.sha = sha;
      return sha;
    },
    start,
    run: (number, options) => start(pullRequestEvent(github, { number }), options),
    comments: (number) =>
      (github.comments.get(number) ?? []).flatMap(({ body, user }) =>
        user.login === github.viewer.login && body.startsWith('<!-- spec-gate comment')
          ? [body.split('\n').slice(1).join('\n')]
          : [],
      ),
    output: (name) => readFileSync(join(git.path, 'spec-gate-report', name), 'utf8'),
    close: async () => {
      await server.close();
      git.remove();
      rmSync(temp, { recursive: true, force: true });
    },
  };
}

/** Sends the signal that a cancelled job's steps get first. */
function cancelWhen(isTime: () => boolean): (kill: (signal: NodeJS.Signals) => void) => void {
  return (kill) => {
    const timer = setInterval(() => {
      if (!isTime()) return;
      clearInterval(timer);
      kill('SIGINT');
    }, 2);
    // As long as a test may take: on a busy machine the moment comes late, and it comes.
    setTimeout(() => clearInterval(timer), 180_000).unref();
  };
}

/** Lines of all segments below the job's temporary folder. */
function countAnswers(temp: string): number {
  if (!existsSync(temp)) return 0;
  const names = readdirSync(temp, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return names.reduce((total, name) => total + readFileSync(join(temp, name), 'utf8').split('\n').length - 1, 0);
}

function write(git: GitRepository, files: Readonly<Record<string, string | null>>): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === null) rmSync(join(git.path, file));
    else git.write(file, text);
  }
}
