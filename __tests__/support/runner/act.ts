// Runs a workflow file under `act`, an independent runner, on this machine itself: no containers, no network.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

/** The path of `act` from ACT or PATH, or undefined (and one printed line) where this machine does not have it. */
export function findAct(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'act'));
  const found = [process.env['ACT'] ?? '', ...folders].find((path) => path !== '' && existsSync(path));
  if (found === undefined) console.warn('act absent: the example workflow is not run under it (set ACT to its path)');
  return found;
}

export interface ActOptions {
  readonly act: string;
  /** An example workflow; it runs as it is, only the actions it names are replaced by folders. */
  readonly workflow: string;
  /** Folder of our own action: action.yml and dist/. Other actions do nothing. */
  readonly gate: string;
  /** A git checkout. */
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: object };
  /** For everything that act writes. */
  readonly temp: string;
}

/** The exit code and all that act and the steps printed. */
export async function runAct(options: ActOptions): Promise<{ readonly exitCode: number; readonly log: string }> {
  const { act, workflow, gate, workspace, event, temp } = options;
  const nothing = join(temp, 'nothing');
  await mkdir(nothing, { recursive: true });
  await writeFile(join(nothing, 'action.yml'), 'name: nothing\nruns: { using: node24, main: main.js }\n');
  await writeFile(join(nothing, 'main.js'), '');
  await writeFile(join(temp, 'event.json'), JSON.stringify(event.payload));
  await cp(workflow, join(workspace, '.github/workflows/workflow.yml'));
  const uses = [...(await readFile(workflow, 'utf8')).matchAll(/uses: ([\w.-]+\/[\w.-]+@[0-9a-f]{40})/g)];
  const replaced = uses.flatMap(([, name]) => [
    '--local-repository',
    `${name}=${name?.includes('/spec-gate@') === true ? gate : nothing}`,
  ]);
  const loopback = ['--cache-server-addr', '127.0.0.1', '--artifact-server-addr', '127.0.0.1'];
  const paths = ['--cache-server-path', join(temp, 'cache'), '--eventpath', join(temp, 'event.json')];
  const args = [event.name, '-W', '.github/workflows/workflow.yml', '-P', 'ubuntu-latest=-self-hosted', ...replaced];
  const env = {
    // Steps run under the same Node as these tests.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: temp,
    XDG_CACHE_HOME: join(temp, 'xdg'),
  };
  return new Promise((resolve) => {
    const child = execFile(act, [...args, ...loopback, ...paths], { cwd: workspace, env }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, log: stdout + stderr });
    });
  });
}
