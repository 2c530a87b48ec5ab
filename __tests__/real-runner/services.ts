// A repository on a service that is not GitHub, and commands that run in its checkouts. npx fetches the package, as it is packed
// for a release, from a registry of one.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { ROOT } from '../support/cli.ts';
import { startRegistry } from '../support/npm-registry.ts';
import { CONFLICT, harborConfig, harborFile, QUICK } from '../support/runner/gated-repository.ts';

/** The release that the recipes name. */
export const VERSION = '1.0.0';

export interface Ended {
  readonly exitCode: number;
  /** Without colours: some runners give their jobs a terminal. */
  readonly log: string;
}

export interface Services {
  /** `main`, and `change`, whose edit fails; `spec-gate.sh` is the script for any service. */
  readonly origin: GitRepository;
  /** Its address. */
  readonly url: string;
  readonly temp: string;
  /** First on the PATH of what is started. */
  readonly bin: string;
  /** What every command is given beside its own environment. */
  readonly machine: Readonly<Record<string, string>>;
  start(
    file: string,
    args: readonly string[],
    options: { cwd: string; env?: Readonly<Record<string, string>> },
  ): Promise<Ended>;
  close(): Promise<void>;
}

export async function openServices(): Promise<Services> {
  const temp = mkdtempSync(join(tmpdir(), 'services-'));
  const bin = join(temp, 'bin');
  mkdirSync(bin);
  const registry = await startRegistry(VERSION);
  const origin = createRepository();
  for (const name of ['spec.md', 'bank.jsonl', 'world.yml']) origin.write(name, harborFile(name));
  origin.write('spec-gate.yml', harborConfig(QUICK));
  origin.write('.gitignore', 'spec-gate-report/\n.spec-gate/store/\n.gitlab-ci-local/\n');
  origin.write('.gitlab-ci.yml', readFileSync(join(ROOT, 'examples/gitlab-ci.yml')));
  origin.write('spec-gate.sh', readFileSync(join(ROOT, 'examples/gate.sh')));
  origin.commit('base');
  origin.branch('change');
  origin.write('spec.md', CONFLICT['spec.md']);
  origin.git('update-ref', 'refs/pull/7/head', origin.commit('change'));
  // Its HEAD says which branch is the default one.
  origin.checkout('main');
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const machine = {
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: temp,
    npm_config_registry: registry.origin,
    npm_config_cache: join(temp, 'npm'),
    npm_config_update_notifier: 'false',
  };
  return {
    origin,
    url: `file://${origin.path}`,
    temp,
    bin,
    machine,
    start: (file, args, { cwd, env = {} }) =>
      new Promise((resolve) => {
        const child = execFile(file, [...args], { cwd, env: { ...machine, ...env } }, (_error, stdout, stderr) =>
          resolve({ exitCode: child.exitCode ?? -1, log: stripVTControlCharacters(stdout + stderr) }),
        );
      }),
    close: async () => {
      await registry.close();
      origin.remove();
      rmSync(temp, { recursive: true, force: true });
    },
  };
}
