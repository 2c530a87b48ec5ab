// How soon the program says something: processor time and wall clock up to the first line, or to the end where that is the whole run.
//   npm run bench:start                # 9 runs a line
//   npm run bench:start -- --runs 21
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, dist: { type: 'string', default: 'dist' } },
});
const root = join(import.meta.dirname, '..');
const dist = resolve(values.dist);

/** At the first line of output, or at the end: processor and wall time since the process began, in milliseconds. */
const REPORT = `import { writeSync } from 'node:fs';
let said = false;
const tell = (at) => {
  if (said) return;
  said = true;
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, wall: performance.now() }));
};
const write = process.stdout.write.bind(process.stdout);
if (process.env.TELL_AT === 'first line') process.stdout.write = (...of) => { tell(); return write(...of); };
process.on('exit', tell);`;

interface Line {
  readonly name: string;
  readonly args: readonly string[];
  readonly at: 'first line' | 'end';
  readonly env?: Readonly<Record<string, string>>;
}

const folder = mkdtempSync(join(tmpdir(), 'spec-gate-start-'));
/** Apart from the checkout, as somebody's own is: what Node compiles is kept here. */
const home = mkdtempSync(join(tmpdir(), 'spec-gate-start-home-'));
try {
  const { env, store } = prepare();
  const check = ['check', '--base', 'main', '--store', store, '--output-dir', join(folder, 'reports')];
  const action = join(dist, 'action.js');
  const cli = join(dist, 'cli.js');
  spawnSync(process.execPath, [cli, ...check], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home },
  });
  const lines: readonly Line[] = [
    { name: 'node alone', args: ['-e', '0'], at: 'end' },
    { name: '--version', args: [cli, '--version'], at: 'end' },
    {
      name: 'the Action: what is wrong with a set-up',
      args: [action],
      at: 'first line',
      env: { ...env, INPUT_MODE: 'x' },
    },
    { name: 'the Action: a check, its first line', args: [action], at: 'first line', env },
    { name: 'check of the shipped example, all stored', args: [cli, ...check], at: 'end' },
  ];
  console.log(`| median of ${values.runs} (least) | processor | wall |\n|---|---|---|`);
  for (const line of lines) console.log(measure(line));
} finally {
  for (const own of [folder, home]) rmSync(own, { recursive: true, force: true });
}

function measure({ name, args, at, env = {} }: Line): string {
  const runs = Array.from({ length: Number(values.runs) }, () => {
    const child = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', HOME: home, TELL_AT: at, ...env },
        stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        maxBuffer: 1 << 26,
      },
    );
    return JSON.parse(child.output[3]!) as { readonly cpu: number; readonly wall: number };
  });
  const shown = (of: 'cpu' | 'wall'): string => {
    const sorted = runs.map((run) => run[of]).sort((one, other) => one - other);
    return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms (${sorted[0]!.toFixed(0)})`;
  };
  return `| ${name} | ${shown('cpu')} | ${shown('wall')} |`;
}

/** A checkout of the shipped example with a pull request's event beside it. */
function prepare(): { readonly env: Readonly<Record<string, string>>; readonly store: string } {
  const harbor = join(root, 'fixtures/harbor');
  cpSync(harbor, folder, { recursive: true });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'edit');
  cpSync(join(harbor, 'head-harmless/spec.md'), join(folder, 'spec.md'));
  git('commit', '-qam', 'edit');
  const [base, head] = [git('rev-parse', 'main'), git('rev-parse', 'edit')];
  const repo = { full_name: 'octo/specs' };
  const event = join(folder, '.git/event.json');
  writeFileSync(
    event,
    JSON.stringify({
      repository: { ...repo, private: false, default_branch: 'main' },
      pull_request: {
        number: 12,
        user: { login: 'ada' },
        base: { sha: base, ref: 'main', repo },
        head: { sha: head, repo },
      },
    }),
  );
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: 'octo/specs',
    GITHUB_WORKSPACE: folder,
    GITHUB_REF: 'refs/pull/12/merge',
    GITHUB_SHA: head,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: join(folder, '.git/temp'),
    INPUT_STORE: 'none',
  };
  return { env, store: join(folder, '.git/store') };
}
