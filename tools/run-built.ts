// The built command, for what the docs show of it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RunPlace {
  readonly cwd: string;
  /** Besides PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a run prints; a verdict other than pass is no failure here. Tests hand over one that starts no process. */
export type RunBuilt = (args: readonly string[], place: RunPlace) => string | Promise<string>;

export const runBuilt: RunBuilt = (args, { cwd, env = {} }) => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const all = { PATH: process.env['PATH'], NO_COLOR: '1', ...env };
  return spawnSync(process.execPath, [cli, ...args], { cwd, env: all, encoding: 'utf8' }).stdout;
};
