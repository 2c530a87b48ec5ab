// The script for any service under the services' own runners, where this machine has them: each clones and checks out in its own way.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServices, type Ended, type Services } from './services.ts';

const LONG = 180_000;

let services: Services;
beforeAll(async () => {
  services = await openServices();
});
afterAll(() => services.close());

/** A build of the pull request's head, of the branch as it was pushed, or of the default branch as it was pushed. */
interface Build {
  readonly event: 'pull_request' | 'push';
  readonly branch: 'change' | 'main';
}

interface Runner {
  readonly name: string;
  /** What has to be on the PATH. */
  readonly programs: readonly string[];
  readonly run: (build: Build, sha: string, folder: string) => Promise<Ended>;
}

const refOf = ({ event, branch }: Build): string => (event === 'push' ? `refs/heads/${branch}` : 'refs/pull/7/head');

function settings(): readonly (readonly [name: string, value: string])[] {
  return Object.entries(services.machine).filter(([name]) => name.startsWith('npm_'));
}

/** Those that take GitHub's workflows, each from a folder of its own. */
function likeActions({
  name,
  program,
  folder: place,
}: Readonly<Record<'name' | 'program' | 'folder', string>>): Runner {
  return {
    name,
    programs: [program],
    run: ({ event }, sha, folder) => {
      const steps = [
        // In the place of actions/checkout, which is fetched from the network.
        `git init -q . && git remote add origin ${services.url} && git fetch -q origin ${sha} && git checkout -q --detach FETCH_HEAD`,
        'bash spec-gate.sh',
      ];
      const job = { 'runs-on': 'ubuntu-latest', steps: steps.map((run) => ({ run })) };
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, 'gate.yml'), JSON.stringify({ on: [event], jobs: { gate: job } }));
      services.origin.git('-C', folder, 'init', '--quiet');
      services.origin.git('-C', folder, 'commit', '--quiet', '--allow-empty', '--message', 'any');
      const env = settings().flatMap(([variable, value]) => ['--env', `${variable}=${value}`]);
      return services.start(program, ['exec', '--image', '-self-hosted', '--event', event, ...env], { cwd: folder });
    },
  };
}

const RUNNERS: readonly Runner[] = [
  {
    name: 'Woodpecker',
    programs: ['woodpecker-cli', 'plugin-git'],
    run: (build, sha, folder) => {
      const clone = '{ git: { image: woodpeckerci/plugin-git, settings: { partial: false, lfs: false } } }';
      const step = '{ image: bash, commands: [bash spec-gate.sh] }';
      const pipeline = join(folder, '.woodpecker.yml');
      writeFileSync(pipeline, `clone: ${clone}\nsteps: { gate: ${step} }\nwhen: { event: ${build.event} }\n`);
      const about = ['--pipeline-event', build.event, '--commit-sha', sha, '--commit-ref', refOf(build)];
      const branches = ['--commit-branch', 'main', '--commit-refspec', 'change:main'];
      const env = settings().flatMap(([name, value]) => ['--env', `${name}=${value}`]);
      const where = ['--local=false', '--backend-engine', 'local', '--repo-path', folder];
      const repo = ['--repo', 'octo/specs', '--repo-url', services.url, '--repo-clone-url', services.url];
      return services.start('woodpecker-cli', ['exec', ...where, ...repo, ...about, ...branches, ...env, pipeline], {
        cwd: folder,
      });
    },
  },
  {
    name: 'Drone',
    programs: ['drone-runner-exec'],
    run: ({ event, branch }, sha, folder) => {
      const pipeline = join(folder, '.drone.yml');
      const step = { name: 'gate', environment: Object.fromEntries(settings()), commands: ['bash spec-gate.sh'] };
      const whole = { kind: 'pipeline', type: 'exec', name: 'default', steps: [step] };
      writeFileSync(pipeline, JSON.stringify({ ...whole, platform: { os: 'linux', arch: 'amd64' } }));
      const repo = ['--repo-slug', 'octo/specs', '--repo-namespace', 'octo', '--repo-name', 'specs'];
      const about = ['--build-event', event, '--commit-after', sha, '--commit-ref', refOf({ event, branch })];
      // Of a push the pushed branch is source and target.
      const target = event === 'push' ? branch : 'main';
      const branches = ['--repo-branch', 'main', '--commit-source', branch, '--commit-target', target];
      const args = ['exec', ...repo, '--repo-http', services.url, ...about, ...branches, folder, pipeline];
      return services.start('drone-runner-exec', args, { cwd: folder });
    },
  },
  {
    name: 'Buildkite',
    programs: ['buildkite-agent'],
    run: ({ event, branch }, sha, folder) => {
      for (const name of ['builds', 'hooks', 'plugins']) mkdirSync(join(folder, name));
      const isPull = event === 'pull_request';
      const build = {
        COMMAND: 'bash spec-gate.sh',
        REPO: services.url,
        COMMIT: sha,
        BRANCH: branch,
        PULL_REQUEST: isPull ? '7' : 'false',
        PULL_REQUEST_BASE_BRANCH: isPull ? 'main' : '',
        PIPELINE_PROVIDER: 'github',
        JOB_ID: 'job',
        AGENT_NAME: 'agent',
        ORGANIZATION_SLUG: 'octo',
        PIPELINE_SLUG: 'specs',
        BUILD_PATH: join(folder, 'builds'),
        HOOKS_PATH: join(folder, 'hooks'),
        PLUGINS_PATH: join(folder, 'plugins'),
        SOCKETS_PATH: services.temp,
        SSH_KEYSCAN: 'false',
        NO_JOB_API: 'true',
      };
      const env = Object.fromEntries(Object.entries(build).map(([name, value]) => [`BUILDKITE_${name}`, value]));
      return services.start('buildkite-agent', ['bootstrap'], {
        cwd: folder,
        env: { ...env, BUILDKITE: 'true', CI: 'true' },
      });
    },
  },
  likeActions({ name: 'Forgejo', program: 'forgejo-runner', folder: '.forgejo/workflows' }),
  likeActions({ name: 'Gitea', program: 'act_runner', folder: '.gitea/workflows' }),
];

/** Says in one line what is not here. */
function isHere({ name, programs }: Runner): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const absent = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  if (absent.length > 0) console.warn(`${absent.join(' and ')} absent: the script is not run under ${name}'s runner`);
  return absent.length === 0;
}

for (const runner of RUNNERS) {
  const here = isHere(runner);

  test.runIf(here).each([
    { event: 'pull_request', branch: 'change' },
    { event: 'push', branch: 'change' },
  ] as const)(
    `${runner.name}: $event of $branch is judged against main, and fails`,
    { timeout: LONG },
    async (build) => {
      const { temp, origin } = services;
      const run = await runner.run(build, origin.git('rev-parse', build.branch), mkdtempSync(join(temp, 'job-')));
      expect(run.exitCode).not.toBe(0);
      expect(run.log).toMatch(/origin\/main \w{7} → working tree/);
      expect(run.log).toMatch(/(?:FAIL|INCONCLUSIVE) .*\(simulated\)/);
    },
  );

  test.runIf(here)(`${runner.name}: a push to main fills the store`, { timeout: LONG }, async () => {
    const { temp, origin } = services;
    const build = { event: 'push', branch: 'main' } as const;
    const run = await runner.run(build, origin.git('rev-parse', 'main'), mkdtempSync(join(temp, 'job-')));
    expect([run.exitCode, run.log]).toEqual([0, expect.stringMatching(/filled/)]);
  });
}
